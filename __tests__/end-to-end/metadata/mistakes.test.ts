import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {readyApp, readyVersion} from '../../../simulator/seeded-apps.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Files} from '../../helpers/scenario.ts'
import {config, METADATA} from '../release/declared.ts'

afterAll(closeScenarios)

/** What GitHub is told of a run, as it is written: `::error file=app-store.yml,line=2::…`. */
function told(level: string, {stdout}: {readonly stdout: string}): readonly string[] {
  return stdout.split('\n').filter((line) => line.startsWith(`::${level} `))
}

const MISTAKES: readonly (readonly [name: string, files: Files, line: string, words: string])[] = [
  [
    'a level of the age rating that is a boolean',
    config('age-rating:', '  violenceRealistic: false'),
    'file=app-store.yml,line=2',
    'it must be NONE, INFREQUENT_OR_MILD, FREQUENT_OR_INTENSE, INFREQUENT or FREQUENT (line 2, column 22). Correct it.',
  ],
  [
    'a build number without quotes',
    config('build: 1.10'),
    'file=app-store.yml,line=1',
    'Put it in quotes.',
  ],
  [
    'the same category twice',
    config('app:', '  categories: {primary: TRAVEL,', '    secondary: TRAVEL}'),
    'file=app-store.yml,line=3',
    'has the primary category as the secondary one too. Choose another one, or remove it.',
  ],
  [
    'a date that is no whole hour',
    config('version:', '  release: scheduled', '  earliest-release: 2999-12-24T09:30:00+01:00'),
    'file=app-store.yml,line=3',
    'but App Store Connect only has whole hours in UTC. Write one, such as 2999-12-24T08:00:00Z.',
  ],
  [
    'a date that is over',
    config('version:', '  release: scheduled', '  earliest-release: 2020-12-24T09:00:00Z'),
    'file=app-store.yml,line=3',
    'wants the release not before 2020-12-24T09:00:00Z, which is over. Write a later date',
  ],
]

test.concurrent.each(MISTAKES)(
  'A run says on its line what is wrong with %s, and writes nothing',
  async (_name, files, line, words) => {
    const {run} = await scenario(files, {apps: [readyApp()]})
    for (const mode of ['plan', 'sync']) {
      // oxlint-disable-next-line no-await-in-loop -- the same store
      const done = red(await run({...METADATA, mode}))
      expect(done.writes).toEqual([])
      expect(told('error', done)).toEqual([expect.stringContaining(`::error ${line}::`)])
      expect(told('error', done)[0]).toContain(words)
    }
  },
)

test.concurrent('A date that is over, or no whole hour, is no mistake where the store has it already', async () => {
  const version = {releaseType: 'SCHEDULED', earliestReleaseDate: '2020-12-24T09:30:00Z'}
  const {run} = await scenario(
    config('version: {release: scheduled, earliest-release: 2020-12-24T10:30:00+01:00}'),
    {apps: [readyApp({versions: [readyVersion(version)]})]},
  )
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent.each([
  [
    'a file of settings with the other extension',
    {'app-store.yaml': 'version: {copyright: 2026 Example}', 'metadata/en-US/keywords.txt': 'a,b'},
    'file=app-store.yaml',
    'is not read, because the settings are looked for in app-store.yml',
  ],
  [
    'texts for every locale where there is no locale',
    {'metadata/default/description.txt': 'Text'},
    'file=metadata/default',
    'has the texts of every locale, but there is no locale',
  ],
] as const)('A run warns of %s', async (_name, files, line, words) => {
  const {run} = await scenario(files, {apps: [readyApp()]})
  const done = green(await run(METADATA))
  expect(done.writes).toEqual([])
  const [warning = '', ...others] = told('warning', done)
  expect(others).toEqual([])
  expect(warning).toContain(`::warning ${line}::`)
  expect(warning).toContain(words)
})

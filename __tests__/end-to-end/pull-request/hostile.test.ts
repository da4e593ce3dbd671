import {afterAll, expect, test} from '@jest/globals'
import {sanitisedName} from '../../../src/files/file-name.ts'
import {asLine} from '../../../src/report/escape.ts'
import {EVIL_TEXTS} from '../hostile/evil-texts.ts'
import {meantCommands} from '../../../simulator/runner/runner-commands.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, place, scenario, shot, stored, WATCH} from '../../helpers/scenario.ts'
import type {Files} from '../../helpers/scenario.ts'
import {ELEMENTS_WE_MEAN, show} from '../../helpers/shown-summary.ts'
import {closeReviews, COMMIT, review} from '../../helpers/pull-request.ts'

afterAll(closeReviews)
afterAll(closeScenarios)

/** All that a comment is made of: the summary's elements, and addresses of our own. */
const MEANT = [...ELEMENTS_WE_MEAN, 'a href']
const NAMES = EVIL_TEXTS.map((text) => `${text.replaceAll('/', '\u2215')}.png`)
const LOCALES = ['en-US', 'ja', 'de-DE', 'it', 'ko']

/** A text as a comment shows it inside a line, blanks drawn together. */
function visible(text: string): string {
  return asLine(`|${text}`).slice(1).replaceAll(/\s+/gu, ' ')
}

/** At the beginning of a cell. */
function shownName(name: string): string {
  return asLine(sanitisedName(name)).replaceAll(/\s+/gu, ' ')
}

/** Elements, mentions and links that are none of ours. */
function unmeant(body: string): readonly string[] {
  const {elements, references} = show(body)
  return [...[...elements].filter((each) => !MEANT.includes(each)), ...references]
}

/** The hostile names, in as many sets of ten as they need; each number a picture of its own. */
async function pictures(from: number): Promise<Files> {
  const files = NAMES.map(async (name, index) => {
    const locale = LOCALES[Math.floor(index / 10)]
    return [place(name, locale), await shot(from + index)] as const
  })
  return Object.fromEntries(await Promise.all(files))
}

test.concurrent('Hostile names of files are names in a comment, and addresses of their pictures', async () => {
  const {github, plan} = await review(await scenario(await pictures(1)))
  const run = green(await plan())
  const {body = ''} = github.comments[0] ?? {}
  expect(unmeant(body)).toEqual([])
  const shown = show(body)
  for (const name of NAMES) expect(shown.text).toContain(shownName(name))
  for (const table of shown.tables) expect(new Set(table).size).toBe(1)
  const expected = NAMES.map((name, index) => {
    const path = place(name, LOCALES[Math.floor(index / 10)])
      .split('/')
      .map(encodeURIComponent)
    return `https://github.example/octo/app/blob/${COMMIT}/${path.join('/')}?raw=true`
  })
  expect(shown.pictures.toSorted()).toEqual(expected.toSorted())
  expect(meantCommands(run.stdout).filter(({name}) => !name.endsWith('group'))).toEqual([])
})

test.concurrent('Hostile texts of the store are texts in a comment', async () => {
  const names = EVIL_TEXTS.slice(0, 9)
  const assets = await stored(Object.fromEntries(names.map((name, index) => [name, index + 60])))
  const versionString = EVIL_TEXTS.join(' ')
  const localizations = [{locale: 'en-US', sets: [{type: WATCH, assets}]}]
  const store = await scenario(
    {[place('1.png')]: await shot(1)},
    {apps: [{bundleId: 'com.example.app', versions: [{versionString, localizations}]}]},
  )
  const {github, plan} = await review(store)
  for (const prune of ['true', 'false']) {
    // oxlint-disable-next-line no-await-in-loop -- each run changes the comment of the one before
    green(await plan({prune}))
    const {body = ''} = github.comments[0] ?? {}
    expect(unmeant(body)).toEqual([])
    const {text} = show(body)
    expect(text).toContain(visible(versionString).trim())
    for (const name of names) expect(text).toContain(visible(name))
  }
  expect(github.comments).toHaveLength(1)
})

test.concurrent('An app whose name would end the hidden marker does not', async () => {
  const {github, plan} = await review(await scenario({[place('1.png')]: await shot(1)}))
  const inputs = {'bundle-id': '--><script>alert(1)</script><!--'}
  red(await plan(inputs))
  red(await plan(inputs))
  expect(github.comments).toHaveLength(1)
  expect(unmeant(github.comments[0]?.body ?? '')).toEqual([])
})

test.concurrent('Hostile answers of GitHub are told in one warning', async () => {
  const {github, plan} = await review(await scenario({[place('1.png')]: await shot(1)}))
  const message = EVIL_TEXTS.join(' ')
  github.fail({method: 'GET', times: 1, status: 400, message})
  const {stdout} = green(await plan())
  const said = meantCommands(stdout).filter(({name}) => !name.endsWith('group'))
  expect(said.map(({name}) => name)).toEqual(['warning'])
  expect(said[0]?.message.replaceAll(/\s+/gu, ' ')).toContain(visible(message).trim())
})

import {afterAll, describe, expect, test} from '@jest/globals'
import {OUTPUT_NAMES} from '../../helpers/output-names.ts'
import {sanitisedName} from '../../../src/files/file-name.ts'
import {asLine} from '../../../src/report/escape.ts'
import {meantCommands} from '../../../simulator/runner/runner-commands.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {
  closeScenarios,
  place,
  scenario,
  shot,
  shots,
  stored,
  WATCH,
} from '../../helpers/scenario.ts'
import type {Files} from '../../helpers/scenario.ts'
import {ELEMENTS_WE_MEAN, show} from '../../helpers/shown-summary.ts'
import {EVIL_TEXTS} from './evil-texts.ts'

afterAll(closeScenarios)

/** What a system allows in the name of a file: no slash, at most 255 bytes. */
const FILE_NAMES = [
  ...EVIL_TEXTS.map((text) => text.replaceAll('/', '\u2215')),
  'é'.repeat(125),
  'x'.repeat(251),
  '-rf',
  ' ',
  '%00',
  '__proto__',
].map((stem) => `${stem}.png`)

/** Fails on whatever a run has said that is not ours to say. */
function expectHarmless(run: BundleRun, level: 'error' | 'warning' | 'none' = 'none'): void {
  const said = meantCommands(run.stdout)
  const names = new Set(said.map(({name}) => name))
  for (const name of ['group', 'endgroup', 'warning', level]) names.delete(name)
  expect([...names]).toEqual([])
  expect(said.length).toBeLessThan(30)
  expect(run.stderr).toBe('')

  const shown = show(run.summary)
  expect([...shown.elements].filter((each) => !ELEMENTS_WE_MEAN.includes(each))).toEqual([])
  expect(shown.references).toEqual([])
  for (const table of shown.tables) expect(new Set(table).size).toBe(1)
  expect(Object.keys(run.outputs).toSorted()).toEqual(OUTPUT_NAMES)
}

/** A text as a summary shows it inside a line, blanks drawn together. */
function visible(text: string): string {
  return asLine(`|${text}`).slice(1).replaceAll(/\s+/gu, ' ')
}

async function pictures(names: readonly string[], locale = 'en-US'): Promise<Files> {
  const files = names.map(async (name, index) => [place(name, locale), await shot(index)] as const)
  return Object.fromEntries(await Promise.all(files))
}

/** In lots that fit into one set each. */
function lots(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({length: Math.ceil(names.length / 10)}, (_, index) =>
    names.slice(index * 10, index * 10 + 10),
  )
}

describe('Hostile names of files', () => {
  test.concurrent('are uploaded, shown and listed as names, and nothing else', async () => {
    const locales = ['en-US', 'ja', 'de-DE', 'it', 'ko']
    const files = await Promise.all(
      lots(FILE_NAMES).map((names, index) => pictures(names, locales[index])),
    )
    const {run, simulator} = await scenario(Object.assign({}, ...files))
    const done = green(await run())
    expectHarmless(done)
    expect(done.outputs).toMatchObject({uploaded: String(FILE_NAMES.length), changed: 'true'})
    const shown = show(done.summary)
    for (const name of FILE_NAMES)
      expect(shown.text).toContain(asLine(sanitisedName(name)).replaceAll(/\s+/gu, ' '))
    // As a change, and as what the store shows now.
    expect(shown.pictures).toHaveLength(2 * FILE_NAMES.length)
    for (const address of shown.pictures) expect(address).toContain(simulator.uploadUrl)
    expect(done.plan?.steps.filter(({action}) => action === 'upload')).toHaveLength(
      FILE_NAMES.length,
    )
  })

  test.concurrent('are told letter for letter when Apple rejects each of them, with hostile reasons', async () => {
    const names = FILE_NAMES.slice(0, 10)
    const {run, simulator} = await scenario(await pictures(names))
    simulator.faults.addProcessing({
      fileName: /./,
      outcome: EVIL_TEXTS.map((text) => ({code: text, description: text})),
      times: names.length,
    })
    const failed = red(await run())
    expectHarmless(failed, 'error')
    const {text} = show(failed.summary)
    for (const name of names) expect(text).toContain(visible(place(name)))
    for (const evil of EVIL_TEXTS) expect(text).toContain(visible(evil).trim())
    const marked = meantCommands(failed.stdout).map(({properties}) => properties.get('file'))
    for (const name of names.toSorted().slice(0, 8)) expect(marked).toContain(place(name))
  })

  test.concurrent('are told letter for letter when they are no pictures', async () => {
    const files = FILE_NAMES.map((name) => [place(name), 'no picture'] as const)
    const {run} = await scenario(Object.fromEntries(files))
    const failed = red(await run({mode: 'validate'}))
    expectHarmless(failed, 'error')
    const {text} = show(failed.summary)
    for (const name of FILE_NAMES) expect(text).toContain(visible(place(name)))
    const marked = meantCommands(failed.stdout).map(({properties}) => properties.get('file'))
    expect(marked.filter((file) => file !== undefined)).toHaveLength(8)
  })
})

describe('Hostile names of folders', () => {
  const folders = EVIL_TEXTS.map((text) => text.replaceAll('/', '\u2215'))

  test.concurrent('are told letter for letter where a locale or a type should be', async () => {
    const locales = folders.map((name) => [`screenshots/${name}/${WATCH}/1.png`, 'x'] as const)
    const types = folders.map((name) => [`previews/en-US/${name}/1.mp4`, 'x'] as const)
    const {run} = await scenario(Object.fromEntries([...locales, ...types]))
    const failed = red(await run({mode: 'validate'}))
    expectHarmless(failed, 'error')
    const {text} = show(failed.summary)
    for (const name of folders) {
      expect(text).toContain(visible(`screenshots/${name}`))
      expect(text).toContain(visible(`previews/en-US/${name}`))
    }
  })

  test.concurrent('are read as the root that they are', async () => {
    const root = `root ${folders.join('/')}`
    const {run} = await scenario({[`${root}/en-US/${WATCH}/1.png`]: await shot(1)})
    expectHarmless(green(await run({mode: 'validate', screenshots: root})))
    const missing = red(await run({mode: 'validate', screenshots: `${root}/elsewhere`}))
    expectHarmless(missing, 'error')
    expect(show(missing.summary).text).toContain(visible(`${root}/elsewhere`))
  })

  test.concurrent('are refused where inputs name locales', async () => {
    const {run} = await scenario(await shots({'1.png': 1}))
    const failed = red(
      await run({mode: 'validate', locales: folders.map((name) => name.trim()).join(',')}),
    )
    expectHarmless(failed, 'error')
    expect(show(failed.summary).text).toContain('<img src=x onerror=alert(1)>')
  })
})

describe('Hostile texts of App Store Connect', () => {
  test.concurrent('stay texts in the names of an app, a version, a locale and an asset', async () => {
    const localizations = [
      {
        locale: 'en-US',
        sets: [
          {
            type: WATCH,
            assets: await stored(
              Object.fromEntries(EVIL_TEXTS.slice(0, 9).map((text, index) => [text, index + 50])),
            ),
          },
        ],
      },
      ...EVIL_TEXTS.map((locale) => ({locale})),
    ]
    const evil = EVIL_TEXTS.join(' ')
    const versions = [{versionString: evil, localizations}]
    const {run} = await scenario(await shots({'1.png': 1}), {
      apps: [{bundleId: evil, id: '1234567890', versions}],
    })
    const app = {'bundle-id': '', 'app-id': '1234567890'}
    const done = green(await run(app))
    expectHarmless(done)
    const {text} = show(done.summary)
    expect(text).toContain(visible(evil).trim())
    for (const each of EVIL_TEXTS.slice(0, 9)) expect(text).toContain(visible(each))

    const other = red(await run({...app, version: '9.9.9'}))
    expectHarmless(other, 'error')
    expect(show(other.summary).text).toContain(visible(evil))
  })

  test.concurrent.each(['apps', 'create-localization', 'reserve'] as const)(
    'stay texts when a request is refused (%s)',
    async (path) => {
      const {run, simulator} = await scenario(await shots({'1.png': 1}, 'ja'))
      simulator.faults.add({
        match: {path},
        times: Number.POSITIVE_INFINITY,
        effect: {
          kind: 'status',
          status: 403,
          errors: EVIL_TEXTS.map((text) => ({code: text, title: text, detail: text})),
        },
      })
      const failed = red(await run())
      expectHarmless(failed, 'error')
      const {text} = show(failed.summary)
      for (const evil of EVIL_TEXTS) expect(text).toContain(visible(evil).trim())
    },
  )
})

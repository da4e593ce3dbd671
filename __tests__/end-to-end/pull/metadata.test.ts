import {afterAll, expect, test} from '@jest/globals'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, stored, storeWith, WATCH} from '../../helpers/scenario.ts'
import {filesIn, PULL_TEXTS, WHOLE_APP} from './pulled.ts'

afterAll(closeScenarios)

const PASSWORD = 'swordfish-12'

test.concurrent('Texts and settings of the store become files, and a plan right after has nothing to do', async () => {
  const {run, workspace} = await scenario({}, {apps: [WHOLE_APP]})
  const pulled = green(await run(PULL_TEXTS))
  expect(pulled.writes).toEqual([])
  expect(pulled.outputs['changed']).toBe('true')
  expect(pulled.summary).toContain('Wrote 10 files: 9 texts and 1 settings file in 2 locales.')
  expect(pulled.summary).toContain('<td>3 new</td>')
  expect(await filesIn(workspace)).toEqual({
    'app-store.yml': SETTINGS,
    'metadata/de-DE/description.txt': 'Alles: "ja" #1\n',
    'metadata/de-DE/name.txt': 'Beispiel\n',
    'metadata/de-DE/privacy_url.txt': 'https://a.b/de\n',
    'metadata/en-US/description.txt': 'All of it\n\nAnd more\n',
    'metadata/en-US/keywords.txt': 'one,two\n',
    'metadata/en-US/name.txt': 'Example\n',
    'metadata/en-US/release_notes.txt': 'Faster\n',
    'metadata/en-US/subtitle.txt': 'Of an app\n',
    'metadata/en-US/support_url.txt': 'https://a.b/help\n',
  })
  const planned = green(await run({mode: 'plan', manage: 'metadata'}))
  expect(planned.plan?.steps).toEqual([])
  expect(planned.outputs['changed']).toBe('false')
})

/** What the settings of {@link WHOLE_APP} are, for people. */
const SETTINGS = `# yaml-language-server: $schema=https://raw.githubusercontent.com/app-store-sync/app-store-sync/v1/docs/app-store.schema.json

version:
  copyright: 2026 Example GmbH
  release: scheduled
  earliest-release: 2026-12-24T09:00:00Z

app:
  primary-locale: en-US
  content-rights: uses-third-party-content
  categories:
    primary: GAMES
    primary-subcategories:
      - GAMES_BOARD
      - GAMES_CARD
    secondary: TRAVEL
  price:
    base-territory: USA
    customer-price: "0.99"

age-rating:
  violenceRealistic: NONE
  gambling: false

encryption:
  uses-non-exempt-encryption: false

review:
  contact:
    first-name: Ada
    last-name: Lovelace
    phone: +44 20 7946 0123
    email: review@example.com
  demo-account:
    required: true
    name: demo
    # A pull never writes the password. Add it as a secret:
    # password: env:DEMO_PASSWORD
  notes: |-
    Sign in.
    Then look around.

localizations:
  en-US:
    privacy-choices-url: https://a.b/c
`

test.concurrent('The password of the demo account is in no file and no output, and neither are notes that have it in them', async () => {
  const [released = {versionString: '0.9.0'}, version = released] = WHOLE_APP.versions ?? []
  const reviewDetail = {...version.reviewDetail, notes: `Sign in with ${PASSWORD}`}
  const app = {...WHOLE_APP, versions: [released, {...version, reviewDetail}]}
  const {run, workspace} = await scenario({}, {apps: [app]})
  const pulled = green(await run(PULL_TEXTS))
  const files = await filesIn(workspace)
  expect(files['app-store.yml']).not.toContain('notes')
  const {outputs, summary, report, plan} = pulled
  const all = JSON.stringify({files, outputs, summary, report, plan})
  expect(all).not.toContain(PASSWORD)
  expect(pulled.stdout.replaceAll(/^::add-mask::.*$/gmu, '')).not.toContain(PASSWORD)
  expect(pulled.stdout).toContain('The password of the demo account is never written')
})

test.concurrent('What the next run would refuse or take for something else is left out, and named', async () => {
  const [released = {versionString: '0.9.0'}, version = released] = WHOLE_APP.versions ?? []
  const reviewDetail = {notes: 'env:HOME', contactPhone: '020 7946', contactEmail: 'a@example.com'}
  const localizations = [
    {locale: 'en-US', texts: {keywords: 'a,'.repeat(60), description: 'env:X'}},
  ]
  const versions = [released, {...version, reviewDetail, localizations}]
  const [info] = WHOLE_APP.appInfos ?? []
  const ageRating = {ageRatingOverride: 'A_HUNDRED_PLUS', ageRatingOverrideV2: 'NINE_PLUS'}
  const appInfos = [{...info, ageRating}]
  const {run, workspace} = await scenario({}, {apps: [{...WHOLE_APP, versions, appInfos}]})
  const pulled = green(await run(PULL_TEXTS))
  for (const words of [
    'ageRatingOverride of the age rating',
    'notes for App Review',
    'phone number of the review contact',
    'keywords of en-US',
  ]) {
    expect(pulled.stdout).toContain(`The ${words} in App Store Connect is left out`)
  }
  const files = await filesIn(workspace)
  expect(files['metadata/en-US/description.txt']).toBe('env:X\n')
  expect(files['app-store.yml']).toContain('email: a@example.com')
  expect(files['app-store.yml']).not.toContain('env:HOME')
  expect(files['app-store.yml']).toContain('age-rating:\n  ageRatingOverrideV2: NINE_PLUS\n')
  expect(green(await run({mode: 'plan', manage: 'metadata'})).plan?.steps).toEqual([])
})

test.concurrent.each([
  ['the first subcategory is none', {primarySubcategoryTwo: 'GAMES_CARD'}, {}],
  [
    'the second subcategory is none that the action knows',
    {primarySubcategoryOne: 'GAMES_BOARD', primarySubcategoryTwo: 'TRAVEL'},
    {},
  ],
  [
    'the first subcategory has a file',
    {primarySubcategoryOne: 'GAMES_BOARD', primarySubcategoryTwo: 'GAMES_CARD'},
    {'metadata/primary_first_sub_category.txt': 'GAMES_BOARD\n'},
  ],
])(
  'Where %s, no list of subcategories is written that would change them',
  async (_, own, files) => {
    const [info] = WHOLE_APP.appInfos ?? []
    const appInfos = [{...info, categories: {primaryCategory: 'GAMES', ...own}}]
    const {run, workspace} = await scenario(files, {apps: [{...WHOLE_APP, appInfos}]})
    const pulled = green(await run(PULL_TEXTS))
    expect(pulled.stdout).toContain(
      'The second primary subcategory in App Store Connect is left out',
    )
    expect((await filesIn(workspace))['app-store.yml']).not.toContain('subcategories')
    expect(green(await run({mode: 'plan', manage: 'metadata'})).plan?.steps).toEqual([])
  },
)

test.concurrent('Texts and pictures in a locale that the action does not know are left out, and named', async () => {
  const assets = await stored({'1.png': 1})
  const localizations = [
    {locale: '../x', texts: {description: 'New'}, sets: [{type: WATCH, assets}]},
  ]
  const {run, workspace} = await scenario({}, storeWith([], {localizations}))
  const pulled = green(await run({mode: 'pull', manage: 'metadata, screenshots'}))
  expect(pulled.stdout).toContain('The texts in ../x are left out')
  expect(Object.keys(await filesIn(workspace))).toEqual(['app-store.yml'])
})

test.concurrent('An app without anything is no error', async () => {
  const {run, workspace} = await scenario({}, {})
  const pulled = green(await run(PULL_TEXTS))
  expect(await filesIn(workspace)).toEqual({
    'app-store.yml': expect.stringContaining('primary-locale: en-US'),
    'metadata/en-US/name.txt': expect.any(String),
  })
  expect(pulled.writes).toEqual([])
})

test.concurrent('Of one locale, only its texts are written, and the settings', async () => {
  const {run, workspace} = await scenario({}, {apps: [WHOLE_APP]})
  green(await run({...PULL_TEXTS, locales: 'de-DE', root: 'fastlane'}))
  const files = await filesIn(workspace)
  expect(Object.keys(files)).toEqual([
    'fastlane/app-store.yml',
    'fastlane/metadata/de-DE/description.txt',
    'fastlane/metadata/de-DE/name.txt',
    'fastlane/metadata/de-DE/privacy_url.txt',
  ])
  expect(files['fastlane/app-store.yml']).not.toContain('localizations')
})

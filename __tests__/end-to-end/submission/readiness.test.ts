import {afterAll, expect, test} from '@jest/globals'

import {createClient, dig, text} from '../../../simulator/client.ts'
import {red} from '../../../simulator/runner/run-bundle.ts'
import {readyApp, readyAppInfo, readyBuild, readyVersion} from '../../../simulator/seeded-apps.ts'
import type {AppSeed, VersionSeed} from '../../../simulator/store/seeds.ts'
import {closeScenarios, scenario, shots} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const SUBMIT = {manage: 'screenshots, metadata', submit: 'true'}
/** A text and screenshots that no review needs, so that both are managed. */
const FILES = {
  'metadata/en-US/marketing_url.txt': 'https://example.com',
  ...(await shots({'1.png': 1})),
}

const [LOCALE] = readyVersion().localizations ?? []
const TEXTS = LOCALE?.texts ?? {}
const CONTACT = readyVersion().reviewDetail ?? {}

function version(change: Partial<VersionSeed>): Partial<AppSeed> {
  return {versions: [readyVersion(change)]}
}

function withTexts(texts: Readonly<Record<string, string>>): Partial<AppSeed> {
  return version({localizations: [{locale: 'en-US', ...LOCALE, texts: {...TEXTS, ...texts}}]})
}

function withContact(change: object): Partial<AppSeed> {
  return version({reviewDetail: {...CONTACT, ...change}})
}

interface Case {
  /** What is left out. */
  readonly without: string
  readonly app: Partial<AppSeed>
  /** In the checklist. */
  readonly name: string
  /** What Apple names for the same reason. */
  readonly apple: RegExp
}

const CASES: readonly Case[] = [
  {without: 'a build', app: {builds: []}, name: 'Build', apple: /'build'/u},
  {
    without: 'an answer about encryption',
    app: {builds: [readyBuild({usesNonExemptEncryption: null})]},
    name: 'Encryption',
    apple: /usesNonExemptEncryption/u,
  },
  {
    without: 'a description',
    app: withTexts({description: ''}),
    name: 'Description',
    apple: /'description'/u,
  },
  {without: 'keywords', app: withTexts({keywords: ''}), name: 'Keywords', apple: /'keywords'/u},
  {
    without: 'a support URL',
    app: withTexts({supportUrl: ''}),
    name: 'Support URL',
    apple: /'supportUrl'/u,
  },
  {
    without: 'screenshots',
    app: version({localizations: [{locale: 'en-US', texts: TEXTS}]}),
    name: 'Screenshots for iPhone',
    apple: /SCREENSHOT_REQUIRED/u,
  },
  {
    without: 'an age rating',
    app: {appInfos: [readyAppInfo({ageRating: {}})]},
    name: 'Age rating',
    apple: /gambling/u,
  },
  {
    without: 'a category',
    app: {appInfos: [readyAppInfo({categories: {}})]},
    name: 'Primary category',
    apple: /primaryCategory/u,
  },
  {
    without: 'a privacy policy',
    app: {appInfos: [readyAppInfo({localizations: [{locale: 'en-US'}]})]},
    name: 'Privacy policy URL',
    apple: /privacyPolicyUrl/u,
  },
  {
    without: 'content rights',
    app: {contentRightsDeclaration: null},
    name: 'Content rights',
    apple: /contentRightsDeclaration/u,
  },
  {without: 'a price', app: {price: null}, name: 'Price', apple: /appPriceSchedule/u},
  {
    without: 'a copyright',
    app: version({copyright: null}),
    name: 'Copyright',
    apple: /'copyright'/u,
  },
  {
    without: 'a phone number',
    app: withContact({contactPhone: null}),
    name: 'Phone number of the review contact',
    apple: /contactPhone/u,
  },
  {
    without: 'the password of the demo account',
    app: withContact({demoAccountRequired: true, demoAccountName: 'demo'}),
    name: 'Password of the demo account',
    apple: /demoAccountPassword/u,
  },
]

test.concurrent.each(CASES)(
  'Without $without nothing is submitted, and Apple would refuse it for the same reason',
  async ({app, name, apple}) => {
    const there = await scenario(FILES, {apps: [readyApp(app)]})
    const planned = await there.run({...SUBMIT, mode: 'plan'})
    expect(planned.outputs).toMatchObject({ready: 'false'})
    const open = planned.summary.split('\n').filter((line) => line.startsWith('- ❌'))
    expect(open).toEqual([expect.stringContaining(name)])
    const run = red(await there.run(SUBMIT))
    expect(run.writes.filter(({path}) => path.includes('reviewSubmission'))).toEqual([])
    expect(run.stdout).toContain(name)

    const client = await createClient(there.simulator)
    const made = await client.send('POST', '/v1/reviewSubmissions', {
      data: {
        type: 'reviewSubmissions',
        attributes: {platform: 'IOS'},
        relationships: {app: link('apps', there.simulator.appIds[0] ?? '')},
      },
    })
    const refused = await client.send('POST', '/v1/reviewSubmissionItems', {
      data: {
        type: 'reviewSubmissionItems',
        relationships: {
          reviewSubmission: link('reviewSubmissions', text(made.body, 'data', 'id')),
          appStoreVersion: link('appStoreVersions', there.simulator.versions()[0]?.id ?? ''),
        },
      },
    })
    expect(refused.status).toBe(409)
    expect(JSON.stringify(dig(refused.body, 'errors'))).toMatch(apple)
  },
)

test.concurrent('A locale that only its screenshots add lacks the texts that Apple needs', async () => {
  const there = await scenario(
    {...FILES, ...(await shots({'1.png': 2}, 'de-DE'))},
    {apps: [readyApp()]},
  )
  const {summary, outputs} = await there.run({...SUBMIT, mode: 'plan'})
  expect(outputs).toMatchObject({ready: 'false'})
  const open = summary.split('\n').filter((line) => line.startsWith('- ❌'))
  expect(open).toHaveLength(3)
  for (const line of open) expect(line).toContain('Missing in de-DE')
})

function link(type: string, id: string) {
  return {data: {type, id}}
}

test.concurrent('A version is not ready if what it lacks was to be set, and Apple refused it', async () => {
  const files = {...FILES, 'metadata/en-US/keywords.txt': 'walk'}
  const there = await scenario(files, {apps: [readyApp(withTexts({keywords: ''}))]})
  expect((await there.run({...SUBMIT, mode: 'plan'})).outputs).toMatchObject({ready: 'true'})
  there.simulator.faults.add({match: {method: 'PATCH'}, effect: {kind: 'status', status: 409}})
  const run = red(await there.run({manage: SUBMIT.manage}))
  expect(run.outputs).toMatchObject({ready: 'false'})
})

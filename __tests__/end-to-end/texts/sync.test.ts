import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots, storeWith, WATCH} from '../../helpers/scenario.ts'
import {infoTexts, METADATA, storeWithTexts, textFiles, UNSET, written} from './texts.ts'

afterAll(closeScenarios)

const ENGLISH = {
  promotional_text: 'Try it',
  description: 'All of it\n\nAnd more',
  release_notes: 'Faster',
  keywords: 'one,two',
  support_url: 'https://example.com/support',
  marketing_url: 'https://example.com',
}
const ENGLISH_TEXTS = {
  promotionalText: 'Try it',
  description: 'All of it\n\nAnd more',
  whatsNew: 'Faster',
  keywords: 'one,two',
  supportUrl: 'https://example.com/support',
  marketingUrl: 'https://example.com',
}
const JAPANESE = {description: '説明', keywords: '鍵,語'}

const stepIds = ({plan}: BundleRun) => plan?.steps.map(({id}) => id)

test.concurrent('The first run sets every text with one request for each locale, the second one sends nothing', async () => {
  const {simulator, run} = await scenario(
    {...textFiles('en-US', ENGLISH), ...textFiles('ja', JAPANESE)},
    storeWithTexts([{locale: 'en-US'}, {locale: 'ja', texts: {supportUrl: 'https://a.b'}}]),
  )
  const first = green(await run(METADATA))
  expect(written(first)).toHaveLength(2)
  expect(written(first)).toEqual(
    expect.arrayContaining([
      ['PATCH', ENGLISH_TEXTS],
      ['PATCH', JAPANESE],
    ]),
  )
  const wanted = {
    'en-US': ENGLISH_TEXTS,
    ja: {...UNSET, ...JAPANESE, supportUrl: 'https://a.b'},
  }
  expect(simulator.texts('1.0.0')).toEqual(wanted)

  const second = green(await run(METADATA))
  expect(second.writes).toEqual([])
  expect(second.requests.map(({routeClass}) => routeClass).toSorted()).toEqual([
    'apps',
    'localizations',
    // The price, and the app info.
    'part-of',
    'records',
    'versions',
    // Whether there was a version before: Japanese has no "what's new".
    'versions',
  ])
  expect(stepIds(second)).toEqual([])
  expect(simulator.texts('1.0.0')).toEqual(wanted)
})

test.concurrent('One changed text is one request that carries nothing else', async () => {
  const {simulator, run, write} = await scenario(
    textFiles('en-US', ENGLISH),
    storeWithTexts([{locale: 'en-US', texts: ENGLISH_TEXTS}]),
  )
  expect(green(await run(METADATA)).writes).toEqual([])
  await write(textFiles('en-US', {keywords: 'one,two,three'}))
  const changed = green(await run(METADATA))
  expect(written(changed)).toEqual([['PATCH', {keywords: 'one,two,three'}]])
  expect(simulator.texts('1.0.0')).toEqual({
    'en-US': {...ENGLISH_TEXTS, keywords: 'one,two,three'},
  })
  expect(simulator.texts('0.9.0')).toEqual({'en-US': ENGLISH_TEXTS})
})

test.concurrent('A text without a file, and one whose file is empty, stay as they are', async () => {
  const {simulator, run} = await scenario(
    {...textFiles('en-US', {description: 'New', keywords: ''}), 'metadata/ja/description.txt': ''},
    storeWithTexts([{locale: 'en-US', texts: ENGLISH_TEXTS}]),
  )
  expect(written(green(await run(METADATA)))).toEqual([['PATCH', {description: 'New'}]])
  expect(simulator.texts('1.0.0')).toEqual({'en-US': {...ENGLISH_TEXTS, description: 'New'}})
})

test.concurrent('Texts that differ in line ends and whitespace at the end are the same', async () => {
  const {run} = await scenario(
    {'metadata/en-US/description.txt': 'a\r\nb\r\n\r\n', 'metadata/en-US/keywords.txt': 'x \t\n'},
    storeWithTexts([{locale: 'en-US', texts: {description: 'a\nb', keywords: 'x\n'}}]),
  )
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('A plan has the steps and writes that the run then makes, and makes none', async () => {
  const {simulator, run} = await scenario(
    {...textFiles('en-US', ENGLISH), ...textFiles('ja', JAPANESE)},
    storeWithTexts([{locale: 'en-US', texts: {...ENGLISH_TEXTS, keywords: 'old', whatsNew: null}}]),
  )
  const planned = green(await run({...METADATA, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  expect(stepIds(planned)).toEqual([
    'set-text:en-US/whatsNew',
    'set-text:en-US/keywords',
    'create-localization:ja',
    'set-text:ja/description',
    'set-text:ja/keywords',
  ])
  const done = green(await run(METADATA))
  expect(stepIds(done)).toEqual(stepIds(planned))
  const costs = planned.plan?.steps.map(({cost}) => cost.writes) ?? []
  expect(done.writes).toHaveLength(costs.reduce((sum, writes) => sum + writes, 0))
  expect(simulator.texts('1.0.0')).toMatchObject({'en-US': ENGLISH_TEXTS, ja: JAPANESE})
  for (const each of [planned, done]) {
    expect(each.report).toContain('one,two')
    expect(each.report).toContain('説明')
  }
})

test.concurrent('Texts are neither read nor touched unless `manage` names them', async () => {
  const {simulator, run} = await scenario(
    {...(await shots({'1.png': 1})), ...textFiles('en-US', {keywords: 'x'.repeat(101)})},
    storeWith([]),
  )
  const done = green(await run())
  expect(done.requests.filter(({routeClass}) => routeClass === 'texts')).toEqual([])
  expect(simulator.texts()['en-US']).toEqual(UNSET)
})

test.concurrent('Pictures and texts share a run: a new locale is created once', async () => {
  const {simulator, run, names} = await scenario(
    {
      ...(await shots({'1.png': 1})),
      ...(await shots({'2.png': 2}, 'ja')),
      ...textFiles('en-US', {description: 'New'}),
      ...textFiles('ja', JAPANESE),
      ...textFiles('ko', {keywords: '단어'}),
    },
    storeWithTexts([{locale: 'en-US'}]),
  )
  const both = {manage: 'screenshots, metadata'}
  const planned = green(await run({...both, mode: 'plan'}))
  const done = green(await run(both))
  expect(stepIds(done)).toEqual(stepIds(planned))
  const created = done.writes.filter(({routeClass}) => routeClass === 'create-localization')
  expect(created).toHaveLength(2)
  expect(done.requests.filter(({routeClass}) => routeClass === 'localizations')).toHaveLength(1)
  expect(simulator.texts('1.0.0')).toEqual({
    'en-US': {...UNSET, description: 'New'},
    ja: {...UNSET, ...JAPANESE},
    ko: {...UNSET, keywords: '단어'},
  })
  expect([names(WATCH), names(WATCH, 'ja')]).toEqual([['1.png'], ['2.png']])

  const again = green(await run(both))
  expect(again.writes).toEqual([])
})

test.concurrent('The input `locales` limits what is set', async () => {
  const {simulator, run} = await scenario(
    {...textFiles('en-US', ENGLISH), ...textFiles('ja', JAPANESE)},
    storeWithTexts([{locale: 'en-US'}, {locale: 'ja'}]),
  )
  green(await run({...METADATA, locales: 'JA'}))
  expect(simulator.texts('1.0.0')).toEqual({'en-US': UNSET, ja: {...UNSET, ...JAPANESE}})
})

test.concurrent('A locale may have texts alone, or pictures alone, also when `locales` names it', async () => {
  const {simulator, run, names} = await scenario(
    {...(await shots({'1.png': 1}, 'ja')), ...textFiles('en-US', {description: 'New'})},
    storeWithTexts([{locale: 'en-US'}, {locale: 'ja'}]),
  )
  green(await run({manage: 'screenshots, metadata', locales: 'ja'}))
  expect(names(WATCH, 'ja')).toEqual(['1.png'])
  green(await run({manage: 'screenshots, metadata', locales: 'en-US'}))
  expect(simulator.texts('1.0.0')['en-US']).toMatchObject({description: 'New'})
})

test.concurrent('`root: fastlane` is all that a folder of fastlane’s needs', async () => {
  const {simulator, run} = await scenario(
    {
      'fastlane/metadata/en-US/description.txt': 'New\n',
      'fastlane/metadata/en-US/name.txt': 'My App\n',
      'fastlane/metadata/default/privacy_url.txt': 'https://example.com/privacy\n',
      'fastlane/metadata/trade_representative_contact_information/first_name.txt': 'x',
    },
    storeWithTexts([{locale: 'en-US'}]),
  )
  const done = green(await run({...METADATA, root: 'fastlane'}))
  expect(simulator.texts('1.0.0')['en-US']).toMatchObject({description: 'New'})
  expect(infoTexts(simulator)).toEqual({
    'en-US': {name: 'My App', privacyPolicyUrl: 'https://example.com/privacy'},
  })
  const told = done.stdout.split('\n').filter((line) => line.includes('does not manage'))
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('trade_representative_contact_information/')
  expect(green(await run({...METADATA, root: 'fastlane'})).writes).toEqual([])
})

test.concurrent('A new version starts with the texts of the one before it, and only what differs is sent', async () => {
  const old = {locale: 'en-US', texts: {...ENGLISH_TEXTS, keywords: 'old'}}
  const {simulator, run, write} = await scenario(textFiles('en-US', ENGLISH), {
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [{versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION', localizations: [old]}],
      },
    ],
  })
  const inputs = {...METADATA, version: '1.0.0', 'create-version': 'true'}
  const planned = green(await run({...inputs, mode: 'plan'}))
  expect(stepIds(planned)).toEqual([
    'create-version:1.0.0',
    'set-text:en-US/whatsNew',
    'set-text:en-US/keywords',
  ])
  await write({'plan.json': JSON.stringify(planned.plan)})
  const done = green(await run({...inputs, 'plan-file': 'plan.json'}))
  expect(written(done)).toEqual([
    ['POST', {platform: 'IOS', versionString: '1.0.0'}],
    ['PATCH', {whatsNew: 'Faster', keywords: 'one,two'}],
  ])
  expect(simulator.texts('1.0.0')).toEqual({'en-US': ENGLISH_TEXTS})
  expect(simulator.texts('0.9.0')).toEqual({'en-US': old.texts})
})

test.concurrent('A text that is not the approved one is not sent', async () => {
  const {simulator, run, write} = await scenario(
    textFiles('en-US', {keywords: 'one', description: 'New'}),
    storeWithTexts([{locale: 'en-US'}]),
  )
  const planned = green(await run({...METADATA, mode: 'plan'}))
  await write({
    'plan.json': JSON.stringify(planned.plan),
    ...textFiles('en-US', {keywords: 'two'}),
  })
  const refused = red(await run({...METADATA, 'plan-file': 'plan.json'}))
  expect(refused.writes).toEqual([])
  expect(refused.annotations[0]).toMatchObject({
    file: 'metadata/en-US/keywords.txt',
    message: expect.stringContaining('text changed'),
  })
  await write(textFiles('en-US', {keywords: 'one'}))
  green(await run({...METADATA, 'plan-file': 'plan.json'}))
  expect(simulator.texts('1.0.0')['en-US']).toMatchObject({keywords: 'one', description: 'New'})
})

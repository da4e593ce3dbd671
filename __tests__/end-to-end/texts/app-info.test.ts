import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {infoTexts, METADATA, storeWithTexts, textFiles, written} from './texts.ts'

afterAll(closeScenarios)

const ENGLISH = {
  name: 'New',
  subtitle: 'The best',
  privacy_url: 'https://example.com/privacy',
  apple_tv_privacy_policy: 'We keep nothing.',
}
const ENGLISH_TEXTS = {
  name: 'New',
  subtitle: 'The best',
  privacyPolicyUrl: 'https://example.com/privacy',
  privacyPolicyText: 'We keep nothing.',
}

/** What Apple says of attributes that cannot be changed. */
function locked(names: readonly string[]) {
  return names.map((name) => ({
    code: 'STATE_ERROR',
    title: 'The request cannot be fulfilled because of the state of another resource.',
    detail: `Attribute '${name}' cannot be edited at this time`,
    source: {pointer: `/data/attributes/${name}`},
  }))
}

const stepIds = ({plan}: BundleRun) => plan?.steps.map(({id}) => id)
const costOf = ({plan}: BundleRun) =>
  (plan?.steps ?? []).reduce((sum, {cost}) => sum + cost.writes, 0)

test.concurrent('The texts of the app are set in the app info that can be changed, with one request for each locale', async () => {
  const {simulator, run, write} = await scenario(
    {...textFiles('en-US', ENGLISH), ...textFiles('ja', {subtitle: '新'})},
    storeWithTexts(
      [{locale: 'en-US'}, {locale: 'ja'}],
      [
        {locale: 'en-US', name: 'Old'},
        {locale: 'ja', name: '名'},
      ],
    ),
  )
  const planned = green(await run({...METADATA, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  const done = green(await run(METADATA))
  expect(stepIds(done)).toEqual(stepIds(planned))
  expect(written(done)).toHaveLength(2)
  expect(written(done)).toEqual(
    expect.arrayContaining([
      ['PATCH', ENGLISH_TEXTS],
      ['PATCH', {subtitle: '新'}],
    ]),
  )
  expect(costOf(planned)).toBe(2)
  expect(infoTexts(simulator)).toEqual({
    'en-US': ENGLISH_TEXTS,
    ja: {name: '名', subtitle: '新'},
  })
  expect(green(await run(METADATA)).writes).toEqual([])

  await write(textFiles('en-US', {subtitle: 'Better'}))
  expect(written(green(await run(METADATA)))).toEqual([['PATCH', {subtitle: 'Better'}]])
})

test.concurrent('A locale that the app info lacks is created with everything in one request', async () => {
  const {simulator, run} = await scenario(
    {
      ...textFiles('ja', {name: '名', subtitle: '新'}),
      ...textFiles('ko', {subtitle: '새'}),
    },
    storeWithTexts(
      [{locale: 'en-US'}, {locale: 'ja'}, {locale: 'ko'}],
      [{locale: 'en-US', name: 'Old'}],
    ),
  )
  const planned = green(await run({...METADATA, mode: 'plan'}))
  const done = green(await run(METADATA))
  expect(stepIds(done)).toEqual(stepIds(planned))
  expect(written(done)).toHaveLength(2)
  expect(written(done)).toEqual(
    expect.arrayContaining([
      ['POST', {locale: 'ja', name: '名', subtitle: '新'}],
      ['POST', {locale: 'ko', name: 'Old', subtitle: '새'}],
    ]),
  )
  expect(costOf(planned)).toBe(2)
  expect(planned.stdout).toContain('so it starts with the name of en-US')
  expect(infoTexts(simulator)).toMatchObject({
    ja: {name: '名', subtitle: '新'},
    ko: {name: 'Old', subtitle: '새'},
  })
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('Texts of a live app whose next version is not there yet stay, and are named in a warning', async () => {
  const {simulator, run} = await scenario(textFiles('en-US', {...ENGLISH, description: 'New'}), {
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [{versionString: '1.0.0', localizations: [{locale: 'en-US'}]}],
        appInfos: [{state: 'IN_REVIEW', localizations: [{locale: 'en-US', name: 'New'}]}],
      },
    ],
  })
  const done = green(await run(METADATA))
  expect(written(done)).toEqual([['PATCH', {description: 'New'}]])
  expect(done.annotations.filter(({level}) => level === 'warning')).toEqual([
    expect.objectContaining({
      message: expect.stringContaining(
        'in the state IN_REVIEW, in which App Store Connect does not allow changes, so these stay as they are: subtitle of en-US, privacy policy URL of en-US and privacy policy (Apple TV) of en-US.',
      ),
    }),
  ])
  expect(infoTexts(simulator)).toEqual({'en-US': {name: 'New'}})
})

test.concurrent('What Apple refuses fails for that text alone, on its file; the rest is set', async () => {
  const {simulator, run} = await scenario(
    {
      ...textFiles('en-US', {description: 'New', keywords: 'a', support_url: 'https://a.b'}),
      ...textFiles('en-US', {name: 'New', subtitle: 'Sub'}),
    },
    storeWithTexts([{locale: 'en-US'}], [{locale: 'en-US', name: 'Old'}]),
  )
  const refuse = (path: RegExp, names: readonly string[]) =>
    simulator.faults.add({
      match: {method: 'PATCH', path},
      effect: {kind: 'status', status: 409, errors: locked(names)},
    })
  refuse(/appStoreVersionLocalizations/u, ['description', 'keywords'])
  refuse(/appInfoLocalizations/u, ['name'])
  const failed = red(await run(METADATA))
  expect(simulator.texts('1.0.0')['en-US']).toMatchObject({
    description: null,
    keywords: null,
    supportUrl: 'https://a.b',
  })
  expect(infoTexts(simulator)).toEqual({'en-US': {name: 'Old', subtitle: 'Sub'}})
  const errors = failed.annotations.filter(({level, file}) => level === 'error' && file !== null)
  const told = errors.map(({file, message}) => `${file} ${/Attribute '\w+'/u.exec(message)?.[0]}`)
  expect(told.toSorted()).toEqual([
    "metadata/en-US/description.txt Attribute 'description'",
    "metadata/en-US/keywords.txt Attribute 'keywords'",
    "metadata/en-US/name.txt Attribute 'name'",
  ])
  green(await run(METADATA))
  expect(infoTexts(simulator)).toEqual({'en-US': {name: 'New', subtitle: 'Sub'}})
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('Texts come from `app-store.yml` as well, and changes are shown on their lines', async () => {
  const {simulator, run} = await scenario(
    {
      'app-store.yml': [
        '# yaml-language-server: $schema=https://example.com/app-store.schema.json',
        'localizations:',
        '  en-US:',
        '    name: New',
        '    description: |',
        '      One',
        '',
        '      Two',
      ].join('\n'),
    },
    storeWithTexts([{locale: 'en-US'}], [{locale: 'en-US', name: 'Old'}]),
  )
  const planned = green(await run({...METADATA, mode: 'plan'}))
  expect(planned.plan?.steps.map(({subject}) => subject)).toMatchObject([
    {name: 'description', file: {path: 'app-store.yml', line: 5}},
    {name: 'name', file: {path: 'app-store.yml', line: 4}},
  ])
  green(await run(METADATA))
  expect(simulator.texts('1.0.0')['en-US']).toMatchObject({description: 'One\n\nTwo'})
  expect(infoTexts(simulator)).toEqual({'en-US': {name: 'New'}})
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('A new version of a live app brings an app info that can be changed, in the same run', async () => {
  const {simulator, run} = await scenario(
    {...textFiles('en-US', {name: 'New', description: 'New'}), ...textFiles('ja', {name: '名'})},
    {
      apps: [
        {
          bundleId: 'com.example.app',
          versions: [
            {
              versionString: '0.9.0',
              state: 'READY_FOR_DISTRIBUTION',
              localizations: [{locale: 'en-US'}],
            },
          ],
          appInfos: [
            {state: 'READY_FOR_DISTRIBUTION', localizations: [{locale: 'en-US', name: 'Old'}]},
          ],
        },
      ],
    },
  )
  const inputs = {...METADATA, version: '1.0.0', 'create-version': 'true'}
  const planned = green(await run({...inputs, mode: 'plan'}))
  const done = green(await run(inputs))
  expect(stepIds(done)).toEqual(stepIds(planned))
  expect(done.writes).toHaveLength(costOf(planned))
  expect(infoTexts(simulator)).toEqual({'en-US': {name: 'New'}, ja: {name: '名'}})
  expect(done.annotations).toEqual([])
  expect(green(await run(inputs)).writes).toEqual([])
})

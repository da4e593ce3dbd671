import {afterEach, expect, test} from '@jest/globals'

import {dig, text} from '../../simulator/client.ts'
import {closeAll} from '../../simulator/harness.ts'
import {readyApp, readyAppInfo, readyBuild, readyVersion} from '../../simulator/seeded-apps.ts'
import type {AppSeed, LocalizationSeed} from '../../simulator/store/seeds.ts'
import {add, begin, open} from './review-stage.ts'

afterEach(closeAll)

const ready: LocalizationSeed = readyVersion().localizations?.[0] ?? {locale: 'en-US'}

function withLocalization(overrides: Partial<LocalizationSeed>): AppSeed {
  return readyApp({versions: [readyVersion({localizations: [{...ready, ...overrides}]})]})
}

/** What is left out, and how App Store Connect says so. */
const LACKS: readonly (readonly [string, AppSeed, RegExp, string])[] = [
  ['a build', readyApp({builds: []}), /appStoreVersions\/./u, '/data/relationships/build'],
  [
    'an answer about encryption',
    readyApp({builds: [readyBuild({usesNonExemptEncryption: null})]}),
    /builds\/./u,
    '/data/attributes/usesNonExemptEncryption',
  ],
  [
    'a valid build',
    readyApp({builds: [readyBuild({expired: true})]}),
    /builds\/./u,
    'BUILD_INVALID',
  ],
  [
    'a copyright',
    readyApp({versions: [readyVersion({copyright: null})]}),
    /appStoreVersions\/./u,
    '/data/attributes/copyright',
  ],
  [
    'a contact',
    readyApp({versions: [readyVersion({reviewDetail: null})]}),
    /appStoreVersions\/./u,
    '/data/relationships/appStoreReviewDetail',
  ],
  [
    'the password of the demo account',
    readyApp({
      versions: [
        readyVersion({
          reviewDetail: {
            ...readyVersion().reviewDetail,
            demoAccountRequired: true,
            demoAccountName: 'demo',
          },
        }),
      ],
    }),
    /appStoreReviewDetails\/./u,
    '/data/attributes/demoAccountPassword',
  ],
  [
    'a primary category',
    readyApp({appInfos: [readyAppInfo({categories: {}})]}),
    /appInfos\/./u,
    '/data/relationships/primaryCategory',
  ],
  [
    'the privacy policy of the primary language',
    readyApp({appInfos: [readyAppInfo({localizations: [{locale: 'en-US'}]})]}),
    /appInfoLocalizations\/./u,
    '/data/attributes/privacyPolicyUrl',
  ],
  [
    'an answer about the age rating',
    readyApp({
      appInfos: [readyAppInfo({ageRating: {...readyAppInfo().ageRating, lootBox: null}})],
    }),
    /ageRatingDeclarations\/./u,
    '/data/attributes/lootBox',
  ],
  [
    'content rights',
    readyApp({contentRightsDeclaration: null}),
    /apps\/./u,
    '/data/attributes/contentRightsDeclaration',
  ],
  ['a price', readyApp({price: null}), /apps\/./u, '/data/relationships/appPriceSchedule'],
  ...['description', 'keywords', 'supportUrl'].map(
    (name) =>
      [
        `the text ${name}`,
        withLocalization({texts: {...ready.texts, [name]: null}}),
        /appStoreVersionLocalizations\/./u,
        `/data/attributes/${name}`,
      ] as const,
  ),
  ['screenshots', withLocalization({sets: []}), /appScreenshots\/$/u, 'APP_IPHONE_67'],
  [
    'screenshots of the iPad, of which it has small ones',
    withLocalization({sets: [...(ready.sets ?? []), {type: 'APP_IPAD_97', assets: []}]}),
    /appScreenshots\/$/u,
    'APP_IPAD_PRO_3GEN_129',
  ],
  [
    'a screenshot that was delivered',
    withLocalization({
      sets: [
        {
          type: 'APP_IPHONE_65',
          assets: [{fileName: '1.png', size: 5, state: 'AWAITING_UPLOAD'}],
        },
      ],
    }),
    /appScreenshots\/./u,
    'SCREENSHOT_UPLOADS_IN_PROGRESS',
  ],
]

test.each(LACKS)('A version without %s is not reviewed, and the error says so', async (...row) => {
  const [, app, path, says] = row
  const stage = await begin(app)
  const submission = text((await open(stage)).body, 'data', 'id')
  const reply = await add(stage, submission)
  expect(reply).toMatchObject({
    status: 409,
    body: {errors: [{code: 'STATE_ERROR.ENTITY_STATE_INVALID'}]},
  })
  const associated = dig(reply.body, 'errors', '0', 'meta', 'associatedErrors')
  const [[key, entries] = ['', null], ...others] = Object.entries(Object(associated))
  expect(others).toEqual([])
  expect(key).toMatch(path)
  expect(entries).toHaveLength(1)
  expect(JSON.stringify(entries)).toContain(says)
})

test('What’s New is needed but in the first version', async () => {
  const live = readyVersion({versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'})
  const stage = await begin(readyApp({versions: [live, readyVersion()]}))
  const submission = text((await open(stage)).body, 'data', 'id')
  expect(JSON.stringify((await add(stage, submission)).body)).toContain('/data/attributes/whatsNew')
})

test('A version is not reviewed before App Privacy is answered', async () => {
  const stage = await begin(readyApp(), {privacyAnswered: false})
  const submission = text((await open(stage)).body, 'data', 'id')
  const reply = await add(stage, submission)
  const associated = dig(reply.body, 'errors', '0', 'meta', 'associatedErrors')
  expect(Object.keys(Object(associated))).toEqual(['/v1/appDataUsages/'])
})

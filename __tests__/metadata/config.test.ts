import {afterEach, describe, expect, test} from '@jest/globals'

import {declaredTexts, find, removeWorkspaces, short, told} from './found.ts'
import type {FindOptions} from './found.ts'

afterEach(removeWorkspaces)

const config = (yaml: string, options: FindOptions = {}) => find({'app-store.yml': yaml}, options)

/** What is wrong in a file, each with its message. */
async function faults(yaml: string, options: FindOptions = {}): Promise<readonly string[]> {
  const {diagnostics} = await config(yaml, options)
  return diagnostics.map((each) => `${short(each)} ${each.what}; ${each.next}`)
}

/** Where something shown stands. */
function at(line: number) {
  return {at: {path: 'app-store.yml', line}, isSecret: false}
}

const EVERYTHING = `
version: {copyright: 2026 Example GmbH, release: scheduled, earliest-release: 2026-12-24T09:00:00Z, phased-release: true}
app:
  primary-locale: en-US
  content-rights: does-not-use-third-party-content
  categories: {primary: GAMES, secondary: TRAVEL, primary-subcategories: [GAMES_WORD], secondary-subcategories: []}
  price: {base-territory: USA, customer-price: "0.00"}
age-rating: {gambling: false, violenceRealistic: NONE, kidsAgeBand: SIX_TO_EIGHT, developerAgeRatingInfoUrl: https://a.b}
build: latest
encryption: {uses-non-exempt-encryption: false}
review:
  contact: {first-name: Ada, last-name: Lovelace, phone: "+44 20 7946 0123", email: review@example.com}
  demo-account: {required: true, name: tester, password: env:DEMO_PASSWORD}
  notes: Tap twice.
localizations:
  en-US: {name: App, subtitle: Sub, privacy-policy-url: https://a.b/p, privacy-choices-url: https://a.b/c, description: "Text\\n", whats-new: Faster}
`

describe('`app-store.yml`', () => {
  test('declares everything with its place, in Apple’s words', async () => {
    const found = await config(EVERYTHING, {env: {DEMO_PASSWORD: 'hunter2'}})
    expect(found.diagnostics).toEqual([])
    const {release, app, ageRating, build, encryption, review} = found.metadata
    expect(release).toEqual({
      copyright: {value: '2026 Example GmbH', ...at(2)},
      release: {value: 'SCHEDULED', ...at(2)},
      earliestRelease: {value: '2026-12-24T09:00:00Z', ...at(2)},
      phasedRelease: {value: true, ...at(2)},
    })
    expect(app).toMatchObject({
      primaryLocale: {value: 'en-US', ...at(4)},
      contentRights: {value: 'DOES_NOT_USE_THIRD_PARTY_CONTENT', ...at(5)},
      price: {
        baseTerritory: {value: 'USA', ...at(7)},
        customerPrice: {value: '0.00', ...at(7)},
      },
    })
    expect([...app.categories].map(([slot, {value}]) => [slot, value])).toEqual([
      ['primaryCategory', 'GAMES'],
      ['primarySubcategoryOne', 'GAMES_WORD'],
      ['primarySubcategoryTwo', null],
      ['secondaryCategory', 'TRAVEL'],
      ['secondarySubcategoryOne', null],
      ['secondarySubcategoryTwo', null],
    ])
    expect([...ageRating].map(([name, {value}]) => [name, value])).toEqual([
      ['violenceRealistic', 'NONE'],
      ['gambling', false],
      ['kidsAgeBand', 'SIX_TO_EIGHT'],
      ['developerAgeRatingInfoUrl', 'https://a.b'],
    ])
    expect(build).toEqual({value: 'latest', ...at(9)})
    expect(encryption).toEqual({value: false, ...at(10)})
    expect(review.get('contactPhone')).toEqual({value: '+44 20 7946 0123', ...at(12)})
    expect(review.get('demoAccountRequired')).toEqual({value: true, ...at(13)})
    expect(review.get('demoAccountPassword')).toEqual({value: 'hunter2', ...at(13), isSecret: true})
    expect(declaredTexts(found)).toEqual([
      'en-US/name: App',
      'en-US/subtitle: Sub',
      'en-US/privacyPolicyUrl: https://a.b/p',
      'en-US/privacyChoicesUrl: https://a.b/c',
      'en-US/description: Text',
      'en-US/whatsNew: Faster',
    ])
    expect(found.locales).toEqual(['en-US'])
    expect(found.summary).toBe('6 texts in 1 locale, 28 settings')
  })

  test.each([
    ['version: {copyrigth: x}', ':1 has the unknown key copyrigth', 'did you mean copyright?'],
    ['version: {release: manuel}', 'has a wrong version.release: it must be manual', ''],
    ['version: {release: scheduled}', 'has a scheduled release without a date', 'earliest-release'],
    [
      'version: {earliest-release: 2026-12-24T09:00:00Z}',
      'has a date of release, but the release is not scheduled',
      '',
    ],
    [
      'version: {release: manual, earliest-release: 2026-12-24T09:00:00Z}',
      'has a date of release, but the release is not scheduled',
      '',
    ],
    ['version: {release: scheduled, earliest-release: 2026-12-24T09:00}', 'with a time zone', ''],
    ['version: {release: scheduled, earliest-release: 2026-02-30T09:00Z}', 'with a time zone', ''],
    ['version: {copyright: 2026}', 'expected string, received number', 'put it in quotes'],
    ['version: {copyright: ""}', 'it is empty', ''],
    ['version:\n  copyright:', 'has no value for version.copyright', 'remove the key'],
    ['app: {categories: {primary: BOKS}}', 'it must be BOOKS', ''],
    [
      'app: {categories: {primary-subcategories: [GAMES_WORD, GAMES_CARD, GAMES_MUSIC]}}',
      'more than two subcategories',
      '',
    ],
    [
      'app: {categories: {primary: TRAVEL, primary-subcategories: [GAMES_WORD]}}',
      'GAMES_WORD, which is none of TRAVEL',
      'remove it',
    ],
    [
      'app: {categories: {primary: STICKERS, primary-subcategories: [GAMES_WORD]}}',
      'GAMES_WORD, which is none of STICKERS',
      'use STICKERS_ANIMALS',
    ],
    [
      'app: {categories: {primary: GAMES, primary-subcategories: [GAMES_WORD, GAMES_WORD]}}',
      'has the subcategory GAMES_WORD twice',
      '',
    ],
    ['app: {price: {base-territory: USA}}', 'lacks app.price.customer-price', 'add it'],
    ['app: {price: {base-territory: usa, customer-price: 1}}', 'three capital letters', ''],
    ['app: {price: {base-territory: USA, customer-price: 1 USD}}', 'a number such as', ''],
    ['age-rating: {gambling: no}', 'expected boolean', 'write true or false'],
    ['age-rating: {gambling: NONE}', 'expected boolean', 'write true or false'],
    ['age-rating: {violenceRealistic: OFTEN}', 'it must be NONE, INFREQUENT_OR_MILD', ''],
    ['age-rating: {violenceRealstic: NONE}', 'unknown key', 'did you mean violenceRealistic?'],
    ['build: newest', 'latest or a build number', ''],
    ['review: {contact: {phone: 020 7946 0123}}', 'is not a phone number', '+ and the country'],
    ['review: {contact: {phone: "+81-90-0000-0000"}}', 'is not a phone number', ''],
    ['review: {contact: {phone: "+44 20 7946 0123 ext. 7"}}', 'is not a phone number', ''],
    ['review: {contact: {email: ada@example}}', 'is not an e-mail address', ''],
    ['localizations: {de: {name: x}}', 'has the unknown key de', 'did you mean de-DE?'],
    ['localizations: {ja: {nmae: x}}', 'has the unknown key nmae', 'did you mean name?'],
    [`localizations: {ja: {name: ${'x'.repeat(31)}}}`, 'allows 30 for "name of ja"', ''],
    ['localizations: {ja: {subtitle: "a\\nb"}}', 'has more than one line', 'in one line'],
    ['localizations: {ja: {name: "a\\tb"}}', 'has a control character', ''],
    ['localizations: {ja: {support-url: a.b}}', 'it is not a web address', ''],
    ['build: latest\nbuild: "7"', ':2 is not valid YAML: the key build is there twice', ''],
  ])('is told what is wrong, once and on its line: %s', async (yaml, what, next) => {
    const [fault = '', ...others] = await faults(yaml)
    expect(others).toEqual([])
    expect(fault).toMatch(/^error [\w-]+ app-store.yml:\d/u)
    expect(fault).toContain(what)
    expect(fault).toContain(next)
  })

  test('is told everything that is wrong, each on its own line', async () => {
    const yaml = [
      'version:',
      '  release: never',
      'localizations:',
      '  en-US:',
      '    name: App',
      '    subtitle: |',
      `      ${'x'.repeat(31)}`,
      '    marketing-url: here',
    ]
    expect(await told({'app-store.yml': yaml.join('\n')})).toEqual([
      'error wrong-yaml app-store.yml:2',
      'error text-too-long app-store.yml:6',
      'error not-a-url app-store.yml:8',
    ])
  })

  test.each([
    ['__proto__: {copyright: x}', 'has the unknown key __proto__'],
    ['constructor: {name: x}', 'has the unknown key constructor'],
    ['localizations: {ja: {toString: x}}', 'has the unknown key toString'],
    ['version: [copyright]', 'has a wrong version: expected object, received array'],
    ['- version', 'has a wrong content: expected object, received array'],
    ['localizations: {ja: [name]}', 'expected object, received array'],
    ['app: {categories: {primary-subcategories: GAMES_WORD}}', 'expected array, received string'],
    ['a: &a [*a]', 'has the unknown key a'],
    ['localizations: &a {ja: *a}', 'has the unknown key ja'],
  ])('takes no structure for another one: %s', async (yaml, what) => {
    const [fault = '', ...others] = await faults(yaml)
    expect(others).toEqual([])
    expect(fault).toContain(what)
  })

  test('may share a text between locales by an alias', async () => {
    const yaml = 'localizations:\n  en-US: &en\n    name: App\n  en-GB: *en\n'
    const found = await config(yaml.replaceAll('\n', '\r\n'))
    expect(found.diagnostics).toEqual([])
    expect(declaredTexts(found)).toEqual(['en-GB/name: App', 'en-US/name: App'])
    expect(found.metadata.texts.get('en-GB')?.get('name')?.at.line).toBe(4)
  })

  test.each(['', '# nothing yet', '{}', 'app: {}', 'localizations: {ja: {}}'])(
    'is warned about if it declares nothing: %j',
    async (yaml) => {
      expect(await told({'app-store.yml': yaml})).toEqual([
        'warning nothing-declared app-store.yml',
      ])
    },
  )

  test('takes a price as a number or in quotes', async () => {
    for (const price of ['0.99', '"0.99"']) {
      // oxlint-disable-next-line no-await-in-loop -- each a folder of its own
      const {metadata} = await config(
        `app: {price: {base-territory: USA, customer-price: ${price}}}`,
      )
      expect(metadata.app.price?.customerPrice.value).toBe('0.99')
    }
  })

  test('is missed if somebody named it', async () => {
    const named = {config: {path: 'store.yml', optional: false}}
    expect(await told({'metadata/en-US/name.txt': 'App'}, named)).toEqual([
      'error missing-config store.yml',
    ])
    const {diagnostics} = await find({})
    expect(diagnostics.map(({what}) => what)).toEqual([
      'does not exist, and neither does app-store.yml',
    ])
  })

  test('is limited by `locales` too', async () => {
    const yaml = `localizations: {ja: {name: ${'x'.repeat(31)}}, ko: {name: 앱}}`
    const found = await config(yaml, {locales: ['ko']})
    expect(found.diagnostics).toEqual([])
    expect(declaredTexts(found)).toEqual(['ko/name: 앱'])
    expect(found.locales).toEqual(['ja', 'ko'])
  })
})

describe('`env:NAME`', () => {
  const yaml =
    'localizations: {ja: {name: env:APP_NAME}}\nreview: {demo-account: {name: env:USER_NAME}}'

  test('takes a value from the environment, and keeps it secret', async () => {
    const secrets: string[] = []
    const {metadata, diagnostics} = await config(yaml, {
      env: {APP_NAME: 'App', USER_NAME: 'tester\n'},
      addSecret: (value) => secrets.push(value),
    })
    expect(diagnostics).toEqual([])
    expect(metadata.texts.get('ja')?.get('name')).toMatchObject({value: 'App', isSecret: true})
    expect(metadata.review.get('demoAccountName')).toMatchObject({value: 'tester', isSecret: true})
    expect(secrets).toEqual(expect.arrayContaining(['App', 'tester']))
  })

  test('may end with a line feed, as secrets often do', async () => {
    const {metadata, diagnostics} = await config('build: env:A\nversion: {release: env:B}', {
      env: {A: '42\n', B: 'manual\n'},
    })
    expect(diagnostics).toEqual([])
    expect(metadata.build?.value).toBe('42')
    expect(metadata.release.release?.value).toBe('MANUAL')
  })

  test.each([
    ['not set', {USER_NAME: 'x'}, 'which is not set'],
    ['empty', {APP_NAME: '', USER_NAME: 'x'}, 'which is empty'],
  ])('that is %s is an error', async (_, env, what) => {
    const [fault, ...others] = await faults(yaml, {env})
    expect(others).toEqual([])
    expect(fault).toContain('error unset-variable app-store.yml:1')
    expect(fault).toContain(what)
  })

  test('must name a variable', async () => {
    expect(await told({'app-store.yml': 'build: env:a-b'})).toEqual([
      'error wrong-variable app-store.yml:1',
    ])
  })

  test('is not looked up by a run that reads no environment, and what it stands for is unknown', async () => {
    const all = `${yaml}\nversion: {release: scheduled, earliest-release: env:DATE}\nbuild: env:BUILD`
    const {metadata, diagnostics} = await config(all, {env: null})
    expect(diagnostics).toEqual([])
    expect(metadata.texts.size).toBe(0)
    expect(metadata.review.size).toBe(0)
    expect(metadata.build).toBeNull()
    expect(metadata.release.release?.value).toBe('SCHEDULED')
  })

  test('is checked like any value, without a word of it', async () => {
    const secret = 's'.repeat(40)
    const wrong = [
      ...(await faults(yaml, {env: {APP_NAME: secret, USER_NAME: 'x'}})),
      ...(await faults('review: {contact: {phone: env:A}}', {env: {A: secret}})),
      ...(await faults('version: {release: env:A}', {env: {A: secret}})),
      ...(await faults('app: {price: {base-territory: env:A, customer-price: env:A}}', {
        env: {A: secret},
      })),
    ]
    expect(wrong).toHaveLength(5)
    expect(wrong.join('\n')).not.toContain('sss')
  })
})

import {afterEach, describe, expect, test} from '@jest/globals'

import {declaredTexts, find, removeWorkspaces, short, told} from './found.ts'

afterEach(removeWorkspaces)

describe('A folder of texts', () => {
  test('declares six texts of each locale, in the order of App Store Connect’s page', async () => {
    const found = await find({
      'metadata/en-US/marketing_url.txt': 'https://example.com\n',
      'metadata/en-US/support_url.txt': 'https://example.com/support\n',
      'metadata/en-US/keywords.txt': 'one,two\n',
      'metadata/en-US/release_notes.txt': 'Faster\n',
      'metadata/en-US/description.txt': 'All of it\r\n\r\nAnd more\r\n\r\n',
      'metadata/en-US/promotional_text.txt': 'Try it\n',
      'metadata/DE-de/description.txt': 'Alles',
    })
    expect(found.diagnostics).toEqual([])
    expect(declaredTexts(found)).toEqual([
      'de-DE/description: Alles',
      'en-US/promotionalText: Try it',
      'en-US/description: All of it\n\nAnd more',
      'en-US/whatsNew: Faster',
      'en-US/keywords: one,two',
      'en-US/supportUrl: https://example.com/support',
      'en-US/marketingUrl: https://example.com',
    ])
    expect(found.summary).toBe('7 texts in 2 locales')
    expect(found.metadata.texts.get('de-DE')?.get('description')?.at).toEqual({
      path: 'metadata/DE-de/description.txt',
    })
  })

  test('leaves a text alone whose file is empty, or has blanks only', async () => {
    const found = await find({
      'metadata/en-US/description.txt': 'Text',
      'metadata/en-US/keywords.txt': '',
      'metadata/en-US/support_url.txt': ' \n\n',
      'metadata/ja/description.txt': '\n',
    })
    expect(found.diagnostics).toEqual([])
    expect(declaredTexts(found)).toEqual(['en-US/description: Text'])
  })

  test('may be missing if there is a file, unless somebody named it', async () => {
    const config = {'app-store.yml': 'build: latest'}
    expect(await told(config)).toEqual([])
    const folder = {path: 'metadata', optional: false}
    expect(await told(config, {folder})).toEqual(['error missing-root metadata'])
    expect(await told({}, {folder})).toEqual(['error missing-root metadata'])
    expect(await told({})).toEqual(['error missing-root metadata'])
  })

  test('may lie anywhere in the workspace', async () => {
    const entries = {'fastlane/metadata/en-US/description.txt': 'Text'}
    const found = await find(entries, {folder: {path: 'fastlane/metadata', optional: true}})
    expect(found.diagnostics).toEqual([])
    expect(found.metadata.texts.get('en-US')?.get('description')?.at).toEqual({
      path: 'fastlane/metadata/en-US/description.txt',
    })
  })

  test.each([
    ['a file', {metadata: 'text'}, 'error root-not-a-folder metadata'],
    ['a link to nothing', {metadata: {linkTo: 'nothing'}}, 'error broken-link metadata'],
    ['without a text', {'metadata/notes.md': 'x'}, 'warning no-texts metadata'],
  ] as const)('is told of when it is %s', async (_, entries, expected) => {
    expect(await told(entries)).toEqual([expected])
  })
})

describe('The input `locales`', () => {
  const entries = {
    'metadata/en-US/description.txt': 'Text',
    'metadata/ja/description.txt': '文',
    'metadata/ja/keywords.txt': '語'.repeat(101),
  }

  test('limits what is read', async () => {
    const found = await find(entries, {locales: ['en-US']})
    expect(found.diagnostics).toEqual([])
    expect(declaredTexts(found)).toEqual(['en-US/description: Text'])
  })

  test('with a locale that has no texts is no mistake: another section may have it', async () => {
    expect(await told(entries, {locales: ['ko']})).toEqual(['note no-texts metadata'])
    expect(await told(entries, {locales: ['ko', 'en-US']})).toEqual([])
  })
})

describe('A name that means nothing', () => {
  test.each([
    ['desciption.txt', 'description.txt'],
    ['Description.txt', 'description.txt'],
    ['release_note.txt', 'release_notes.txt'],
    ['whats_new.txt', 'release_notes.txt'],
    ['whatsNew.txt', 'release_notes.txt'],
    ['promotionalText.txt', 'promotional_text.txt'],
    ['support.txt', 'support_url.txt'],
    ['sub_title.txt', 'subtitle.txt'],
  ])('in a locale folder is a warning with the right one: %s', async (name, right) => {
    const {diagnostics, metadata} = await find({
      'metadata/en-US/keywords.txt': 'x',
      [`metadata/en-US/${name}`]: 'x'.repeat(5000),
    })
    expect(diagnostics.map(short)).toEqual([`warning unknown-text-file metadata/en-US/${name}`])
    expect(diagnostics[0]?.next).toContain(right)
    expect(metadata.texts.get('en-US')?.size).toBe(1)
  })

  test('and is like none gets the whole list', async () => {
    const {diagnostics} = await find({
      'metadata/en-US/keywords.txt': 'x',
      'metadata/en-US/qqqqqqqqqqqq.txt': 'x',
    })
    expect(diagnostics[0]?.next).toContain('promotional_text.txt, description.txt, ')
  })

  test('of a locale is a warning with Apple’s', async () => {
    const {diagnostics} = await find({
      'metadata/en-US/keywords.txt': 'x',
      'metadata/de/keywords.txt': 'x',
      'metadata/pictures/keywords.txt': 'x',
    })
    expect(diagnostics.map(short)).toEqual([
      'warning unknown-locale metadata/de',
      'warning unknown-locale metadata/pictures',
    ])
    expect(diagnostics[0]?.next).toBe('use de-DE')
  })

  test('may belong to a folder, or to a text beside the locales', async () => {
    expect(
      await told({
        'metadata/en-US/keywords.txt': 'x',
        'metadata/en-US/images/1.png': 'x',
        'metadata/keywords.txt': 'x',
        'metadata/copyrigth.txt': 'x',
      }),
    ).toEqual([
      'warning unknown-text-file metadata/copyrigth.txt',
      'warning nested-too-deep metadata/en-US/images',
      'warning file-outside-locale metadata/keywords.txt',
    ])
  })

  test('is no matter for read-me files, hidden ones and what belongs to Google Play', async () => {
    expect(
      await told({
        'metadata/README.txt': 'x',
        'metadata/.gitkeep': '',
        'metadata/android/en-US/full_description.txt': 'x',
        'metadata/en-US/keywords.txt': 'x',
        'metadata/en-US/notes.md': 'x',
        'metadata/en-US/.DS_Store': 'x',
        'metadata/en-US/Thumbs.db': 'x',
      }),
    ).toEqual([])
  })
})

test('What nobody reads is left alone, and told once', async () => {
  const {diagnostics} = await find({
    'metadata/app_icon.jpg': 'x',
    'metadata/app_store_rating_config.json': '{}',
    'metadata/trade_representative_contact_information/first_name.txt': 'x',
    'metadata/en-US/description.txt': 'Text',
  })
  expect(diagnostics.map(short)).toEqual(['note left-alone metadata'])
  expect(diagnostics[0]?.what).toBe(
    'has files that this action does not manage: app_icon.jpg, app_store_rating_config.json, trade_representative_contact_information/',
  )
})

describe('A text that App Store Connect would not take', () => {
  test.each([
    ['promotional_text.txt', 170],
    ['description.txt', 4000],
    ['release_notes.txt', 4000],
    ['keywords.txt', 100],
  ])('is an error on the line that crosses the limit: %s', async (name, limit) => {
    const path = `metadata/en-US/${name}`
    const long = (line: number) => `error text-too-long ${path}:${line}`
    expect(await told({[path]: 'é'.repeat(limit)})).toEqual([])
    const emoji = ['description.txt', 'release_notes.txt'].includes(name)
    expect(await told({[path]: `${'🙂'.repeat(limit)}\n \n`})).toEqual(
      emoji ? [`warning emoji ${path}:1`] : [],
    )
    expect(await told({[path]: 'x'.repeat(limit + 1)})).toEqual([long(1)])
    expect(await told({[path]: `x\n\n${'x'.repeat(limit - 3)}\nx`})).toEqual([long(3)])
    expect(await told({[path]: `x\r\n\r\n${'x'.repeat(limit - 4)}\r\nxx`})).toEqual([long(4)])
    expect(await told({[path]: `${'x\n'.repeat(limit)}x`})).toEqual([long(limit / 2 + 1)])
  })

  test('says how much is too much', async () => {
    const path = 'metadata/en-US/keywords.txt'
    const {diagnostics} = await find({[path]: `one\n${'x'.repeat(120)}`})
    expect(diagnostics).toEqual([
      {
        severity: 'error',
        code: 'text-too-long',
        what: 'has 124 characters, but App Store Connect allows 100 for "keywords of en-US"',
        next: 'shorten it by 24 characters; the limit is exceeded in line 2',
        about: {path, line: 2},
      },
    ])
  })

  test.each(['support_url.txt', 'marketing_url.txt', 'privacy_url.txt'])(
    'is an error in %s unless it is one web address',
    async (name) => {
      const path = `metadata/en-US/${name}`
      for (const url of ['https://example.com/a?b=c#d', 'HTTP://例え.jp', 'https://user@a.b:8/']) {
        // oxlint-disable-next-line no-await-in-loop -- each a folder of its own
        expect(await told({[path]: `${url}\n`})).toEqual([])
      }
      const wrong = [
        'example.com',
        '/support',
        'ftp://example.com',
        'javascript:alert(1)',
        'https://',
        'https://a b.com',
        'https://a.com\nhttps://b.com',
        '\nhttps://a.com',
        'mailto:a@b.com',
      ]
      for (const url of wrong) {
        // oxlint-disable-next-line no-await-in-loop
        expect(await told({[path]: url})).toEqual([`error not-a-url ${path}:1`])
      }
    },
  )

  test('is an error where it cannot be read, or leads out of the workspace', async () => {
    expect(
      await told({
        'metadata/en-US/description.txt': {linkTo: '/etc/hostname'},
        'metadata/en-US/keywords.txt': {pipe: true},
        'metadata/en-US/release_notes.txt': {linkTo: 'nothing'},
      }),
    ).toEqual([
      'error outside-workspace metadata/en-US/description.txt',
      'error not-a-file metadata/en-US/keywords.txt',
      'error broken-link metadata/en-US/release_notes.txt',
    ])
  })

  test('is an error where it is there twice', async () => {
    expect(
      await told({'metadata/en-US/keywords.txt': 'a', 'metadata/en-us/keywords.txt': 'b'}),
    ).toEqual(['error same-text-twice metadata/en-us/keywords.txt'])
  })
})

test('A text file may be shared by a link', async () => {
  const found = await find({
    'metadata/en-US/support_url.txt': 'https://example.com',
    'metadata/en-GB/support_url.txt': {linkTo: '../en-US/support_url.txt'},
    'metadata/fr-CA': {linkTo: 'en-US'},
  })
  expect(found.diagnostics).toEqual([])
  expect([...found.metadata.texts.keys()]).toEqual(['en-GB', 'en-US', 'fr-CA'])
})

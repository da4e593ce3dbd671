import {afterEach, describe, expect, test} from '@jest/globals'

import {declaredTexts, find, removeWorkspaces, short, told} from './found.ts'

afterEach(removeWorkspaces)

describe('A folder of fastlane’s', () => {
  test('declares settings too', async () => {
    const {metadata, diagnostics, summary} = await find({
      'metadata/copyright.txt': '2026 Example GmbH\n',
      'metadata/primary_category.txt': 'MZGenre.Games\n',
      'metadata/primary_first_sub_category.txt': 'MZGenre.Sports',
      'metadata/primary_second_sub_category.txt': 'GAMES_WORD',
      'metadata/secondary_category.txt': 'MZGenre.Apps.Food_Drink',
      'metadata/secondary_first_sub_category.txt': '\n',
      'metadata/review_information/first_name.txt': 'Ada',
      'metadata/review_information/phone_number.txt': '+44 844 209 0611',
      'metadata/review_information/notes.txt': 'a\r\nb\r\n',
    })
    expect(diagnostics).toEqual([])
    expect(metadata.release.copyright).toEqual({
      value: '2026 Example GmbH',
      at: {path: 'metadata/copyright.txt'},
      isSecret: false,
    })
    expect([...metadata.app.categories].map(([slot, {value}]) => [slot, value])).toEqual([
      ['primaryCategory', 'GAMES'],
      ['primarySubcategoryOne', 'GAMES_SPORTS'],
      ['primarySubcategoryTwo', 'GAMES_WORD'],
      ['secondaryCategory', 'FOOD_AND_DRINK'],
    ])
    expect([...metadata.review].map(([name, {value}]) => [name, value])).toEqual([
      ['contactFirstName', 'Ada'],
      ['contactPhone', '+44 844 209 0611'],
      ['notes', 'a\nb'],
    ])
    expect(summary).toBe('8 settings')
  })

  test('with name and password of a demo account says that App Review needs it, as deliver does', async () => {
    const secrets: string[] = []
    const {metadata} = await find(
      {
        'metadata/review_information/demo_user.txt': 'tester',
        'metadata/review_information/demo_password.txt': 'hunter2\n',
      },
      {addSecret: (value) => secrets.push(value)},
    )
    expect(
      [...metadata.review].map(([name, {value, isSecret}]) => [name, value, isSecret]),
    ).toEqual([
      ['demoAccountRequired', true, false],
      ['demoAccountName', 'tester', false],
      ['demoAccountPassword', 'hunter2', true],
    ])
    expect(secrets).toEqual(['hunter2'])
  })

  test('with a demo account leaves it to `app-store.yml` whether App Review needs it', async () => {
    const {metadata, diagnostics} = await find({
      'metadata/review_information/demo_user.txt': 'tester',
      'metadata/review_information/demo_password.txt': 'hunter2',
      'app-store.yml': 'review: {demo-account: {required: false}}',
    })
    expect(diagnostics).toEqual([])
    expect(metadata.review.get('demoAccountRequired')).toMatchObject({
      value: false,
      at: {path: 'app-store.yml', line: 1},
    })
  })

  test.each([
    ['metadata/primary_category.txt', 'Boks', 'error unknown-category', 'write BOOKS'],
    ['metadata/primary_category.txt', 'constructor', 'error unknown-category', 'write BOOKS'],
    ['metadata/primary_first_sub_category.txt', 'BOOKS', 'error unknown-category', 'write GAMES_'],
    ['metadata/review_information/email_address.txt', 'ada', 'error not-an-email', ''],
    ['metadata/review_information/phone_number.txt', '0123', 'error not-a-phone-number', ''],
    ['metadata/review_information/review_notes.txt', 'x', 'warning unknown-text-file', 'notes.txt'],
    ['metadata/review_information/demo.txt', 'x', 'warning unknown-text-file', 'demo_user.txt'],
    ['metadata/review_information/a/b.txt', 'x', 'warning nested-too-deep', ''],
    ['metadata/en-US/copyright.txt', 'x', 'warning unknown-text-file', 'move it to metadata'],
    ['metadata/en-US/name.txt', 'a\nb', 'error forbidden-character', 'in one line'],
    ['metadata/en-US/subtitle.txt', 'a\u0007', 'error forbidden-character', ''],
    ['metadata/en-US/privacy_url.txt', 'a.b', 'error not-a-url', ''],
  ])('is told what is wrong with %s', async (path, text, fault, next) => {
    const {diagnostics} = await find({'metadata/ja/name.txt': 'x', [path]: text})
    expect(diagnostics.map(short)).toEqual([
      expect.stringMatching(`^${fault} ${path.replace('/b.txt', '')}(?::\\d)?$`),
    ])
    expect(diagnostics[0]?.next).toContain(next)
  })
})

describe('The folder `default`', () => {
  test('has what the locales lack, of the folder and of `app-store.yml`', async () => {
    const found = await find({
      'metadata/default/name.txt': 'App',
      'metadata/default/support_url.txt': 'https://a.b',
      'metadata/en-US/name.txt': 'My App',
      'metadata/ja/description.txt': '文',
      'metadata/ko/name.txt': '',
      'app-store.yml': 'localizations: {fr-FR: {support-url: https://a.fr}}',
    })
    expect(found.diagnostics).toEqual([])
    expect(declaredTexts(found).toSorted()).toEqual([
      'en-US/name: My App',
      'en-US/supportUrl: https://a.b',
      'fr-FR/name: App',
      'fr-FR/supportUrl: https://a.fr',
      'ja/description: 文',
      'ja/name: App',
      'ja/supportUrl: https://a.b',
      'ko/supportUrl: https://a.b',
    ])
    expect(found.metadata.texts.get('ja')?.get('name')?.at).toEqual({
      path: 'metadata/default/name.txt',
    })
    expect(found.locales.toSorted()).toEqual(['en-US', 'fr-FR', 'ja', 'ko'])
  })

  test('is checked once, however many locales it is for', async () => {
    expect(
      await told({
        'metadata/default/name.txt': 'x'.repeat(31),
        'metadata/en-US/description.txt': 'x',
        'metadata/ja/description.txt': 'x',
      }),
    ).toEqual(['error text-too-long metadata/default/name.txt:1'])
  })

  test('is for the wanted locales only', async () => {
    const found = await find(
      {
        'metadata/default/name.txt': 'App',
        'metadata/ja/keywords.txt': 'x',
        'metadata/ko/keywords.txt': 'x',
      },
      {locales: ['ko']},
    )
    expect(declaredTexts(found)).toEqual(['ko/name: App', 'ko/keywords: x'])
  })
})

test('What both declare is an error that names both places', async () => {
  const {diagnostics} = await find({
    'metadata/en-US/name.txt': 'App',
    'metadata/ja/name.txt': 'App',
    'metadata/copyright.txt': '2026',
    'app-store.yml': [
      'version:',
      '  copyright: 2026 Example',
      'localizations:',
      '  en-US:',
      '    name: App',
      '    subtitle: App',
    ].join('\n'),
  })
  expect(diagnostics.map((each) => `${short(each)} ${each.what}`)).toEqual([
    'error declared-twice app-store.yml:2 declares the copyright, which metadata/copyright.txt declares too',
    'error declared-twice app-store.yml:5 declares the name of en-US, which metadata/en-US/name.txt declares too',
  ])
})

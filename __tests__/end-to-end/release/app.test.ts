import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {annotated} from '../../helpers/annotated.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {config, costOf, METADATA, planned, reads, sent, storeOf, UNCHANGED} from './declared.ts'

afterAll(closeScenarios)

const APP = config(
  'app:',
  '  content-rights: does-not-use-third-party-content',
  '  categories: {primary: GAMES, primary-subcategories: [GAMES_PUZZLE, GAMES_WORD], secondary: TRAVEL}',
  'age-rating: {gambling: false, violenceRealistic: NONE}',
)

/** As a request has a category. */
function link(id: string) {
  return {data: {type: 'appCategories', id}}
}

test.concurrent('The first run sends what is declared of app, categories and age rating in a request each, and the second one nothing', async () => {
  const {simulator, run} = await scenario(APP, storeOf())
  const plan = green(await run({...METADATA, mode: 'plan'}))
  expect(plan.writes).toEqual([])
  const first = green(await run(METADATA))
  expect(planned(first)).toEqual(planned(plan))
  expect(costOf(plan)).toBe(3)
  expect(first.writes).toHaveLength(3)
  expect(sent(first)).toEqual(
    expect.arrayContaining([
      ['PATCH', '/v1/apps/:id', {contentRightsDeclaration: 'DOES_NOT_USE_THIRD_PARTY_CONTENT'}],
      [
        'PATCH',
        '/v1/appInfos/:id',
        {
          primaryCategory: link('GAMES'),
          primarySubcategoryOne: link('GAMES_PUZZLE'),
          primarySubcategoryTwo: link('GAMES_WORD'),
          secondaryCategory: link('TRAVEL'),
        },
      ],
      ['PATCH', '/v1/ageRatingDeclarations/:id', {gambling: false, violenceRealistic: 'NONE'}],
    ]),
  )
  expect(planned(plan)).toMatchObject({
    'content rights': [null, 'does-not-use-third-party-content'],
    'gambling of the age rating': [null, 'no'],
    'primary category': [null, 'GAMES'],
  })
  expect(simulator.records('appInfos')).toMatchObject([{related: {primaryCategory: 'GAMES'}}])

  const second = green(await run(METADATA))
  expect(second.writes).toEqual([])
  expect(reads(second)).toEqual(UNCHANGED)
  for (const {report} of [plan, first])
    expect(report.includes('first primary subcategory')).toBe(true)
})

const INFO = {
  categories: {primaryCategory: 'GAMES', primarySubcategoryOne: 'GAMES_PUZZLE'},
  ageRating: {gambling: false, violenceRealistic: 'NONE', advertising: true},
}

test.concurrent('One changed field is one request that carries nothing else', async () => {
  const {simulator, run, write} = await scenario(
    config('app: {categories: {primary: GAMES, primary-subcategories: [GAMES_WORD]}}'),
    storeOf({appInfos: [INFO]}),
  )
  expect(sent(green(await run(METADATA)))).toEqual([
    ['PATCH', '/v1/appInfos/:id', {primarySubcategoryOne: link('GAMES_WORD')}],
  ])
  await write(config('age-rating: {gambling: true, violenceRealistic: NONE}'))
  expect(sent(green(await run(METADATA)))).toEqual([
    ['PATCH', '/v1/ageRatingDeclarations/:id', {gambling: true}],
  ])
  await write(config('app: {content-rights: uses-third-party-content}'))
  expect(sent(green(await run(METADATA)))).toEqual([
    ['PATCH', '/v1/apps/:id', {contentRightsDeclaration: 'USES_THIRD_PARTY_CONTENT'}],
  ])
  expect(simulator.records('ageRatingDeclarations')).toMatchObject([
    {attributes: {gambling: true, violenceRealistic: 'NONE', advertising: true}},
  ])
})

test.concurrent('An empty list of subcategories takes those away that are there', async () => {
  const {simulator, run} = await scenario(
    config('app: {categories: {primary-subcategories: []}}'),
    storeOf({appInfos: [INFO]}),
  )
  const done = green(await run(METADATA))
  expect(sent(done)).toEqual([['PATCH', '/v1/appInfos/:id', {primarySubcategoryOne: {data: null}}]])
  expect(planned(done)).toEqual({'first primary subcategory': ['GAMES_PUZZLE', '(none)']})
  expect(simulator.records('appInfos')).toMatchObject([{related: {primaryCategory: 'GAMES'}}])
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('Of a live app the editable app info is changed', async () => {
  const live = {...INFO, state: 'READY_FOR_DISTRIBUTION'}
  const {simulator, run} = await scenario(
    config('app: {categories: {primary: TRAVEL}}'),
    storeOf({
      appInfos: [live, {...INFO, state: 'PREPARE_FOR_SUBMISSION'}],
      versions: [
        {versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'},
        {versionString: '1.0.0'},
      ],
    }),
  )
  green(await run(METADATA))
  const infos = simulator
    .records('appInfos')
    .map(({attributes: {state}, related}) => [state, related['primaryCategory']])
  expect(Object.fromEntries(infos)).toEqual({
    PREPARE_FOR_SUBMISSION: 'TRAVEL',
    READY_FOR_DISTRIBUTION: 'GAMES',
  })
})

test.concurrent('An app info that cannot change is left alone, and one warning names what differs', async () => {
  const {run} = await scenario(
    config(
      'app: {categories: {primary: TRAVEL}, content-rights: uses-third-party-content}',
      'age-rating: {gambling: true, violenceRealistic: NONE}',
    ),
    storeOf({appInfos: [{...INFO, state: 'IN_REVIEW'}]}),
  )
  const done = green(await run(METADATA))
  expect(sent(done)).toEqual([
    ['PATCH', '/v1/apps/:id', {contentRightsDeclaration: 'USES_THIRD_PARTY_CONTENT'}],
  ])
  const warnings = done.annotations.filter(({level}) => level === 'warning')
  expect(warnings).toHaveLength(1)
  expect(warnings[0]?.message).toContain('primary category and gambling of the age rating')
})

test.concurrent('The primary locale is set after the texts of that locale are there', async () => {
  const {simulator, run} = await scenario(
    {
      ...config('app: {primary-locale: ja}'),
      'metadata/ja/name.txt': 'アプリ\n',
      'metadata/ja/description.txt': '説明\n',
    },
    storeOf(),
  )
  const plan = green(await run({...METADATA, mode: 'plan'}))
  const done = green(await run(METADATA))
  expect(done.writes).toHaveLength(costOf(plan))
  expect(sent(done).at(-1)).toEqual(['PATCH', '/v1/apps/:id', {primaryLocale: 'ja'}])
  expect(simulator.apps()).toMatchObject([{primaryLocale: 'ja'}])
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('What Apple refuses is told on its line', async () => {
  const {run} = await scenario(
    config('app:', '  content-rights: uses-third-party-content', '  primary-locale: ja'),
    storeOf(),
  )
  const failed = red(await run(METADATA))
  expect(annotated(failed.stdout)).toContain('error app-store.yml:3')
})

test.concurrent('A new version brings the app info that is changed', async () => {
  const {simulator, run} = await scenario(
    config('app: {categories: {primary: TRAVEL}}'),
    storeOf({
      versions: [{versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'}],
      appInfos: [{...INFO, state: 'READY_FOR_DISTRIBUTION'}],
    }),
  )
  const inputs = {...METADATA, version: '1.0.0', 'create-version': 'true'}
  const plan = green(await run({...inputs, mode: 'plan'}))
  const done = green(await run(inputs))
  expect(planned(plan)).toEqual(planned(done))
  expect(done.writes).toHaveLength(costOf(plan))
  expect(simulator.records('appInfos').map(({related}) => related['primaryCategory'])).toEqual([
    'GAMES',
    'TRAVEL',
  ])
})

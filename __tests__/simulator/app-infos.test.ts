import {afterEach, describe, expect, test} from '@jest/globals'

import {createClient, dig, text} from '../../simulator/client.ts'
import type {Client, Reply} from '../../simulator/client.ts'
import {closeAll, start} from '../../simulator/harness.ts'
import {freshApp, liveApp} from '../../simulator/seeded-apps.ts'
import type {SimulatorOptions} from '../../simulator/simulator.ts'
import type {AppSeed} from '../../simulator/store/seeds.ts'

afterEach(closeAll)

const EVERYTHING =
  'include=ageRatingDeclaration,appInfoLocalizations,primaryCategory,primarySubcategoryOne,' +
  'primarySubcategoryTwo,secondaryCategory,secondarySubcategoryOne,secondarySubcategoryTwo' +
  '&limit[appInfoLocalizations]=50'

async function begin(app: AppSeed = freshApp(), options: SimulatorOptions = {}) {
  const simulator = await start({...options, apps: [app]})
  const client = await createClient(simulator)
  const appId = simulator.appIds[0] ?? ''
  const infos = await client.send('GET', `/v1/apps/${appId}/appInfos?${EVERYTHING}`)
  return {simulator, client, appId, infos: infos.body}
}

function send(client: Client, type: string, id: string, content: object): Promise<Reply> {
  return client.send('PATCH', `/v1/${type}/${id}`, {data: {type, id, ...content}})
}

function categories(client: Client, id: string, given: Readonly<Record<string, string>>) {
  const entries = Object.entries(given).map(
    ([name, category]) => [name, {data: {type: 'appCategories', id: category}}] as const,
  )
  return send(client, 'appInfos', id, {relationships: Object.fromEntries(entries)})
}

function localize(client: Client, info: string, attributes: object): Promise<Reply> {
  const relationships = {appInfo: {data: {type: 'appInfos', id: info}}}
  return client.send('POST', '/v1/appInfoLocalizations', {
    data: {type: 'appInfoLocalizations', attributes, relationships},
  })
}

const pointers = (reply: Reply) => {
  const errors = dig(reply.body, 'errors')
  return Array.isArray(errors) ? errors.map((each) => text(each, 'source', 'pointer')) : []
}

describe('The app infos', () => {
  test('of a new app are one, with nulls, and an age rating that has an id of its own', async () => {
    const {simulator, infos} = await begin()
    expect(dig(infos, 'data')).toMatchObject([
      {
        attributes: {state: 'PREPARE_FOR_SUBMISSION', appStoreAgeRating: null},
        relationships: {primaryCategory: {data: null}},
      },
    ])
    const id = text(infos, 'data', '0', 'id')
    const rating = dig(infos, 'data', '0', 'relationships', 'ageRatingDeclaration', 'data', 'id')
    expect(rating).toEqual(expect.any(String))
    expect(rating).not.toBe(id)
    const included = dig(infos, 'included')
    expect(included).toContainEqual(
      expect.objectContaining({
        type: 'appInfoLocalizations',
        attributes: {
          locale: 'en-US',
          name: 'Example',
          subtitle: null,
          privacyPolicyUrl: null,
          privacyChoicesUrl: null,
          privacyPolicyText: null,
        },
      }),
    )
    const [ratings] = simulator.records('ageRatingDeclarations')
    expect(ratings?.id).toBe(rating)
    expect(new Set(Object.values(ratings?.attributes ?? {}))).toEqual(new Set([null]))
  })

  test('of a live app are two, in any order, of which the live one is locked', async () => {
    const live = await begin(liveApp())
    expect(dig(live.infos, 'data')).toMatchObject([
      {attributes: {state: 'READY_FOR_DISTRIBUTION', appStoreState: 'READY_FOR_SALE'}},
      {attributes: {state: 'PREPARE_FOR_SUBMISSION'}},
    ])
    const id = text(live.infos, 'data', '0', 'id')
    expect(await categories(live.client, id, {primaryCategory: 'TRAVEL'})).toMatchObject({
      status: 409,
      body: {errors: [{code: 'STATE_ERROR'}]},
    })
    expect((await localize(live.client, id, {locale: 'ja', name: '例'})).status).toBe(409)
    const other = await begin(liveApp({appInfos: [{}, {state: 'READY_FOR_DISTRIBUTION'}]}))
    expect(text(other.infos, 'data', '0', 'attributes', 'state')).toBe('PREPARE_FOR_SUBMISSION')
  })

  test('become two with the next version', async () => {
    const versions = [{versionString: '1.0.0', state: 'READY_FOR_DISTRIBUTION'}]
    const {simulator, client, appId, infos} = await begin(freshApp({versions}))
    expect(dig(infos, 'data')).toHaveLength(1)
    const made = await client.send('POST', '/v1/appStoreVersions', {
      data: {
        type: 'appStoreVersions',
        attributes: {platform: 'IOS', versionString: '1.1.0'},
        relationships: {app: {data: {type: 'apps', id: appId}}},
      },
    })
    expect(made.status).toBe(201)
    const states = simulator.records('appInfos').map(({attributes}) => attributes['state'])
    expect(states).toEqual(['READY_FOR_DISTRIBUTION', 'PREPARE_FOR_SUBMISSION'])
    expect(simulator.records('appInfoLocalizations')).toHaveLength(2)
  })
})

describe('The categories', () => {
  test('are set, and drop subcategories that they do not have', async () => {
    const {simulator, client, infos} = await begin()
    const id = text(infos, 'data', '0', 'id')
    const games = {primaryCategory: 'GAMES', primarySubcategoryOne: 'GAMES_WORD'}
    expect((await categories(client, id, games)).status).toBe(200)
    expect(simulator.records('appInfos')[0]?.related).toMatchObject(games)
    expect((await categories(client, id, {primaryCategory: 'TRAVEL'})).status).toBe(200)
    expect(simulator.records('appInfos')[0]?.related).not.toHaveProperty('primarySubcategoryOne')
  })

  test.each([
    [{primaryCategory: 'JOURNEYS'}],
    [{primaryCategory: 'GAMES_WORD'}],
    [{primaryCategory: 'TRAVEL', secondaryCategory: 'TRAVEL'}],
    [{primaryCategory: 'TRAVEL', primarySubcategoryOne: 'GAMES_WORD'}],
  ])('%j are refused', async (given) => {
    const {simulator, client, infos} = await begin()
    expect(await categories(client, text(infos, 'data', '0', 'id'), given)).toMatchObject({
      status: 409,
      body: {errors: [{code: 'ENTITY_ERROR.RELATIONSHIP.INVALID'}]},
    })
    expect(simulator.records('appInfos')[0]?.related).not.toHaveProperty('primaryCategory')
  })
})

describe('A localization of the app info', () => {
  test.each([
    ['without a name', {locale: 'ja'}, 'name'],
    ['with a long name', {locale: 'ja', name: 'x'.repeat(31)}, 'name'],
    ['with a long subtitle', {locale: 'ja', name: 'x', subtitle: '語'.repeat(31)}, 'subtitle'],
    ['with an unknown locale', {locale: 'xx', name: 'x'}, 'locale'],
    ['that is there', {locale: 'en-US', name: 'x'}, 'locale'],
    ['with a wrong URL', {locale: 'ja', name: 'x', privacyPolicyUrl: 'a.b'}, 'privacyPolicyUrl'],
  ])('%s is refused', async (_, attributes, named) => {
    const {client, infos} = await begin()
    const reply = await localize(client, text(infos, 'data', '0', 'id'), attributes)
    expect(reply.status).toBe(409)
    expect(text(reply.body, 'errors', '0', 'source', 'pointer')).toContain(named)
  })

  test('is made, changed and deleted, but for the primary language', async () => {
    const {simulator, client, infos} = await begin()
    const made = await localize(client, text(infos, 'data', '0', 'id'), {locale: 'ja', name: '例'})
    expect(made.status).toBe(201)
    const id = text(made.body, 'data', 'id')
    const changed = await send(client, 'appInfoLocalizations', id, {attributes: {subtitle: '旅'}})
    expect(dig(changed.body, 'data', 'attributes')).toMatchObject({name: '例', subtitle: '旅'})
    expect((await client.send('DELETE', `/v1/appInfoLocalizations/${id}`)).status).toBe(204)
    const primary = simulator.records('appInfoLocalizations')[0]?.id ?? ''
    expect((await client.send('DELETE', `/v1/appInfoLocalizations/${primary}`)).status).toBe(409)
  })

  test('may come along with that of the version', async () => {
    const {simulator, client, infos} = await begin(freshApp(), {localizationsAppearInBoth: true})
    const version = simulator.versions()[0]?.id ?? ''
    const relationships = {appStoreVersion: {data: {type: 'appStoreVersions', id: version}}}
    await client.send('POST', '/v1/appStoreVersionLocalizations', {
      data: {type: 'appStoreVersionLocalizations', attributes: {locale: 'ja'}, relationships},
    })
    const reply = await localize(client, text(infos, 'data', '0', 'id'), {locale: 'ja', name: '例'})
    expect(reply).toMatchObject({
      status: 409,
      body: {errors: [{code: 'ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE'}]},
    })
  })
})

describe('The age rating', () => {
  test('takes answers of the right kind, all of a request or nothing', async () => {
    const {simulator, client} = await begin()
    const id = simulator.records('ageRatingDeclarations')[0]?.id ?? ''
    const rate = (attributes: object) => send(client, 'ageRatingDeclarations', id, {attributes})
    const wrong = await rate({gambling: 'NONE', contests: 'SOME', violence: 'NONE', lootBox: true})
    expect(wrong.status).toBe(409)
    expect(new Set(pointers(wrong))).toEqual(
      new Set(['gambling', 'contests', 'violence'].map((name) => `/data/attributes/${name}`)),
    )
    expect(simulator.records('ageRatingDeclarations')[0]?.attributes['lootBox']).toBeNull()
    expect(await rate({lootBox: true, contests: 'INFREQUENT'})).toMatchObject({
      status: 200,
      body: {data: {attributes: {lootBox: true, contests: 'INFREQUENT', gambling: null}}},
    })
  })
})

describe('The app', () => {
  test('declares content rights, and has a primary locale among those of the app info', async () => {
    const {simulator, client, appId, infos} = await begin()
    const rights = {contentRightsDeclaration: 'USES_THIRD_PARTY_CONTENT'}
    expect((await send(client, 'apps', appId, {attributes: rights})).status).toBe(200)
    expect(simulator.apps()[0]).toMatchObject(rights)
    const primary = {attributes: {primaryLocale: 'ja'}}
    expect((await send(client, 'apps', appId, primary)).status).toBe(409)
    await localize(client, text(infos, 'data', '0', 'id'), {locale: 'ja', name: '例'})
    expect((await send(client, 'apps', appId, primary)).status).toBe(200)
    expect(simulator.apps()[0]).toMatchObject({...rights, primaryLocale: 'ja'})
  })
})

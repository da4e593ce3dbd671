import {afterEach, describe, expect, test} from '@jest/globals'
import {Ajv} from 'ajv'

import {createClient, dig} from '../../simulator/client.ts'
import type {Client, Reply} from '../../simulator/client.ts'
import {closeAll, start} from '../../simulator/harness.ts'
import {closed} from '../../simulator/http/body-schemas.ts'
import type {SimulatorOptions} from '../../simulator/simulator.ts'

afterEach(closeAll)

type Attributes = Readonly<Record<string, string | null>>

const UNSET = {
  description: null,
  keywords: null,
  marketingUrl: null,
  promotionalText: null,
  supportUrl: null,
  whatsNew: null,
}

const RELEASED = {
  versionString: '0.9.0',
  state: 'READY_FOR_DISTRIBUTION',
  localizations: [
    {locale: 'en-US', texts: {description: 'Old', promotionalText: 'Try it', whatsNew: 'Faster'}},
  ],
}

/** An app with a released version, and the next one in the works. */
const SECOND: SimulatorOptions = {
  apps: [
    {
      bundleId: 'com.example.app',
      versions: [
        RELEASED,
        {
          versionString: '1.0.0',
          localizations: [{locale: 'en-US', texts: {description: 'Text', keywords: 'a,b'}}],
        },
      ],
    },
  ],
}

/** The id of the version's first localization. */
async function localizationOf(client: Client, versionString: string): Promise<string> {
  const apps = await client.send('GET', '/v1/apps')
  const path = `/v1/apps/${String(dig(apps.body, 'data', '0', 'id'))}/appStoreVersions`
  const versions = await client.send('GET', `${path}?filter[versionString]=${versionString}`)
  const id = String(dig(versions.body, 'data', '0', 'id'))
  const list = await client.send('GET', `/v1/appStoreVersions/${id}/appStoreVersionLocalizations`)
  return String(dig(list.body, 'data', '0', 'id'))
}

function change(client: Client, id: string, attributes: Attributes): Promise<Reply> {
  const data = {type: 'appStoreVersionLocalizations', id, attributes}
  return client.send('PATCH', `/v1/appStoreVersionLocalizations/${id}`, {data})
}

async function stage(options: SimulatorOptions = SECOND) {
  const simulator = await start(options)
  const client = await createClient(simulator)
  return {simulator, client, id: await localizationOf(client, '1.0.0')}
}

describe('The texts of a localization', () => {
  test('change by themselves, and are shown as Apple’s schema has them', async () => {
    const {simulator, client, id} = await stage()
    const reply = await change(client, id, {keywords: 'c', supportUrl: 'https://example.com'})
    expect(reply).toMatchObject({
      status: 200,
      body: {data: {id, attributes: {description: 'Text', keywords: 'c', whatsNew: null}}},
    })
    expect(simulator.texts('1.0.0')).toEqual({
      'en-US': {...UNSET, description: 'Text', keywords: 'c', supportUrl: 'https://example.com'},
    })
    const set = {...UNSET, marketingUrl: 'https://example.com/app', promotionalText: 'Now'}
    const all = Object.fromEntries(Object.entries(set).map(([name, text]) => [name, text ?? 'x']))
    const full = await change(client, id, {...all, supportUrl: 'http://example.com'})
    const data = Object(dig(full.body, 'data'))
    const validate = new Ajv({strict: false, validateFormats: false}).compile(
      closed('AppStoreVersionLocalization'),
    )
    validate({type: data.type, id: data.id, attributes: data.attributes, links: data.links})
    expect(validate.errors ?? []).toEqual([])
  })

  test.each([
    ['description', 4000],
    ['keywords', 100],
    ['promotionalText', 170],
    ['whatsNew', 4000],
  ])('are refused when they are too long: %s of more than %i characters', async (name, most) => {
    const {simulator, client, id} = await stage()
    expect(await change(client, id, {[name]: '語'.repeat(most)})).toMatchObject({status: 200})
    const before = simulator.texts('1.0.0')
    const reply = await change(client, id, {[name]: 'x'.repeat(most + 1), supportUrl: 'http://a.b'})
    expect(reply).toMatchObject({
      status: 409,
      body: {
        errors: [
          {
            code: 'ENTITY_ERROR.ATTRIBUTE.INVALID.TOO_LONG',
            source: {pointer: `/data/attributes/${name}`},
          },
        ],
      },
    })
    expect(simulator.texts('1.0.0')).toEqual(before)
  })

  test.each(['example.com', 'ftp://example.com', 'https://', 'https://a b.com'])(
    'are refused where a URL is none: %s',
    async (supportUrl) => {
      const {client, id} = await stage()
      expect(await change(client, id, {supportUrl})).toMatchObject({
        status: 409,
        body: {errors: [{source: {pointer: '/data/attributes/supportUrl'}}]},
      })
    },
  )

  test('are not what a locale or an unknown member is', async () => {
    const {client, id} = await stage()
    expect(await change(client, id, {locale: 'ja'})).toMatchObject({status: 409})
    expect(await change(client, id, {subtitle: 'x'})).toMatchObject({status: 409})
    expect(await change(client, 'none', {keywords: 'x'})).toMatchObject({status: 404})
  })

  test('stay as they are in a version that cannot be edited', async () => {
    const {simulator, client} = await stage()
    const released = await localizationOf(client, '0.9.0')
    expect(await change(client, released, {promotionalText: 'Now'})).toMatchObject({
      status: 409,
      body: {errors: [{code: 'STATE_ERROR'}]},
    })
    expect(simulator.texts('0.9.0')['en-US']).toMatchObject({promotionalText: 'Try it'})
  })

  test('have no What’s New in the first version of an app: the whole request is refused', async () => {
    const {simulator, client, id} = await stage({})
    expect(await change(client, id, {description: 'Text', whatsNew: 'All'})).toMatchObject({
      status: 409,
      body: {errors: [{code: 'STATE_ERROR', source: {pointer: '/data/attributes/whatsNew'}}]},
    })
    expect(simulator.texts()).toEqual({'en-US': UNSET})
    expect(await change(client, id, {description: 'Text'})).toMatchObject({status: 200})
  })

  test('come with a new localization, and are handed down to a new version but for What’s New', async () => {
    const simulator = await start({
      apps: [{bundleId: 'com.example.app', versions: [RELEASED]}],
    })
    const client = await createClient(simulator)
    const {appId} = await client.firstLocalization()
    const {body} = await client.send('POST', '/v1/appStoreVersions', {
      data: {
        type: 'appStoreVersions',
        attributes: {platform: 'IOS', versionString: '1.0.0'},
        relationships: {app: {data: {type: 'apps', id: appId}}},
      },
    })
    const add = (whatsNew: string) =>
      client.send('POST', '/v1/appStoreVersionLocalizations', {
        data: {
          type: 'appStoreVersionLocalizations',
          attributes: {locale: 'ja', whatsNew},
          relationships: {
            appStoreVersion: {data: {type: 'appStoreVersions', id: dig(body, 'data', 'id')}},
          },
        },
      })
    expect(await add('x'.repeat(4001))).toMatchObject({status: 409})
    expect(await add('速い')).toMatchObject({status: 201})
    expect(simulator.texts('1.0.0')).toEqual({
      'en-US': {...UNSET, description: 'Old', promotionalText: 'Try it'},
      ja: {...UNSET, whatsNew: '速い'},
    })
  })
})

test('A fault can be aimed at a change of texts', async () => {
  const {simulator, client, id} = await stage()
  simulator.faults.add({
    match: {path: 'texts'},
    effect: {kind: 'status', status: 503, applied: true},
  })
  expect(await change(client, id, {keywords: 'c'})).toMatchObject({status: 503})
  expect(simulator.texts()['en-US']).toMatchObject({keywords: 'c'})
  expect(simulator.requests.at(-1)?.routeClass).toBe('texts')
})

import {afterEach, describe, expect, test} from '@jest/globals'

import {createClient, dig, text} from '../../simulator/client.ts'
import {closeAll, start} from '../../simulator/harness.ts'
import {freshApp, liveApp} from '../../simulator/seeded-apps.ts'
import type {SimulatorOptions} from '../../simulator/simulator.ts'
import type {AppSeed} from '../../simulator/store/seeds.ts'

afterEach(closeAll)

const FUTURE = '2099-12-24T09:00:00Z'

async function begin(app: AppSeed = freshApp(), options: SimulatorOptions = {}) {
  const simulator = await start({...options, apps: [app]})
  const client = await createClient(simulator)
  const versionId = simulator.versions().at(-1)?.id ?? ''
  const change = (attributes: object, type = 'appStoreVersions', id = versionId) =>
    client.send('PATCH', `/v1/${type}/${id}`, {data: {type, id, attributes}})
  const create = (type: string, attributes: object) =>
    client.send('POST', `/v1/${type}`, {
      data: {
        type,
        attributes,
        relationships: {appStoreVersion: {data: {type: 'appStoreVersions', id: versionId}}},
      },
    })
  return {simulator, client, versionId, change, create}
}

describe('A version', () => {
  test('changes by what a request has', async () => {
    const {simulator, change} = await begin()
    const scheduled = {releaseType: 'SCHEDULED', earliestReleaseDate: FUTURE}
    expect((await change({...scheduled, copyright: '2026 A'})).status).toBe(200)
    expect(simulator.versions()[0]).toMatchObject({...scheduled, copyright: '2026 A'})
    expect(await change({releaseType: 'MANUAL'})).toMatchObject({
      status: 200,
      body: {data: {attributes: {releaseType: 'MANUAL', earliestReleaseDate: null}}},
    })
    expect((await change({versionString: '1.0.1'})).status).toBe(200)
    expect(simulator.versions()[0]).toMatchObject({versionString: '1.0.1', copyright: '2026 A'})
  })

  test.each([
    ['schedule without a date', {releaseType: 'SCHEDULED'}],
    ['date without a schedule', {earliestReleaseDate: FUTURE}],
    ['date that is over', {releaseType: 'SCHEDULED', earliestReleaseDate: '2020-01-01T00:00:00Z'}],
  ])('takes no %s', async (_, attributes) => {
    const {simulator, change} = await begin()
    const before = simulator.versions()
    const reply = await change({...attributes, copyright: '2026 A'})
    expect([reply.status, text(reply.body, 'errors', '0', 'source', 'pointer')]).toEqual([
      409,
      '/data/attributes/earliestReleaseDate',
    ])
    expect(simulator.versions()).toEqual(before)
  })

  test('takes no version string of another', async () => {
    const {change} = await begin(liveApp())
    expect((await change({versionString: '1.0.0'})).status).toBe(409)
    expect((await change({versionString: 'one'})).status).toBe(409)
  })

  test('in review names each attribute that is locked', async () => {
    const {simulator, change, versionId} = await begin()
    simulator.setVersionState(versionId, 'WAITING_FOR_REVIEW')
    expect(await change({copyright: 'A', releaseType: 'MANUAL'})).toMatchObject({
      status: 409,
      body: {
        errors: ['copyright', 'releaseType'].map((name) => ({
          code: 'STATE_ERROR',
          source: {pointer: `/data/attributes/${name}`},
        })),
      },
    })
    expect(simulator.versions()[0]?.copyright).toBeNull()
  })

  test('takes its build along with the rest, or nothing', async () => {
    const {simulator, client, versionId} = await begin()
    const patch = (build: string, copyright: string) =>
      client.send('PATCH', `/v1/appStoreVersions/${versionId}`, {
        data: {
          type: 'appStoreVersions',
          id: versionId,
          attributes: {copyright},
          relationships: {build: {data: {type: 'builds', id: build}}},
        },
      })
    expect((await patch('none', 'A')).status).toBe(409)
    expect(simulator.versions()[0]?.copyright).toBeNull()
    expect((await patch(simulator.addBuild({number: '1'}), 'B')).status).toBe(200)
    expect(simulator.versions()[0]?.copyright).toBe('B')
    expect(simulator.records('builds')[0]?.related['appStoreVersion']).toBe(versionId)
  })
})

describe('The texts of a version in review', () => {
  test('are locked one by one, but for promotional text', async () => {
    const {simulator, client, change} = await begin()
    const {localizationId, versionId} = await client.firstLocalization()
    const type = 'appStoreVersionLocalizations'
    simulator.setVersionState(versionId, 'IN_REVIEW')
    const all = {description: 'A', promotionalText: 'B', keywords: 'c'}
    const refused = await change(all, type, localizationId)
    expect(refused).toMatchObject({
      status: 409,
      body: {
        errors: [
          {source: {pointer: '/data/attributes/description'}},
          {source: {pointer: '/data/attributes/keywords'}},
        ],
      },
    })
    expect(simulator.texts()['en-US']?.['promotionalText']).toBeNull()
    expect((await change({promotionalText: 'B'}, type, localizationId)).status).toBe(200)
  })
})

describe('A phased release', () => {
  test('is made once, shown with the version, and deleted', async () => {
    const {client, versionId, create} = await begin()
    const type = 'appStoreVersionPhasedReleases'
    const made = await create(type, {phasedReleaseState: 'INACTIVE'})
    expect(made).toMatchObject({
      status: 201,
      body: {data: {attributes: {phasedReleaseState: 'INACTIVE', currentDayNumber: 0}}},
    })
    expect(await create(type, {})).toMatchObject({
      status: 409,
      body: {errors: [{code: 'STATE_ERROR.ALREADY_EXISTS'}]},
    })
    const path = `/v1/appStoreVersions/${versionId}?include=appStoreVersionPhasedRelease`
    expect(dig((await client.send('GET', path)).body, 'included')).toMatchObject([{type}])
    const id = text(made.body, 'data', 'id')
    expect((await client.send('DELETE', `/v1/${type}/${id}`)).status).toBe(204)
    expect((await create(type, {})).status).toBe(201)
  })

  test('has phases once the version is live, and not before', async () => {
    const {simulator, versionId, change, create} = await begin()
    const type = 'appStoreVersionPhasedReleases'
    expect((await create(type, {phasedReleaseState: 'ACTIVE'})).status).toBe(409)
    const id = text((await create(type, {})).body, 'data', 'id')
    expect((await change({phasedReleaseState: 'PAUSED'}, type, id)).status).toBe(409)
    simulator.setVersionState(versionId, 'READY_FOR_DISTRIBUTION')
    expect((await change({phasedReleaseState: 'PAUSED'}, type, id)).status).toBe(200)
  })
})

describe('A review detail', () => {
  const type = 'appStoreReviewDetails'

  test('says everything back, the password too', async () => {
    const {client, versionId, create} = await begin()
    const given = {contactFirstName: 'Ada', demoAccountPassword: 'secret', notes: 'n'}
    expect((await create(type, given)).status).toBe(201)
    const read = await client.send('GET', `/v1/appStoreVersions/${versionId}/appStoreReviewDetail`)
    expect(dig(read.body, 'data', 'attributes')).toMatchObject(given)
    expect(await create(type, given)).toMatchObject({
      status: 409,
      body: {errors: [{code: 'STATE_ERROR.ALREADY_EXISTS'}]},
    })
  })

  test.each([
    ['contactPhone', '+81-90-0000-0000'],
    ['contactPhone', '020 7946 0958'],
    ['contactPhone', '+44 twenty'],
    ['contactEmail', 'review.example.com'],
    ['contactEmail', 'review@example'],
    ['notes', 'x'.repeat(4001)],
  ])('does not take %s %j', async (name, value) => {
    const {simulator, create} = await begin()
    const reply = await create(type, {[name]: value})
    expect([reply.status, text(reply.body, 'errors', '0', 'source', 'pointer')]).toEqual([
      409,
      `/data/attributes/${name}`,
    ])
    expect(simulator.records(type)).toEqual([])
  })

  test('is refused with an error that may repeat what was sent', async () => {
    const given = {contactEmail: 'none', demoAccountPassword: 'secret'}
    const quiet = await begin()
    expect(JSON.stringify((await quiet.create(type, given)).body)).not.toContain('secret')
    const loud = await begin(freshApp(), {errorsRepeatValues: true})
    expect(JSON.stringify((await loud.create(type, given)).body)).toContain('secret')
  })
})

test.each([
  ['update-version', 'appStoreVersions'],
  ['update-app', 'apps'],
] as const)('A fault can be aimed at %s', async (path, type) => {
  const {simulator, change, versionId} = await begin()
  const struck = simulator.faults.add({
    match: {path},
    effect: {kind: 'status', status: 503, applied: true},
  })
  const id = type === 'apps' ? (simulator.appIds[0] ?? '') : versionId
  const attributes =
    type === 'apps'
      ? {contentRightsDeclaration: 'USES_THIRD_PARTY_CONTENT'}
      : {copyright: '2026 Example'}
  expect((await change(attributes, type, id)).status).toBe(503)
  expect(struck()).toBe(1)
  expect([simulator.apps()[0], simulator.versions()[0]]).toContainEqual(
    expect.objectContaining(attributes),
  )
})

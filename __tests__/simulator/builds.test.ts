import {setTimeout as pause} from 'node:timers/promises'
import {afterEach, describe, expect, test} from '@jest/globals'

import {createClient, dig, text} from '../../simulator/client.ts'
import type {Reply} from '../../simulator/client.ts'
import {closeAll, start} from '../../simulator/harness.ts'
import {freshApp, liveApp} from '../../simulator/seeded-apps.ts'
import type {AppSeed, BuildSeed} from '../../simulator/store/seeds.ts'

afterEach(closeAll)

async function begin(app: AppSeed = freshApp()) {
  const simulator = await start({apps: [app]})
  const client = await createClient(simulator)
  const versionId = simulator.versions().at(-1)?.id ?? ''
  const attach = (id: string) =>
    client.send('PATCH', `/v1/appStoreVersions/${versionId}/relationships/build`, {
      data: {type: 'builds', id},
    })
  return {simulator, client, versionId, attach, appId: simulator.appIds[0] ?? ''}
}

const versionsIn = ({body}: Reply) => {
  const data = dig(body, 'data')
  return Array.isArray(data) ? data.map((each) => text(each, 'attributes', 'version')) : []
}

describe('The list of builds', () => {
  test('is filtered and sorted as it is asked for', async () => {
    const {client, appId} = await begin(
      freshApp({
        builds: [
          {number: '9', uploadedDate: '2026-03-02T10:00:00Z'},
          {number: '10', uploadedDate: '2026-03-01T10:00:00Z'},
          {number: '11', uploadedDate: '2026-03-03T10:00:00Z', processingState: 'PROCESSING'},
          {number: '12', uploadedDate: '2026-03-04T10:00:00Z', expired: true},
          {number: '13', version: '2.0.0'},
          {number: '14', platform: 'MAC_OS'},
        ],
      }),
    )
    const ask = (query: string) =>
      client.send(
        'GET',
        `/v1/builds?filter[app]=${appId}&filter[preReleaseVersion.version]=1.0.0` +
          `&filter[preReleaseVersion.platform]=IOS&sort=-uploadedDate&limit=200&${query}`,
      )
    expect(versionsIn(await ask(''))).toEqual(['12', '11', '9', '10'])
    expect(versionsIn(await ask('filter[expired]=false'))).toEqual(['11', '9', '10'])
    expect(versionsIn(await ask('filter[processingState]=PROCESSING'))).toEqual(['11'])
    expect(versionsIn(await ask('filter[version]=10'))).toEqual(['10'])
    expect(versionsIn(await ask('filter[appStoreVersion]=x'))).toEqual([])
    const all = await client.send('GET', `/v1/apps/${appId}/builds`)
    expect(versionsIn(all)).toEqual(['9', '10', '11', '12', '13', '14'])
  })

  test('of an app takes neither filter nor sort', async () => {
    const {simulator, client, appId} = await begin()
    const sorted = await client.send('GET', `/v1/apps/${appId}/builds?sort=-uploadedDate`)
    expect([sorted.status, text(sorted.body, 'errors', '0', 'code')]).toEqual([
      400,
      'PARAMETER_ERROR.ILLEGAL',
    ])
    simulator.clearRequests()
  })

  test('shows a build valid only once it is processed', async () => {
    const {simulator, client, attach} = await begin()
    const becomes = {state: 'VALID', milliseconds: 300} as const
    const id = simulator.addBuild({number: '7', processingState: 'PROCESSING', becomes})
    const state = async () =>
      text(
        (await client.send('GET', `/v1/builds/${id}`)).body,
        'data',
        'attributes',
        'processingState',
      )
    expect(await state()).toBe('PROCESSING')
    expect((await attach(id)).status).toBe(409)
    while ((await state()) === 'PROCESSING') await pause(20)
    expect(await state()).toBe('VALID')
    expect((await attach(id)).status).toBe(204)
  })
})

describe('The build of a version', () => {
  test('is attached, shown with the version, and replaced', async () => {
    const {simulator, client, attach, appId, versionId} = await begin()
    const first = simulator.addBuild({number: '1'})
    const second = simulator.addBuild({number: '2'})
    const path = `/v1/appStoreVersions/${versionId}/build`
    expect(dig((await client.send('GET', path)).body, 'data')).toBeNull()
    expect((await attach(first)).status).toBe(204)
    expect((await attach(second)).status).toBe(204)
    expect(text((await client.send('GET', path)).body, 'data', 'id')).toBe(second)
    const listed = await client.send('GET', `/v1/apps/${appId}/appStoreVersions?include=build`)
    expect(dig(listed.body, 'data', '0', 'relationships', 'build', 'data')).toEqual({
      type: 'builds',
      id: second,
    })
    expect(dig(listed.body, 'included')).toMatchObject([{attributes: {version: '2'}}])
  })

  test.each<[string, BuildSeed]>([
    ['of another version', {number: '1', version: '2.0.0'}],
    ['of another platform', {number: '1', platform: 'MAC_OS'}],
    ['that is expired', {number: '1', expired: true}],
    ['that is invalid', {number: '1', processingState: 'INVALID'}],
  ])('is none %s', async (_, seed) => {
    const {simulator, attach} = await begin()
    expect(await attach(simulator.addBuild(seed))).toMatchObject({
      status: 409,
      body: {errors: [{code: 'ENTITY_ERROR.RELATIONSHIP.INVALID'}]},
    })
  })

  test('is none that does not exist, and does not change in review', async () => {
    const {simulator, attach, versionId} = await begin()
    expect((await attach('none')).status).toBe(409)
    const id = simulator.addBuild({number: '1'})
    simulator.setVersionState(versionId, 'IN_REVIEW')
    expect(await attach(id)).toMatchObject({
      status: 409,
      body: {errors: [{code: 'STATE_ERROR'}]},
    })
  })

  test('is not inherited by the next version', async () => {
    const {client, versionId} = await begin(
      liveApp({builds: [{number: '1', version: '1.0.0', isAttached: true}]}),
    )
    const reply = await client.send('GET', `/v1/appStoreVersions/${versionId}/build`)
    expect(dig(reply.body, 'data')).toBeNull()
  })
})

describe('The encryption of a build', () => {
  test.each([
    [null, 200],
    [false, 409],
    [true, 409],
  ])('that says %j is answered once', async (usesNonExemptEncryption, status) => {
    const {simulator, client} = await begin()
    const id = simulator.addBuild({number: '1', usesNonExemptEncryption})
    const data = {type: 'builds', id, attributes: {usesNonExemptEncryption: false}}
    expect((await client.send('PATCH', `/v1/builds/${id}`, {data})).status).toBe(status)
  })
})

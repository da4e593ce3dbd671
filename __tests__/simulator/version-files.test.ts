import {afterEach, describe, expect, test} from '@jest/globals'

import {
  commit,
  createClient,
  dig,
  md5,
  operationsOf,
  sendPart,
  text,
} from '../../simulator/client.ts'
import type {Client} from '../../simulator/client.ts'
import {closeAll, start} from '../../simulator/harness.ts'

afterEach(closeAll)

const link = (type: string, id: string) => ({data: {type, id}})

async function begin() {
  const simulator = await start()
  const client = await createClient(simulator)
  const [version] = simulator.versions()
  return {simulator, client, versionId: version?.id ?? ''}
}

async function createDetail(client: Client, versionId: string) {
  return client.send('POST', '/v1/appStoreReviewDetails', {
    data: {
      type: 'appStoreReviewDetails',
      relationships: {appStoreVersion: link('appStoreVersions', versionId)},
    },
  })
}

async function reserve(client: Client, detailId: string, fileName: string, fileSize: number) {
  return client.send('POST', '/v1/appStoreReviewAttachments', {
    data: {
      type: 'appStoreReviewAttachments',
      attributes: {fileName, fileSize},
      relationships: {appStoreReviewDetail: link('appStoreReviewDetails', detailId)},
    },
  })
}

async function reserveCoverage(client: Client, versionId: string) {
  return client.send('POST', '/v1/routingAppCoverages', {
    data: {
      type: 'routingAppCoverages',
      attributes: {fileName: 'x.geojson', fileSize: 5},
      relationships: {appStoreVersion: link('appStoreVersions', versionId)},
    },
  })
}

describe('A review detail', () => {
  test('is missing with 404, and there is one at most', async () => {
    const {client, versionId} = await begin()
    const path = `/v1/appStoreVersions/${versionId}/appStoreReviewDetail`
    expect((await client.send('GET', path)).status).toBe(404)
    const made = await createDetail(client, versionId)
    expect(made.status).toBe(201)
    expect(dig(made.body, 'data', 'attributes', 'contactEmail')).toBeNull()
    expect(text((await client.send('GET', path)).body, 'data', 'id')).toBe(
      text(made.body, 'data', 'id'),
    )
    expect((await createDetail(client, versionId)).status).toBe(409)
  })

  test('cannot change while the version is in review', async () => {
    const {simulator, client, versionId} = await begin()
    simulator.setVersionState(versionId, 'IN_REVIEW')
    expect((await createDetail(client, versionId)).status).toBe(409)
  })
})

describe('An attachment', () => {
  test('is reserved, sent, committed, listed and deleted', async () => {
    const {client, versionId} = await begin()
    const detailId = text((await createDetail(client, versionId)).body, 'data', 'id')
    const bytes = Buffer.from('guide')
    const made = await reserve(client, detailId, 'guide.pdf', bytes.length)
    expect(dig(made.body, 'data', 'attributes')).toMatchObject({
      sourceFileChecksum: null,
      assetDeliveryState: {state: 'AWAITING_UPLOAD'},
    })
    const id = text(made.body, 'data', 'id')
    const one = `/v1/appStoreReviewAttachments/${id}`
    const early = await client.send(
      'PATCH',
      one,
      commit('appStoreReviewAttachments', id, md5(bytes)),
    )
    expect(early.status).toBe(409)
    for (const operation of operationsOf(made.body)) await sendPart(operation, bytes)
    const done = await client.send(
      'PATCH',
      one,
      commit('appStoreReviewAttachments', id, md5(bytes)),
    )
    expect(done.status).toBe(200)
    const list = `/v1/appStoreReviewDetails/${detailId}/appStoreReviewAttachments`
    const listed = await client.send('GET', list)
    expect(dig(listed.body, 'data')).toHaveLength(1)
    expect(dig(listed.body, 'data', '0', 'attributes', 'sourceFileChecksum')).toBe(md5(bytes))
    expect((await client.send('DELETE', one)).status).toBe(204)
    expect(dig((await client.send('GET', list)).body, 'data')).toEqual([])
  })

  test.each([
    ['of another type', 'notes.txt', 5],
    ['without bytes', 'guide.pdf', 0],
  ])('%s is refused', async (_, fileName, fileSize) => {
    const {client, versionId} = await begin()
    const detailId = text((await createDetail(client, versionId)).body, 'data', 'id')
    expect((await reserve(client, detailId, fileName, fileSize)).status).toBe(409)
  })

  test('of a review detail that does not exist is refused', async () => {
    const {client} = await begin()
    expect((await reserve(client, 'nothing', 'guide.pdf', 5)).status).toBe(404)
  })
})

describe('A routing app coverage', () => {
  test('is missing with null, and there is one at most, even if it was never filled', async () => {
    const {client, versionId} = await begin()
    const path = `/v1/appStoreVersions/${versionId}/routingAppCoverage`
    const none = await client.send('GET', path)
    expect([none.status, dig(none.body, 'data')]).toEqual([200, null])
    const made = await reserveCoverage(client, versionId)
    expect(made.status).toBe(201)
    expect((await reserveCoverage(client, versionId)).status).toBe(409)
    const id = text(made.body, 'data', 'id')
    expect((await client.send('DELETE', `/v1/routingAppCoverages/${id}`)).status).toBe(204)
    expect((await reserveCoverage(client, versionId)).status).toBe(201)
  })
})

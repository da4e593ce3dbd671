import {afterEach, describe, expect, test} from '@jest/globals'

import {dig, text} from '../../simulator/client.ts'
import {closeAll} from '../../simulator/harness.ts'
import {readyApp, readyVersion} from '../../simulator/seeded-apps.ts'
import {add, begin, change, infoState, link, open, reached, readied} from './review-stage.ts'

afterEach(closeAll)

describe('A submission', () => {
  test('takes a version that lacks nothing to review, and locks it', async () => {
    const stage = await begin()
    const {client, appId, versionId} = stage
    const {submission, item} = await readied(stage)
    expect(infoState(stage)).toBe('READY_FOR_REVIEW')
    expect(await change(client, submission, {submitted: true})).toMatchObject({
      status: 200,
      body: {data: {attributes: {state: 'WAITING_FOR_REVIEW', submittedDate: expect.any(String)}}},
    })
    expect(stage.simulator.versions()[0]?.state).toBe('WAITING_FOR_REVIEW')
    expect(infoState(stage)).toBe('WAITING_FOR_REVIEW')
    const filter = `filter[app]=${appId}&filter[platform]=IOS&filter[state]=WAITING_FOR_REVIEW`
    const listed = await client.send('GET', `/v1/reviewSubmissions?${filter}&include=items`)
    expect(dig(listed.body, 'data')).toMatchObject([
      {id: submission, relationships: {items: {data: [{id: item}]}}},
    ])
    const items = await client.send(
      'GET',
      `/v1/reviewSubmissions/${submission}/items?include=appStoreVersion`,
    )
    expect(dig(items.body, 'data', '0', 'relationships')).toMatchObject({
      appStoreVersion: {data: {id: versionId}},
    })
    expect(await client.send('DELETE', `/v1/reviewSubmissionItems/${item}`)).toMatchObject({
      status: 409,
      body: {errors: [{detail: 'Item was already submitted'}]},
    })
  })

  test('is one at most for a platform, until it is over', async () => {
    const stage = await begin()
    expect((await open(stage)).status).toBe(201)
    expect(await open(stage)).toMatchObject({
      status: 409,
      body: {errors: [{code: 'STATE_ERROR.ALREADY_EXISTS'}]},
    })
    expect((await open(stage, 'MAC_OS')).status).toBe(201)
  })

  test('is not submitted while it is empty, nor before its version is ready', async () => {
    const stage = await begin(readyApp(), {reviewMilliseconds: 60_000})
    const submission = text((await open(stage)).body, 'data', 'id')
    const invalid = {status: 409, body: {errors: [{code: 'STATE_ERROR.ENTITY_STATE_INVALID'}]}}
    expect(await change(stage.client, submission, {submitted: true})).toMatchObject(invalid)
    expect((await add(stage, submission)).status).toBe(201)
    expect(await change(stage.client, submission, {submitted: true})).toMatchObject(invalid)
  })

  test('that is canceled is over only after a while, and gives the version back', async () => {
    const stage = await begin()
    const {submission} = await readied(stage)
    await change(stage.client, submission, {submitted: true})
    const canceled = await change(stage.client, submission, {canceled: true})
    expect(dig(canceled.body, 'data', 'attributes', 'state')).toBe('CANCELING')
    await reached(stage, 'DEVELOPER_REJECTED')
    expect(infoState(stage)).toBe('DEVELOPER_REJECTED')
    const [record] = stage.simulator.records('reviewSubmissions')
    expect(record?.attributes['state']).toBe('COMPLETE')
    expect((await readied(stage)).submission).not.toBe(submission)
  })

  test('of a rejected version is submitted again once its item is resolved', async () => {
    const stage = await begin()
    const {client, simulator, versionId} = stage
    const {submission, item: id} = await readied(stage)
    await change(client, submission, {submitted: true})
    simulator.setVersionState(versionId, 'REJECTED')
    expect(simulator.records('reviewSubmissions')[0]?.attributes['state']).toBe('UNRESOLVED_ISSUES')
    expect((await change(client, submission, {submitted: true})).status).toBe(409)
    const data = {type: 'reviewSubmissionItems', id, attributes: {resolved: true}}
    expect((await client.send('PATCH', `/v1/reviewSubmissionItems/${id}`, {data})).status).toBe(200)
    await reached(stage, 'READY_FOR_REVIEW')
    expect((await change(client, submission, {submitted: true})).status).toBe(200)
    expect(simulator.versions()[0]?.state).toBe('WAITING_FOR_REVIEW')
  })

  test('cannot be canceled once the review has begun', async () => {
    const stage = await begin()
    const {submission} = await readied(stage)
    await change(stage.client, submission, {submitted: true})
    stage.simulator.setVersionState(stage.versionId, 'IN_REVIEW')
    expect(await change(stage.client, submission, {canceled: true})).toMatchObject({
      status: 409,
      body: {errors: [{detail: 'Resource is not in cancellable state'}]},
    })
  })

  test('is asked for by app', async () => {
    const {client} = await begin()
    const reply = await client.send('GET', '/v1/reviewSubmissions')
    expect([reply.status, dig(reply.body, 'errors', '0', 'source', 'parameter')]).toEqual([
      400,
      'filter[app]',
    ])
  })

  test('stands behind a version that a person has submitted', async () => {
    const stage = await begin(readyApp({versions: [readyVersion({state: 'WAITING_FOR_REVIEW'})]}))
    expect((await open(stage)).status).toBe(409)
    expect(infoState(stage)).toBe('WAITING_FOR_REVIEW')
  })
})

test('A version is in one submission at most', async () => {
  const stage = await begin()
  await readied(stage)
  const other = text((await open(stage, 'MAC_OS')).body, 'data', 'id')
  expect(await add(stage, other)).toMatchObject({
    status: 409,
    body: {errors: [{code: 'STATE_ERROR.ITEM_PART_OF_ANOTHER_SUBMISSION'}]},
  })
})

test('A rejected version is still in the submission that it came with', async () => {
  const stage = await begin(readyApp({versions: [readyVersion({state: 'REJECTED'})]}))
  const [old] = stage.simulator.records('reviewSubmissions')
  expect(old?.attributes['state']).toBe('UNRESOLVED_ISSUES')
  expect((await open(stage)).status).toBe(409)
  expect((await change(stage.client, old?.id ?? '', {canceled: true})).status).toBe(200)
  await reached(stage, 'DEVELOPER_REJECTED')
  expect((await readied(stage)).submission).not.toBe(old?.id)
})

test('An item that is deleted leaves the version as it was', async () => {
  const stage = await begin()
  const {item} = await readied(stage)
  expect((await stage.client.send('DELETE', `/v1/reviewSubmissionItems/${item}`)).status).toBe(204)
  expect(stage.simulator.versions()[0]?.state).toBe('PREPARE_FOR_SUBMISSION')
})

test('Unsigned agreements keep everything from review', async () => {
  const stage = await begin(readyApp(), {agreementsSigned: false})
  expect(await open(stage)).toMatchObject({
    status: 403,
    body: {errors: [{code: 'FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED'}]},
  })
})

describe('A version of a background asset', () => {
  test.each([
    ['that is complete', 'COMPLETE', 201],
    ['that has no archive', 'AWAITING_UPLOAD', 409],
  ] as const)('%s: reviewed or not', async (_, state, status) => {
    const stage = await begin()
    const {simulator, client, appId} = stage
    const pack = simulator.addRecord({
      type: 'backgroundAssets',
      attributes: {archived: false, assetPackIdentifier: 'maps'},
      related: {app: appId},
    })
    const version = simulator.addRecord({
      type: 'backgroundAssetVersions',
      attributes: {version: '1'},
      related: {backgroundAsset: pack},
    })
    simulator.addRecord({
      type: 'backgroundAssetUploadFiles',
      attributes: {assetType: 'ASSET'},
      related: {backgroundAssetVersion: version},
      file: {fileName: 'maps.aar', size: 5, state},
    })
    const {submission} = await readied(stage)
    const reply = await client.send('POST', '/v1/reviewSubmissionItems', {
      data: {
        type: 'reviewSubmissionItems',
        relationships: {
          reviewSubmission: link('reviewSubmissions', submission),
          backgroundAssetVersion: link('backgroundAssetVersions', version),
        },
      },
    })
    expect(reply.status).toBe(status)
  })
})

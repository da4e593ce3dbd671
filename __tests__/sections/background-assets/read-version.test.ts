import {describe, expect, it} from '@jest/globals'

import type {Resource} from '../../../src/connect/document.ts'
import {readVersion} from '../../../src/sections/background-assets/read-version.ts'
import type {VersionAttributes} from '../../../src/sections/background-assets/read-version.ts'
import type {FileAttributes} from '../../../src/transfer/asset.ts'

const HASH = {file: {hash: 'A'.repeat(64), algorithm: 'SHA_256'}} as const

function versionIn(state: string | null, errors?: object[]): Resource<VersionAttributes> {
  const details = errors === undefined ? {} : {stateDetails: {errors}}
  return {type: 'backgroundAssetVersions', id: 'v', attributes: {version: '7', state, ...details}}
}

function file(state: string | null, committed: boolean): Resource<FileAttributes> {
  return fileWith({
    fileName: 'Levels.aar',
    fileSize: 1,
    sourceFileChecksums: committed ? HASH : null,
    assetDeliveryState: state === null ? null : {state},
  })
}

/** As an answer has it. */
function fileWith(attributes: object): Resource<FileAttributes> {
  return JSON.parse(JSON.stringify({type: 'backgroundAssetUploadFiles', id: 'f', attributes}))
}

function read(state: string | null, archive: Resource<FileAttributes> | null) {
  const parts = {archive, manifest: null, internalState: null, releaseState: null}
  const {state: found, archive: stored} = readVersion(versionIn(state), parts)
  return [found, stored?.delivery.state ?? null]
}

describe('The state of a version', () => {
  it.each([
    ['AWAITING_UPLOAD', 'AWAITING_UPLOAD', false, 'open', 'open'],
    ['AWAITING_UPLOAD', null, false, 'open', 'open'],
    // Right after the commit, before the version says so.
    ['AWAITING_UPLOAD', 'UPLOAD_COMPLETE', true, 'processing', 'processing'],
    ['AWAITING_UPLOAD', null, true, 'processing', 'processing'],
    ['AWAITING_UPLOAD', 'FAILED', true, 'failed', 'failed'],
    ['PROCESSING', 'COMPLETE', true, 'processing', 'processing'],
    ['COMPLETE', 'UPLOAD_COMPLETE', true, 'complete', 'complete'],
    ['COMPLETE', null, false, 'complete', 'complete'],
    ['FAILED', 'COMPLETE', true, 'failed', 'failed'],
    [null, 'COMPLETE', true, 'complete', 'complete'],
    [null, null, false, 'unknown', 'unknown'],
    ['ARCHIVED', null, false, 'unknown', 'unknown'],
  ])('%s, with a file in %s (committed: %s), is %s', (state, own, committed, version, archive) => {
    expect(read(state, file(own, committed))).toEqual([version, archive])
  })

  it('is that of a version without files', () => {
    expect(read('AWAITING_UPLOAD', null)).toEqual(['open', null])
    expect(read(null, null)).toEqual(['unknown', null])
  })
})

describe('The state of a manifest', () => {
  it.each([
    ['AWAITING_UPLOAD', 'AWAITING_UPLOAD', false, 'open'],
    ['AWAITING_UPLOAD', 'COMPLETE', true, 'complete'],
    ['AWAITING_UPLOAD', null, false, 'open'],
    ['AWAITING_UPLOAD', null, true, 'processing'],
    ['PROCESSING', 'COMPLETE', true, 'complete'],
    ['COMPLETE', 'UPLOAD_COMPLETE', true, 'complete'],
    ['FAILED', 'COMPLETE', true, 'failed'],
  ])(
    'in a version in %s, with its own in %s (committed: %s), is %s',
    (state, own, committed, found) => {
      const parts = {
        archive: null,
        manifest: file(own, committed),
        internalState: null,
        releaseState: null,
      }
      expect(readVersion(versionIn(state), parts).manifest?.delivery.state).toBe(found)
    },
  )
})

describe('The reasons of a failure', () => {
  const archive = fileWith({
    assetDeliveryState: {state: 'FAILED', errors: [{code: 'OF_FILE', description: 'b'}]},
  })
  const reasonsOf = (version: Resource<VersionAttributes>) =>
    readVersion(version, {archive, manifest: null, internalState: null, releaseState: null}).archive
      ?.delivery

  it('are those of the version, or else of the file', () => {
    expect(reasonsOf(versionIn('FAILED', [{code: 'OF_VERSION', description: 'a'}]))).toEqual({
      state: 'failed',
      reasons: [{code: 'OF_VERSION', description: 'a'}],
    })
    expect(reasonsOf(versionIn('FAILED'))).toEqual({
      state: 'failed',
      reasons: [{code: 'OF_FILE', description: 'b'}],
    })
  })
})

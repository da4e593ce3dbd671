import {describe, expect, it} from '@jest/globals'

import {matchPack} from '../../../src/sections/background-assets/match-pack.ts'
import type {PackVersion, WantedPack} from '../../../src/sections/background-assets/packs.ts'
import type {StoredFile} from '../../../src/transfer/stored-file.ts'

const CONTENT = {size: 100, md5: 'a'.repeat(32), sha256: 'a'.repeat(64)}

function wanted(name: string, content = CONTENT) {
  return {name, path: `background-assets/${name}`, content, mimeType: '', pixels: null}
}

const PACK: WantedPack = {id: 'Levels', archive: wanted('Levels.aar'), manifest: null}
const WITH_MANIFEST: WantedPack = {...PACK, manifest: wanted('Levels.json')}

function stored(fileName: string, more: Partial<StoredFile> = {}): StoredFile {
  return {
    id: fileName,
    fileName,
    fileSize: 100,
    md5: null,
    sha256: CONTENT.sha256,
    delivery: {state: 'complete'},
    isProcessed: true,
    resumable: false,
    image: null,
    ...more,
  }
}

function version(number: number, more: Partial<PackVersion> = {}): PackVersion {
  return {
    id: `v${number}`,
    number: String(number),
    state: 'complete',
    archive: stored('Levels.aar'),
    manifest: null,
    releaseState: null,
    isReadyForTesting: true,
    ...more,
  }
}

const OTHER = stored('Levels.aar', {sha256: 'b'.repeat(64)})
const UNPROVED = stored('Levels.aar', {sha256: null})
const reserved = (more: Partial<StoredFile> = {}) =>
  stored('Levels.aar', {sha256: null, delivery: {state: 'open'}, resumable: true, ...more})
const open = (number: number, archive: StoredFile | null, more: Partial<PackVersion> = {}) =>
  version(number, {state: 'open', archive, ...more})
/** Versions of which one waits behind its manifest. */
const behind = (manifest: StoredFile) => [open(1, null, {manifest})]

describe('A pack', () => {
  it('is unchanged if the newest complete version has its bytes, whatever failed since', () => {
    const failed = version(3, {state: 'failed', archive: OTHER})
    expect(matchPack(PACK, [failed, version(2)], true)).toMatchObject({
      state: 'unchanged',
      version: {number: '2'},
      isGuess: false,
    })
  })

  it('is changed if only an older version has its bytes', () => {
    const match = matchPack(PACK, [version(2, {archive: OTHER}), version(1)], true)
    expect(match).toMatchObject({state: 'changed', current: {number: '2'}, resumed: null})
  })

  it.each([
    ['complete', true, 'unchanged', true],
    ['processing', true, 'undecided', true],
    ['unknown', true, 'undecided', true],
  ] as const)(
    'without a checksum is compared by name and size: %s',
    (state, waits, outcome, isGuess) => {
      const match = matchPack(PACK, [version(1, {state, archive: UNPROVED})], waits)
      expect(match).toMatchObject({state: outcome, isGuess})
    },
  )

  it('without a checksum is changed if its size differs', () => {
    const archive = stored('Levels.aar', {sha256: null, fileSize: 101})
    expect(matchPack(PACK, [version(1, {archive})], true).state).toBe('changed')
  })

  it('that Apple is processing is undecided, unless the run waits for nothing', () => {
    const processing = version(1, {state: 'processing'})
    expect(matchPack(PACK, [processing], true).state).toBe('undecided')
    expect(matchPack(PACK, [processing], false).state).toBe('unchanged')
  })

  it('is undecided if only a newer version that Apple may yet refuse has other bytes', () => {
    const newer = (state: PackVersion['state']) => version(2, {state, archive: OTHER})
    expect(matchPack(PACK, [newer('processing'), version(1)], true)).toMatchObject({
      state: 'undecided',
      version: {number: '1'},
    })
    for (const state of ['complete', 'unknown'] as const) {
      expect(matchPack(PACK, [newer(state), version(1)], true).state).toBe('changed')
    }
    const older = version(1, {archive: OTHER})
    expect(matchPack(PACK, [newer('processing'), older], true).state).toBe('changed')
  })

  it('is changed if its manifest differs, but not if the version shows none', () => {
    const manifest = stored('Levels.json', {sha256: 'c'.repeat(64)})
    expect(matchPack(WITH_MANIFEST, [version(1, {manifest})], true).state).toBe('changed')
    expect(matchPack(WITH_MANIFEST, [version(1)], true).state).toBe('unchanged')
  })
})

describe('An unfinished version', () => {
  it('is completed if it is empty, or has a usable place for the archive', () => {
    for (const archive of [null, reserved()]) {
      const match = matchPack(PACK, [open(2, archive), version(1, {archive: OTHER})], true)
      expect(match).toMatchObject({state: 'changed', resumed: {number: '2'}, stranded: []})
    }
  })

  it('is left if its place is of another name or size, or has expired', () => {
    for (const more of [{fileSize: 99}, {fileName: 'Other.aar'}, {resumable: false}]) {
      const match = matchPack(PACK, [open(1, reserved(more))], true)
      expect(match).toMatchObject({resumed: null, stranded: [{number: '1'}]})
    }
  })

  it('is left if it is older than the newest version with content', () => {
    const match = matchPack(PACK, [version(2, {archive: OTHER}), open(1, null)], true)
    expect(match).toMatchObject({state: 'changed', resumed: null, stranded: []})
  })

  it('is completed behind the same manifest, and left behind another, or one that the folder lacks', () => {
    const same = stored('Levels.json')
    const other = stored('Levels.json', {sha256: 'c'.repeat(64)})
    expect(matchPack(WITH_MANIFEST, behind(same), true)).toMatchObject({resumed: {number: '1'}})
    expect(matchPack(WITH_MANIFEST, behind(other), true)).toMatchObject({resumed: null})
    expect(matchPack(PACK, behind(same), true)).toMatchObject({resumed: null})
  })
})

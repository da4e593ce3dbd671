import {createHash} from 'node:crypto'

import type {Place, WantedFile} from '../../src/places/place.ts'
import type {StoredFile} from '../../src/transfer/stored-file.ts'

/** A file with this text. */
export function wantedFile(name: string, text: string): WantedFile {
  return {
    name,
    path: `attachments/${name}`,
    content: {size: text.length, md5: hash('md5', text), sha256: hash('sha256', text)},
    mimeType: 'application/pdf',
    pixels: null,
  }
}

/** A complete record with the bytes of this text, unless the changes say otherwise. */
export function storedFile(
  id: string,
  fileName: string,
  text: string,
  changes: Partial<StoredFile> = {},
): StoredFile {
  return {
    id,
    fileName,
    fileSize: text.length,
    md5: hash('md5', text),
    sha256: null,
    delivery: {state: 'complete'},
    isProcessed: true,
    resumable: false,
    image: null,
    ...changes,
  }
}

/** What a record is before Apple has its bytes. */
export const OPEN = {md5: null, delivery: {state: 'open'}, isProcessed: false} as const
export const FAILED = {md5: null, delivery: {state: 'failed', reasons: []}} as const
export const PROCESSING = {delivery: {state: 'processing'}, isProcessed: false} as const
export const UNKNOWN = {delivery: {state: 'unknown'}, isProcessed: false} as const

export function placeWith(
  files: readonly WantedFile[],
  stored: readonly StoredFile[],
  holds: Place['holds'] = 'many',
): Place {
  return {
    name: 'attachments',
    section: 'attachments',
    noun: 'attachment',
    locale: null,
    family: 'reviewAttachment',
    holds,
    parent: {id: 'parent'},
    files,
    stored,
  }
}

function hash(algorithm: 'md5' | 'sha256', text: string): string {
  return createHash(algorithm).update(text).digest('hex')
}

import {createHash} from 'node:crypto'

import type {
  ActualAsset,
  ActualListing,
  DesiredFile,
  DesiredSet,
  Medium,
} from '../../../../src/sections/media/listing.ts'
import {placeOf} from '../../../../src/sections/media/listing.ts'
import type {Policy} from '../../../../src/core/policy.ts'

export const POLICY: Policy = {
  prune: false,
  waits: true,
  isNewVersion: false,
  openingSteps: [],
  earlier: {requirements: [], steps: [], forReview: []},
}

interface Place {
  readonly locale?: string
  readonly type?: string
  readonly medium?: Medium
}

/** Bytes are told apart by a word; equal words are equal bytes of equal size. */
export function content(bytes: string) {
  return {
    size: bytes.length,
    md5: createHash('md5').update(bytes).digest('hex'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

export function file(
  name: string,
  bytes = name,
  overrides: Partial<DesiredFile> = {},
): DesiredFile {
  return {
    name,
    path: `screenshots/en-US/APP_IPHONE_67/${name}`,
    content: content(bytes),
    pixels: {width: 1290, height: 2796},
    seconds: null,
    mimeType: 'image/png',
    poster: null,
    ...overrides,
  }
}

export function set(
  files: readonly DesiredFile[],
  {locale = 'en-US', type = 'APP_IPHONE_67', medium = 'screenshot'}: Place = {},
): DesiredSet {
  return {
    id: placeOf(locale, type),
    medium,
    locale,
    type,
    folder: `screenshots/${locale}/${type}`,
    files,
  }
}

/** A complete asset; its id is its name unless told otherwise. */
export function asset(
  fileName: string,
  bytes = fileName,
  overrides: Partial<ActualAsset> = {},
): ActualAsset {
  const {size, md5} = content(bytes)
  return {
    id: `#${fileName}`,
    fileName,
    fileSize: size,
    md5,
    sha256: null,
    delivery: {state: 'complete'},
    isProcessed: true,
    resumable: false,
    posterTimeCode: null,
    image: null,
    ...overrides,
  }
}

/** What an interrupted run leaves: a reservation without bytes. */
export function reservation(
  fileName: string,
  bytes = fileName,
  overrides: Partial<ActualAsset> = {},
): ActualAsset {
  return asset(fileName, bytes, {
    md5: null,
    delivery: {state: 'open'},
    isProcessed: false,
    resumable: true,
    ...overrides,
  })
}

/** A listing with one locale, en-US, that has one set. */
export function listing(
  assets: readonly ActualAsset[] | null,
  {locale = 'en-US', type = 'APP_IPHONE_67', medium = 'screenshot'}: Place = {},
): ActualListing {
  const sets = assets === null ? [] : [{id: 'set', medium, type, assets}]
  return {localizations: [{id: 'localization', locale, sets}]}
}

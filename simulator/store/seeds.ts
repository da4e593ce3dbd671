import {createHash, randomInt, randomUUID} from 'node:crypto'
import {families} from '../media/families.ts'
import {startProcessing} from '../media/processing.ts'
import type {Asset, AssetError, Localization, MediaSet, Version} from './records.ts'
import {reserve} from './reservation.ts'
import {specificationOf} from '../media/specifications.ts'
import {memoryVessel} from './vessel.ts'
import type {World} from './world.ts'

/** An app that the store has from the start. */
export interface AppSeed {
  readonly bundleId: string
  readonly id?: string
  readonly name?: string
  readonly sku?: string
  readonly primaryLocale?: string
  /** Default: an editable iOS version 1.0.0. */
  readonly versions?: readonly VersionSeed[]
}

export interface VersionSeed {
  readonly versionString: string
  /** Default `IOS`. */
  readonly platform?: string
  /** Default `PREPARE_FOR_SUBMISSION`. */
  readonly state?: string
  readonly createdDate?: string
  /** Default: the app's primary locale, without sets. */
  readonly localizations?: readonly LocalizationSeed[]
}

export interface LocalizationSeed {
  readonly locale: string
  readonly texts?: Readonly<Record<string, string | null>>
  readonly sets?: readonly SetSeed[]
}

export interface SetSeed {
  /** A display type (`APP_IPHONE_67`) or a preview type (`IPHONE_67`). */
  readonly type: string
  readonly assets: readonly AssetSeed[]
}

/** Give `bytes`, or `md5` and `size`. */
export interface AssetSeed {
  readonly fileName: string
  readonly bytes?: Uint8Array
  readonly md5?: string
  readonly size?: number
  /** Default `COMPLETE`. */
  readonly state?: 'COMPLETE' | 'FAILED' | 'AWAITING_UPLOAD' | 'UPLOAD_COMPLETE'
  readonly errors?: readonly AssetError[]
  readonly posterTimeCode?: string
  /** What the commit said. Default: the MD5; null: nothing. */
  readonly checksum?: string | null
  /** Seconds since 1970, instead of the usual lifetime. */
  readonly expires?: number
}

/** Puts the apps into the world, with everything they have. */
export function plant(world: World, apps: readonly AppSeed[]): void {
  for (const seed of apps) {
    const id = seed.id ?? String(randomInt(1_000_000_000, 2_000_000_000))
    const {bundleId, name = bundleId, sku = bundleId, primaryLocale = 'en-US'} = seed
    world.store.apps.set(id, {id, bundleId, name, sku, primaryLocale})
    const versions = seed.versions ?? [{versionString: '1.0.0'}]
    for (const [index, version] of versions.entries()) {
      plantVersion(world, id, primaryLocale, version, index)
    }
  }
}

function plantVersion(
  world: World,
  appId: string,
  primaryLocale: string,
  seed: VersionSeed,
  index: number,
): void {
  const version: Version = {
    id: randomUUID(),
    appId,
    platform: seed.platform ?? 'IOS',
    versionString: seed.versionString,
    createdDate: seed.createdDate ?? new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
    copyright: null,
    releaseType: 'AFTER_APPROVAL',
    visibleFrom: 0,
    state: seed.state ?? 'PREPARE_FOR_SUBMISSION',
  }
  world.store.versions.set(version.id, version)
  for (const {locale, texts = {}, sets = []} of seed.localizations ?? [{locale: primaryLocale}]) {
    const id = randomUUID()
    const localization: Localization = {id, versionId: version.id, locale, texts, visibleFrom: 0}
    world.store.localizations.set(id, localization)
    for (const set of sets) plantSet(world, id, set)
  }
}

function plantSet(world: World, localizationId: string, seed: SetSeed): void {
  const isScreenshots = families.screenshot.types.includes(seed.type)
  const set: MediaSet = {
    id: randomUUID(),
    medium: families[isScreenshots ? 'screenshot' : 'preview'].medium,
    localizationId,
    type: seed.type,
    visibleFrom: 0,
    order: [],
  }
  world.store.sets.set(set.id, set)
  for (const asset of seed.assets) plantAsset(world, set, asset)
}

function plantAsset(world: World, set: MediaSet, seed: AssetSeed): void {
  const {bytes, state = 'COMPLETE'} = seed
  const md5 =
    bytes === undefined ? (seed.md5 ?? null) : createHash('md5').update(bytes).digest('hex')
  const fileSize = bytes?.byteLength ?? seed.size ?? 1
  const reserved = reserve(world, set, {
    fileName: seed.fileName,
    fileSize,
    posterTimeCode: seed.posterTimeCode,
    expires: seed.expires,
    visibleFrom: 0,
  })
  const asset: Asset = {
    ...reserved,
    ...(bytes === undefined ? {} : {vessel: memoryVessel(fileSize, bytes)}),
  }
  world.store.assets.set(asset.id, asset)
  if (state === 'AWAITING_UPLOAD') return
  asset.committedAt = world.settings.now()
  asset.checksum = seed.checksum === undefined ? md5 : seed.checksum
  asset.md5 = md5
  if (state === 'UPLOAD_COMPLETE' && bytes !== undefined) {
    startProcessing(world, asset)
  } else if (state === 'FAILED') {
    asset.outcome = {state, at: 0, errors: seed.errors ?? []}
  } else if (state === 'COMPLETE' || world.settings.processing !== 'never') {
    const later = asset.committedAt + world.settings.processingMilliseconds
    asset.outcome = completeAt(set, state === 'COMPLETE' ? 0 : later)
  }
}

/** What the store knows of a file that it accepted long ago. */
function completeAt({medium, type}: MediaSet, at: number): Asset['outcome'] {
  const {images, videos} = specificationOf(type)
  const sizes = medium === 'preview' ? videos : images
  const [width = 0, height = 0] = (sizes[0] ?? '').split('x').map(Number)
  return {state: 'COMPLETE', at, width, height, duration: null}
}

import {createHash, randomInt, randomUUID} from 'node:crypto'
import {families} from '../media/families.ts'
import {startProcessing} from '../media/processing.ts'
import type {Asset, Localization, MediaSet, Version} from './records.ts'
import {reserve} from './reservation.ts'
import {specificationOf} from '../media/specifications.ts'
import {memoryVessel} from './vessel.ts'
import type {World} from './world.ts'
import type {AppSeed, VersionSeed, SetSeed, AssetSeed} from './seeds.ts'

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

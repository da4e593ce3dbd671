import {createHash, randomInt, randomUUID} from 'node:crypto'
import {addAppInfo} from '../entities/app-infos.ts'
import {addBuild} from '../entities/builds.ts'
import {addRecord} from '../entities/planting.ts'
import {plantPrice} from '../entities/price-schedules.ts'
import {reflectState} from '../entities/release-states.ts'
import {families} from '../media/families.ts'
import {startProcessing} from '../media/processing.ts'
import type {App, Asset, Localization, MediaSet, Version} from './records.ts'
import {reserve} from './reservation.ts'
import {specificationOf} from '../media/specifications.ts'
import {memoryVessel} from './vessel.ts'
import type {World} from './world.ts'
import type {AppInfoSeed, AppSeed, AssetSeed, BuildSeed, SetSeed, VersionSeed} from './seeds.ts'
import {closedStates, entityOf, localizationsOf, versionsOf} from './store.ts'
import type {Store} from './store.ts'

/** Puts the apps into the world, with everything they have. */
export function plant(world: World, apps: readonly AppSeed[]): void {
  for (const seed of apps) {
    const id = seed.id ?? String(randomInt(1_000_000_000, 2_000_000_000))
    const {bundleId, name = bundleId, sku = bundleId, primaryLocale = 'en-US'} = seed
    const {contentRightsDeclaration = null, price = null} = seed
    const app: App = {id, bundleId, name, sku, primaryLocale, contentRightsDeclaration}
    world.store.apps.set(id, app)
    const versions = seed.versions ?? [{versionString: '1.0.0'}]
    for (const [index, version] of versions.entries()) {
      plantVersion(world, id, primaryLocale, version, index)
    }
    plantAppInfos(world, app, seed.appInfos ?? usualAppInfos(world.store, app))
    if (price !== null) plantPrice(world, id, price)
    for (const build of seed.builds ?? []) plantBuild(world, id, build)
    for (const version of versionsOf(world.store, id)) {
      if (submitted.has(version.state)) reflectState(world, version)
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
    copyright: seed.copyright ?? null,
    reviewType: 'APP_STORE',
    releaseType: seed.releaseType ?? 'AFTER_APPROVAL',
    earliestReleaseDate: seed.earliestReleaseDate ?? null,
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
  const {reviewDetail = null} = seed
  if (reviewDetail !== null) {
    addRecord(world, {
      type: 'appStoreReviewDetails',
      attributes: reviewDetail,
      related: {appStoreVersion: version.id},
    })
  }
}

/** States of a version that a submission is behind. */
const submitted = new Set([
  'READY_FOR_REVIEW',
  'WAITING_FOR_REVIEW',
  'IN_REVIEW',
  'REJECTED',
  'METADATA_REJECTED',
])

function isLive({state}: Version): boolean {
  return state === 'READY_FOR_DISTRIBUTION'
}

/** reference.md §3 row 23: live apps have two. */
function usualAppInfos(store: Store, app: App): readonly AppInfoSeed[] {
  const versions = versionsOf(store, app.id)
  const live = versions.find(isLive)
  const next = versions.find(({state}) => !closedStates.has(state))
  return [live, next].flatMap((version) =>
    version === undefined
      ? []
      : [
          {
            ...(isLive(version) ? {state: version.state} : {}),
            localizations: localizationsOf(store, version.id).map(({locale}) => ({locale})),
          },
        ],
  )
}

function plantAppInfos(world: World, app: App, seeds: readonly AppInfoSeed[]): void {
  for (const seed of seeds) {
    const {state = 'PREPARE_FOR_SUBMISSION', categories = {}, ageRating = {}} = seed
    const localizations = (seed.localizations ?? [{locale: app.primaryLocale}]).map((each) => ({
      name: app.name,
      ...each,
    }))
    addAppInfo(world, app, {state, categories, ageRating, localizations})
  }
}

/** Puts a build into the world, and to the version that has it. @returns its id. */
export function plantBuild(world: World, appId: string, seed: BuildSeed): string {
  const id = addBuild(world, appId, seed)
  if (seed.isAttached !== true) return id
  const {version: versionString = '1.0.0', platform = 'IOS'} = seed
  const version = versionsOf(world.store, appId).find(
    (each) => each.versionString === versionString && each.platform === platform,
  )
  const build = entityOf(world.store, 'builds', id)
  build.related = {...build.related, appStoreVersion: version?.id ?? null}
  return id
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

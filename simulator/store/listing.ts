import {deliveryState} from './delivery.ts'
import type {DeliveryState} from './records.ts'
import type {Version} from './records.ts'
import {assetsOf, localizationsOf, setsOf} from './store.ts'
import {textsOf} from '../version/texts.ts'
import type {Texts} from '../version/texts.ts'
import type {World} from './world.ts'

export interface ListedAsset {
  readonly id: string
  readonly fileName: string
  readonly fileSize: number
  /** Of the received bytes; null before the commit. */
  readonly md5: string | null
  readonly state: DeliveryState
  readonly posterTimeCode: string | null
}

/** By locale, then by display type or preview type, in the store's order. */
export type StoreListing = Readonly<
  Record<string, Readonly<Record<string, readonly ListedAsset[]>>>
>

/**
 * What the store would show, whatever lists lag behind.
 *
 * Without a version string: the version that was created last (of the platform, if one is given).
 */
export function listing(world: World, versionString?: string, platform?: string): StoreListing {
  const version = newest(world, versionString, platform)
  if (version === undefined) return {}
  return Object.fromEntries(
    localizationsOf(world.store, version.id).map(({id, locale}) => [
      locale,
      Object.fromEntries(
        setsOf(world.store, id).map((set) => [
          set.type,
          assetsOf(world.store, set).map((asset) => ({
            id: asset.id,
            fileName: asset.fileName,
            fileSize: asset.fileSize,
            md5: asset.md5,
            state: deliveryState(asset, world.settings),
            posterTimeCode: asset.posterTimeCode,
          })),
        ]),
      ),
    ]),
  )
}

/** The texts of a version by locale, picked as {@link listing} does. */
export function listedTexts(world: World, versionString?: string): Readonly<Record<string, Texts>> {
  const version = newest(world, versionString)
  if (version === undefined) return {}
  return Object.fromEntries(
    localizationsOf(world.store, version.id).map((each) => [each.locale, textsOf(each)]),
  )
}

function newest({store}: World, versionString?: string, platform?: string): Version | undefined {
  return [...store.versions.values()]
    .filter((each) => versionString === undefined || each.versionString === versionString)
    .filter((each) => platform === undefined || each.platform === platform)
    .toSorted((a, b) => (a.createdDate < b.createdDate ? 1 : -1))[0]
}

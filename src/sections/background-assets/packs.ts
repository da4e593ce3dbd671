import path from 'node:path'

import type {WantedFile} from '../../places/place.ts'
import type {Delivery} from '../../transfer/asset.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'

/** The name of the section, and of the one place that its files are shown in. */
export const SECTION = 'background-assets'

/** An asset pack of the folder. */
export interface WantedPack {
  /** The asset pack ID: the name of its files without the extension. */
  readonly id: string
  readonly archive: WantedFile
  readonly manifest: WantedFile | null
}

export interface WantedPacks {
  /** Relative to the workspace. */
  readonly folder: string
  /** With different IDs, in natural order. */
  readonly packs: readonly WantedPack[]
}

/** An asset pack in App Store Connect. */
export interface StoredPack {
  /** Apple's id of the record; opaque. */
  readonly recordId: string
  /** The asset pack ID. */
  readonly id: string
  readonly isArchived: boolean
  /** The newest first. Only read of packs that the folder has. */
  readonly versions: readonly PackVersion[]
}

export interface StoredPacks {
  /** Apple's id of the app. */
  readonly appId: string
  readonly packs: readonly StoredPack[]
}

/** A version of an asset pack. */
export interface PackVersion {
  /** Apple's id. */
  readonly id: string
  /** As Apple counts: `1`, `2`. In words if Apple does not show it. */
  readonly number: string
  /** `open`: it awaits its archive. */
  readonly state: Delivery['state']
  readonly archive: StoredFile | null
  readonly manifest: StoredFile | null
  /** Whether internal testers get it. */
  readonly isReadyForTesting: boolean
  /** Apple's state of it in the App Store, such as `READY_FOR_DISTRIBUTION`; null if it was never submitted. */
  readonly releaseState: string | null
}

/** The asset pack ID that a file belongs to. @param file - Its path or name. */
export function packIdOf(file: string): string {
  return path.posix.parse(file).name
}

/** The pack of the store that a pack of the folder is: an archived one only if there is no other. */
export function storedPackOf(id: string, packs: readonly StoredPack[]): StoredPack | null {
  const same = packs.filter((pack) => pack.id === id)
  return same.find(({isArchived}) => !isArchived) ?? same[0] ?? null
}

/** Every file of the packs: of each one the manifest, then the archive. */
export function filesOf(packs: readonly WantedPack[]): readonly WantedFile[] {
  return packs.flatMap(({archive, manifest}) =>
    manifest === null ? [archive] : [manifest, archive],
  )
}

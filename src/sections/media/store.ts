import type {Platform} from '../../core/platforms.ts'
import {createClient} from '../../connect/client.ts'
import {downloadPictures} from '../../pictures/download-pictures.ts'
import {createPace} from '../../connect/pace.ts'
import {createTokens} from '../../connect/token.ts'
import type {ApiKey} from '../../connect/token.ts'
import {createUploader} from '../../transfer/upload-part.ts'
import type {ActualListing, App, DesiredListing, ImageTemplate, Version} from './listing.ts'
import type {CreateVersionStep, Plan} from '../../core/plan.ts'
import {pictureAddress} from '../../core/picture-address.ts'
import type {Watcher} from '../../core/progress.ts'
import type {VersionWish} from '../version/choose-version.ts'
import {createVersion, readHeritage} from '../version/create-version.ts'
import {findApp} from '../version/find-app.ts'
import type {AppName} from '../version/find-app.ts'
import {findVersion} from '../version/find-version.ts'
import {readLocalizations} from '../version/localizations.ts'
import type {Localization} from '../version/localizations.ts'
import {readListing} from './sets/read-listing.ts'
import type {Patience} from './sets/read-listing.ts'
import {createMediaSection} from './sets/perform.ts'
import type {MediaSection} from './sets/perform.ts'

export interface StoreOptions {
  /** Without a slash at the end. */
  readonly apiUrl: string
  readonly key: ApiKey
  readonly app: AppName
  readonly wish: VersionWish & {readonly platform: Platform}
  /** Absolute; the paths of the files are relative to it. */
  readonly workspace: string
  /** Part uploads in flight at any moment. */
  readonly concurrency: number
  /** How many jobs like this one share Apple's budget, this one included. */
  readonly jobs: number
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  readonly signal: AbortSignal
  readonly watcher: Watcher
}

/** The app and version that a run is about. */
export interface Target {
  readonly app: App
  /** Null if the version has to be created first. */
  readonly version: Version | null
  /** Those of the version, or of the one that a new version will start from. */
  readonly localizations: readonly Localization[]
}

/** App Store Connect, as far as a run needs it. */
export interface Store {
  /** Told how many writes are to come or, with a negative number, are not: to keep within Apple's budget. */
  readonly expect: (writes: number) => void
  /** @throws {TargetError} if the app or version is not there, or media cannot change in it. */
  findTarget(): Promise<Target>
  /** Reads what the folder speaks of, and waits until it can be compared. */
  read(target: Target, desired: DesiredListing, patience: Patience): Promise<ActualListing>
  /** Makes the version that the target lacks. @returns it with the localizations that it was born with. */
  createVersion(target: Target, step: CreateVersionStep): Promise<Target>
  /**
   * Downloads small copies of pictures.
   *
   * @param drop - Ends it at once; what has not come by then is left out.
   * @returns `data:` addresses by Apple's id of the asset, for those that came.
   */
  copyPictures(
    images: ReadonlyMap<string, ImageTemplate>,
    drop: AbortSignal,
  ): Promise<ReadonlyMap<string, string>>
  /** What carries out the media steps of a plan, with pictures of what the store shows. */
  mediaSection(
    version: Version,
    listings: {readonly desired: DesiredListing; readonly actual: ActualListing},
    plan: Plan,
  ): MediaSection
}

/** Enough files between reservation and commit to keep both the API and the upload hosts busy. */
const FILES_AHEAD = 10

/** In pixels: what a report shows, for screens that have two to a point. */
const COPY_HEIGHT = 640

/**
 * Opens App Store Connect. No request is sent yet.
 *
 * @throws {PrivateKeyError} if the key cannot be read.
 */
export function openStore(options: StoreOptions): Store {
  const {apiUrl, key, wish, concurrency, jobs, signal, watcher} = options
  const {tell} = watcher
  const pace = createPace({tell, signal, jobs})
  const client = createClient({apiUrl, tokens: createTokens(key), pace, tell, signal})
  const upload = createUploader({concurrency, signal, tell, onBytes: watcher.sent})
  const filesInFlight = concurrency + FILES_AHEAD
  return {
    expect: pace.expect,

    async findTarget() {
      const app = await findApp(client, options.app)
      const {version, predecessor} = await findVersion(client, app, wish)
      const source = version ?? predecessor
      const localizations = source === null ? [] : await readLocalizations(client, source)
      return {app, version, localizations}
    },

    async read({app, version, localizations}, desired, patience) {
      const media = await readListing(localizations, desired, {client, patience, signal, tell})
      return {app, version, localizations: media}
    },

    async createVersion({app, localizations}, step) {
      const version = await createVersion(client, app, step, wish.platform, signal)
      const born = await readHeritage(client, version, localizations, signal)
      return {app, version, localizations: born}
    },

    copyPictures(images, drop) {
      const addresses = [...images].flatMap(([assetId, image]) => {
        const address = pictureAddress(image, COPY_HEIGHT)
        return address === null ? [] : [[assetId, address] as const]
      })
      return downloadPictures(new Map(addresses), AbortSignal.any([signal, drop]))
    },

    mediaSection: (version, listings, plan) =>
      createMediaSection({
        ...options,
        ...listings,
        client,
        upload,
        version,
        plan,
        filesInFlight,
        tell,
      }),
  }
}

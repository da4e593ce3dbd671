import type {Client} from '../connect/client.ts'
import type {Uploader} from '../connect/upload-part.ts'
import type {Platform} from '../apple/platforms.ts'
import type {ActualListing, App, DesiredListing, ImageTemplate, Version} from '../model/listing.ts'
import type {CreateVersionStep, Plan} from '../model/plan.ts'
import type {Section} from '../model/section.ts'
import type {VersionWish} from './choose-version.ts'
import {createVersion} from './create-version.ts'
import {findApp} from './find-app.ts'
import type {AppName} from './find-app.ts'
import {findVersion} from './find-version.ts'
import {readLocalizations} from './localizations.ts'
import type {Localization} from './localizations.ts'
import {readListing} from './media/read-listing.ts'
import type {Patience} from './media/read-listing.ts'
import {createMediaSection} from './media/section.ts'

export interface StoreOptions {
  readonly client: Client
  readonly upload: Uploader
  readonly app: AppName
  readonly wish: VersionWish & {readonly platform: Platform}
  /** Absolute; the paths of the files are relative to it. */
  readonly workspace: string
  /** Files that are between reservation and commit at any moment. */
  readonly filesInFlight: number
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  readonly signal: AbortSignal
  /** Says what a reader of the log should know. */
  readonly tell: (message: string) => void
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
  /** @throws {TargetError} if the app or version is not there, or media cannot change in it. */
  findTarget(): Promise<Target>
  /** Reads what the folder speaks of, and waits until it can be compared. */
  read(target: Target, desired: DesiredListing, patience: Patience): Promise<ActualListing>
  /** Makes the version. @returns it with the localizations that it was born with. */
  createVersion(app: App, step: CreateVersionStep): Promise<Target>
  /** What carries out the media steps of a plan, with pictures of what the store shows. */
  mediaSection(
    version: Version,
    listings: {readonly desired: DesiredListing; readonly actual: ActualListing},
    plan: Plan,
  ): {readonly section: Section; readonly images: ReadonlyMap<string, ImageTemplate>}
}

export function openStore(options: StoreOptions): Store {
  const {client, wish, signal, tell} = options
  return {
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

    async createVersion(app, step) {
      const version = await createVersion(client, app, step, wish.platform)
      return {app, version, localizations: await readLocalizations(client, version)}
    },

    mediaSection: (version, listings, plan) =>
      createMediaSection({...options, ...listings, version, plan}),
  }
}

import prettyBytes from 'pretty-bytes'

import {SET_RESOURCES} from '../../apple/set-resources.ts'
import {plural} from '../../core/plural.ts'
import type {Platform} from '../../core/platforms.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Found, Section} from '../../core/section.ts'
import {findFiles} from '../../files/discover/find-files.ts'
import {CHECKSUM_MILLISECONDS} from '../../transfer/comparable.ts'
import type {FileSectionOptions} from '../../transfer/store.ts'
import {readFolders} from './folder/read-folders.ts'
import {createCheckObjections} from './folder/check-objections.ts'
import type {CheckObjections} from './folder/check-objections.ts'
import {picturesOf} from './listing.ts'
import type {ActualListing, DesiredListing, Medium} from './listing.ts'
import {mediaDetailSchema} from './plan/detail.ts'
import type {MediaDetail} from './plan/detail.ts'
import {planListing} from './plan/plan-listing.ts'
import {filesInStore} from './plan/files-in-store.ts'
import {pullMedia} from './pull/pull-media.ts'
import {performMedia} from './sets/perform.ts'
import {readListing} from './sets/read-listing.ts'
import {requirementsOfMedia} from './requirements.ts'
import type {StoreTypes} from './requirements.ts'
import {viewMedia} from './view.ts'

/** A folder of `<locale>/<type>/…`. */
export interface MediaRoot {
  /** Relative to the workspace. */
  readonly path: string
  /** Whether the folder may be missing. */
  readonly optional: boolean
}

export interface MediaOptions extends FileSectionOptions {
  /** Absolute path of the checkout. */
  readonly workspace: string
  readonly platform: Platform
  /** Apple's codes of the wanted locales; empty for all. */
  readonly locales: readonly string[]
  /** Null if screenshots are not managed. */
  readonly screenshots: MediaRoot | null
  /** Null if previews are not managed. */
  readonly previews: MediaRoot | null
}

/** What the folders declare, and the check of files that are new to the store. */
interface DesiredMedia {
  readonly listing: DesiredListing
  readonly checkObjections: CheckObjections
}

/** What the store has of the folders' sets, and which other sets it has. */
interface StoredMedia extends ActualListing {
  readonly store: StoreTypes
}

/** Screenshots and app previews of a version, each set in the order of its files. */
export function mediaSection(
  options: MediaOptions,
): Section<DesiredMedia, StoredMedia, MediaDetail> {
  const {workspace, platform, locales, screenshots, previews, store} = options
  const find = async (signal: AbortSignal): Promise<Found<DesiredMedia>> => {
    const request = async (folder: MediaRoot | null) =>
      folder === null ? null : {...folder, found: await findFiles(folder.path, workspace, signal)}
    const [images, videos] = await Promise.all([request(screenshots), request(previews)])
    const {
      listing,
      locales: present,
      diagnostics,
      objections,
    } = await readFolders({
      workspace,
      platform,
      locales,
      screenshots: images,
      previews: videos,
      signal,
    })
    return {
      wanted: {listing, checkObjections: createCheckObjections(objections, {workspace, signal})},
      locales: present,
      diagnostics,
      summary: summaryOf(listing),
    }
  }
  return {
    name: 'media',
    after: [],
    opens: false,
    scope: 'locales',
    detail: mediaDetailSchema,

    find,
    check: ({listing, checkObjections}, have) =>
      checkObjections(have === null ? new Set() : filesInStore(listing, have)),
    async read({listing}) {
      const {client, target, signal, processing} = requireStore(store)
      const longest = {
        processing: options.processingTimeout,
        checksum: CHECKSUM_MILLISECONDS,
      }
      const [app, all] = await Promise.all([target.app(), target.localizations()])
      return {
        localizations: await readListing(all, listing, {client, longest, signal, processing}),
        store: {
          primaryLocale: app.primaryLocale,
          types: new Map(
            all.map(({locale, sets}) => [locale, sets[SET_RESOURCES.screenshot.type] ?? []]),
          ),
        },
      }
    },
    plan: ({listing}, have, policy) => planListing(listing, have, policy),
    requirements: ({listing}, have, plan) =>
      screenshots === null
        ? []
        : requirementsOfMedia({platform, wanted: listing, have, store: have.store, plan}),
    perform: (work) =>
      performMedia(
        {...work, wanted: work.wanted.listing},
        {store: requireStore(store), workspace, startedAt: options.startedAt},
      ),
    facts({action, detail}) {
      switch (detail.kind) {
        case 'set':
          return {}
        case 'delete':
          return {reason: detail.cause, content: detail.md5}
        case 'upload':
          return {content: detail.content.sha256, action}
        case 'poster':
          return {'time code': detail.timeCode}
        case 'order':
          return {order: JSON.stringify(detail.order.map(({name}) => name))}
      }
    },
    view: ({listing}, known) => viewMedia(listing, known),
    async pull() {
      const own = requireStore(store)
      const {wanted} = await find(own.signal)
      const folders = foldersOf(options)
      return pullMedia({...own, locales, folders, present: wanted.listing})
    },
    pictures: ({localizations}) => picturesOf(localizations.flatMap(({sets}) => sets)),
  }
}

/** The folder of each medium that is managed. */
function foldersOf({screenshots, previews}: MediaOptions): ReadonlyMap<Medium, string> {
  const all = [
    ['screenshot', screenshots],
    ['preview', previews],
  ] as const
  return new Map(
    all.flatMap(([medium, root]) => (root === null ? [] : [[medium, root.path] as const])),
  )
}

function summaryOf({sets}: DesiredListing): string {
  const files = sets.flatMap((set) => set.files)
  const locales = new Set(sets.map((set) => set.locale))
  const bytes = files.reduce((sum, file) => sum + file.content.size, 0)
  return `${plural(files.length, 'file')} (${prettyBytes(bytes)}) in ${plural(sets.length, 'set')} across ${plural(locales.size, 'locale')}`
}

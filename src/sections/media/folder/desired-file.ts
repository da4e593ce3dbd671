import path from 'node:path'
import type {DisplayType} from '../facts/display-types.ts'
import type {Platform} from '../../../core/platforms.ts'
import {nameKey} from '../../../transfer/stored-file.ts'
import type {DesiredFile, Poster} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {mimeTypeOf, posterStem} from './accepted-files.ts'
import {checkPreview} from './check-preview.ts'
import {checkScreenshot} from './check-screenshot.ts'
import {sanitisedName, splitName} from '../../../files/file-name.ts'
import type {MediaFolder} from './media-folder.ts'
import {objectionOf} from './objection.ts'
import type {Objection} from './objection.ts'
import {readImage} from '../../../files/read-image.ts'
import {MEDIA_LIMITS} from '../facts/limits.ts'
import {readPreview} from './read-preview.ts'
import type {Preview, ReadOptions} from './read-preview.ts'
import {readPosterFile} from './read-poster-file.ts'
import {typeFromPixels, noTypeOnPlatform} from './type-from-pixels.ts'

/** A file of a folder after it was read. */
export interface ReadFile {
  readonly path: string
  /** Null if it could not be read or its pixels fit no type. */
  readonly placed: {readonly type: DisplayType; readonly file: DesiredFile} | null
  readonly diagnostics: readonly Diagnostic[]
  /** What may be wrong with its bytes, unless the store already shows them. */
  readonly objections: readonly Objection[]
}

interface ReadDesiredOptions extends ReadOptions {
  readonly platform: Platform
}

/** Reads one file of a folder, checks it against its type, and describes it as the store should have it. */
export function readDesiredFile(
  folder: MediaFolder,
  name: string,
  options: ReadDesiredOptions,
): Promise<ReadFile> {
  return folder.type !== null && folder.medium === 'preview'
    ? readDesiredPreview(options, folder, folder.type, name)
    : readDesiredScreenshot(options, folder, name)
}

/** Whether a `.poster.txt` belongs to a video of the same folder. */
export function isPosterOf(poster: string, video: string): boolean {
  return nameKey(posterStem(poster) ?? '') === nameKey(splitName(video).stem)
}

async function readDesiredScreenshot(
  options: ReadDesiredOptions,
  folder: MediaFolder,
  name: string,
): Promise<ReadFile> {
  const file = path.posix.join(folder.path, name)
  const screenshot = await readImage(file, {
    ...options,
    maximumSize: MEDIA_LIMITS.screenshot.maximumFileSize,
  })
  if ('severity' in screenshot) return withoutPlace(file, [screenshot])

  const {facts, content} = screenshot
  const {iMessage} = folder
  const type =
    folder.type ?? typeFromPixels(facts.size, {platform: options.platform, iMessage, path: file})
  if (type === undefined) {
    const {diagnostics} = screenshot
    return withoutPlace(
      file,
      diagnostics.length > 0 ? diagnostics : [noTypeOnPlatform(file, facts.size, options.platform)],
    )
  }
  return {
    path: file,
    placed: {
      type,
      file: describe(folder, name, {content, pixels: facts.size, seconds: null, poster: null}),
    },
    diagnostics: [],
    objections: checkScreenshot(file, screenshot, type),
  }
}

async function readDesiredPreview(
  options: ReadOptions,
  folder: MediaFolder,
  type: DisplayType,
  name: string,
): Promise<ReadFile> {
  const file = path.posix.join(folder.path, name)
  const preview = await readPreview(options, file)
  if ('severity' in preview) return withoutPlace(file, [preview])

  const {content, facts} = preview
  const poster = await readPosterOf(options, folder, name, preview)
  const moment = poster !== null && 'timeCode' in poster ? poster : null
  return {
    path: file,
    placed: {
      type,
      file: describe(folder, name, {
        content,
        pixels: facts.size,
        seconds: facts.seconds,
        poster: moment,
      }),
    },
    diagnostics: poster !== null && 'severity' in poster ? [poster] : [],
    objections: [...preview.warnings, ...checkPreview(file, facts, type)].map((each) =>
      objectionOf(file, each),
    ),
  }
}

/** A file without a place in the listing, so that the store cannot have it either. */
function withoutPlace(file: string, diagnostics: readonly Diagnostic[]): ReadFile {
  return {path: file, placed: null, diagnostics, objections: []}
}

async function readPosterOf(
  options: ReadOptions,
  folder: MediaFolder,
  name: string,
  preview: Preview,
): Promise<Poster | Diagnostic | null> {
  const poster = folder.posters.find((candidate) => isPosterOf(candidate, name))
  if (poster === undefined) return null
  return readPosterFile(options, path.posix.join(folder.path, poster), preview.facts)
}

function describe(
  folder: MediaFolder,
  name: string,
  facts: Pick<DesiredFile, 'content' | 'pixels' | 'seconds' | 'poster'>,
): DesiredFile {
  return {
    name: sanitisedName(name),
    path: path.posix.join(folder.path, name),
    mimeType: mimeTypeOf(folder.medium, name) ?? 'application/octet-stream',
    ...facts,
  }
}

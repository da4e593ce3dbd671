import path from 'node:path'
import type {DisplayType} from '../facts/display-types.ts'
import type {Platform} from '../../../core/platforms.ts'
import {nameKey} from '../listing.ts'
import type {DesiredFile, Poster} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {mimeTypeOf, posterStem} from './accepted-files.ts'
import {checkPreview} from './check-preview.ts'
import {checkScreenshot} from './check-screenshot.ts'
import {sanitisedName, splitName} from '../../../files/file-name.ts'
import type {MediaFolder} from './media-folders.ts'
import {objectionOf} from './objection.ts'
import type {Objection} from './objection.ts'
import {readPreview, readScreenshot} from './read-media.ts'
import type {Preview, Reading} from './read-media.ts'
import {readPosterFile} from './read-poster-file.ts'
import {typeFromPixels, withoutType} from './type-from-pixels.ts'

/** A file of a folder after it was read. */
export interface ReadFile {
  readonly path: string
  /** Null when it could not be read, and when its pixels are of no type. */
  readonly placed: {readonly type: DisplayType; readonly file: DesiredFile} | null
  readonly problems: readonly Problem[]
  /** What speaks against its bytes, unless the store shows them already. */
  readonly objections: readonly Objection[]
}

/** Reads one file of a folder, checks it against its type, and describes it as the store should have it. */
export function readDesiredFile(
  folder: MediaFolder,
  name: string,
  surroundings: Reading & {readonly platform: Platform},
): Promise<ReadFile> {
  return folder.type !== null && folder.medium === 'preview'
    ? readDesiredPreview(surroundings, folder, folder.type, name)
    : readDesiredScreenshot(surroundings, folder, name)
}

/** Tells whether a `.poster.txt` is meant for a video of the same folder. */
export function isPosterOf(poster: string, video: string): boolean {
  return nameKey(posterStem(poster) ?? '') === nameKey(splitName(video).stem)
}

async function readDesiredScreenshot(
  surroundings: Reading & {readonly platform: Platform},
  folder: MediaFolder,
  name: string,
): Promise<ReadFile> {
  const file = path.posix.join(folder.path, name)
  const screenshot = await readScreenshot(surroundings, file)
  if ('severity' in screenshot) return withoutPlace(file, [screenshot])

  const {facts, content} = screenshot
  const {iMessage} = folder
  const type =
    folder.type ??
    typeFromPixels(facts.size, {platform: surroundings.platform, iMessage, path: file})
  if (type === undefined) {
    const {problems} = screenshot
    return withoutPlace(
      file,
      problems.length > 0 ? problems : [withoutType(file, facts.size, surroundings.platform)],
    )
  }
  return {
    path: file,
    placed: {type, file: describe(folder, name, {content, pixels: facts.size, poster: null})},
    problems: [],
    objections: checkScreenshot(file, screenshot, type),
  }
}

async function readDesiredPreview(
  reading: Reading,
  folder: MediaFolder,
  type: DisplayType,
  name: string,
): Promise<ReadFile> {
  const file = path.posix.join(folder.path, name)
  const preview = await readPreview(reading, file)
  if ('severity' in preview) return withoutPlace(file, [preview])

  const {content, facts} = preview
  const poster = await readPosterOf(reading, folder, name, preview)
  const moment = poster !== null && 'timeCode' in poster ? poster : null
  return {
    path: file,
    placed: {type, file: describe(folder, name, {content, pixels: facts.size, poster: moment})},
    problems: poster !== null && 'severity' in poster ? [poster] : [],
    objections: [...preview.warnings, ...checkPreview(file, facts, type)].map(objectionOf),
  }
}

/** A file that has no place in the listing, so that the store cannot have it either. */
function withoutPlace(file: string, problems: readonly Problem[]): ReadFile {
  return {path: file, placed: null, problems, objections: []}
}

async function readPosterOf(
  reading: Reading,
  folder: MediaFolder,
  name: string,
  preview: Preview,
): Promise<Poster | Problem | null> {
  const poster = folder.posters.find((candidate) => isPosterOf(candidate, name))
  if (poster === undefined) return null
  return readPosterFile(reading, path.posix.join(folder.path, poster), preview.facts)
}

function describe(
  folder: MediaFolder,
  name: string,
  facts: Pick<DesiredFile, 'content' | 'pixels' | 'poster'>,
): DesiredFile {
  return {
    name: sanitisedName(name),
    path: path.posix.join(folder.path, name),
    mimeType: mimeTypeOf(folder.medium, name) ?? 'application/octet-stream',
    ...facts,
  }
}

import path from 'node:path'

import pLimit from 'p-limit'

import {CLIP_IMAGE} from '../apple/app-clips.ts'
import {REMOVE_ALPHA} from '../apple/delivery-errors.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {PixelSize} from '../core/vocabulary.ts'
import {errorAt, warningAt} from '../files/diagnostic-at.ts'
import {inOrder} from '../files/diagnostic-order.ts'
import {sanitisedName, splitName} from '../files/file-name.ts'
import {transparencyOf} from '../files/formats/png/transparency.ts'
import {IMAGE_TYPES, readImage} from '../files/read-image.ts'
import type {WantedFile} from '../places/place.ts'

/** An image for an App Clip card. */
export interface HeaderImage extends WantedFile {
  /** What Apple may have against its bytes. It only counts if they are sent. */
  readonly objections: readonly Diagnostic[]
  /** Whether a pixel could be transparent. */
  readonly mayBeTransparent: boolean
}

/** The names that the image of an App Clip card can have. */
export const HEADER_FILES: readonly string[] = [...IMAGE_TYPES.keys()].map(
  (extension) => `header${extension}`,
)

const FILES_AT_A_TIME = 2
/** How long a run may check pixels. It sends nothing meanwhile. */
const MAX_MILLISECONDS = 20_000

export interface HeaderOptions {
  /** Absolute. */
  readonly workspace: string
  readonly signal: AbortSignal
}

/** Whether a file is the image of a card by its name. */
export function isHeaderFile(name: string): boolean {
  return HEADER_FILES.includes(name.toLowerCase())
}

/**
 * Reads the image of an App Clip card.
 *
 * @param file - Relative to the workspace, as discovery found it.
 * @returns why it cannot be read, if it cannot.
 */
export async function readHeaderImage(
  file: string,
  options: HeaderOptions,
): Promise<HeaderImage | Diagnostic> {
  const image = await readImage(file, {...options, maximumSize: CLIP_IMAGE.maximumFileSize})
  if ('severity' in image) return image
  const {content, facts, diagnostics} = image
  return {
    name: sanitisedName(path.posix.basename(file)),
    path: file,
    content,
    mimeType: IMAGE_TYPES.get(splitName(file).extension.toLowerCase()) ?? '',
    pixels: facts.size,
    objections: isRightSize(facts.size)
      ? diagnostics
      : [...diagnostics, wrongPixelSize(file, facts.size)],
    mayBeTransparent: facts.mayBeTransparent && facts.complete,
  }
}

/** Returns a function that finds what Apple has against images that are new to the store. */
export function createCheckHeaders({
  workspace,
  signal,
}: HeaderOptions): (images: readonly HeaderImage[]) => Promise<readonly Diagnostic[]> {
  const limit = pLimit(FILES_AT_A_TIME)
  const {width} = CLIP_IMAGE.size
  return async (images) => {
    const end = AbortSignal.any([signal, AbortSignal.timeout(MAX_MILLISECONDS)])
    const checked = await Promise.all(
      images
        .filter(({mayBeTransparent, objections}) => mayBeTransparent && objections.length === 0)
        .map((image) =>
          limit(async () => {
            const file = path.join(workspace, image.path)
            const found = await transparencyOf(file, {longestSide: width, signal: end})
            return TRANSPARENCY[found](image.path)
          }),
        ),
    )
    signal.throwIfAborted()
    return inOrder([...images.flatMap(({objections}) => objections), ...checked])
  }
}

const TRANSPARENCY = {
  transparent: (file: string) =>
    errorAt(file, {
      code: 'alpha-not-allowed',
      what: 'has transparent pixels, which Apple rejects for App Clip cards',
      next: 'save it without transparency',
      command: REMOVE_ALPHA,
    }),
  opaque: (file: string) =>
    warningAt(file, {
      code: 'opaque-alpha-channel',
      what: 'has an alpha channel, although every pixel is opaque',
      next: 'if Apple rejects it, save it without the alpha channel',
      command: REMOVE_ALPHA,
    }),
  unknown: (file: string) =>
    warningAt(file, {
      code: 'transparency-not-checked',
      what: 'was not checked for transparent pixels, which Apple rejects for App Clip cards',
      next: 'if Apple rejects it, save it without transparency',
    }),
} as const

function isRightSize({width, height}: PixelSize): boolean {
  return width === CLIP_IMAGE.size.width && height === CLIP_IMAGE.size.height
}

function wrongPixelSize(file: string, {width, height}: PixelSize): Diagnostic {
  return errorAt(file, {
    code: 'wrong-pixel-size',
    what: `is ${width}×${height} pixels, but the image of an App Clip card has 1800×1200`,
    next: 'export it as 1800×1200',
  })
}

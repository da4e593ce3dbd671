import type {Diagnostic} from '../core/diagnostic.ts'
import type {PixelSize} from '../core/vocabulary.ts'
import {truncated, wrongFormat} from './file-diagnostics.ts'
import {splitName} from './file-name.ts'
import {imageFacts} from './formats/image-facts.ts'
import type {ImageFacts} from './formats/image-facts.ts'
import {JPEG, PNG, realFormat} from './formats/real-format.ts'
import type {RealFormat} from './formats/real-format.ts'
import type {Content} from './read-bytes.ts'
import {readFileOnce} from './read-file.ts'
import type {ReadFileOptions} from './read-file.ts'

/** An image that can be read. */
export interface Image {
  readonly content: Content
  readonly facts: ImageFacts & {readonly size: PixelSize}
  /** What is wrong with the file although it can be read. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The file extensions that Apple accepts for images, with their MIME types. */
export const IMAGE_TYPES: ReadonlyMap<string, string> = new Map([
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
])

const IMAGES: readonly RealFormat[] = [PNG, JPEG]

/**
 * The facts of an image are before its pixels, after metadata that may be large, and the end shows whether it is
 * complete.
 */
const KEPT = {head: 1024 * 1024, tail: 64 * 1024}

/**
 * Reads an image once, from start to end.
 *
 * @param file - Relative to the workspace, as discovery found it.
 * @returns its content and facts, or why it cannot be read.
 * @throws the signal's reason if it is aborted.
 */
export async function readImage(
  file: string,
  options: Pick<ReadFileOptions, 'workspace' | 'maximumSize' | 'signal'>,
): Promise<Image | Diagnostic> {
  const bytes = await readFileOnce(file, {...options, keep: KEPT})
  if ('severity' in bytes) return bytes
  const format = realFormat(bytes.head)
  const extension = splitName(file).extension.toLowerCase()
  if (format === undefined || !IMAGES.includes(format)) {
    return wrongFormat(file, extension, format, IMAGES)
  }
  const misnamed = format.extensions.includes(extension)
    ? []
    : [wrongFormat(file, extension, format, IMAGES)]
  const facts = imageFacts(format, bytes)
  const diagnostics = [...misnamed, ...(facts.complete ? [] : [truncated(file)])]
  const {size} = facts
  if (size === null) return diagnostics[0] ?? wrongFormat(file, extension, undefined, IMAGES)
  return {content: bytes.content, facts: {...facts, size}, diagnostics}
}

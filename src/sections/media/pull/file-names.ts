import {byNaturalOrder, sanitisedName, splitName} from '../../../files/file-name.ts'
import {mimeTypeOf} from '../folder/accepted-files.ts'
import type {Medium} from '../listing.ts'

/** What a name without an extension of its medium gets. */
const EXTENSIONS: Readonly<Record<Medium, string>> = {screenshot: '.png', preview: '.mp4'}
/** What would lead elsewhere, and what Windows does not allow, which may check out the repository. */
const NOT_IN_NAMES = /[/\\<>:"|?*]/gu
/** In bytes. Systems allow 255, and a number and an extension come on top. */
const LONGEST_STEM = 200

/**
 * Names for the files of a set, so that the natural order of the names is the store's order. They keep their names in
 * the store if these are in order already, and differ in more than the extension, which the file of a poster frame lacks;
 * otherwise each begins with its number: `01-home.png`.
 *
 * @param names - In the store's order. Text from outside.
 */
export function namesInOrder(names: readonly string[], medium: Medium): readonly string[] {
  const safe = names.map((name) => safeName(name, medium))
  const isInOrder = safe.every((name, index) => {
    const before = safe[index - 1]
    return before === undefined || byNaturalOrder(before.toLowerCase(), name.toLowerCase()) < 0
  })
  const stems = new Set(safe.map((name) => splitName(name.toLowerCase()).stem))
  if (isInOrder && stems.size === safe.length) return safe
  const digits = Math.max(2, String(names.length).length)
  return safe.map((name, index) => `${String(index + 1).padStart(digits, '0')}-${name}`)
}

function safeName(fileName: string, medium: Medium): string {
  const name = sanitisedName(fileName.replaceAll(NOT_IN_NAMES, '-')).replace(/^\.+/u, '')
  const isAccepted = mimeTypeOf(medium, name) !== undefined
  const {stem, extension} = isAccepted
    ? splitName(name)
    : {stem: name, extension: EXTENSIONS[medium]}
  const short = shortened(stem.trim())
  return `${short === '' ? 'unnamed' : short}${extension}`
}

function shortened(stem: string): string {
  const bytes = Buffer.from(stem)
  if (bytes.length <= LONGEST_STEM) return stem
  // A character that is cut becomes the one for what cannot be read.
  return bytes.toString('utf8', 0, LONGEST_STEM).replace(/\uFFFD$/u, '')
}

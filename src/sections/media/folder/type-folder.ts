import {DISPLAY_TYPES} from '../facts/display-types.ts'
import type {DisplayType} from '../facts/display-types.ts'
import type {Platform} from '../../../core/platforms.ts'
import type {Medium} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt, noteAt} from '../../../files/diagnostic-at.ts'
import {comparable, nearestNames, listWithOr} from '../../../files/nearest-name.ts'

/**
 * Names that people derive from the marketing size of a display but that Apple does not use, with the size and
 * Apple's name.
 */
const MISNOMERS: ReadonlyMap<string, {readonly size: string; readonly name: string}> = new Map([
  ['iphone-69', {size: '6.9-inch', name: 'IPHONE_67'}],
  ['iphone-63', {size: '6.3-inch', name: 'IPHONE_61'}],
  ['iphone-60', {size: '6.1-inch', name: 'IPHONE_58'}],
  ['ipad-13', {size: '13-inch', name: 'IPAD_PRO_3GEN_129'}],
  ['ipad-130', {size: '13-inch', name: 'IPAD_PRO_3GEN_129'}],
  ['ipad-pro-13', {size: '13-inch', name: 'IPAD_PRO_3GEN_129'}],
  ['ipad-pro-3gen-13', {size: '13-inch', name: 'IPAD_PRO_3GEN_129'}],
  ['ipad-129', {size: '12.9-inch', name: 'IPAD_PRO_3GEN_129'}],
  ['ipad-11', {size: '11-inch', name: 'IPAD_PRO_3GEN_11'}],
  ['ipad-pro-11', {size: '11-inch', name: 'IPAD_PRO_3GEN_11'}],
])

/** The code for files of another platform than the run's. A note, unless there is nothing else. */
export const OTHER_PLATFORM = 'type-of-other-platform'

const PREFIXES: Readonly<Record<Medium, string>> = {screenshot: 'APP_', preview: ''}

interface TypeFolder {
  readonly name: string
  readonly medium: Medium
  readonly platform: Platform
  /** Relative to the workspace. */
  readonly path: string
}

/** The display type that a folder's name means, or a diagnostic that says what the name should be. */
export function typeOfFolder(folder: TypeFolder): DisplayType | Diagnostic {
  const row = rowsNamed(folder.name).find(({medium}) => medium === folder.medium)
  if (row === undefined) return unknownType(folder)
  if (row.platform !== folder.platform) {
    return otherPlatform(folder.path, row.platform, folder.platform)
  }
  if (row.sizes.length === 0) {
    return errorAt(folder.path, {
      code: 'type-not-accepted',
      what: `Apple no longer accepts ${folder.medium}s for ${row.device}`,
      next: 'remove the folder',
    })
  }
  return row
}

/** Whether a folder's name means a type of any medium and platform. */
export function isTypeName(name: string): boolean {
  return rowsNamed(name).length > 0
}

/** The diagnostic for files of another platform than the run's, which need their own step. */
export function otherPlatform(path: string, owner: Platform, platform: Platform): Diagnostic {
  return noteAt(path, {
    code: OTHER_PLATFORM,
    what: `is for ${owner}, but this run is for ${platform}`,
    next: `add a step with \`platform: ${owner}\` to upload it`,
  })
}

function unknownType({name, medium, platform, path}: TypeFolder): Diagnostic {
  const unknown = (what: string, next: string) => errorAt(path, {code: 'unknown-type', what, next})
  const [prefix, bare] = splitPrefix(comparable(name))
  const misnomer = MISNOMERS.get(bare)
  if (misnomer !== undefined) {
    return unknown(
      `Apple has no ${medium} type ${name}`,
      `for ${misnomer.size} files, rename the folder to ${prefix}${PREFIXES[medium]}${misnomer.name}`,
    )
  }
  const other = rowsNamed(name)[0]
  if (other !== undefined && medium === 'preview') {
    return unknown(`Apple does not accept app previews for ${other.device}`, 'remove the folder')
  }
  if (other !== undefined) {
    return unknown(
      `${other.type} is an app preview type, not a screenshot type`,
      `rename the folder to APP_${other.type}`,
    )
  }
  const rows = DISPLAY_TYPES.filter((row) => row.medium === medium && row.platform === platform)
  const near = nearestNames(name, rows.flatMap(namesOf))
  return unknown(
    `"${name}" is not a ${medium} type for ${platform}`,
    near.length > 0
      ? `did you mean ${listWithOr(near)}?`
      : `use one of ${rows.map(({type}) => type).join(', ')}`,
  )
}

/** `imessage-app-iphone-69` → `IMESSAGE_` and `iphone-69`. */
function splitPrefix(name: string): readonly [string, string] {
  const bare = name.replace(/^(?:imessage-)?app-/u, '')
  return [name.startsWith('imessage-app-') ? 'IMESSAGE_' : '', bare]
}

function rowsNamed(name: string): readonly DisplayType[] {
  const wanted = comparable(name)
  return DISPLAY_TYPES.filter((row) =>
    namesOf(row).some((candidate) => comparable(candidate) === wanted),
  )
}

function namesOf(row: DisplayType): readonly string[] {
  const types = row.medium === 'preview' ? [row.type, `APP_${row.type}`] : [row.type]
  return [...types, ...row.aliases]
}

import {DISPLAY_TYPES} from '../facts/display-types.ts'
import type {DisplayType} from '../facts/display-types.ts'
import type {Platform} from '../../../core/platforms.ts'
import type {Medium} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {comparable, nearestNames, oneOf} from '../../../files/nearest-name.ts'

/** Names that follow from the marketing size of a display, and that Apple never gave: the size → Apple's name. */
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

/** What is of another platform than the run's: a note, unless nothing else is there. */
export const OTHER_PLATFORM = 'type-of-other-platform'

const PREFIXES: Readonly<Record<Medium, string>> = {screenshot: 'APP_', preview: ''}

interface TypeFolder {
  readonly name: string
  readonly medium: Medium
  readonly platform: Platform
  /** Relative to the workspace. */
  readonly path: string
}

/** The display type that a folder's name stands for, or the problem that says what the name should be. */
export function typeOfFolder(folder: TypeFolder): DisplayType | Problem {
  const row = rowsNamed(folder.name).find(({medium}) => medium === folder.medium)
  if (row === undefined) return unknownType(folder)
  if (row.platform !== folder.platform) {
    return otherPlatform(folder.path, row.platform, folder.platform)
  }
  if (row.sizes.length === 0) {
    return {
      severity: 'error',
      code: 'type-not-accepted',
      path: folder.path,
      finding: `Apple takes no ${folder.medium}s for ${row.device} any more`,
      expectation: 'remove the folder',
    }
  }
  return row
}

/** Tells whether a folder's name is that of a type of any medium and platform. */
export function isTypeName(name: string): boolean {
  return rowsNamed(name).length > 0
}

/** Files that belong to another platform than the run's, and wait for a step of their own. */
export function otherPlatform(path: string, owner: Platform, platform: Platform): Problem {
  return {
    severity: 'note',
    code: OTHER_PLATFORM,
    path,
    finding: `belongs to the platform ${owner}, and this run is for ${platform}`,
    expectation: `set \`platform: ${owner}\` in a step of its own to show it`,
  }
}

function unknownType({name, medium, platform, path}: TypeFolder): Problem {
  const problem = {severity: 'error', code: 'unknown-type', path} as const
  const [prefix, bare] = splitPrefix(comparable(name))
  const misnomer = MISNOMERS.get(bare)
  if (misnomer !== undefined) {
    return {
      ...problem,
      finding: `Apple has no ${medium} type ${name}`,
      expectation: `${misnomer.size} files belong in ${prefix}${PREFIXES[medium]}${misnomer.name}`,
    }
  }
  const other = rowsNamed(name)[0]
  if (other !== undefined && medium === 'preview') {
    return {
      ...problem,
      finding: `Apple takes no app previews for ${other.device}`,
      expectation: 'remove the folder; its videos cannot be shown',
    }
  }
  if (other !== undefined) {
    return {
      ...problem,
      finding: `${other.type} is a type of app previews, not of screenshots`,
      expectation: `rename the folder to APP_${other.type}`,
    }
  }
  const rows = DISPLAY_TYPES.filter((row) => row.medium === medium && row.platform === platform)
  const near = nearestNames(name, rows.flatMap(namesOf))
  return {
    ...problem,
    finding: `"${name}" is not a ${medium} type of ${platform}`,
    expectation:
      near.length > 0
        ? `did you mean ${oneOf(near)}?`
        : `the types are ${rows.map(({type}) => type).join(', ')}`,
  }
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

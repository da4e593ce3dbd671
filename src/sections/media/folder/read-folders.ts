import pLimit from 'p-limit'
import type {Platform} from '../../../core/platforms.ts'
import type {FoundFolder} from '../../../files/found-folder.ts'
import type {DesiredListing, DesiredSet, Medium} from '../listing.ts'
import {isError} from '../../../core/diagnostic.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {PATTERNS} from './accepted-files.ts'
import {byCodeUnits} from '../../../files/file-name.ts'
import {MADE_BY_A_JOB} from './layout-diagnostics.ts'
import {mediaLayout} from './layout.ts'
import type {MediaLayout} from './layout.ts'
import type {Objection} from './objection.ts'
import {inOrder} from '../../../files/diagnostic-order.ts'
import {readDesiredSets} from './desired-sets.ts'
import {OTHER_PLATFORM} from './type-folder.ts'

const FILES_AT_A_TIME = 4

export interface RootRequest {
  /** The root as the input has it. */
  readonly path: string
  /** Whether it may be missing: true if the input has its default value. */
  readonly optional: boolean
  /** Null if nothing exists at the path. */
  readonly found: FoundFolder | null
}

export interface FoldersRequest {
  /** Absolute path of the folder that all other paths are relative to. */
  readonly workspace: string
  readonly platform: Platform
  /** Apple's codes of the wanted locales; empty means all. */
  readonly locales: readonly string[]
  /** Null if screenshots are not managed. */
  readonly screenshots: RootRequest | null
  /** Null if previews are not managed. */
  readonly previews: RootRequest | null
  readonly signal: AbortSignal
}

interface Root extends RootRequest {
  readonly medium: Medium
}

/**
 * Reads the folders of screenshots and previews into the desired listing, each file once.
 *
 * @returns the listing, with diagnostics ordered by path and code. If there is an error among them, the listing is
 *   incomplete and nothing must be written. The objections still have to be checked against what the store shows.
 * @throws the reason of the signal, at once, when it is aborted.
 */
export async function readFolders(request: FoldersRequest): Promise<{
  readonly listing: DesiredListing
  /** Apple's codes of the locales that have a folder, wanted or not. */
  readonly locales: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly objections: readonly Objection[]
}> {
  const {workspace, platform, signal} = request
  const roots = rootsOf(request)
  const {locales} = request
  const layouts = roots.flatMap(({medium, found}) =>
    found === null ? [] : [mediaLayout({medium, platform, found, locales})],
  )
  const limit = pLimit(FILES_AT_A_TIME)
  const read = await Promise.all(
    layouts
      .flatMap(({folders}) => folders)
      .map((folder) => readDesiredSets(folder, {workspace, platform, limit, signal})),
  )
  const sets = read.flatMap((one) => one.sets).toSorted(bySetAndFolder)
  const diagnostics = [
    ...roots.flatMap(missingRoot),
    ...layouts.flatMap((layout) => layout.diagnostics),
    ...read.flatMap((one) => one.diagnostics),
    ...sameSets(sets),
  ]
  const filled = sets.filter(({files}) => files.length > 0)
  const present = [...new Set(layouts.flatMap((layout) => layout.locales))].toSorted()
  // The wanted locales may only exist in other sections.
  const isElsewhere = locales.length > 0 && !present.some((locale) => locales.includes(locale))
  const needsReason = filled.length === 0 && !isElsewhere && !diagnostics.some(isError)
  return {
    listing: {sets: filled},
    locales: present,
    diagnostics: inOrder(
      needsReason ? whyNothingIsLeft(diagnostics, noFiles(roots, layouts)) : diagnostics,
    ),
    objections: read.flatMap((one) => one.objections),
  }
}

function rootsOf({screenshots, previews}: FoldersRequest): readonly Root[] {
  return [
    ...(screenshots === null ? [] : [{medium: 'screenshot', ...screenshots} as const]),
    ...(previews === null ? [] : [{medium: 'preview', ...previews} as const]),
  ]
}

/**
 * If nothing is left to show, files that were left out for their platform or pixels become errors, unless there are
 * empty locale folders that still need their pictures.
 */
function whyNothingIsLeft(
  diagnostics: readonly Diagnostic[],
  otherwise: Diagnostic,
): readonly Diagnostic[] {
  const isWaiting = diagnostics.some(({code}) => code === 'empty-locale-folder')
  return diagnostics.some(isReason) && !isWaiting
    ? diagnostics.map((each) => (isReason(each) ? {...each, severity: 'error'} : each))
    : [...diagnostics, otherwise]
}

function isReason({code}: Diagnostic): boolean {
  return code === OTHER_PLATFORM || code === 'wrong-pixel-size'
}

function missingRoot({medium, path, optional, found}: Root): readonly Diagnostic[] {
  if (optional || found !== null) return []
  return [
    errorAt(path, {
      code: 'missing-root',
      what: 'does not exist',
      next: `check \`${medium}s\` and \`root\`, and that the repository is checked out`,
    }),
  ]
}

function noFiles(roots: readonly Root[], layouts: readonly MediaLayout[]): Diagnostic {
  const [first, ...others] = roots.map(({path, medium}) => `${path}/${PATTERNS[medium]}`)
  const inputs = roots.map(({medium}) => `\`${medium}s\``)
  const isPrepared = layouts.some(
    ({locales, hasFrameitFiles}) => locales.length > 0 || hasFrameitFiles,
  )
  return errorAt(roots[0]?.path ?? '', {
    code: 'no-files',
    what:
      others.length === 0
        ? `no files found: nothing matches ${first}`
        : `no files found: nothing matches ${[first, ...others].join(' or ')}`,
    next: isPrepared
      ? `add the files; ${MADE_BY_A_JOB}`
      : `add files, or check ${inputs.join(', ')} and \`root\`, and that the repository is checked out`,
  })
}

function sameSets(sets: readonly DesiredSet[]): readonly Diagnostic[] {
  const first = new Map<string, DesiredSet>()
  return sets.flatMap((set): readonly Diagnostic[] => {
    const other = first.get(set.id)
    if (other === undefined) {
      first.set(set.id, set)
      return []
    }
    return [
      errorAt(set.folder, {
        code: 'same-set-twice',
        what: `is for the same set as ${other.folder}: ${set.type} in ${set.locale}`,
        next: 'keep all files of a set in one folder',
      }),
    ]
  })
}

function bySetAndFolder(a: DesiredSet, b: DesiredSet): number {
  return (
    byCodeUnits(a.locale, b.locale) ||
    byCodeUnits(a.type, b.type) ||
    byCodeUnits(a.folder, b.folder)
  )
}

import pLimit from 'p-limit'
import type {Platform} from '../../../core/platforms.ts'
import type {FoundFolder} from '../../../files/found-folder.ts'
import type {DesiredListing, DesiredSet, Medium} from '../listing.ts'
import {isError} from '../../../core/diagnostic.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {PATTERNS} from './accepted-files.ts'
import {byCodeUnits} from '../../../files/file-name.ts'
import {MADE_BY_A_JOB} from './layout-problems.ts'
import {mediaFolders} from './media-folders.ts'
import type {Layout} from './media-folders.ts'
import type {Objection} from './objection.ts'
import {inOrder} from '../../../files/problem-order.ts'
import {readSets} from './read-sets.ts'
import {OTHER_PLATFORM} from './type-folder.ts'
import {wantedLocales} from '../../../files/wanted-locales.ts'

const FILES_AT_A_TIME = 4

export interface RootRequest {
  /** The root as the input has it. */
  readonly path: string
  /** Whether it may be missing: true while the input has its default's text. */
  readonly optional: boolean
  /** Null when there is nothing at the path. */
  readonly found: FoundFolder | null
}

export interface FoldersRequest {
  /** Absolute path of the folder that all other paths are relative to. */
  readonly workspace: string
  readonly platform: Platform
  /** The wanted locales, in any case; empty means all. */
  readonly locales: readonly string[]
  readonly screenshots: RootRequest
  readonly previews: RootRequest
  readonly signal: AbortSignal
}

interface Root extends RootRequest {
  readonly medium: Medium
}

/**
 * Reads the folders of screenshots and previews as the listing that they want, each file once.
 *
 * @returns The listing, and what a person has to mend or know, ordered by path and code. With an error
 * among the problems the listing is incomplete, and nothing must be written. Objections are still to be weighed
 * against what the store shows.
 * @throws The reason of the signal, at once, when it is aborted.
 */
export async function readFolders(request: FoldersRequest): Promise<{
  readonly listing: DesiredListing
  readonly problems: readonly Problem[]
  readonly objections: readonly Objection[]
}> {
  const {workspace, platform, signal} = request
  const roots: readonly Root[] = [
    {medium: 'screenshot', ...request.screenshots},
    {medium: 'preview', ...request.previews},
  ]
  const filter = wantedLocales(
    request.locales,
    request.screenshots.found?.path ?? request.screenshots.path,
  )
  const layouts = roots.flatMap(({medium, found}) =>
    found === null ? [] : [mediaFolders({medium, platform, found, locales: filter.locales})],
  )
  const limit = pLimit(FILES_AT_A_TIME)
  const read = await Promise.all(
    layouts
      .flatMap(({folders}) => folders)
      .map((folder) => readSets(folder, {workspace, platform, limit, signal})),
  )
  const sets = read.flatMap((one) => one.sets).toSorted(bySetAndFolder)
  const problems = [
    ...roots.flatMap(missingRoot),
    ...filter.problems,
    ...filter.withoutFolder(layouts.flatMap(({locales}) => locales)),
    ...layouts.flatMap((layout) => layout.problems),
    ...read.flatMap((one) => one.problems),
    ...sameSets(sets),
  ]
  const filled = sets.filter(({files}) => files.length > 0)
  const needsReason = filled.length === 0 && !problems.some(isError)
  return {
    listing: {sets: filled},
    problems: inOrder(needsReason ? whyNothingIsLeft(problems, noFiles(roots, layouts)) : problems),
    objections: read.flatMap((one) => one.objections),
  }
}

/**
 * With nothing to show, what was left out for its platform or its pixels is the reason, unless folders wait for pictures
 * of the run's own.
 */
function whyNothingIsLeft(problems: readonly Problem[], otherwise: Problem): readonly Problem[] {
  const isWaiting = problems.some(({code}) => code === 'empty-locale-folder')
  return problems.some(isReason) && !isWaiting
    ? problems.map((problem) => (isReason(problem) ? {...problem, severity: 'error'} : problem))
    : [...problems, otherwise]
}

function isReason({code}: Problem): boolean {
  return code === OTHER_PLATFORM || code === 'wrong-pixel-size'
}

function missingRoot({medium, path, optional, found}: Root): readonly Problem[] {
  if (optional || found !== null) return []
  return [
    {
      severity: 'error',
      code: 'missing-root',
      path,
      finding: 'does not exist',
      expectation: `correct the input \`${medium}s\`, and check that the repository is checked out before this step`,
    },
  ]
}

function noFiles(roots: readonly Root[], layouts: readonly Layout[]): Problem {
  const looked = roots.map(({path, medium}) => `${path}/${PATTERNS[medium]}`)
  const isPrepared = layouts.some(
    ({locales, hasFrameitFiles}) => locales.length > 0 || hasFrameitFiles,
  )
  return {
    severity: 'error',
    code: 'no-files',
    path: roots[0]?.path ?? '',
    finding: `there is no file to show: neither ${looked.join(' nor ')} matches one`,
    expectation: isPrepared
      ? `the folder is there without its pictures; ${MADE_BY_A_JOB}`
      : 'add files, or correct the inputs `screenshots` and `previews`; check that the repository is checked out before this step',
  }
}

function sameSets(sets: readonly DesiredSet[]): readonly Problem[] {
  const first = new Map<string, DesiredSet>()
  return sets.flatMap((set): readonly Problem[] => {
    const other = first.get(set.id)
    if (other === undefined) {
      first.set(set.id, set)
      return []
    }
    return [
      {
        severity: 'error',
        code: 'same-set-twice',
        path: set.folder,
        finding: `means the same set as ${other.folder}: ${set.type} in ${set.locale}`,
        expectation: 'keep all files of a set in one folder',
      },
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

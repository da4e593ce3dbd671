import {findQuietly} from './find-quietly.ts'
import {readFolders} from '../../src/sections/media/folder/read-folders.ts'
import type {FoldersRequest, RootRequest} from '../../src/sections/media/folder/read-folders.ts'
import {inOrder} from '../../src/files/diagnostic-order.ts'
import {wantedLocales} from '../../src/files/wanted-locales.ts'
import {createCheckObjections} from '../../src/sections/media/folder/check-objections.ts'
import type {DesiredListing} from '../../src/sections/media/listing.ts'
import {pathOf} from '../../src/core/diagnostic.ts'
import type {Diagnostic} from '../../src/core/diagnostic.ts'
import {folderWith} from './media.ts'
import type {TreeEntry} from './media.ts'

interface Options extends Partial<Pick<FoldersRequest, 'platform' | 'locales' | 'signal'>> {
  readonly screenshots?: string
  readonly previews?: string
}

/** A diagnostic about a file or folder, flat. */
interface Problem extends Omit<Diagnostic, 'about'> {
  readonly path: string | null
}

interface ReadTree {
  readonly listing: DesiredListing
  /** As `validate` tells them: no store shows any of the files. */
  readonly problems: readonly Problem[]
}

/** Puts entries into a new workspace and reads it as the action does, through discovery. */
export async function readTree(
  entries: Readonly<Record<string, TreeEntry>>,
  options: Options = {},
): Promise<ReadTree> {
  return readWorkspace(await folderWith(entries), options)
}

/** Reads a workspace that is there already. */
export async function readWorkspace(
  workspace: string,
  {
    platform = 'IOS',
    locales = [],
    signal = new AbortController().signal,
    screenshots,
    previews,
  }: Options = {},
): Promise<ReadTree> {
  const limit = wantedLocales(locales, screenshots ?? 'screenshots')
  const {
    listing,
    locales: present,
    diagnostics,
    objections,
  } = await readFolders({
    workspace,
    platform,
    locales: limit.locales,
    signal,
    screenshots: await root(workspace, screenshots, 'screenshots'),
    previews: await root(workspace, previews, 'previews'),
  })
  const weighed = await createCheckObjections(objections, {workspace, signal})(new Set())
  return {
    listing,
    problems: inOrder([
      ...limit.diagnostics,
      ...limit.withoutFolder(present),
      ...diagnostics,
      ...weighed,
    ]).map(flat),
  }
}

/** The problems of a tree, shortened to `code path`. */
export async function problemsOf(
  entries: Readonly<Record<string, TreeEntry>>,
  options: Options = {},
): Promise<readonly string[]> {
  return (await readTree(entries, options)).problems.map(short)
}

/** A diagnostic of one path, as tests compare it. */
export function flat({about, ...rest}: Diagnostic): Problem {
  return {...rest, path: pathOf({about, ...rest})}
}

export function short({severity, code, path}: Problem): string {
  return `${severity} ${code} ${path}`
}

async function root(
  workspace: string,
  given: string | undefined,
  usual: string,
): Promise<RootRequest> {
  const path = given ?? usual
  return {path, optional: given === undefined, found: await findQuietly(path, workspace)}
}

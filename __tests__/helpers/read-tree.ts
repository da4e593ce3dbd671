import {findQuietly} from './find-quietly.ts'
import {readFolders} from '../../src/sections/media/folder/read-folders.ts'
import type {FoldersRequest, RootRequest} from '../../src/sections/media/folder/read-folders.ts'
import {inOrder} from '../../src/files/problem-order.ts'
import {createWeigh} from '../../src/sections/media/folder/weigh-objections.ts'
import type {DesiredListing} from '../../src/sections/media/listing.ts'
import type {Problem} from '../../src/core/diagnostic.ts'
import {folderWith} from './media.ts'
import type {TreeEntry} from './media.ts'

interface Options extends Partial<Pick<FoldersRequest, 'platform' | 'locales' | 'signal'>> {
  readonly screenshots?: string
  readonly previews?: string
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
  const {listing, problems, objections} = await readFolders({
    workspace,
    platform,
    locales,
    signal,
    screenshots: await root(workspace, screenshots, 'screenshots'),
    previews: await root(workspace, previews, 'previews'),
  })
  const weighed = await createWeigh(objections, {workspace, signal})(new Set())
  return {listing, problems: inOrder([...problems, ...weighed])}
}

/** The problems of a tree, shortened to `code path`. */
export async function problemsOf(
  entries: Readonly<Record<string, TreeEntry>>,
  options: Options = {},
): Promise<readonly string[]> {
  return (await readTree(entries, options)).problems.map(short)
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

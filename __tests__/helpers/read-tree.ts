import {findQuietly} from './find-quietly.ts'
import {readFolders} from '../../src/local/read-folders.ts'
import type {FoldersRequest, RootRequest} from '../../src/local/read-folders.ts'
import type {Problem} from '../../src/model/problem.ts'
import {folderWith} from './media.ts'
import type {TreeEntry} from './media.ts'

interface Options extends Partial<Pick<FoldersRequest, 'platform' | 'locales' | 'signal'>> {
  readonly screenshots?: string
  readonly previews?: string
}

/** Puts entries into a new workspace and reads it as the action does, through discovery. */
export async function readTree(
  entries: Readonly<Record<string, TreeEntry>>,
  options: Options = {},
): ReturnType<typeof readFolders> {
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
): ReturnType<typeof readFolders> {
  return readFolders({
    workspace,
    platform,
    locales,
    signal,
    screenshots: await root(workspace, screenshots, 'screenshots'),
    previews: await root(workspace, previews, 'previews'),
  })
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

import pLimit from 'p-limit'
import prettyBytes from 'pretty-bytes'

import {ATTACHMENT_TYPES} from '../../../apple/review-attachments.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {plural} from '../../../core/plural.ts'
import type {Found} from '../../../core/section.ts'
import {blockedEntry} from '../../../files/blocked-entries.ts'
import {inOrder} from '../../../files/diagnostic-order.ts'
import {findFiles} from '../../../files/discover/find-files.ts'
import {byNaturalOrder, sanitisedName, splitName} from '../../../files/file-name.ts'
import {isIgnoredFile} from '../../../files/ignored-file.ts'
import {readFileOnce} from '../../../files/read-file.ts'
import {treeOf} from '../../../files/tree.ts'
import type {TreeNode} from '../../../files/tree.ts'
import type {WantedFile} from '../../../places/place.ts'
import {nameKey} from '../../../transfer/stored-file.ts'
import type {WantedAttachments} from '../attachments.ts'
import {
  equalNames,
  isDocumentFolder,
  missingFolder,
  noAttachments,
  rootIsFile,
  subFolder,
  wrongType,
} from './layout-diagnostics.ts'

/** Where the attachments lie. */
export interface AttachmentsFolder {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Relative to the workspace. */
  readonly path: string
}

const FILES_AT_A_TIME = 8

/**
 * Reads the attachments for App Review.
 *
 * @throws the signal's reason if it is aborted.
 */
export async function findAttachments(
  {workspace, path}: AttachmentsFolder,
  signal: AbortSignal,
): Promise<Found<WantedAttachments | null>> {
  const found = await findFiles(path, workspace, signal)
  if (found === null) return without([missingFolder(path)])
  const root = treeOf(found)
  if (root.kind === 'file') return without([rootIsFile(path)])
  if (root.kind !== 'folder') return without([blockedEntry(root.kind, path)])

  const entries = root.children.map(asAttachment).filter((each) => each !== null)
  if (entries.length === 0) return without([noAttachments(path)])
  const limit = pLimit(FILES_AT_A_TIME)
  const read = await Promise.all(
    entries.map((entry) =>
      limit(async () => ('severity' in entry ? entry : readAttachment(entry, workspace, signal))),
    ),
  )
  const files = read
    .flatMap((each) => ('severity' in each ? [] : [each]))
    .toSorted((one, other) => byNaturalOrder(one.path, other.path))
  const diagnostics = [
    ...read.flatMap((each) => ('severity' in each ? [each] : [])),
    ...twinsAmong(files),
  ]
  const bytes = files.reduce((sum, {content}) => sum + content.size, 0)
  return {
    wanted: {folder: path, files},
    locales: [],
    diagnostics: inOrder(diagnostics),
    summary: `${plural(files.length, 'attachment')} for App Review (${prettyBytes(bytes)})`,
  }
}

function without(diagnostics: readonly Diagnostic[]): Found<null> {
  return {wanted: null, locales: [], diagnostics, summary: null}
}

interface Attachment {
  readonly name: string
  /** Relative to the workspace. */
  readonly path: string
  readonly mimeType: string
}

/** @returns what is wrong with it, or null if it is ignored. */
function asAttachment({name, path, kind}: TreeNode): Attachment | Diagnostic | null {
  const mimeType = ATTACHMENT_TYPES.get(splitName(name).extension.toLowerCase()) ?? null
  if (kind === 'folder') return mimeType === null ? subFolder(path) : isDocumentFolder(path)
  if (kind !== 'file') return blockedEntry(kind, path)
  if (mimeType !== null) return {name, path, mimeType}
  return isIgnoredFile(name) ? null : wrongType(path)
}

async function readAttachment(
  {name, path, mimeType}: Attachment,
  workspace: string,
  signal: AbortSignal,
): Promise<WantedFile | Diagnostic> {
  const bytes = await readFileOnce(path, {
    workspace,
    // Apple states no limit.
    maximumSize: Number.MAX_SAFE_INTEGER,
    keep: {head: KEPT_BYTES, tail: 0},
    signal,
  })
  return 'severity' in bytes
    ? bytes
    : {name: sanitisedName(name), path, content: bytes.content, mimeType, pixels: null}
}

/** Enough to recognise a Git LFS pointer. */
const KEPT_BYTES = 1024

function twinsAmong(files: readonly WantedFile[]): readonly Diagnostic[] {
  const first = new Map<string, WantedFile>()
  return files.flatMap((file) => {
    const key = nameKey(file.name)
    const other = first.get(key)
    if (other !== undefined) return [equalNames(file.path, other.path)]
    first.set(key, file)
    return []
  })
}

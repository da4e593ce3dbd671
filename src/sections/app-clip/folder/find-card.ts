import {CLIP_ACTIONS, CLIP_TEXT_LIMITS} from '../../../apple/app-clips.ts'
import type {ClipAction} from '../../../apple/app-clips.ts'
import {missingFolder} from '../../../clips/folder-diagnostics.ts'
import {createCheckHeaders, readHeaderImage} from '../../../clips/header-image.ts'
import type {HeaderImage} from '../../../clips/header-image.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {plural} from '../../../core/plural.ts'
import type {Found} from '../../../core/section.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {inOrder} from '../../../files/diagnostic-order.ts'
import {findFiles} from '../../../files/discover/find-files.ts'
import {listWithOr, nearestNames} from '../../../files/nearest-name.ts'
import {textTooLong} from '../../../files/text-length.ts'
import {readTextFile} from '../../../files/text-file.ts'
import type {WantedCard, WantedLocale, WantedSubtitle} from '../wanted-card.ts'
import {cardLayout} from './layout.ts'
import type {CardLocaleLayout} from './layout.ts'

export interface CardFolder {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Relative to the workspace. */
  readonly path: string
  /** Apple's codes of the wanted locales; empty for all. */
  readonly locales: readonly string[]
  /** Whether the run looks after the locales without a folder, too. One that is limited to locales does not. */
  readonly managesExtras: boolean
}

/** Reads the App Clip card that a folder declares. An empty text file leaves its text alone. */
export async function findCard(
  {workspace, path, locales: limit, managesExtras}: CardFolder,
  signal: AbortSignal,
): Promise<Found<WantedCard | null>> {
  const found = await findFiles(path, workspace, signal)
  if (found === null) {
    const diagnostics = [missingFolder(path, 'app-clip')]
    return {wanted: null, locales: [], diagnostics, summary: null}
  }
  const layout = cardLayout(found)
  const present = layout.locales.map(({locale}) => locale)
  const isRead = ({locale}: CardLocaleLayout) => limit.length === 0 || limit.includes(locale)
  const [action, ...read] = await Promise.all([
    layout.action === null ? null : readAction(workspace, layout.action, signal),
    ...layout.locales.filter(isRead).map((each) => readLocale(workspace, each, signal)),
  ])
  const locales = read
    .map(({wanted}) => wanted)
    .filter(({subtitle, header}) => subtitle !== null || header !== null)
  const isWrong = action !== null && 'severity' in action
  const wanted: WantedCard = {
    bundleId: layout.bundleId,
    path: layout.path,
    action: isWrong ? null : action,
    locales,
    present,
    managesExtras,
    checkHeaders: createCheckHeaders({workspace, signal}),
  }
  // Of several jobs, the one that looks after the other locales may have none of the folder itself.
  const isForOthers =
    managesExtras && layout.locales.some((each) => !isRead(each) && hasFiles(each))
  const isEmpty = wanted.action === null && locales.length === 0
  return {
    wanted: isEmpty && !isForOthers ? null : wanted,
    locales: present,
    diagnostics: inOrder([
      ...layout.diagnostics,
      ...(isWrong ? [action] : []),
      ...read.flatMap(({diagnostics}) => diagnostics),
    ]),
    summary: isEmpty ? null : `App Clip card in ${plural(locales.length, 'locale')}`,
  }
}

function hasFiles({subtitle, header}: CardLocaleLayout): boolean {
  return subtitle !== null || header !== null
}

async function readAction(
  workspace: string,
  path: string,
  signal: AbortSignal,
): Promise<WantedCard['action'] | Diagnostic> {
  const file = await readTextFile(workspace, path, signal)
  if ('severity' in file) return file
  const text = file.text.trim()
  if (text === '') return null
  const value = CLIP_ACTIONS.find((each) => each === text.toUpperCase())
  return value === undefined ? unknownAction(text, path) : {value, path}
}

function unknownAction(text: string, path: string): Diagnostic {
  const near = nearestNames(text, CLIP_ACTIONS)
  return errorAt(path, {
    line: 1,
    code: 'unknown-action',
    what: `has "${text.slice(0, 40)}", which is not the action of an App Clip`,
    next: `write ${listWithOr(near.length > 0 ? near : (CLIP_ACTIONS satisfies readonly ClipAction[]))}`,
  })
}

async function readLocale(
  workspace: string,
  {locale, path, ...files}: CardLocaleLayout,
  signal: AbortSignal,
): Promise<{readonly wanted: WantedLocale; readonly diagnostics: readonly Diagnostic[]}> {
  const [subtitle, header] = await Promise.all([
    files.subtitle === null ? null : readSubtitle(workspace, files.subtitle, signal),
    files.header === null ? null : readHeaderImage(files.header, {workspace, signal}),
  ])
  return {
    wanted: {locale, path, subtitle: withoutFault(subtitle), header: withoutFault(header)},
    diagnostics: [subtitle, header].filter(isFault),
  }
}

type Read = WantedSubtitle | HeaderImage | Diagnostic | null

function isFault(read: Read): read is Diagnostic {
  return read !== null && 'severity' in read
}

function withoutFault<Value extends WantedSubtitle | HeaderImage>(
  read: Value | Diagnostic | null,
): Value | null {
  return read === null || 'severity' in read ? null : read
}

async function readSubtitle(
  workspace: string,
  path: string,
  signal: AbortSignal,
): Promise<WantedSubtitle | Diagnostic | null> {
  const file = await readTextFile(workspace, path, signal)
  if ('severity' in file) return file
  if (file.text === '') return null
  const words = 'App Clip card subtitle'
  return textTooLong(file, {words, limit: CLIP_TEXT_LIMITS.subtitle}) ?? file
}

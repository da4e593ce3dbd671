import path from 'node:path'

import {isError, placeWords} from '../core/diagnostic.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {plural} from '../core/plural.ts'
import {errorAt, warningAt} from '../files/diagnostic-at.ts'
import {inOrder} from '../files/diagnostic-order.ts'
import {findFiles} from '../files/discover/find-files.ts'
import {exists} from '../files/discover/inspect-path.ts'
import {readTextFile} from '../files/text-file.ts'
import {assemble} from './assemble.ts'
import {checkDeclaration} from './check/check-declaration.ts'
import {checkTogether} from './check/check-together.ts'
import type {Environment} from './config/environment.ts'
import {readConfig} from './config/read-config.ts'
import type {ConfigSource} from './config/read-config.ts'
import {textId} from './declaration.ts'
import type {Declaration} from './declaration.ts'
import {DEFAULT_FOLDER} from './folder/known-names.ts'
import {
  missingFolder,
  missingMetadata,
  noTexts,
  noTextsIn,
  unusedDefaults,
} from './folder/layout-diagnostics.ts'
import {readFolder} from './folder/read-folder.ts'
import type {FolderSource} from './folder/read-folder.ts'
import type {Metadata} from './metadata.ts'
import {FIELDS} from './text-fields.ts'

/** Where an input says that something lies. */
export interface Place {
  /** Relative to the workspace. */
  readonly path: string
  /** Whether it may be missing, because nobody named it. */
  readonly optional: boolean
}

export interface MetadataOptions {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Fastlane's folder. */
  readonly folder: Place
  /** `app-store.yml`. */
  readonly config: Place
  /** Apple's codes of the wanted locales; empty for all. */
  readonly locales: readonly string[]
  /** Null for a run that reads no environment. What comes from there is then left out, and not checked. */
  readonly env: Environment | null
  /** Called with every value that must not be shown, before it is used. */
  readonly addSecret: (value: string) => void
}

/** What the repository declares of a listing, besides its files. */
export interface FoundMetadata {
  readonly metadata: Metadata
  /** Apple's codes of all locales that have texts, even if the run is limited to others. */
  readonly locales: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** What is declared where, by the id of the declaration. */
  readonly declarations: ReadonlyMap<string, Declaration>
  /** For the log: `7 texts in 2 locales, 3 settings`; null if there is nothing to say. */
  readonly summary: string | null
}

/** Reads it once, however many sections ask for it. */
export function rememberMetadata(
  options: MetadataOptions,
): (signal: AbortSignal) => Promise<FoundMetadata> {
  let found: Promise<FoundMetadata> | null = null
  return (signal) => (found ??= findMetadata(options, signal))
}

/**
 * Reads what fastlane's folder and `app-store.yml` declare. Both may be missing, but not both of them.
 *
 * @throws the signal's reason if it is aborted.
 */
export async function findMetadata(
  options: MetadataOptions,
  signal: AbortSignal,
): Promise<FoundMetadata> {
  const {locales: wanted} = options
  const [folder, config] = await Promise.all([
    findFolder(options, signal),
    findConfig(options, signal),
  ])
  const twin = config === null ? await otherExtension(options) : null
  const present = [...new Set([...(folder?.locales ?? []), ...(config?.locales ?? [])])]
  const isWanted = (locale: string) => wanted.length === 0 || wanted.includes(locale)
  const limited = (config?.declarations ?? []).filter(({id}) => isInLocales(id, isWanted))
  const both = folder === null ? limited : [...folder.declarations, ...limited]
  const declarations = [
    ...both.filter(({id}) => !isDefault(id)),
    ...(folder === null ? [] : defaultsOf(folder, limited, present.filter(isWanted))),
    ...(folder?.implied ?? []).filter(({id}) => both.every((each) => each.id !== id)),
  ]
  const metadata = assemble(declarations)
  return {
    metadata,
    declarations: new Map(declarations.map((each) => [each.id, each])),
    locales: present,
    diagnostics: inOrder([
      ...whatIsMissing(folder, config, options),
      ...(folder?.diagnostics ?? []),
      ...(config?.diagnostics ?? []),
      ...(twin === null ? [] : [notTheConfig(twin, options.config.path)]),
      ...both.flatMap(checkDeclaration),
      ...declaredTwice(both),
      ...checkTogether(declarations),
      ...whatIsEmpty(folder, options),
      ...(present.length === 0 && both.some(({id}) => isDefault(id))
        ? [unusedDefaults(`${options.folder.path}/${DEFAULT_FOLDER}`)]
        : []),
    ]),
    summary: summaryOf(metadata, declarations),
  }
}

async function findFolder(
  {workspace, folder, locales, addSecret}: MetadataOptions,
  signal: AbortSignal,
): Promise<FolderSource | null> {
  const found = await findFiles(folder.path, workspace, signal)
  return found === null ? null : readFolder(found, {workspace, locales, addSecret, signal})
}

async function findConfig(
  {workspace, config, env, addSecret}: MetadataOptions,
  signal: AbortSignal,
): Promise<ConfigSource | null> {
  if (!(await exists(path.join(workspace, config.path)))) return null
  const file = await readTextFile(workspace, config.path, signal)
  return 'severity' in file
    ? {declarations: [], locales: [], diagnostics: [file]}
    : readConfig(file, {env, addSecret})
}

/** @returns the path of a file that differs from the missing `app-store.yml` in its extension; null if there is none. */
async function otherExtension({workspace, config}: MetadataOptions): Promise<string | null> {
  const twin = config.path.replace(/\.ya?ml$/u, (extension) =>
    extension === '.yml' ? '.yaml' : '.yml',
  )
  return twin !== config.path && (await exists(path.join(workspace, twin))) ? twin : null
}

function whatIsMissing(
  folder: FolderSource | null,
  config: ConfigSource | null,
  {folder: place, config: configPlace}: MetadataOptions,
): readonly Diagnostic[] {
  if (folder === null && config === null && place.optional && configPlace.optional) {
    return [missingMetadata(place.path, configPlace.path)]
  }
  return [
    ...(folder === null && !place.optional ? [missingFolder(place.path)] : []),
    ...(config === null && !configPlace.optional ? [missingConfig(configPlace.path)] : []),
  ]
}

/** A folder that is there for nothing. */
function whatIsEmpty(
  folder: FolderSource | null,
  {folder: {path: place}, locales}: MetadataOptions,
): readonly Diagnostic[] {
  if (folder === null || folder.filed.size > 0 || folder.diagnostics.some(isError)) return []
  return [locales.length === 0 ? noTexts(place) : noTextsIn(locales, place)]
}

/** Whether a declaration is of a wanted locale, or of none. */
function isInLocales(id: string, isWanted: (locale: string) => boolean): boolean {
  const text = TEXT_ID.exec(id)?.groups
  return text === undefined || isWanted(text['locale'] ?? '')
}

const TEXT_ID = new RegExp(
  `^(?<locale>[^/]+)/(?:${FIELDS.map(({attribute}) => attribute).join('|')})$`,
  'u',
)

function isDefault(id: string): boolean {
  return id.startsWith(`${DEFAULT_FOLDER}/`)
}

/** The texts of the folder `default`, in each locale where nothing else declares them, as deliver assigns them. */
function defaultsOf(
  {declarations, filed}: FolderSource,
  configured: readonly Declaration[],
  locales: readonly string[],
): readonly Declaration[] {
  const taken = new Set([...filed, ...configured.map(({id}) => id)])
  const defaults = new Map(declarations.map((each) => [each.id, each]))
  return locales.flatMap((locale) =>
    FIELDS.flatMap((field) => {
      const id = textId(locale, field)
      const shared = defaults.get(textId(DEFAULT_FOLDER, field))
      return shared === undefined || taken.has(id) ? [] : [{...shared, id}]
    }),
  )
}

function declaredTwice(declarations: readonly Declaration[]): readonly Diagnostic[] {
  return [...Map.groupBy(declarations, ({id}) => id).values()].flatMap(([first, ...others]) =>
    others.map(({at, words}) =>
      errorAt(at.path, {
        line: at.line ?? 1,
        code: 'declared-twice',
        what: `declares the ${words}, which ${first === undefined ? '' : placeWords(first.at)} declares too`,
        next: 'keep one of them',
      }),
    ),
  )
}

function missingConfig(place: string): Diagnostic {
  return errorAt(place, {
    code: 'missing-config',
    what: 'does not exist',
    next: 'check `config` and `root`, and that the repository is checked out',
  })
}

/** @param config - The path where the file is looked for. */
function notTheConfig(place: string, config: string): Diagnostic {
  return warningAt(place, {
    code: 'other-extension',
    what: `is not read, because the settings are looked for in ${config}`,
    next: 'rename it, or name it as `config`',
  })
}

function summaryOf(metadata: Metadata, declarations: readonly Declaration[]): string | null {
  const texts = [...metadata.texts.values()].reduce((sum, own) => sum + own.size, 0)
  const settings = declarations.filter(({id}) => !TEXT_ID.test(id)).length
  const parts = [
    ...(texts === 0
      ? []
      : [`${plural(texts, 'text')} in ${plural(metadata.texts.size, 'locale')}`]),
    ...(settings === 0 ? [] : [plural(settings, 'setting')]),
  ]
  return declarations.length === 0 ? null : parts.join(', ')
}

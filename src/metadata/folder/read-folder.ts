import pLimit from 'p-limit'

import {CATEGORY_IDS, categoryId, SUBCATEGORY_IDS, subcategoryId} from '../../apple/categories.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {errorAt} from '../../files/diagnostic-at.ts'
import type {FoundFolder} from '../../files/found-folder.ts'
import {listWithOr, nearestNames} from '../../files/nearest-name.ts'
import {readTextFile} from '../../files/text-file.ts'
import type {TextFile} from '../../files/text-file.ts'
import {aboutSetting, aboutText, textId} from '../declaration.ts'
import type {Declaration} from '../declaration.ts'
import {SETTINGS} from '../settings.ts'
import type {Setting} from '../settings.ts'
import {metadataLayout} from './layout.ts'
import type {SettingPlace, TextPlace} from './layout.ts'

/** What fastlane's folder declares. */
export interface FolderSource {
  /** Those of the folder `default` have `default` for a locale. */
  readonly declarations: readonly Declaration[]
  /** What follows from them unless somebody declares it. */
  readonly implied: readonly Declaration[]
  /** Ids of everything that has a file, even an empty one. */
  readonly filed: ReadonlySet<string>
  /** Apple's codes of the locales that have a folder, wanted or not. */
  readonly locales: readonly string[]
  /** Of all errors, warnings and notes. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface ReadFolderOptions {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Apple's codes of the wanted locales; empty for all. */
  readonly locales: readonly string[]
  readonly addSecret: (value: string) => void
  readonly signal: AbortSignal
}

const FILES_AT_A_TIME = 8

/** Reads what a folder declares. An empty file leaves its field alone, as fastlane's deliver does. */
export async function readFolder(
  found: FoundFolder,
  {workspace, locales, addSecret, signal}: ReadFolderOptions,
): Promise<FolderSource> {
  const {places, diagnostics, locales: present} = metadataLayout(found, locales)
  const limit = pLimit(FILES_AT_A_TIME)
  const read = await Promise.all(
    places.map((place) =>
      limit(async () => ({place, file: await readTextFile(workspace, place.path, signal)})),
    ),
  )
  const declared = read.flatMap(({place, file}) =>
    'text' in file && file.text.trim() !== '' ? [declare(place, file)] : [],
  )
  for (const {declaration} of declared) {
    const {value, isSecret} = declaration
    if (isSecret && typeof value === 'string') addSecret(value)
  }
  const declarations = declared.map(({declaration}) => declaration)
  return {
    declarations,
    implied: demoAccountRequired(declarations),
    filed: new Set(places.map(idOf)),
    locales: present,
    diagnostics: [
      ...diagnostics,
      ...read.flatMap(({file}) => ('severity' in file ? [file] : [])),
      ...declared.flatMap(({fault}) => fault ?? []),
    ],
  }
}

function idOf(place: TextPlace | SettingPlace): string {
  return 'field' in place ? textId(place.locale, place.field) : place.setting.id
}

function declare(
  place: TextPlace | SettingPlace,
  {path, text}: TextFile,
): {readonly declaration: Declaration; readonly fault: Diagnostic | null} {
  const at = {path}
  if ('field' in place) {
    const {locale, field} = place
    return {declaration: {...aboutText(locale, field), value: text, at}, fault: null}
  }
  const {setting} = place
  const value = normalized(setting, text.trim())
  return {
    declaration: {...aboutSetting(setting), value, at},
    fault: checkCategory(setting, value, path),
  }
}

/** Names of categories from the days of iTunes Connect are still in use, and deliver takes them too. */
function normalized({kind}: Setting, text: string): string {
  if (kind === 'category') return categoryId(text)
  return kind === 'subcategory' ? subcategoryId(text) : text
}

function checkCategory({kind, words}: Setting, value: string, path: string): Diagnostic | null {
  if (kind !== 'category' && kind !== 'subcategory') return null
  const all = kind === 'category' ? CATEGORY_IDS : SUBCATEGORY_IDS
  if (all.includes(value)) return null
  const near = nearestNames(value, all)
  return errorAt(path, {
    line: 1,
    code: 'unknown-category',
    what: `is not a category of the App Store, but the ${words} must be one`,
    next: `write ${listWithOr(near.length > 0 ? near : all)}`,
  })
}

/** As deliver does: with a name and a password, App Review is told that it has to sign in. */
function demoAccountRequired(declarations: readonly Declaration[]): readonly Declaration[] {
  const byId = new Map(declarations.map((each) => [each.id, each]))
  const name = byId.get('demoAccountName')
  const required = SETTINGS.find(({id}) => id === 'demoAccountRequired')
  if (name === undefined || required === undefined || !byId.has('demoAccountPassword')) return []
  return [{...aboutSetting(required), value: true, at: name.at}]
}

import type {Diagnostic} from '../../core/diagnostic.ts'
import {blockedEntry} from '../../files/blocked-entries.ts'
import type {FoundFolder} from '../../files/found-folder.ts'
import {isIgnoredFile} from '../../files/ignored-file.ts'
import {localeOf, unknownLocale} from '../../files/locale-folder.ts'
import {treeOf} from '../../files/tree.ts'
import type {TreeNode} from '../../files/tree.ts'
import type {Setting} from '../settings.ts'
import type {TextField} from '../text-fields.ts'
import {
  ANDROID,
  DEFAULT_FOLDER,
  fieldOfFile,
  OTHER_FOLDERS,
  REVIEW_FOLDER,
  settingOfFile,
} from './known-names.ts'
import {
  leftAlone,
  metadataRootIsFile,
  sameTextTwice,
  settingInLocale,
  textOutsideLocales,
  unknownFile,
  unknownFolder,
  unknownReviewFile,
} from './layout-diagnostics.ts'

/** A file that declares a text. */
export interface TextPlace {
  /** Apple's code, or `default` for every locale that lacks the text. */
  readonly locale: string
  readonly field: TextField
  /** Relative to the workspace. */
  readonly path: string
}

/** A file that declares a setting. */
export interface SettingPlace {
  readonly setting: Setting
  /** Relative to the workspace. */
  readonly path: string
}

export interface MetadataLayout {
  /** Apple's codes of all locales that have a folder, wanted or not. */
  readonly locales: readonly string[]
  readonly places: readonly (TextPlace | SettingPlace)[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Finds out by name which file in a folder declares what. Opens no file.
 *
 * @param wanted - Apple's codes of the wanted locales; empty for all.
 */
export function metadataLayout(found: FoundFolder, wanted: readonly string[]): MetadataLayout {
  const root = treeOf(found)
  const texts = new Map<string, TextPlace>()
  const settings: SettingPlace[] = []
  const diagnostics: Diagnostic[] = []
  const locales = new Set<string>()
  /** How often each ignored name occurs. */
  const others = new Map<string, number>()

  const leaveAlone = (name: string) => others.set(name, (others.get(name) ?? 0) + 1)

  const readRootFile = ({name, path}: TreeNode) => {
    const setting = settingOfFile(name)
    if (setting !== null) settings.push({setting, path})
    else if (!name.endsWith('.txt')) leaveAlone(name)
    else if (fieldOfFile(name) !== null) diagnostics.push(textOutsideLocales(path))
    else diagnostics.push(unknownFile(name, path))
  }

  const readRootFolder = (folder: TreeNode) => {
    const {name, path} = folder
    const locale = localeOf(name)
    const known = name.toLowerCase()
    if (locale !== undefined) {
      locales.add(locale)
      if (wanted.length === 0 || wanted.includes(locale)) readLocale(folder, locale)
    } else if (known === DEFAULT_FOLDER) readLocale(folder, DEFAULT_FOLDER)
    else if (known === REVIEW_FOLDER) readReview(folder)
    else if (OTHER_FOLDERS.includes(known)) leaveAlone(`${name}/`)
    else if (known !== ANDROID) {
      diagnostics.push({...unknownLocale(name, path), severity: 'warning'})
    }
  }

  const readLocale = (folder: TreeNode, locale: string) => {
    for (const {name, path, kind} of entriesOf(folder)) {
      const field = fieldOfFile(name)
      if (kind === 'folder') diagnostics.push(unknownFolder(path))
      else if (field !== null) declareText({locale, field, path})
      else if (settingOfFile(name) !== null) diagnostics.push(settingInLocale(root.path, path))
      else diagnostics.push(unknownFile(name, path))
    }
  }

  const readReview = (folder: TreeNode) => {
    for (const {name, path, kind} of entriesOf(folder)) {
      const setting = settingOfFile(`${REVIEW_FOLDER}/${name}`)
      if (kind === 'folder') diagnostics.push(unknownFolder(path))
      else if (setting !== null) settings.push({setting, path})
      else diagnostics.push(unknownReviewFile(name, path))
    }
  }

  /** A locale may have several folders whose names differ in case only. */
  const declareText = (place: TextPlace) => {
    const key = `${place.locale}/${place.field.attribute}`
    const other = texts.get(key)
    if (other === undefined) texts.set(key, place)
    else diagnostics.push(sameTextTwice(place.path, other.path))
  }

  /** Files and folders only. What must not be opened becomes a diagnostic. */
  const entriesOf = ({children}: TreeNode): readonly TreeNode[] =>
    children
      .filter(({kind, name}) => !(kind === 'file' && isIgnoredFile(name)))
      .filter(({kind, path}) => {
        if (kind === 'file' || kind === 'folder') return true
        diagnostics.push(blockedEntry(kind, path))
        return false
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))

  if (root.kind === 'file') diagnostics.push(metadataRootIsFile(root.path))
  else if (root.kind !== 'folder') diagnostics.push(blockedEntry(root.kind, root.path))
  for (const node of entriesOf(root)) {
    if (node.kind === 'file') readRootFile(node)
    else readRootFolder(node)
  }
  if (others.size > 0) diagnostics.push(leftAlone(root.path, others))
  return {locales: [...locales], places: [...texts.values(), ...settings], diagnostics}
}

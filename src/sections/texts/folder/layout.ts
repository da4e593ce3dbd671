import type {Diagnostic} from '../../../core/diagnostic.ts'
import {blockedEntry} from '../../../files/blocked-entries.ts'
import type {FoundFolder} from '../../../files/found-folder.ts'
import {isIgnoredFile} from '../../../files/ignored-file.ts'
import {localeOf, unknownLocale} from '../../../files/locale-folder.ts'
import {treeOf} from '../../../files/tree.ts'
import type {TreeNode} from '../../../files/tree.ts'
import {fieldOfFile} from '../fields.ts'
import type {Field} from '../fields.ts'
import {ANDROID, OTHER_FOLDERS, OTHER_LOCALE_FILES, OTHER_ROOT_FILES} from './known-names.ts'
import {
  leftAlone,
  textOutsideLocales,
  textsRootIsFile,
  sameTextTwice,
  unknownFile,
  unknownFolder,
} from './layout-diagnostics.ts'

/** A file that declares a text. */
export interface TextPlace {
  /** Apple's code. */
  readonly locale: string
  readonly field: Field
  /** Relative to the workspace. */
  readonly path: string
}

export interface TextsLayout {
  /** Apple's codes of all locales that have a folder, wanted or not. */
  readonly locales: readonly string[]
  readonly places: readonly TextPlace[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Finds out by name which file in a folder declares which text. Opens no file.
 *
 * @param wanted - Apple's codes of the wanted locales; empty for all.
 */
export function textsLayout(found: FoundFolder, wanted: readonly string[]): TextsLayout {
  const root = treeOf(found)
  const places = new Map<string, TextPlace>()
  const diagnostics: Diagnostic[] = []
  const locales = new Set<string>()
  /** How often each ignored name occurs. */
  const others = new Map<string, number>()

  const leaveAlone = (name: string) => others.set(name, (others.get(name) ?? 0) + 1)

  const readRootFile = ({name, path}: TreeNode) => {
    if (OTHER_ROOT_FILES.includes(name) || !name.endsWith('.txt')) leaveAlone(name)
    else if (fieldOfFile(name) !== null) diagnostics.push(textOutsideLocales(path))
    else diagnostics.push(unknownFile(name, path))
  }

  const readRootFolder = (folder: TreeNode) => {
    const {name, path} = folder
    const locale = localeOf(name)
    if (locale !== undefined) {
      locales.add(locale)
      if (wanted.length === 0 || wanted.includes(locale)) readLocale(folder, locale)
    } else if (OTHER_FOLDERS.includes(name.toLowerCase())) {
      leaveAlone(`${name}/`)
    } else if (name.toLowerCase() !== ANDROID) {
      diagnostics.push({...unknownLocale(name, path), severity: 'warning'})
    }
  }

  const readLocale = (folder: TreeNode, locale: string) => {
    for (const node of entriesOf(folder)) {
      const {name, path, kind} = node
      const field = fieldOfFile(name)
      if (kind === 'folder') diagnostics.push(unknownFolder(path))
      else if (field !== null) declare({locale, field, path})
      else if (OTHER_LOCALE_FILES.includes(name)) leaveAlone(name)
      else diagnostics.push(unknownFile(name, path))
    }
  }

  /** A locale may have several folders whose names differ in case only. */
  const declare = (place: TextPlace) => {
    const key = `${place.locale}/${place.field.attribute}`
    const other = places.get(key)
    if (other === undefined) places.set(key, place)
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

  if (root.kind === 'file') diagnostics.push(textsRootIsFile(root.path))
  else if (root.kind !== 'folder') diagnostics.push(blockedEntry(root.kind, root.path))
  for (const node of entriesOf(root)) {
    if (node.kind === 'file') readRootFile(node)
    else readRootFolder(node)
  }
  if (others.size > 0) diagnostics.push(leftAlone(root.path, others))
  return {locales: [...locales], places: [...places.values()], diagnostics}
}

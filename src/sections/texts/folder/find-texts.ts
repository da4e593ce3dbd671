import pLimit from 'p-limit'

import {isError} from '../../../core/diagnostic.ts'
import type {Found} from '../../../core/section.ts'
import {inOrder} from '../../../files/diagnostic-order.ts'
import {findFiles} from '../../../files/discover/find-files.ts'
import {plural} from '../../../core/plural.ts'
import {byCodeUnits} from '../../../files/file-name.ts'
import {readTextFile} from '../../../files/text-file.ts'
import {FIELDS} from '../fields.ts'
import type {WantedText, WantedTexts} from '../wanted-texts.ts'
import {checkText} from './check-text.ts'
import {missingFolder, noTexts, noTextsIn} from './layout-diagnostics.ts'
import {textsLayout} from './layout.ts'
import type {TextPlace} from './layout.ts'

export interface TextsFolder {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Relative to the workspace. */
  readonly folder: string
  /** Whether the folder may be missing. */
  readonly optional: boolean
  /** Apple's codes of the wanted locales; empty for all. */
  readonly locales: readonly string[]
}

const FILES_AT_A_TIME = 8

/** Reads the texts that a folder declares. An empty file leaves its text alone, as fastlane's deliver does. */
export async function findTexts(
  {workspace, folder, optional, locales}: TextsFolder,
  signal: AbortSignal,
): Promise<Found<WantedTexts>> {
  const found = await findFiles(folder, workspace, signal)
  if (found === null) {
    const diagnostics = optional ? [] : [missingFolder(folder)]
    return {wanted: [], locales: [], diagnostics, summary: null}
  }
  const path = found.path === '' ? folder : found.path
  const {places, diagnostics, locales: present} = textsLayout(found, locales)
  const limit = pLimit(FILES_AT_A_TIME)
  const read = await Promise.all(
    places.map((place) =>
      limit(async () => ({place, file: await readTextFile(workspace, place.path, signal)})),
    ),
  )
  const texts = read.flatMap(({place, file}): readonly LocatedText[] =>
    'text' in file && file.text !== '' ? [{...place, text: file.text}] : [],
  )
  const all = [
    ...diagnostics,
    ...read.flatMap(({file}) => ('severity' in file ? [file] : [])),
    ...texts.flatMap((each) => checkText(each) ?? []),
  ]
  const isEmpty = places.length === 0 && !all.some(isError)
  const empty = locales.length === 0 ? noTexts(path) : noTextsIn(locales, path)
  const wanted = byLocale(texts)
  return {
    wanted,
    locales: present,
    diagnostics: inOrder(isEmpty ? [...all, empty] : all),
    summary: `${plural(texts.length, 'text')} in ${plural(wanted.length, 'locale')}`,
  }
}

type LocatedText = WantedText & Pick<TextPlace, 'locale'>

function byLocale(texts: readonly LocatedText[]): WantedTexts {
  return [...Map.groupBy(texts, ({locale}) => locale)]
    .toSorted(([one], [other]) => byCodeUnits(one, other))
    .map(([locale, own]) => ({
      locale,
      texts: FIELDS.flatMap((field) => own.filter((text) => text.field === field)),
    }))
}

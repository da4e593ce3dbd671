import {plural} from '../../core/plural.ts'
import type {PullResult} from '../../core/pulled.ts'
import {EVERY_LOCALE} from '../../core/view.ts'
import type {ChangeTable} from './change-table.ts'
import {tally} from './fates.ts'
import {capitalised} from './words.ts'

/** What a pull has written, in one sentence or two. */
export function pulledWords({written, unchanged}: PullResult): string {
  const there = unchanged === 0 ? '' : ` ${unchangedWords(unchanged)}`
  if (written.length === 0) {
    return unchanged === 0
      ? 'Nothing to write: App Store Connect has no texts, settings or files for what `manage` names.'
      : `Nothing to write:${there}`
  }
  const nouns = [...Map.groupBy(written, ({noun}) => noun)]
  const kinds = nouns.map(([noun, own]) => plural(own.length, noun))
  const locales = new Set(written.flatMap(({locale}) => locale ?? []))
  const where = locales.size === 0 ? '' : ` in ${plural(locales.size, 'locale')}`
  const files = nouns.length === 1 ? '' : `${plural(written.length, 'file')}: `
  return `Wrote ${files}${new Intl.ListFormat('en-GB').format(kinds)}${where}.${there}`
}

function unchangedWords(unchanged: number): string {
  return unchanged === 1
    ? 'The folder already has the one text, setting or file of App Store Connect.'
    : `The folder already has ${unchanged} texts, settings and files of App Store Connect.`
}

/** How many files of which kind were written in which locale. */
export function pulledTable({written}: PullResult): ChangeTable {
  const nouns = [...new Set(written.map(({noun}) => noun))]
  const locales = [...Map.groupBy(written, ({locale}) => locale)]
  return {
    columns: nouns.map((noun) => capitalised(`${noun}s`)),
    rows: locales.map(([locale, own]) => ({
      locale,
      language: locale ?? EVERY_LOCALE,
      cells: nouns.map((noun) => {
        const files = own.filter((each) => each.noun === noun)
        return files.length === 0 ? null : tally(files.map(() => 'new'))
      }),
    })),
    unchanged: [],
  }
}

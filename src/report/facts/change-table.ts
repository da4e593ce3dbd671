import type {Run} from '../../core/run.ts'
import {FATES, fatesOf, tallyShelf} from './fates.ts'
import type {Fate, Tally} from './fates.ts'
import {shelvesOf} from './views.ts'

/** What changes in each locale on each device. */
export interface ChangeTable {
  /** In the store's order: `iPhone 6.9"`, `iPhone 6.9" previews`. */
  readonly columns: readonly string[]
  /** Locales with a change. */
  readonly rows: readonly ChangeRow[]
  /** Names of the locales without a change. */
  readonly unchanged: readonly string[]
}

export interface ChangeRow {
  /** Null for what is the same in every locale. */
  readonly locale: string | null
  readonly language: string
  /** As many as columns; null where the locale has no such shelf. */
  readonly cells: readonly (Tally | null)[]
}

/** Whether a table says how many there are. */
export function isTold(fate: Fate): boolean {
  return fate !== 'unchanged' && fate !== 'file'
}

export function changeTable(run: Run): ChangeTable {
  const fates = fatesOf(run)
  const shelves = shelvesOf(run).map((shelf) => ({...shelf, tally: tallyShelf(shelf, fates)}))
  const locales = [...Map.groupBy(shelves, ({locale}) => locale)].map(([locale, own]) => ({
    locale,
    language: own[0]?.language ?? '',
    own,
    isChanged: own.some(({tally}) => hasChange(tally)),
  }))
  const changed = new Set(shelves.flatMap((each) => (hasChange(each.tally) ? [each.title] : [])))
  const order = inStoreOrder(locales.map(({own}) => own.map(({title}) => title)))
  const columns = order.filter((title) => changed.has(title))
  return {
    columns,
    rows: locales
      .filter(({isChanged}) => isChanged)
      .map(({locale, language, own}) => {
        const byTitle = new Map(own.map(({title, tally}) => [title, tally]))
        return {locale, language, cells: columns.map((title) => byTitle.get(title) ?? null)}
      }),
    unchanged: locales
      .filter(({isChanged, locale}) => !isChanged && locale !== null)
      .map(({language}) => language),
  }
}

/** Whether anything of a shelf is not simply as it was. What only the store has is. */
export function hasChange(tally: Tally): boolean {
  return FATES.some((fate) => isTold(fate) && fate !== 'extra' && tally[fate] > 0)
}

/** Titles of all locales in one order: each has its shelves in the store's order, but not each has all of them. */
export function inStoreOrder(titles: readonly (readonly string[])[]): readonly string[] {
  const order: string[] = []
  for (const own of titles) {
    let at = 0
    for (const title of own) {
      const known = order.indexOf(title)
      if (known === -1) order.splice(at, 0, title)
      at = (known === -1 ? at : known) + 1
    }
  }
  return order
}

import type {CardState} from '../../core/view.ts'

/** What a reader can filter cards by. A card may have `problem` in addition to its state. */
export type Kind = CardState | 'problem'

/** In the order of the filter: the most important first. */
export const KINDS: Readonly<Record<Kind, string>> = {
  problem: 'Problem',
  new: 'New',
  replaced: 'Replaced',
  deleted: 'Deleted',
  reordered: 'Reordered',
  updated: 'Updated',
  undecided: 'Still processing',
  extra: 'Without a file',
  unchanged: 'Unchanged',
  file: 'Not compared',
}

/** The kinds that the cards have, with their numbers, in the order of the filter. */
export function countKinds(
  cards: readonly {readonly kinds: readonly Kind[]}[],
): readonly {readonly kind: string; readonly label: string; readonly number: number}[] {
  const numbers = new Map<string, number>()
  for (const kind of cards.flatMap(({kinds}) => kinds)) {
    numbers.set(kind, (numbers.get(kind) ?? 0) + 1)
  }
  return Object.entries(KINDS).flatMap(([kind, label]) => {
    const number = numbers.get(kind) ?? 0
    return number === 0 ? [] : [{kind, label, number}]
  })
}

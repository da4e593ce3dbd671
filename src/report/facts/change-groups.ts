import type {Run} from '../../core/run.ts'
import type {Card, Shelf} from '../../core/view.ts'
import {fatesOf} from './fates.ts'
import type {Fate} from './fates.ts'
import {shelvesOf} from './views.ts'

/** The same change in one or more places: one decision for a reviewer. */
export interface ChangeGroup {
  readonly fate: Fate
  /** Of the card. Empty for a new order, which is about whole shelves. */
  readonly name: string
  /** Where, without the locale: `iPhone 6.9" previews`. */
  readonly title: string
  readonly places: readonly ChangedPlace[]
}

export interface ChangedPlace {
  readonly shelf: Shelf
  /** Null for a new order. */
  readonly card: Card | null
}

/** What is worth a look, in this order. */
const WORTH: readonly Fate[] = ['failed', 'not-done', 'removed', 'replaced', 'new', 'updated']

/**
 * What changes, or has changed, each thing with all places in which it does: `02-climb.png` replaced in 30 locales is
 * one group. A new order of a shelf comes last.
 */
export function changeGroups(run: Run): readonly ChangeGroup[] {
  const {ofCard} = fatesOf(run)
  const groups = new Map<string, ChangeGroup & {readonly places: ChangedPlace[]}>()
  const put = (group: Omit<ChangeGroup, 'places'>, place: ChangedPlace) => {
    const key = JSON.stringify([group.fate, group.name, group.title])
    const known = groups.get(key)
    if (known !== undefined) known.places.push(place)
    else groups.set(key, {...group, places: [place]})
  }
  for (const shelf of shelvesOf(run)) {
    const fates = shelf.cards.map((card) => ({card, fate: ofCard(card)}))
    for (const {card, fate} of fates) {
      if (WORTH.includes(fate)) put({fate, name: card.name, title: shelf.title}, {shelf, card})
    }
    if (fates.some(({fate}) => fate === 'reordered')) {
      put({fate: 'reordered', name: '', title: shelf.title}, {shelf, card: null})
    }
  }
  const rankOf = ({fate}: ChangeGroup) => {
    const rank = WORTH.indexOf(fate)
    return rank === -1 ? WORTH.length : rank
  }
  return [...groups.values()].toSorted((one, other) => rankOf(one) - rankOf(other))
}

import type {Card} from '../../core/view.ts'
import type {ChangeGroup} from '../facts/change-groups.ts'
import type {Fates} from '../facts/fates.ts'
import type {Finding} from './findings.ts'

/** Where on the page each picture and video stands. Each stands in one place, with its id. */
export interface Homes {
  /** Changes that are shown in the open, without what has failed for a reason that is told. */
  readonly groups: readonly ChangeGroup[]
  readonly homeOf: (card: Card) => 'change' | 'finding' | 'store'
  /** The id of the first finding about a card, or null. */
  readonly findingOf: (card: Card) => string | null
}

export function homesOf(
  groups: readonly ChangeGroup[],
  findings: readonly Finding[],
  {ofCard}: Fates,
): Homes {
  const findingOf = new Map<Card, string>()
  for (const {id, about} of findings) {
    for (const {place} of about) {
      if (place !== null && !findingOf.has(place.card)) findingOf.set(place.card, id)
    }
  }
  const shown = groups.flatMap((group) => {
    if (group.fate !== 'failed') return group
    const places = group.places.filter(({card}) => card === null || !findingOf.has(card))
    return places.length === 0 ? [] : {...group, places}
  })
  const changed = new Set<Card>()
  for (const {places} of shown) {
    for (const {shelf, card} of places) {
      for (const each of card === null ? shelf.cards : [card]) {
        if (card !== null || ofCard(each) === 'reordered') changed.add(each)
      }
    }
  }
  return {
    groups: shown,
    homeOf: (card) => (changed.has(card) ? 'change' : findingOf.has(card) ? 'finding' : 'store'),
    findingOf: (card) => findingOf.get(card) ?? null,
  }
}

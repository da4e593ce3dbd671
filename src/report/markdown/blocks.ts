import type {Card, Shelf} from '../../core/view.ts'
import type {ChangedPlace, ChangeGroup} from '../facts/change-groups.ts'
import type {Fate} from '../facts/fates.ts'

/** Changes that are looked at together: the same one in many locales, or several of the same kind. */
export interface Block {
  readonly fate: Fate
  /** Where, without the locale: `iPhone 6.9" previews`. */
  readonly title: string
  /** A column each. Empty for a new order. */
  readonly names: readonly string[]
  readonly rows: readonly BlockRow[]
}

export interface BlockRow {
  readonly shelf: Shelf
  /** As many as names. */
  readonly cards: readonly Card[]
}

/** Those have happened, or will; what failed is listed elsewhere. */
const HAPPENS: ReadonlySet<Fate> = new Set(['removed', 'replaced', 'new', 'updated', 'reordered'])

/**
 * Joins changes of the same kind on the same device in the same locales: ten new files are looked at together. What is
 * replaced in many locales stays apart, because each of them is compared with what it replaces.
 */
export function blocksOf(groups: readonly ChangeGroup[]): readonly Block[] {
  const joined = Map.groupBy(
    groups.filter(({fate}) => HAPPENS.has(fate)),
    (group) => {
      const {fate, title, name, places} = group
      const joins = fate === 'new' || fate === 'removed' || fate === 'replaced'
      const isJoined = joins && (fate !== 'replaced' || places.length === 1)
      const where = places.map(({shelf}) => shelf.place)
      return JSON.stringify([fate, title, isJoined ? where : name])
    },
  )
  return [...joined.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const {fate, title, places} = first
    return [
      {
        fate,
        title,
        names: own.flatMap(({name}) => (name === '' ? [] : [name])),
        rows: places.map(({shelf}, index) => ({
          shelf,
          cards: own.flatMap((group) => cardAt(group.places, index)),
        })),
      },
    ]
  })
}

function cardAt(places: readonly ChangedPlace[], index: number): readonly Card[] {
  const card = places[index]?.card ?? null
  return card === null ? [] : [card]
}

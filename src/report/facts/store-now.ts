import type {Results} from '../../core/results.ts'
import type {Run} from '../../core/run.ts'
import type {Shelf, StoredCard} from '../../core/view.ts'
import type {Step} from '../../core/step.ts'
import {storeId} from './store-id.ts'

/**
 * What the store shows of a shelf at the end of a run, in its order: also what a failed step has left there. Null if
 * the store was not read.
 *
 * @param steps - Those of the shelf.
 */
export function shownNow(
  {cards, before}: Pick<Shelf, 'cards' | 'before'>,
  steps: readonly Step[],
  {results}: Pick<Run, 'results'>,
): readonly StoredCard[] | null {
  if (before === null) return null
  const isDone = ({id}: Step) => results?.get(id)?.status === 'done'
  const gone = deletedBy(steps, results)
  const replaced = new Set(steps.filter(isDone).flatMap(pictureReplacedBy))
  const old = before.filter(({id}) => !gone.has(id) && !replaced.has(id))
  const known = new Set(old.map(({id}) => id))
  const sent = cards.flatMap((card) => {
    const id = storeId(card.after, results)
    return id === null || known.has(id) ? [] : [{id, name: card.name}]
  })
  // Apple appends what is uploaded.
  const all = [...old, ...sent]
  const orders = steps.filter(({action}) => action === 'order')
  return orders.length > 0 && orders.every(isDone) ? inOrder(all, cards, results) : all
}

/** Apple's id of the picture that a step puts another one in the place of, without deleting it. */
function pictureReplacedBy({action, before}: Step): readonly string[] {
  if (action !== 'update' || before === null || !('picture' in before)) return []
  return 'asset' in before.picture ? [before.picture.asset] : []
}

/** Apple's ids of what these steps have deleted. */
export function deletedBy(steps: readonly Step[], results: Results | null): ReadonlySet<string> {
  const done = steps.filter(
    ({id, action}) => action === 'delete' && results?.get(id)?.status === 'done',
  )
  return new Set(done.flatMap(({resource}) => storeId(resource, results) ?? []))
}

function inOrder(
  all: readonly StoredCard[],
  cards: Shelf['cards'],
  results: Results | null,
): readonly StoredCard[] {
  const wanted = cards.map(({after}) => storeId(after, results))
  const rankOf = ({id}: StoredCard) => {
    const rank = wanted.indexOf(id)
    return rank === -1 ? wanted.length : rank
  }
  return all.toSorted((one, other) => rankOf(one) - rankOf(other))
}

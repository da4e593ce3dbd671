import {isRefused} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import type {Card, Shelf} from '../../core/view.ts'
import type {Fate} from '../facts/fates.ts'
import {storeId} from '../facts/store-id.ts'
import {shownNow} from '../facts/store-now.ts'
import {storePicture} from './picture.ts'
import type {Picture} from './picture.ts'
import {shownCard} from './shown-card.ts'
import type {Sources} from './sources.ts'

/** One picture or video as the store shows it. */
export interface StoreItem {
  readonly name: string
  readonly picture: Picture | null
  /** Null if the folder and the plan know nothing of it. */
  readonly card: Card | null
  readonly fate: Fate | null
  /** Whether it is what the card's file is, and not what the file should have replaced. */
  readonly isCurrent: boolean
}

/** Whether the store view shows what the store has, and not what a plan would bring it to. */
export function showsNow({mode, plan}: Pick<Run, 'mode' | 'plan'>): boolean {
  return mode === 'sync' || (plan !== null && isRefused(plan))
}

/** What the store shows of a shelf, in its order: at the end of the run, or after a plan is carried out. */
export function storeItems(shelf: Shelf, sources: Sources): readonly StoreItem[] {
  const {run, stepsOf} = sources
  const now = showsNow(run) ? shownNow(shelf, stepsOf(shelf), run) : null
  if (now === null) {
    return shelf.cards
      .map((card) => shownCard(shelf, card, sources))
      .filter(({fate}) => fate !== 'removed')
      .map(({card, fate, after}) => ({
        name: card.name,
        picture: after,
        card,
        fate,
        isCurrent: true,
      }))
  }
  const current = new Map<string, Card>()
  const replaced = new Map<string, Card>()
  for (const card of shelf.cards) {
    const id = storeId(card.after, run.results)
    if (id !== null) current.set(id, card)
    if (card.before !== null) replaced.set(card.before.id, card)
  }
  return now.map(({id, name}) => {
    const card = current.get(id) ?? replaced.get(id) ?? null
    return {
      name,
      picture: storePicture({id, name}, shelf.medium, run),
      card,
      fate: card && sources.fates.ofCard(card),
      isCurrent: current.has(id),
    }
  })
}

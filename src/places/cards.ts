import type {Settled} from '../core/plan.ts'
import type {Step} from '../core/step.ts'
import type {Card} from '../core/view.ts'

/** The card of what only the store has, and keeps. */
export function extraCard({subject: {name}, resourceId}: Settled): Card {
  return {
    name,
    state: 'extra',
    file: null,
    after: resourceId === null ? null : {id: resourceId},
    before: null,
    update: null,
    steps: [],
  }
}

/** The card of what is deleted. */
export function deletedCard({id, subject: {name}, detail}: Step<{readonly assetId: string}>): Card {
  return {
    name,
    state: 'deleted',
    file: null,
    after: null,
    before: {id: detail.assetId, name},
    update: null,
    steps: [id],
  }
}

import {isRefused} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import type {ChecklistItem} from '../../core/view.ts'

/**
 * Whether everything is in place that Apple needs, as far as it can be known. Null if nobody looked. What a plan is
 * about to set counts as in place: not if the plan is refused, or a step of it was not done.
 */
export function isReady({
  views,
  plan,
  results,
}: Pick<Run, 'views' | 'plan' | 'results'>): boolean | null {
  const items = views.flatMap((view) => (view.shape === 'checklist' ? [view.items] : []))
  if (items.length === 0 || plan === null) return null
  const isDone = results === null || plan.steps.every(({id}) => results.get(id)?.status === 'done')
  return isDone && !isRefused(plan) && items.flat().every(({state}) => state !== 'missing')
}

/** What somebody has to look at, the missing first, and what is done. */
export function splitItems(items: readonly ChecklistItem[]): {
  readonly open: readonly ChecklistItem[]
  readonly done: readonly ChecklistItem[]
} {
  const of = (wanted: ChecklistItem['state']) => items.filter(({state}) => state === wanted)
  return {open: [...of('missing'), ...of('unknown')], done: of('done')}
}

import {isRefused} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import {sendsFile} from '../../core/step.ts'
import type {Step} from '../../core/step.ts'
import {failedFiles} from './failures.ts'

/** The counts in the outputs. */
export interface Counts {
  /** Files that Apple accepted, including replacements. In a plan, those that would be sent: none if it is refused. */
  readonly uploaded: number
  /** What was deleted for any reason. */
  readonly deleted: number
  /** Places whose order changed. */
  readonly reordered: number
  /** What was already there. */
  readonly unchanged: number
  /** Files that Apple rejected, that were not sent, or that Apple was still processing at the timeout. */
  readonly failed: number
}

export function count(run: Run): Counts {
  const steps = carriedOut(run)
  const numberOf = (wanted: Step['action']) => steps.filter(({action}) => action === wanted).length
  return {
    uploaded: steps.filter(sendsFile).length,
    deleted: numberOf('delete'),
    reordered: numberOf('order'),
    unchanged: (run.plan?.settled ?? []).filter(({state}) => state === 'unchanged').length,
    failed: failedFiles(run).length,
  }
}

/** The steps that were done or, in a plan, would be done: none if it is refused. */
export function carriedOut({mode, plan, results}: Run): readonly Step[] {
  if (plan === null) return []
  if (mode === 'plan') return isRefused(plan) ? [] : plan.steps
  return plan.steps.filter(({id}) => results?.get(id)?.status === 'done')
}

import {setId} from '../model/listing.ts'
import type {Step} from '../model/plan.ts'
import type {Run} from '../model/run.ts'
import {failures} from './failures.ts'

/** The counts that the outputs and the summary tell, for the whole run or for one set. */
export interface Counts {
  /** Files that Apple accepted, replacements included; in a plan, those that would be sent: none if it is refused. */
  readonly uploaded: number
  /** Of the uploaded, those that took the place of an asset of the same name. */
  readonly replaced: number
  /** Assets removed for any reason. */
  readonly deleted: number
  /** Sets whose order changed. */
  readonly reordered: number
  /** Files that were there already. */
  readonly unchanged: number
  /** Files that Apple rejected, that were not sent, or that it was still processing when the time was up. */
  readonly failed: number
}

/** @param set - Our own id of the set to count, or none to count everything. */
export function count(run: Run, set?: string): Counts {
  const {mode, plan, results} = run
  const isIn = ({locale, type}: {locale: string | null; type: string | null}) =>
    set === undefined || (locale !== null && type !== null && setId(locale, type) === set)
  const isForecast = mode === 'plan' && plan?.refusals.length === 0
  const happened = (plan?.steps ?? [])
    .filter(isIn)
    .filter((step) => isForecast || results?.get(step.id)?.status === 'done')
  const uploads = happened.filter((step) => step.kind === 'upload')
  const of = (kind: Step['kind']) => happened.filter((step) => step.kind === kind).length
  return {
    uploaded: uploads.length,
    replaced: uploads.filter((step) => step.replaces).length,
    deleted: of('delete'),
    reordered: of('reorder'),
    unchanged: (plan?.unchanged ?? []).filter(isIn).length,
    failed: failures(run).filter(isIn).length,
  }
}

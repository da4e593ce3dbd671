import {setId} from '../../sections/media/listing.ts'
import type {PlannedFile, Step} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import {failures} from './failures.ts'
import type {FailedFile} from './failures.ts'

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

/** What is counted. */
interface Countable {
  /** Those that are done or, in a plan, would be. */
  readonly happened: readonly Step[]
  readonly unchanged: readonly PlannedFile[]
  readonly failed: readonly FailedFile[]
}

/** Counts the whole run. */
export function count(run: Run): Counts {
  return countsOf(countable(run))
}

/** Counts each set of the folder. @returns by our own id of the set. */
export function countSets(run: Run): ReadonlyMap<string, Counts> {
  const all = countable(run)
  const happened = Map.groupBy(all.happened, placeOf)
  const unchanged = Map.groupBy(all.unchanged, placeOf)
  const failed = Map.groupBy(all.failed, placeOf)
  return new Map(
    run.listing.sets.map(({id}) => [
      id,
      countsOf({
        happened: happened.get(id) ?? [],
        unchanged: unchanged.get(id) ?? [],
        failed: failed.get(id) ?? [],
      }),
    ]),
  )
}

function countable(run: Run): Countable {
  const {mode, plan, results} = run
  const isForecast = mode === 'plan' && plan?.refusals.length === 0
  return {
    happened: (plan?.steps ?? []).filter(
      (step) => isForecast || results?.get(step.id)?.status === 'done',
    ),
    unchanged: plan?.unchanged ?? [],
    failed: failures(run),
  }
}

function countsOf({happened, unchanged, failed}: Countable): Counts {
  const uploads = happened.filter((step) => step.kind === 'upload')
  const of = (kind: Step['kind']) => happened.filter((step) => step.kind === kind).length
  return {
    uploaded: uploads.length,
    replaced: uploads.filter((step) => step.replaces).length,
    deleted: of('delete'),
    reordered: of('reorder'),
    unchanged: unchanged.length,
    failed: failed.length,
  }
}

function placeOf({locale, type}: {locale: string | null; type: string | null}): string | null {
  return locale === null || type === null ? null : setId(locale, type)
}

import {pathOf} from './diagnostic.ts'
import type {Diagnostic} from './diagnostic.ts'
import type {Plan} from './plan.ts'
import type {Results, StepResult} from './results.ts'
import {sendsFile} from './step.ts'

/**
 * Marks what somebody removed during the run: it is no longer unchanged or uploaded.
 *
 * @param lost - Each is about the path of a file.
 */
export function markLost(
  plan: Plan,
  results: Results,
  lost: readonly Diagnostic[],
): {readonly plan: Plan; readonly results: Results; readonly diagnostics: readonly Diagnostic[]} {
  const byPath = new Map(lost.map((diagnostic) => [pathOf(diagnostic), diagnostic]))
  const sending = plan.steps.filter(sendsFile)
  const failed = sending.flatMap(({id, subject}): (readonly [string, StepResult])[] => {
    const failure = byPath.get(subject.file?.path ?? null)
    if (failure === undefined || results.get(id)?.status !== 'done') return []
    return [[id, {status: 'failed', failure: {...failure, about: {step: id}}}]]
  })
  const gone = plan.settled.filter(
    ({state, subject}) =>
      (state === 'unchanged' || state === 'undecided') && byPath.has(subject.file?.path ?? null),
  )
  const isGone = new Set(gone)
  return {
    plan: {
      ...plan,
      settled: plan.settled.map((each) => (isGone.has(each) ? {...each, state: 'lost'} : each)),
    },
    results: new Map([...results, ...failed]),
    diagnostics: gone.flatMap(({subject}) => byPath.get(subject.file?.path ?? null) ?? []),
  }
}

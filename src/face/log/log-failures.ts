import {plural} from '../../core/plural.ts'
import type {StepResult} from '../../core/results.ts'
import {isNotTried} from '../../report/facts/failures.ts'

/** Logs failed steps, each reason once. */
export interface FailureLog {
  /**
   * @param name - What the step is about.
   * @param line - The line for the step, if it is the first to fail for its reason.
   */
  readonly add: (
    result: Exclude<StepResult, {status: 'done'}>,
    step: NamedStep & {readonly line: string},
  ) => void
  /**
   * Logs how many steps failed for the reasons that were logged, and how many were not carried out.
   *
   * @param planned - Ids of steps: they are listed in this order, whichever ended first.
   */
  readonly end: (planned: readonly string[]) => void
}

interface NamedStep {
  readonly id: string
  readonly name: string
}

/** How many names a line has at most. */
const MAX_NAMES = 10

export function createFailureLog(say: (line: string) => void): FailureLog {
  /** Steps that failed for the same reason as an earlier one, by the code of the reason. */
  const echoes = new Map<string, NamedStep[]>()
  const notDone: NamedStep[] = []
  return {
    add(result, {id, name, line}) {
      const {code} = result.failure
      if (isNotTried(result)) notDone.push({id, name})
      else if (echoes.has(code)) echoes.get(code)?.push({id, name})
      else {
        echoes.set(code, [])
        say(line)
      }
    },
    end(planned) {
      const order = new Map(planned.map((id, index) => [id, index]))
      const placeOf = ({id}: NamedStep) => order.get(id) ?? planned.length
      const listOf = (steps: readonly NamedStep[]) =>
        namesOf(steps.toSorted((a, b) => placeOf(a) - placeOf(b)))
      for (const [code, others] of echoes) {
        const steps = plural(others.length, 'more step')
        if (others.length > 0) {
          say(`✗ ${steps} failed for the same reason (${code}): ${listOf(others)}`)
        }
      }
      if (notDone.length > 0) {
        say(`✗ ${plural(notDone.length, 'step')} not done: ${listOf(notDone)}`)
      }
    },
  }
}

/** Every name once, with how often it occurs: files of many places may have the same. */
function namesOf(steps: readonly NamedStep[]): string {
  const names = [...Map.groupBy(steps, ({name}) => name)].map(([name, own]) =>
    own.length === 1 ? name : `${name} (${own.length})`,
  )
  const more = names.length - MAX_NAMES
  return [...names.slice(0, MAX_NAMES), ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

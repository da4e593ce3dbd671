import type {Problem} from '../../core/diagnostic.ts'
import type {Run} from '../../core/run.ts'
import {problemWords} from './words.ts'

/** One finding with everything that it is about. */
export interface ProblemGroup {
  readonly severity: Problem['severity']
  /** What is wrong and what to do; may hold text from outside. */
  readonly words: string
  /** Relative to the workspace; at least one. */
  readonly paths: readonly string[]
}

/** All problems of a run, those with the same words together, in the order of the first of each. */
export function problemGroups({problems, plan}: Run): readonly ProblemGroup[] {
  const groups = Map.groupBy([...problems, ...(plan?.refusals ?? [])], (problem) =>
    JSON.stringify([problem.severity, problem.code, problemWords(problem)]),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const paths = group.map(({path}) => path)
    return [{severity: first.severity, words: problemWords(first), paths}]
  })
}

import type {Problem} from '../../core/diagnostic.ts'
import type {Run} from '../../core/run.ts'
import {deed} from '../../report/facts/describe-step.ts'
import {failures, otherFailures} from '../../report/facts/failures.ts'
import {failureWords, problemWords} from '../../report/facts/words.ts'
import type {Log} from './log.ts'

/** GitHub shows ten annotations of a kind for each step; one is left for the verdict, and for the comment. */
const MOST_ERRORS = 9
const MOST_WARNINGS = 9

interface Annotation {
  readonly message: string
  readonly file?: string
}

/** Puts what went wrong beside the file that it is about. */
export function annotate(run: Run, log: Log): void {
  const problems = [...run.problems, ...(run.plan?.refusals ?? [])]
  const errors = [
    ...problems.filter(({severity}) => severity === 'error').map(ofProblem),
    ...(run.failure === null ? failuresIn(run) : []),
  ]
  const warnings = [
    ...problems.filter(({severity}) => severity === 'warning').map(ofProblem),
    ...extrasIn(run),
    ...(run.plan?.notes ?? []).map((message) => ({message})),
  ]
  for (const {message, file} of merge(errors, MOST_ERRORS)) log.annotate('error', message, file)
  for (const {message, file} of merge(warnings, MOST_WARNINGS)) {
    log.annotate('warning', message, file)
  }
}

/** Of a run that ended as a whole, its one reason says more than what became of each step. */
function failuresIn(run: Run): readonly Annotation[] {
  return [
    ...otherFailures(run).map(({step, ...failure}) => ({
      message: `Could not ${deed(step)}: ${failureWords(failure)}`,
      ...(step.kind === 'set-poster' ? {file: step.path} : {}),
    })),
    ...failures(run).map(({path, ...failure}) => ({
      message: `${path}: ${failureWords(failure)}`,
      file: path,
    })),
  ]
}

function ofProblem(problem: Problem): Annotation {
  return {message: `${problem.path}: ${problemWords(problem)}`, file: problem.path}
}

function extrasIn({plan}: Run): readonly Annotation[] {
  if (plan === null || plan.extras.length === 0) return []
  const names = plan.extras.map(({locale, type, fileName}) => `${locale}/${type}/${fileName}`)
  return [
    {
      message: `The store shows assets that no file stands for: ${names.join(', ')}. Add them to the folder, or delete them with \`prune: true\`.`,
    },
  ]
}

/** The last annotation that is shown tells all that would not be. */
function merge(all: readonly Annotation[], most: number): readonly Annotation[] {
  if (all.length <= most) return all
  const rest = all.slice(most - 1)
  const messages = rest.map(({message}) => message).join(' · ')
  return [...all.slice(0, most - 1), {message: `${rest.length} more: ${messages}`}]
}

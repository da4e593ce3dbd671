import type {Problem} from '../../core/diagnostic.ts'
import type {StepResult} from '../../core/results.ts'
import type {Run} from '../../core/run.ts'
import type {Redact} from './redact.ts'

/**
 * Removes secrets from the sentences of a run, which may quote what others answered. Names, paths, ids and checksums
 * stay as they are: no secret is ever put there, and a plan that says them otherwise could not be carried out.
 */
export function redactRun(run: Run, redact: Redact): Run {
  const {failure, problems, plan, results} = run
  const inProblem = (problem: Problem): Problem => ({
    ...problem,
    finding: redact(problem.finding),
    expectation: redact(problem.expectation),
  })
  return {
    ...run,
    failure: failure === null ? null : redact(failure),
    problems: problems.map(inProblem),
    plan: plan && {
      ...plan,
      refusals: plan.refusals.map(inProblem),
      notes: plan.notes.map(redact),
    },
    results: results && new Map([...results].map(([id, result]) => [id, inResult(result, redact)])),
  }
}

function inResult(result: StepResult, redact: Redact): StepResult {
  if (result.status === 'done') return result
  const {message, remedy} = result.failure
  return {...result, failure: {message: redact(message), remedy: redact(remedy)}}
}

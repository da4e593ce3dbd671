import type {WorkflowJob} from '../parse/workflow.ts'
import type {JobRun, Result} from './runs.ts'

/** Each job after those that it needs; the parser has refused circles. */
export function inOrder(jobs: readonly WorkflowJob[]): readonly WorkflowJob[] {
  const depth = ({needs}: WorkflowJob): number =>
    Math.max(0, ...jobs.filter(({id}) => needs.includes(id)).map((each) => depth(each) + 1))
  return jobs.toSorted((one, other) => depth(one) - depth(other))
}

/** What `needs` has of a job: of a matrix, the last job that sets an output wins. */
export function needed(id: string, before: readonly JobRun[]) {
  const runs = before.filter((run) => run.id === id)
  const outputs = runs
    .flatMap((run) => Object.entries(run.outputs))
    .toSorted(([, one], [, other]) => Number(one !== '') - Number(other !== ''))
  return {result: resultOf(runs), outputs: Object.fromEntries(outputs)}
}

/** A failure or a skip applies to all jobs further down ("Workflow syntax", `jobs.<job_id>.needs`). */
export function statusOf(
  job: WorkflowJob,
  all: readonly WorkflowJob[],
  before: readonly JobRun[],
): Result {
  const ids = ancestorsOf(job, all)
  const results = before.filter(({id}) => ids.has(id)).map(({result}) => result)
  if (results.includes('failure')) return 'failure'
  return results.includes('skipped') ? 'skipped' : 'success'
}

/** Every job that has to end before this one. */
function ancestorsOf({needs}: WorkflowJob, all: readonly WorkflowJob[]): ReadonlySet<string> {
  const direct = all.filter(({id}) => needs.includes(id))
  return new Set([...needs, ...direct.flatMap((each) => [...ancestorsOf(each, all)])])
}

/** Of several jobs together. */
export function resultOf(runs: readonly JobRun[]): Result {
  const results = runs.map(({result}) => result)
  if (results.includes('failure')) return 'failure'
  return results.every((each) => each === 'skipped') ? 'skipped' : 'success'
}

import type {Simulator} from '../../../simulator/simulator.ts'
import {pullRequest} from '../../helpers/pull-request.ts'
import {inputsFor} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import {asWorkflow, blockTitled} from '../parse/blocks.ts'
import type {WorkflowEvent} from '../run/event.ts'
import {rehearse} from '../run/rehearse.ts'
import type {Rehearsal, WorkflowRun} from '../run/rehearse.ts'
import type {JobRun, StepRun} from '../run/runs.ts'

/** One thing that a user expects of a block of the documents. */
export interface Scene {
  /** As in `Block.title`. */
  readonly block: string
  /** The rest of a sentence that begins with the block. */
  readonly does: string
  readonly play: () => Promise<void>
}

export const BY_HAND: WorkflowEvent = {name: 'workflow_dispatch'}
export const TAG: WorkflowEvent = {name: 'push', ref: 'refs/tags/v2.1.0'}
export const PUSH: WorkflowEvent = {name: 'push', changed: ['screenshots/en-US/1.png']}

/** A pull request that changes the listing, from the same repository unless it says otherwise. */
export function pullRequestFrom(repository?: string): WorkflowEvent {
  return {
    name: 'pull_request',
    ref: 'refs/pull/7/merge',
    payload: pullRequest(repository),
    changed: ['metadata/en-US/description.txt'],
  }
}

/** The value of `DEMO_PASSWORD` in the repository's secrets. */
export const PASSWORD = 'correct-horse-battery'

/** What the quick start has the user store, with the simulator's key. */
export function secretsFor({key}: Simulator): Readonly<Record<string, string>> {
  return {
    APP_STORE_CONNECT_ISSUER_ID: key.issuerId,
    APP_STORE_CONNECT_KEY_ID: key.keyId,
    APP_STORE_CONNECT_PRIVATE_KEY: key.privateKey,
    DEMO_PASSWORD: PASSWORD,
  }
}

interface Changes extends Partial<Rehearsal> {
  /** Steps before those of a block that is only steps, as YAML. */
  readonly before?: string
  /** What a user does to the block before it is committed. */
  readonly edit?: (workflow: string) => string
}

/**
 * Rehearses a block with the folder and the store of a scenario. Steps alone also get bundle ID and key, which the
 * documents leave out there.
 */
export function play(
  title: string,
  {simulator, workspace}: Scenario,
  event: WorkflowEvent,
  {before, edit = (workflow) => workflow, ...changes}: Changes = {},
): Promise<WorkflowRun> {
  const block = blockTitled(title)
  return rehearse({
    workflow: edit(asWorkflow(block, before)),
    event,
    repository: workspace,
    secrets: secretsFor(simulator),
    actionInputs: block.isWhole ? {'api-url': simulator.apiUrl} : inputsFor(simulator),
    ...changes,
  })
}

/** The run itself if every job and step was a success; otherwise throws with the logs. */
export function green(run: WorkflowRun): WorkflowRun {
  const {jobs} = run
  const others = jobs.flatMap(({id, result, steps}) => [
    ...(result === 'success' ? [] : [`${id}: ${result}`]),
    ...steps.flatMap(({title, outcome, log}) =>
      outcome === 'success' ? [] : [`${title}: ${outcome}\n${log}`],
    ),
  ])
  if (others.length === 0) return run
  throw new Error(others.join('\n'))
}

/** The only run of a job. @throws if there are more, or none. */
export function jobOf({jobs}: WorkflowRun, id?: string): JobRun {
  const [job, ...others] = jobs.filter((each) => id === undefined || each.id === id)
  if (job === undefined || others.length > 0) throw new Error(`There is not one job ${id}.`)
  return job
}

/** The step of a job that runs our own action. @throws if there are more, or none. */
export function actionIn({steps}: JobRun): StepRun {
  const [step, ...others] = steps.filter(({title}) => title.startsWith('app-store-sync/'))
  if (step === undefined || others.length > 0) throw new Error('There is not one step.')
  return step
}

/** The requests that changed something in the store so far. */
export function writesTo({requests}: Simulator): readonly string[] {
  return requests
    .filter(({host, method}) => host === 'api' && method !== 'GET')
    .map(({method, path}) => `${method} ${path}`)
}

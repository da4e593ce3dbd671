import {mkdir, mkdtemp, realpath, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import type {StandInAction} from '../actions/action-call.ts'
import {evaluatePlain, evaluateText, holds} from '../expressions/evaluate.ts'
import type {Scope} from '../expressions/evaluate.ts'
import {allowOnly, child} from '../parse/tokens.ts'
import {readWorkflow} from '../parse/workflow.ts'
import type {WorkflowJob} from '../parse/workflow.ts'
import {inputsOf, mustStart} from './event.ts'
import type {WorkflowEvent} from './event.ts'
import {githubContext} from './github-context.ts'
import {runJob} from './job.ts'
import {inOrder, needed, resultOf, statusOf} from './needs.ts'
import {combinationsOf} from './matrix.ts'
import type {Combination} from './matrix.ts'
import type {JobRun, Result} from './runs.ts'
import type {Stage} from './stage.ts'
import {standInFolder} from './stand-in-commands.ts'
import type {StandInCall, StandInCommands} from './stand-in-commands.ts'

/** A run of a workflow to be, and what stands in for the outside world. */
export interface Rehearsal {
  /** The text of the file. */
  readonly workflow: string
  readonly event: WorkflowEvent
  /** Absolute path of what `actions/checkout` checks out. */
  readonly repository: string
  readonly secrets?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  /** Address of GitHub's API. Default: one that nobody answers. */
  readonly githubUrl?: string
  /** Inputs that every step of our own action gets beside its own, such as `api-url`. */
  readonly actionInputs?: Inputs
  /** By what `uses` says before the `@`. Checkout and artifacts need none. */
  readonly actions?: Readonly<Record<string, StandInAction>>
  readonly commands?: StandInCommands
  /** Called before a job starts, with the environment that it has to wait for; null without one. */
  readonly beforeJob?: (job: string, environment: string | null) => void | Promise<void>
}

/** What became of it. */
export interface WorkflowRun {
  readonly result: Result
  /** In the order in which they ended; a matrix has several of the same id. */
  readonly jobs: readonly JobRun[]
  /** The folder that has a folder for each artifact. */
  readonly artifacts: string
  /** The commands that stand-ins replaced. */
  readonly calls: readonly StandInCall[]
}

const JOB_KEYS = [
  'concurrency',
  'defaults',
  'env',
  'environment',
  'if',
  'name',
  'needs',
  'outputs',
  'permissions',
  'runs-on',
  'steps',
  'strategy',
  'timeout-minutes',
]

const folders: string[] = []

/**
 * Runs a workflow as GitHub would, job by job, with GitHub's own parser and evaluator. Left out: permissions,
 * concurrency, time limits, `fail-fast` and the images of the runners.
 *
 * @throws if the event does not start the workflow, or something in it has no stand-in or is not known here.
 */
export async function rehearse(rehearsal: Rehearsal): Promise<WorkflowRun> {
  const {event, commands = {}, beforeJob = () => {}} = rehearsal
  const workflow = await readWorkflow(rehearsal.workflow)
  mustStart(workflow.events, event)
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'rehearsal-')))
  folders.push(folder)
  const artifacts = path.join(folder, 'artifacts')
  await mkdir(artifacts)
  const inputs = inputsOf(workflow.events, event)
  const stage: Stage = {
    workflow,
    repository: rehearsal.repository,
    jobs: path.join(folder, 'jobs'),
    artifacts,
    standIns: await standInFolder(path.join(folder, 'stand-ins'), commands),
    actions: rehearsal.actions ?? {},
    actionInputs: rehearsal.actionInputs ?? {},
    contexts: {
      github: githubContext(workflow.name, event, rehearsal.githubUrl),
      inputs,
      secrets: rehearsal.secrets ?? {},
      vars: rehearsal.vars ?? {},
    },
  }
  const jobs: JobRun[] = []
  for (const job of inOrder(workflow.jobs)) {
    // oxlint-disable-next-line no-await-in-loop -- a job may need the one before
    jobs.push(...(await runIfWanted(job, {stage, before: jobs, all: workflow.jobs, beforeJob})))
  }
  return {result: resultOf(jobs), jobs, artifacts, calls: await stage.standIns.calls()}
}

/** Removes what rehearsals left on the disk. */
export async function closeRehearsals(): Promise<void> {
  await Promise.all(folders.splice(0).map((each) => rm(each, {recursive: true})))
}

interface Moment {
  readonly stage: Stage
  readonly before: readonly JobRun[]
  readonly all: readonly WorkflowJob[]
  readonly beforeJob: NonNullable<Rehearsal['beforeJob']>
}

/** The job, or each job of its matrix; a skipped one if its condition does not hold. */
async function runIfWanted(job: WorkflowJob, moment: Moment): Promise<readonly JobRun[]> {
  const {stage, before, beforeJob} = moment
  allowOnly(job.token, JOB_KEYS, 'a job')
  const needs = Object.fromEntries(job.needs.map((id) => [id, needed(id, before)]))
  const scope: Scope = {
    contexts: {...stage.contexts, needs},
    status: statusOf(job, moment.all, before),
  }
  if (!holds(job.condition, scope)) {
    return [{id: job.id, matrix: null, result: 'skipped', outputs: {}, steps: [], workspace: ''}]
  }
  await beforeJob(job.id, environmentOf(job, scope))
  const runs = matrixOf(job, scope).map((matrix) => runJob({stage, job, needs, matrix}))
  return Promise.all(runs)
}

/** The jobs of the matrix; one without values if there is none. */
function matrixOf(job: WorkflowJob, scope: Scope): readonly (Combination | null)[] {
  const strategy = child(job.token, 'strategy')?.assertMapping('strategy')
  if (strategy === undefined) return [null]
  allowOnly(strategy, ['fail-fast', 'matrix', 'max-parallel'], 'a strategy')
  const matrix = child(strategy, 'matrix')
  return matrix === undefined ? [null] : combinationsOf(evaluatePlain(matrix, scope))
}

function environmentOf(job: WorkflowJob, scope: Scope): string | null {
  const token = child(job.token, 'environment')
  if (token === undefined) return null
  if (token.isScalar) return evaluateText(token, scope)
  return evaluateText(child(token.assertMapping('environment'), 'name'), scope)
}

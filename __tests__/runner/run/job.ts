import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import type {MappingToken} from '@actions/workflow-parser/templates/tokens/index'
import {evaluateText} from '../expressions/evaluate.ts'
import type {Scope} from '../expressions/evaluate.ts'
import {child, pairsOf, textOf} from '../parse/tokens.ts'
import type {WorkflowJob} from '../parse/workflow.ts'
import type {Combination} from './matrix.ts'
import type {JobRun, StepRun} from './runs.ts'
import {runnerVariables} from './stage.ts'
import type {Stage} from './stage.ts'
import {runStep} from './step.ts'

interface JobRequest {
  readonly stage: Stage
  readonly job: WorkflowJob
  /** The jobs that it needs, with results and outputs. */
  readonly needs: Readonly<Record<string, unknown>>
  readonly matrix: Combination | null
}

/** Runs the steps of a job, one after the other, in a workspace of its own. */
export async function runJob({stage, job, needs, matrix}: JobRequest): Promise<JobRun> {
  const {workspace, temp, home} = await makeFolders(stage, job, matrix)
  const variables = {
    ...runnerVariables(stage),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_JOB: job.id,
    GITHUB_WORKSPACE: workspace,
    HOME: home,
    RUNNER_ARCH: 'X64',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
  }
  const github = {...stage.contexts.github, job: job.id, workspace}
  const contexts = {
    ...stage.contexts,
    github,
    needs,
    matrix: matrix ?? {},
    runner: {os: 'Linux', arch: 'X64', temp, name: 'small runner'},
  }
  const env: Record<string, string> = {}
  const paths = [stage.standIns.path, path.dirname(process.execPath), process.env['PATH'] ?? '']
  const steps: StepRun[] = []
  const scope = (): Scope => {
    const finished = steps.flatMap(({id, outputs, outcome, conclusion}) =>
      id === null ? [] : [[id, {outputs, outcome, conclusion}] as const],
    )
    const hasFailed = steps.some(({conclusion}) => conclusion === 'failure')
    return {
      contexts: {...contexts, env, steps: Object.fromEntries(finished)},
      status: hasFailed ? 'failure' : 'success',
    }
  }
  for (const token of [stage.workflow.token, job.token]) {
    for (const [name, value] of pairsOf(child(token, 'env'))) {
      env[name] = evaluateText(value, scope())
    }
  }
  for (const step of job.steps) {
    // oxlint-disable-next-line no-await-in-loop -- a step may need the one before
    const {
      env: more,
      paths: front,
      ...done
    } = await runStep(step, {
      stage,
      scope: scope(),
      env,
      variables: {...variables, PATH: paths.join(path.delimiter)},
      workspace,
      temp,
      defaults: {...defaultsOf(stage.workflow.token), ...defaultsOf(job.token)},
    })
    Object.assign(env, more)
    paths.splice(1, 0, ...front)
    steps.push(done)
  }
  const end = scope()
  const outputs = pairsOf(child(job.token, 'outputs')).map(([name, token]) => [
    name,
    evaluateText(token, end),
  ])
  return {
    id: job.id,
    matrix,
    result: end.status,
    outputs: Object.fromEntries(outputs),
    steps,
    workspace,
  }
}

async function makeFolders({jobs}: Stage, {id}: WorkflowJob, matrix: Combination | null) {
  const name = matrix === null ? id : `${id} ${crypto.randomUUID()}`
  const folders = {
    workspace: path.join(jobs, name, 'workspace'),
    temp: path.join(jobs, name, 'temp'),
    home: path.join(jobs, name, 'home'),
  }
  await Promise.all(Object.values(folders).map((each) => mkdir(each, {recursive: true})))
  return folders
}

function defaultsOf(token: MappingToken) {
  const defaults = child(token, 'defaults')?.assertMapping('defaults')
  const run = defaults === undefined ? undefined : child(defaults, 'run')?.assertMapping('run')
  if (run === undefined) return {}
  const [shell, folder] = [textOf(child(run, 'shell')), textOf(child(run, 'working-directory'))]
  return {
    ...(shell === undefined ? {} : {shell}),
    ...(folder === undefined ? {} : {folder}),
  }
}

import path from 'node:path'
import {isBoolean} from '@actions/workflow-parser'
import {downloadArtifact, uploadArtifact} from '../actions/artifacts.ts'
import type {ActionEnd, StandInAction} from '../actions/action-call.ts'
import {appStoreSync, mustBeCheckedOut} from '../actions/app-store-sync.ts'
import {checkout} from '../actions/checkout.ts'
import {evaluateText, holds} from '../expressions/evaluate.ts'
import type {Scope} from '../expressions/evaluate.ts'
import {isOurAction} from '../parse/action.ts'
import {allowOnly, child, pairsOf, textOf} from '../parse/tokens.ts'
import type {WorkflowStep} from '../parse/workflow.ts'
import {runCommand} from './command.ts'
import type {StepRun} from './runs.ts'
import type {Stage} from './stage.ts'

const KEYS = [
  'continue-on-error',
  'env',
  'id',
  'if',
  'name',
  'run',
  'shell',
  'timeout-minutes',
  'uses',
  'with',
  'working-directory',
]

/** The actions that every rehearsal can carry out. */
const ACTIONS: Readonly<Record<string, StandInAction>> = {
  'actions/checkout': checkout,
  'actions/download-artifact': downloadArtifact,
  'actions/upload-artifact': uploadArtifact,
}

/** What a step finds when its turn comes. */
export interface Surroundings {
  readonly stage: Stage
  readonly scope: Scope
  /** Of the workflow, the job and the steps before. */
  readonly env: Readonly<Record<string, string>>
  /** What the runner sets. */
  readonly variables: Readonly<Record<string, string>>
  readonly workspace: string
  readonly temp: string
  /** Of `defaults.run`. */
  readonly defaults: {readonly shell?: string; readonly folder?: string}
}

/** A finished step, with what it left for the next ones. */
export interface StepEnd extends StepRun {
  readonly env: Readonly<Record<string, string>>
  readonly paths: readonly string[]
}

/** What a step did; the files of the runner included. */
type Done = ActionEnd & Partial<Pick<StepEnd, 'env' | 'paths'>>

/** @throws for what the small runner does not know, and for an action that has no stand-in. */
export async function runStep(step: WorkflowStep, around: Surroundings): Promise<StepEnd> {
  allowOnly(step.token, KEYS, 'a step')
  const env = {
    ...around.env,
    ...Object.fromEntries(
      pairsOf(child(step.token, 'env')).map(([name, token]) => [
        name,
        evaluateText(token, around.scope),
      ]),
    ),
  }
  const scope = {...around.scope, contexts: {...around.scope.contexts, env}}
  const uses = textOf(child(step.token, 'uses'))
  const run = child(step.token, 'run')
  const known = {id: step.id, title: uses ?? textOf(run)?.split('\n')[0] ?? ''}
  const nothing = {outputs: {}, log: '', summary: '', env: {}, paths: []}
  if (!holds(step.condition, scope)) {
    return {...known, ...nothing, outcome: 'skipped', conclusion: 'skipped'}
  }
  const here: Surroundings = {...around, env, scope}
  const done = uses === undefined ? await command(step, here) : await action(uses, step, here)
  const outcome = done.isSuccess ? 'success' : 'failure'
  const conclusion = isForgiven(step, scope) ? 'success' : outcome
  return {...known, ...nothing, ...done, outcome, conclusion}
}

async function command(step: WorkflowStep, around: Surroundings): Promise<Done> {
  const {scope, workspace, temp, env, variables, defaults} = around
  const shell = child(step.token, 'shell')
  const folder = child(step.token, 'working-directory')
  const {code, ...rest} = await runCommand({
    script: evaluateText(child(step.token, 'run'), scope),
    shell: shell === undefined ? defaults.shell : evaluateText(shell, scope),
    folder: path.resolve(
      workspace,
      folder === undefined ? (defaults.folder ?? '.') : evaluateText(folder, scope),
    ),
    temp,
    env: {...variables, ...env},
  })
  return {isSuccess: code === 0, ...rest}
}

async function action(uses: string, step: WorkflowStep, around: Surroundings): Promise<Done> {
  const {stage, scope, workspace, temp, env, variables} = around
  const inputs = pairsOf(child(step.token, 'with')).map(([name, token]) => [
    name,
    evaluateText(token, scope),
  ])
  const call = {
    inputs: Object.fromEntries(inputs),
    env: {...variables, ...env},
    workspace,
    temp,
    repository: stage.repository,
    artifacts: stage.artifacts,
    event: stage.contexts.github.event,
  }
  const name = uses.split('@')[0] ?? ''
  const standIn = stage.actions[name] ?? ACTIONS[name]
  if (standIn !== undefined) {
    return {isSuccess: true, outputs: {}, log: '', summary: '', ...(await standIn(call))}
  }
  if (!isOurAction(uses)) throw new Error(`The rehearsal has no stand-in for ${uses}.`)
  if (uses === './') await mustBeCheckedOut(workspace)
  return appStoreSync(call, {inputs: stage.actionInputs, scope})
}

function isForgiven(step: WorkflowStep, scope: Scope): boolean {
  const token = child(step.token, 'continue-on-error')
  if (token === undefined) return false
  return isBoolean(token) ? token.value : evaluateText(token, scope) === 'true'
}

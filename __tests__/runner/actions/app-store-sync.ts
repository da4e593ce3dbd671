import {access} from 'node:fs/promises'
import path from 'node:path'
import {runBundle} from '../../../simulator/runner/run-bundle.ts'
import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import {evaluateText} from '../expressions/evaluate.ts'
import type {Scope} from '../expressions/evaluate.ts'
import {OUR_ACTION} from '../parse/action.ts'
import type {ActionCall, ActionEnd} from './action-call.ts'

/** What a rehearsal sets beside the workflow. */
export interface ActionExtras {
  /** Such as `api-url`. */
  readonly inputs: Inputs
  readonly scope: Scope
}

/**
 * The action of this repository: the real bundle, with the inputs of the step and the defaults of action.yml.
 *
 * @throws if the step has an input that action.yml does not have.
 */
export async function appStoreSync(
  {inputs, env, workspace, event}: ActionCall,
  {inputs: more, scope}: ActionExtras,
): Promise<ActionEnd> {
  const declared = OUR_ACTION.inputs ?? []
  const unknown = Object.keys(inputs).find((name) => !declared.some(({id}) => id === name))
  if (unknown !== undefined) throw new Error(`action.yml has no input ${unknown}.`)
  const defaults = declared.map(({id, default: token}) => [id, evaluateText(token, scope)])
  const {code, outputs, summary, stdout, stderr} = await runBundle({
    inputs: {...Object.fromEntries(defaults), ...inputs, ...more},
    workspace,
    env,
    event,
  })
  return {isSuccess: code === 0, outputs, log: `${stdout}${stderr}`, summary}
}

/** @throws if `uses: ./` comes before the checkout that brings the action. */
export async function mustBeCheckedOut(workspace: string): Promise<void> {
  await access(path.join(workspace, 'action.yml'))
}

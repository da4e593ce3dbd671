import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {NoOperationTraceWriter} from '@actions/workflow-parser'
import {parseAction} from '@actions/workflow-parser/actions/action-parser'
import {convertActionTemplate} from '@actions/workflow-parser/actions/action-template'
import type {ActionTemplate} from '@actions/workflow-parser/actions/action-template'
import {ROOT} from '../../documents/documents.ts'

/** What GitHub's own parser has against an action.yml; empty if GitHub would take it. */
export function actionErrors(content: string): readonly string[] {
  return parse(content)
    .context.errors.getErrors()
    .map(({message}) => message)
}

/** @throws with the messages of GitHub's own parser. */
export function readAction(content: string): ActionTemplate {
  const {context, value} = parse(content)
  if (value === undefined || context.errors.count > 0) {
    throw new Error(`GitHub would not take the action:\n${actionErrors(content).join('\n')}`)
  }
  return convertActionTemplate(context, value)
}

function parse(content: string) {
  return parseAction({name: 'action.yml', content}, new NoOperationTraceWriter())
}

/** The text of our own action.yml. */
export const ACTION_YML = await readFile(path.join(ROOT, 'action.yml'), 'utf8')

/** Our own action, as GitHub reads it. */
export const OUR_ACTION = readAction(ACTION_YML)

/** Whether a step's `uses` means the action of this repository. */
export function isOurAction(uses: string | undefined): boolean {
  return uses === './' || uses?.split('@')[0] === 'app-store-sync/app-store-sync'
}

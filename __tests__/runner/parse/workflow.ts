import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser'
import type {EventsConfig} from '@actions/workflow-parser/model/workflow-template'
import {isJob, isReusableWorkflowJob} from '@actions/workflow-parser/model/type-guards'
import type {MappingToken} from '@actions/workflow-parser/templates/tokens/index'
import {parseDocument, visit} from 'yaml'
import {child, childMapping, textOf} from './tokens.ts'

/** A workflow as GitHub's own parser reads it. What is not here is in the tokens. */
export interface Workflow {
  readonly name: string
  readonly events: EventsConfig
  readonly token: MappingToken
  readonly jobs: readonly WorkflowJob[]
}

export interface WorkflowJob {
  readonly id: string
  readonly needs: readonly string[]
  /** An expression, in which `success()` stands where the workflow has no status function. */
  readonly condition: string
  readonly token: MappingToken
  readonly steps: readonly WorkflowStep[]
}

export interface WorkflowStep {
  /** Null for a step without one. */
  readonly id: string | null
  /** As in {@link WorkflowJob.condition}. */
  readonly condition: string
  readonly token: MappingToken
}

/** What GitHub's own parser has against a workflow; empty if GitHub would take it. */
export async function workflowErrors(content: string): Promise<readonly string[]> {
  return (await parse(content)).errors
}

/** @throws with the messages of GitHub's own parser. */
export async function readWorkflow(content: string): Promise<Workflow> {
  const {errors, token, template} = await parse(onSingleLines(content))
  if (errors.length > 0 || token === null || template === null) {
    throw new Error(`GitHub would not take the workflow:\n${errors.join('\n')}`)
  }
  const jobTokens = childMapping(token, 'jobs')
  return {
    name: textOf(child(token, 'name')) ?? 'workflow',
    events: template.events,
    token,
    jobs: template.jobs.map((job) => {
      if (isReusableWorkflowJob(job) || !isJob(job)) {
        throw new Error(`The small runner knows no reusable workflows: ${job.id.value}`)
      }
      const jobToken = childMapping(jobTokens, job.id.value)
      const steps = child(jobToken, 'steps')?.assertSequence('steps')
      return {
        id: job.id.value,
        needs: (job.needs ?? []).map(({value}) => value),
        condition: job.if.expression,
        token: jobToken,
        steps: job.steps.map((step, index) => ({
          id: step.id.startsWith('__') ? null : step.id,
          condition: step.if?.expression ?? 'success()',
          token: steps?.get(index).assertMapping('step') ?? jobToken,
        })),
      }
    }),
  }
}

/**
 * The same YAML without scalars of several lines: version 0.3.61 of the parser leaves the indentation of the file in
 * those that have expressions; GitHub does not.
 */
function onSingleLines(content: string): string {
  const document = parseDocument(content)
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.type?.startsWith('BLOCK_') === true) {
        node.type = 'QUOTE_DOUBLE'
      }
    },
  })
  return document.toString({doubleQuotedAsJSON: true, lineWidth: 0})
}

async function parse(content: string) {
  const file = {name: 'workflow.yml', content}
  const {context, value} = parseWorkflow(file, new NoOperationTraceWriter())
  // The conversion adds what only the whole shows, such as a job that needs one that does not exist.
  const template = value === undefined ? null : await convertWorkflowTemplate(context, value)
  const errors = context.errors.getErrors().map(({message}) => message)
  return {errors, template, token: value?.assertMapping('workflow') ?? null}
}

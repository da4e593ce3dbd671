import path from 'node:path'
import {InputType} from '@actions/workflow-parser/model/workflow-template'
import type {EventsConfig} from '@actions/workflow-parser/model/workflow-template'

/** What starts a run. */
export interface WorkflowEvent {
  /** Such as `push`. */
  readonly name: string
  /** Default `refs/heads/main`. */
  readonly ref?: string
  /** The branch of a pull request. Default `pictures`. */
  readonly head?: string
  /** Of the event, as GitHub's webhooks have it. */
  readonly payload?: object
  /** Of `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Files that the push or pull request changes. */
  readonly changed?: readonly string[]
}

/** @throws if the event does not start a workflow with these `on:`. */
export function mustStart(events: EventsConfig, event: WorkflowEvent): void {
  const reason = whyNotStarted(events, event)
  if (reason !== null) throw new Error(`${event.name} does not start the workflow: ${reason}`)
}

/** The type of ref, and the part of it that names the branch, tag or pull request. */
export function refOf({ref = 'refs/heads/main'}: WorkflowEvent) {
  const [, kind = '', name = ''] = /^refs\/(heads|tags|pull)\/(.+)$/u.exec(ref) ?? []
  return {ref, type: kind === 'tags' ? 'tag' : 'branch', name}
}

/**
 * The `inputs` of a run by hand, with defaults.
 *
 * @throws if a required one is missing, or one is unknown.
 */
export function inputsOf(
  {workflow_dispatch: dispatch}: EventsConfig,
  {name, inputs = {}}: WorkflowEvent,
): Readonly<Record<string, string | boolean>> {
  const declared = name === 'workflow_dispatch' ? (dispatch?.inputs ?? {}) : {}
  const unknown = Object.keys(inputs).find((each) => !(each in declared))
  if (unknown !== undefined) throw new Error(`The workflow has no input ${unknown}.`)
  return Object.fromEntries(
    Object.entries(declared).map(([key, {type, required, default: fallback = ''}]) => {
      const value = inputs[key] ?? String(fallback)
      if (required === true && value === '') throw new Error(`The input ${key} is required.`)
      return [key, type === InputType.boolean ? value === 'true' : value]
    }),
  )
}

/** The filters that {@link whyNotStarted} knows. */
const FILTERS = ['branches', 'tags', 'paths', 'types']

/**
 * By "Workflow syntax for GitHub Actions", `on`. Patterns are those of `path.matchesGlob`, which has not all of GitHub's
 * (`+` after a character).
 */
function whyNotStarted(events: EventsConfig, event: WorkflowEvent): string | null {
  const filters: unknown = events[event.name]
  if (filters === undefined) return `it has only ${Object.keys(events).join(', ')}`
  if (event.name !== 'push' && event.name !== 'pull_request') return null
  const {branches, tags, paths} = filtersIn(filters)
  const {type, name} = refOf(event)
  if (paths !== undefined && event.changed?.some((file) => matches(paths, file)) !== true) {
    return 'no changed file is one of its paths'
  }
  if (event.name === 'pull_request' || (branches === undefined && tags === undefined)) return null
  const patterns = (type === 'tag' ? tags : branches) ?? []
  return matches(patterns, name) ? null : `${name} is none of its ${type}s`
}

function filtersIn(filters: unknown): Readonly<Record<string, readonly string[] | undefined>> {
  if (typeof filters !== 'object' || filters === null) return {}
  const unknown = Object.keys(filters).find((key) => !FILTERS.includes(key))
  if (unknown !== undefined) throw new Error(`The small runner knows no filter ${unknown}.`)
  return Object.fromEntries(Object.entries(filters))
}

/** Whether the last pattern that fits is not one that excludes. */
function matches(patterns: readonly string[], name: string): boolean {
  const fitting = patterns.findLast((each) => path.matchesGlob(name, each.replace(/^!/u, '')))
  return fitting !== undefined && !fitting.startsWith('!')
}

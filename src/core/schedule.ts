import prettyMilliseconds from 'pretty-ms'

import type {Plan, Step} from './plan.ts'
import type {Failure, Results, StepResult} from './results.ts'
import type {Section} from './section.ts'
import type {Watcher} from './progress.ts'
import {createProcessing} from './settle.ts'

export interface RunOptions {
  readonly section: Section
  /** How long Apple may take to process what was sent, in milliseconds; 0 does not wait at all. */
  readonly processingTimeout: number
  readonly signal: AbortSignal
  readonly watcher: Watcher
  /** Told how many writes the plan needs, and later, with negative numbers, which of them it needs no longer. */
  readonly expect: (writes: number) => void
}

/**
 * Carries out a plan. Every step starts as soon as the steps that it needs are done; one that fails stops only those
 * that need it.
 *
 * @returns the result of every step; no step makes it throw.
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<Results> {
  const {section, processingTimeout, signal, watcher, expect} = options
  const processing = createProcessing({section, timeout: processingTimeout, signal})
  expect(plan.steps.reduce((sum, step) => sum + step.cost, 0))

  /** How long our part of a step took, in milliseconds; without the time that Apple takes. */
  const workTimes = new Map<string, number>()
  const sendStep = async (step: Step) => {
    const start = performance.now()
    const group = section.groupOf(step)
    if (group !== null) processing.begin(group)
    try {
      const {state, resourceId} = await section.perform(step)
      const waits = state === 'pending' && processingTimeout > 0
      const outcome =
        waits && group !== null && resourceId !== null
          ? processing.outcome(group, {step, resourceId})
          : null
      return {resourceId, outcome}
    } finally {
      workTimes.set(step.id, performance.now() - start)
      if (group !== null) processing.sent(group)
    }
  }
  const perform = async (step: Step): Promise<StepResult> => {
    try {
      signal.throwIfAborted()
      const {resourceId, outcome} = await sendStep(step)
      const verdict = (await outcome) ?? {state: 'done'}
      switch (verdict.state) {
        case 'done':
          return {status: 'done', resourceId}
        case 'failed':
          return {status: 'failed', failure: verdict.failure}
        case 'unfinished':
          return {status: 'unfinished', failure: stillProcessing(processingTimeout)}
      }
    } catch (error) {
      return {status: 'failed', failure: signal.aborted ? CANCELLED : section.explain(error)}
    }
  }

  const ends = new Map<string, Promise<StepResult>>()
  const run = async (step: Step): Promise<StepResult> => {
    const needed = await Promise.all(step.needs.map(async (id) => ends.get(id)))
    const missing = step.needs.find((_, index) => needed[index]?.status !== 'done')
    const start = performance.now()
    const result = missing === undefined ? await perform(step) : skipped(missing)
    if (result.status === 'skipped') expect(-step.cost)
    const total = performance.now() - start
    watcher.ended(step, result, {work: workTimes.get(step.id) ?? total, total})
    return result
  }
  for (const step of plan.steps) ends.set(step.id, run(step))

  const results = await Promise.all([...ends].map(async ([id, end]) => [id, await end] as const))
  return new Map(results)
}

const CANCELLED: Failure = {
  message: 'The run was cancelled before this was done.',
  remedy: 'Run the job again: it goes on where this run stopped.',
}

function skipped(need: string): StepResult {
  return {
    status: 'skipped',
    failure: {
      message: `Not begun, because a step before it did not end well: ${need.replace(':', ' ')}.`,
      remedy: 'Mend that step and run the job again.',
    },
  }
}

function stillProcessing(timeout: number): Failure {
  return {
    message: `Apple was still processing the file after ${prettyMilliseconds(timeout, {verbose: true})}.`,
    remedy:
      'Run the job again later: it sends nothing twice. If this happens often, raise `processing-timeout`.',
  }
}

import prettyMilliseconds from 'pretty-ms'

import type {Diagnostic} from './diagnostic.ts'
import {explain} from './explain.ts'
import type {Progress} from './progress.ts'
import {createReferences} from './references.ts'
import {CANCELLED} from './results.ts'
import type {Results, StepResult} from './results.ts'
import type {Performer} from './section.ts'
import {createDecisionWaiter} from './settle.ts'
import {describeStep} from './step.ts'
import type {Reference, Step} from './step.ts'

export interface ScheduleOptions {
  /** Returns the performer of a section, by its name. */
  readonly performerOf: (section: string, idOf: (reference: Reference) => string) => Performer
  /** How long Apple may take to process what was sent, in milliseconds. 0 does not wait at all. */
  readonly processingTimeout: number
  readonly signal: AbortSignal
  readonly progress: Pick<Progress, 'started' | 'processing' | 'ended'>
  /**
   * Called with the number of writes that the steps need, and with a negative number when writes are no longer
   * needed.
   */
  readonly expect: (writes: number) => void
}

const BARRIER = 'section:'

/** The entry in `needs` that makes a step wait for all steps of a section. */
export function barrier(section: string): string {
  return `${BARRIER}${section}`
}

/**
 * Carries out the steps of several sections. Every step starts as soon as the steps that it needs are done. A step
 * that fails stops only the steps that need it.
 *
 * @returns the result of every step. A failing step does not make it throw.
 */
export async function schedule(
  steps: readonly Step[],
  {performerOf, processingTimeout, signal, progress, expect}: ScheduleOptions,
): Promise<Results> {
  const results = new Map<string, StepResult>()
  const idOf = createReferences(results)
  const sections = new Map(
    [...new Set(steps.map(({section}) => section))].map((name) => {
      const performer = performerOf(name, idOf)
      return [
        name,
        {performer, waiter: createDecisionWaiter({performer, timeout: processingTimeout, signal})},
      ] as const
    }),
  )
  expect(steps.reduce((sum, {cost}) => sum + cost.writes, 0))

  const send = async (step: Step) => {
    const section = sections.get(step.section)
    if (section === undefined) throw new Error(`No section carries out ${step.id}.`)
    const {performer, waiter} = section
    const group = performer.groupOf(step)
    if (group !== null) waiter.begin(group)
    try {
      const {state, resourceId} = await performer.perform(step)
      const waits = state === 'pending' && processingTimeout > 0
      const ending =
        waits && group !== null && resourceId !== null
          ? waiter.ending(group, {step, resourceId})
          : null
      return {resourceId, ending}
    } finally {
      if (group !== null) waiter.sent(group)
    }
  }
  const perform = async (step: Step): Promise<StepResult> => {
    try {
      signal.throwIfAborted()
      progress.started(step)
      const {resourceId, ending} = await send(step)
      using _ = ending === null ? null : progress.processing([step.subject.name])
      const end = (await ending) ?? {state: 'done'}
      switch (end.state) {
        case 'done':
          return {status: 'done', resourceId}
        case 'failed':
        case 'rejected':
          return {status: end.state, failure: end.failure}
        case 'unfinished':
          return {status: 'unfinished', failure: stillProcessing(step, processingTimeout)}
      }
    } catch (error) {
      const about = {step: step.id}
      return {status: 'failed', failure: signal.aborted ? cancelled(step) : explain(error, about)}
    }
  }

  const ends = new Map<string, Promise<StepResult>>()
  const byId = new Map(steps.map((step) => [step.id, step]))
  const run = async (step: Step): Promise<StepResult> => {
    const needed = await Promise.all(step.needs.map((need) => endOf(need)))
    const missing = needed.find((need) => need !== null) ?? null
    const result = missing === null ? await perform(step) : skipped(step, missing)
    results.set(step.id, result)
    if (result.status === 'skipped') expect(-step.cost.writes)
    progress.ended(step, result)
    return result
  }
  /** @returns the step that failed, or null if the need is met. A need for a step outside this plan is never met. */
  const endOf = async (need: string): Promise<string | null> => {
    if (need.startsWith(BARRIER)) {
      const before = steps.filter(({section}) => barrier(section) === need)
      const all = await Promise.all(before.map(({id}) => endOf(id)))
      return all.find((each) => each !== null) ?? null
    }
    const end = await ends.get(need)
    if (end?.status === 'done') return null
    const step = byId.get(need)
    return step === undefined ? need : describeStep(step)
  }
  // Every run starts by awaiting this, so that all ends are known before the first step looks up its needs.
  const begun = Promise.resolve()
  for (const step of steps)
    ends.set(
      step.id,
      begun.then(() => run(step)),
    )
  await Promise.all(ends.values())
  return results
}

function cancelled({id}: Step): Diagnostic {
  return {
    severity: 'error',
    code: CANCELLED,
    what: 'The run was cancelled before this was done.',
    next: 'Run the job again: it picks up where this run left off.',
    about: {step: id},
  }
}

function skipped({id}: Step, missing: string): StepResult {
  return {
    status: 'skipped',
    failure: {
      severity: 'error',
      code: 'SKIPPED',
      what: `Skipped: an earlier step failed (${missing}).`,
      next: 'Fix that first, then run the job again.',
      about: {step: id},
    },
  }
}

function stillProcessing({id}: Step, timeout: number): Diagnostic {
  return {
    severity: 'error',
    code: 'STILL_PROCESSING',
    what: `Apple was still processing the file after ${prettyMilliseconds(timeout, {verbose: true})}.`,
    next: 'Run the job again later: it uploads nothing twice. If this happens often, raise `processing-timeout`.',
    about: {step: id},
  }
}

import {isError, pathOf} from '../../core/diagnostic.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {CANCELLED} from '../../core/results.ts'
import type {StepResult} from '../../core/results.ts'
import type {Run} from '../../core/run.ts'
import {sendsFile} from '../../core/step.ts'
import type {Step, Subject} from '../../core/step.ts'

/** A file that did not reach the store as it should. */
export interface FailedFile {
  readonly subject: Subject
  /** Relative to the workspace. */
  readonly path: string
  /** Why. The run's own diagnostic, if it has one. */
  readonly failure: Diagnostic
  /** Whether it was not tried, because something else failed. */
  readonly isConsequence: boolean
  /** The step that should have sent it, or null if it did not have to be sent. */
  readonly step: Step | null
}

/** A failed step that sends no file, such as creating a set, deleting an old asset or setting a text. */
export interface FailedStep {
  readonly step: Step
  readonly failure: Diagnostic
  /** Whether it was not tried, because something else failed. */
  readonly isConsequence: boolean
}

/** Every file that did not reach the store, by path. None in a plan, which carries nothing out. */
export function failedFiles(run: Run): readonly FailedFile[] {
  const {mode, plan, results, waits} = run
  if (mode !== 'sync' || plan === null) return []
  const lost = lostFiles(run)
  const found: FailedFile[] = []
  for (const {state, subject} of plan.settled) {
    if (state !== 'lost' && !(state === 'undecided' && waits)) continue
    const path = subject.file?.path ?? subject.name
    const failure = state === 'lost' ? (lost.get(path) ?? LOST) : UNDECIDED
    found.push({subject, path, failure, isConsequence: false, step: null})
  }
  for (const step of plan.steps) {
    const result = results?.get(step.id)
    if (!sendsFile(step) || result?.status === 'done') continue
    const {subject} = step
    const path = subject.file?.path ?? subject.name
    const isConsequence = result === undefined || isNotTried(result)
    found.push({subject, path, failure: result?.failure ?? NOT_SENT, isConsequence, step})
  }
  return found.toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

/** Failed steps that send no file. */
export function failedSteps({plan, results}: Run): readonly FailedStep[] {
  if (results === null) return []
  return (plan?.steps ?? []).flatMap((step) => {
    const result = results.get(step.id)
    if (result === undefined || result.status === 'done' || sendsFile(step)) return []
    return [{step, failure: result.failure, isConsequence: isNotTried(result)}]
  })
}

/**
 * Why files that were in place no longer are, by path. They are reported as failures, not as problems of the folder.
 */
export function lostFiles({plan, diagnostics}: Run): ReadonlyMap<string, Diagnostic> {
  const paths = new Set<string>()
  for (const {state, subject} of plan?.settled ?? []) {
    if (state === 'lost' && subject.file !== null) paths.add(subject.file.path)
  }
  if (paths.size === 0) return new Map()
  return new Map(
    diagnostics.filter(isError).flatMap((diagnostic) => {
      const path = pathOf(diagnostic)
      return path === null || !paths.has(path) ? [] : [[path, diagnostic]]
    }),
  )
}

/** Whether a step was not tried, because something else failed or the run was cancelled. */
export function isNotTried(result: StepResult): boolean {
  return (
    result.status === 'skipped' || (result.status === 'failed' && result.failure.code === CANCELLED)
  )
}

function failureOf(code: string, what: string, next: string): Diagnostic {
  return {severity: 'error', code, what, next, about: null}
}

const NOT_SENT = failureOf(
  'not-sent',
  'Skipped: the run stopped before it.',
  'Run the job again: the next run picks up where this one left off.',
)

const UNDECIDED = failureOf(
  'still-processing',
  'Apple is still processing it, or does not say how far it is.',
  'Run the job again later: nothing is uploaded twice.',
)

const LOST = failureOf(
  'lost',
  'It was in App Store Connect, and somebody removed it during the run.',
  'Run the job again to upload it once more.',
)

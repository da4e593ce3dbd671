import type {Combination} from './matrix.ts'

export type Result = 'success' | 'failure' | 'skipped'

/** What became of a step. */
export interface StepRun {
  readonly id: string | null
  /** What its `uses` or the first line of its `run` says. */
  readonly title: string
  readonly outcome: Result
  /** As `outcome`, but for a failure that `continue-on-error` forgives. */
  readonly conclusion: Result
  readonly outputs: Readonly<Record<string, string>>
  readonly log: string
  readonly summary: string
}

/** What became of a job, or of one job of a matrix. */
export interface JobRun {
  readonly id: string
  /** Null without a matrix. */
  readonly matrix: Combination | null
  readonly result: Result
  readonly outputs: Readonly<Record<string, string>>
  readonly steps: readonly StepRun[]
  /** Absolute path; empty for a skipped job. */
  readonly workspace: string
}

/** What became of each step, by step id. A step without an entry was never begun. */
export type Results = ReadonlyMap<string, StepResult>

export type StepResult =
  | {
      readonly status: 'done'
      /** Apple's id of what the step made or changed, where there is one. */
      readonly resourceId: string | null
    }
  | {
      /** `unfinished`: Apple was still processing when the time was up; `skipped`: a step it needs did not end well. */
      readonly status: 'failed' | 'unfinished' | 'skipped'
      readonly failure: Failure
    }

/** Why a step did not end well, in words for a person. All of it may hold text from outside. */
export interface Failure {
  /** What happened and what Apple said, as sentences. */
  readonly message: string
  /** What to do next, as sentences. */
  readonly remedy: string
}

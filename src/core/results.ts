import type {Diagnostic} from './diagnostic.ts'

/** The code of the failure of a step that a cancelled run did not get to. */
export const CANCELLED = 'CANCELLED'

/** The result of each step, by step id. A step without an entry was never started. */
export type Results = ReadonlyMap<string, StepResult>

export type StepResult =
  | {
      readonly status: 'done'
      /** Apple's id of what the step created or changed, if there is one. */
      readonly resourceId: string | null
    }
  | {
      /**
       * `rejected`: Apple looked at what was sent, and did not accept it. `unfinished`: Apple was still processing at
       * the timeout. `skipped`: a step that it needs failed.
       */
      readonly status: 'failed' | 'rejected' | 'unfinished' | 'skipped'
      /** Why, and what to do next. May contain text from outside. */
      readonly failure: Diagnostic
    }

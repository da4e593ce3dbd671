import type {Plan} from './plan.ts'
import type {StepResult} from './results.ts'
import type {Step} from './step.ts'

/** Receives what happens while a plan is made and carried out. */
export interface Progress {
  /** Logs a sentence. */
  readonly tell: (message: string) => void
  /** Bytes were sent or, if negative, have to be sent again. */
  readonly sent: (bytes: number) => void
  /** The plan is made. `apply`: whether it is carried out now. */
  readonly begin: (plan: Plan, apply: boolean) => void
  /** A step has ended. */
  readonly ended: (step: Step, result: StepResult, time: StepTime) => void
}

/** How long a step took, in milliseconds. */
export interface StepTime {
  /** Until our own work was done. */
  readonly work: number
  /** Until Apple had accepted it. */
  readonly total: number
}

import type {Plan, Step} from './plan.ts'
import type {StepResult} from './results.ts'

/** Is told what happens while a plan is carried out. */
export interface Watcher {
  /** Something a reader of the log should know, as a sentence. */
  readonly tell: (message: string) => void
  /** Bytes went out or, with a negative number, have to be sent again. */
  readonly sent: (bytes: number) => void
  /** The plan is made; `apply` tells whether it is now carried out. */
  readonly begin: (plan: Plan, apply: boolean) => void
  /** A step came to its end. */
  readonly ended: (step: Step, result: StepResult, time: StepTime) => void
}

/** How long a step took, in milliseconds. */
export interface StepTime {
  /** Until our part was done. */
  readonly work: number
  /** Until Apple had accepted it. */
  readonly total: number
}

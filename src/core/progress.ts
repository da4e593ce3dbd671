import type {Plan} from './plan.ts'
import type {StepResult} from './results.ts'
import type {Step} from './step.ts'

/** Receives what happens while a plan is made and carried out. */
export interface Progress {
  /** Logs a sentence. */
  readonly tell: (message: string) => void
  /** The run is held up. It is logged if it lasts. @returns what ends it. */
  readonly held: (hold: Hold) => Disposable
  /** Apple is processing these files. It is logged if it lasts. @returns what ends it. */
  readonly processing: (names: readonly string[]) => Disposable
  /** An API request goes out. */
  readonly requested: () => void
  /**
   * Bytes were sent or, if negative, have to be sent again.
   *
   * @param file - Absolute path.
   */
  readonly sent: (file: string, bytes: number) => void
  /** The plan is made. `apply`: whether it is carried out now, unless it is refused. */
  readonly begin: (plan: Plan, apply: boolean) => void
  /** A step begins: all that it needs is done. */
  readonly started: (step: Step) => void
  /** A step has ended. One that never started was skipped. */
  readonly ended: (step: Step, result: StepResult) => void
}

/** Something that holds requests up. */
export interface Hold {
  /** A sentence without a full stop, such as `App Store Connect answered 503`. */
  readonly why: string
  /** The time of day at which it ends, such as `01:49:22 UTC`; null for a request that is tried again and again. */
  readonly until: string | null
}

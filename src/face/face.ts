import type {Run} from '../core/run.ts'
import type {KeyAdvice} from '../inputs/credentials.ts'
import type {Inputs, InputSource} from '../inputs/inputs.ts'
import type {RunContext} from '../report/facts/context.ts'
import type {Verdict} from '../report/facts/verdict.ts'
import type {Log} from './log/log.ts'
import type {LogProgress} from './log/log-progress.ts'
import type {Redact} from './secrets/redact.ts'

/** Where a run takes place: it has the inputs, and shows what happens and how it ended. It knows nothing of the work. */
export interface Face extends InputSource, KeyAdvice {
  readonly createLog: (redact: Redact) => Log
  /** Adds to the log what only this place can show of the progress. */
  readonly showProgress: (progress: LogProgress) => LogProgress
  /** Hides a value in what others print here. */
  readonly hide: (value: string) => void
  /** How messages read here. They speak of inputs as a workflow has them. */
  readonly wording: (text: string) => string
  readonly context: () => Promise<RunContext>
  /** Hands on what others need of the run: its plan, and its results. A part that cannot be written is a warning. */
  readonly publish: (run: Run, publication: Publication) => Promise<void>
  /** Comes after the verdict, and cannot change it. */
  readonly announce: (run: Run, inputs: Inputs, publication: Publication) => Promise<void>
  /** Writes the report. @returns its path as it is told to people. */
  readonly publishReport: (page: string) => Promise<string>
  /** Sets the exit code. */
  readonly end: (run: Run, verdict: Verdict) => void
}

export interface Publication {
  readonly log: Log
  readonly redact: Redact
  readonly context: RunContext
  readonly cancelled: AbortSignal
}

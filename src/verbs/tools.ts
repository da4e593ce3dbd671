import type {Log} from '../face/log/log.ts'
import type {LogProgress} from '../face/log/log-progress.ts'
import type {Run} from '../core/run.ts'
import type {KeyAdvice} from '../inputs/credentials.ts'
import type {Thumbnails} from '../pictures/thumbnails/thumbnails.ts'

/** What a run works with, whatever it is about. */
export interface Tools {
  readonly log: Log
  readonly progress: LogProgress
  readonly thumbnails: Thumbnails
  /** Ends everything under way. */
  readonly signal: AbortSignal
  /** Adds what has become known of the run. */
  readonly note: (facts: Partial<Run>) => void
  readonly keyAdvice: KeyAdvice
  /** Called with every value that no output may have. */
  readonly addSecret: (value: string) => void
}

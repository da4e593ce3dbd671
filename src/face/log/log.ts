import type {FilePosition} from '../../core/diagnostic.ts'

export type Level = 'error' | 'warning' | 'notice'

/** What a run says while it works. Every message may contain text from outside; it is redacted and escaped here. */
export interface Log {
  line(message: string): void
  /** Lines behind a title. Nothing else can get between them. */
  folded(title: string, lines: readonly string[]): void
  /** What somebody should look at, and in which file. */
  annotate(level: Level, message: string, at?: FilePosition): void
  /** How many annotations of a level it can show. */
  readonly mostAnnotations: number
  /** Why the run failed. */
  fail(message: string): void
  /**
   * Shows what the run is busy with at the moment; null for nothing. Absent where a line stays once it is written: there, what
   * keeps a run busy is only told after a while.
   */
  readonly status?: (line: string | null) => void
}

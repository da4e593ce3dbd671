import {endGroup, error, info, notice, setFailed, startGroup, warning} from '@actions/core'

import {asLine} from '../../report/escape.ts'
import type {Redact} from './redact.ts'

/** The log of the step. Text from outside may be in every message: it is made harmless here. */
export interface Log {
  line(message: string): void
  /** Begins a part of the log that can be folded; it ends with the next one. Null only ends. */
  phase(title: string | null): void
  /** Annotations show on the run's page, and those with a file in the pull request's diff. */
  annotate(level: 'error' | 'warning' | 'notice', message: string, file?: string): void
  /** Fails the step. */
  fail(message: string): void
}

export function createLog(redact: Redact): Log {
  const clean = (text: string) => asLine(redact(text))
  let inPhase = false
  const levels = {error, warning, notice}
  return {
    line: (message) => info(clean(message)),
    phase(title) {
      if (inPhase) endGroup()
      inPhase = title !== null
      if (title !== null) startGroup(clean(title))
    },
    annotate: (level, message, file) =>
      levels[level](clean(message), file === undefined ? {} : {file}),
    fail: (message) => setFailed(clean(message)),
  }
}

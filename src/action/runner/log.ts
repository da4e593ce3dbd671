import {endGroup, error, info, notice, setFailed, startGroup, warning} from '@actions/core'
import type {AnnotationProperties} from '@actions/core'

import type {FilePosition} from '../../core/diagnostic.ts'
import {asLine} from '../../report/escape.ts'
import type {Redact} from './redact.ts'

/** The log of the step. Every message may contain text from outside; it is escaped here. */
export interface Log {
  line(message: string): void
  /** Starts a foldable group in the log and ends the previous one. Null only ends it. */
  phase(title: string | null): void
  /** Annotations are shown on the run's page. Those with a file are also shown in the pull request's diff. */
  annotate(level: 'error' | 'warning' | 'notice', message: string, at?: FilePosition): void
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
    annotate: (level, message, at) =>
      levels[level](clean(message), at === undefined ? {} : propertiesOf(at)),
    fail: (message) => setFailed(clean(message)),
  }
}

function propertiesOf({path: file, line}: FilePosition): AnnotationProperties {
  return line === undefined ? {file} : {file, startLine: line}
}

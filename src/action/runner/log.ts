import {endGroup, error, info, notice, setFailed, startGroup, warning} from '@actions/core'
import type {AnnotationProperties} from '@actions/core'

import type {FilePosition} from '../../core/diagnostic.ts'
import {asLine} from '../../report/escape.ts'
import type {Redact} from './redact.ts'

/**
 * How many annotations of a level are worth making: GitHub shows ten for each step. One error is left for the verdict,
 * and one warning for the comment.
 */
export const MAX_ANNOTATIONS = 9

/** The log of the step. Every message may contain text from outside; it is escaped here. */
export interface Log {
  line(message: string): void
  /** Lines behind a title, folded until somebody opens them. Nothing else can get between them. */
  folded(title: string, lines: readonly string[]): void
  /** Annotations are shown on the run's page. Those with a file are also shown in the pull request's diff. */
  annotate(level: 'error' | 'warning' | 'notice', message: string, at?: FilePosition): void
  /** Fails the step. */
  fail(message: string): void
}

export function createLog(redact: Redact): Log {
  const clean = (text: string) => asLine(redact(text))
  const levels = {error, warning, notice}
  return {
    line: (message) => info(clean(message)),
    folded(title, lines) {
      startGroup(clean(title))
      for (const line of lines) info(clean(line))
      endGroup()
    },
    annotate: (level, message, at) =>
      levels[level](clean(message), at === undefined ? {} : propertiesOf(at)),
    fail: (message) => setFailed(clean(message)),
  }
}

function propertiesOf({path: file, line}: FilePosition): AnnotationProperties {
  return line === undefined ? {file} : {file, startLine: line}
}

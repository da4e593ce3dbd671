import {endGroup, error, info, notice, setFailed, startGroup, warning} from '@actions/core'
import type {AnnotationProperties} from '@actions/core'

import type {FilePosition} from '../../core/diagnostic.ts'
import type {Log} from '../../face/log/log.ts'
import type {Redact} from '../../face/secrets/redact.ts'
import {asLine} from '../../report/escape.ts'

/** GitHub shows ten annotations of a level for each step. One error is left for the verdict, and one warning for the comment. */
const MAX_ANNOTATIONS = 9

/** The log of the step, with its annotations on the run's page and in the pull request's diff. */
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
    mostAnnotations: MAX_ANNOTATIONS,
    fail: (message) => setFailed(clean(message)),
  }
}

function propertiesOf({path: file, line}: FilePosition): AnnotationProperties {
  return line === undefined ? {file} : {file, startLine: line}
}

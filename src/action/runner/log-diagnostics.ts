import type {Run} from '../../core/run.ts'
import {diagnosticsOf, grouped} from '../../report/facts/diagnostics.ts'
import type {RunDiagnostic} from '../../report/facts/diagnostics.ts'
import {capitalised} from '../../report/facts/words.ts'
import {MAX_ANNOTATIONS} from './log.ts'
import type {Log} from './log.ts'

/**
 * Logs the diagnostics that no annotation shows: notes, and those of a level that has too many. What is said of several
 * files is one line.
 */
export function logDiagnostics(run: Run, log: Log): void {
  const {problems, files, steps, remarks} = diagnosticsOf(run)
  const hasExtras = run.plan?.settled.some(({state}) => state === 'extra') ?? false
  const unseen = [
    ...beyondLimit([
      ...withSeverity('error', problems),
      ...(run.failure === null ? [...steps, ...files] : []),
    ]),
    ...beyondLimit([
      ...withSeverity('warning', problems),
      // One annotation is about everything that only the store has.
      ...(hasExtras ? [null] : []),
      ...withSeverity('warning', remarks),
    ]),
    ...withSeverity('note', [...problems, ...remarks]),
  ]
  for (const {titles, message} of grouped(unseen)) {
    log.line(titles.length === 0 ? capitalised(message) : `${titles.join(', ')}: ${message}`)
  }
}

function withSeverity(
  wanted: RunDiagnostic['severity'],
  all: readonly RunDiagnostic[],
): readonly RunDiagnostic[] {
  return all.filter(({severity}) => severity === wanted)
}

/**
 * What is left out where there are too many annotations: the last one only says how many more there are.
 *
 * @param annotated - In the order of the annotations; null for one that is about no diagnostic.
 */
function beyondLimit(annotated: readonly (RunDiagnostic | null)[]): readonly RunDiagnostic[] {
  if (annotated.length <= MAX_ANNOTATIONS) return []
  return annotated.slice(MAX_ANNOTATIONS - 1).filter((each) => each !== null)
}

import type {Run} from '../../core/run.ts'
import {diagnosticsOf, grouped} from '../../report/facts/diagnostics.ts'
import {capitalised} from '../../report/facts/words.ts'
import {annotationsOf, withinLimit} from './annotations.ts'
import type {Log} from './log.ts'

/**
 * Logs what no annotation shows: notes, and what is left of a level that has too many. What is said of several files is
 * one line.
 */
export function logDiagnostics(run: Run, log: Log): void {
  const {problems, remarks} = diagnosticsOf(run)
  const {error, warning} = annotationsOf(run)
  const left = [error, warning].flatMap((all) => withinLimit(all, log).left)
  const unseen = [
    ...left.flatMap(({diagnostic}) => diagnostic ?? []),
    ...[...problems, ...remarks].filter(({severity}) => severity === 'note'),
  ]
  for (const {titles, message} of grouped(unseen)) {
    log.line(titles.length === 0 ? capitalised(message) : `${titles.join(', ')}: ${message}`)
  }
  for (const {diagnostic, message} of left) if (diagnostic === null) log.line(message)
}

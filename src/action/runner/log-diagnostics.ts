import type {Run} from '../../core/run.ts'
import {diagnosticsOf, grouped} from '../../report/facts/diagnostics.ts'
import {capitalised} from '../../report/facts/words.ts'
import type {Log} from './log.ts'

/** Logs, in one line each, diagnostics about several files, and notes, which have no annotation. */
export function logDiagnostics(run: Run, log: Log): void {
  const {problems, remarks} = diagnosticsOf(run)
  for (const {severity, message, titles} of grouped([...problems, ...remarks])) {
    if (titles.length <= 1 && severity !== 'note') continue
    const where = titles.length === 0 ? '' : ` (${titles.join(', ')})`
    log.line(`${capitalised(message)}${where}`)
  }
}

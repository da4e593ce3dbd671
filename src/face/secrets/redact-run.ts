import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Run} from '../../core/run.ts'
import type {Redact} from './redact.ts'

/**
 * Removes secrets from the messages of a run, which may quote answers from outside. Names, paths, ids and checksums
 * stay unchanged: they never contain a secret, and a plan with other values could not be carried out.
 */
export function redactRun(run: Run, redact: Redact): Run {
  const {failure, diagnostics, plan, results} = run
  const clean = (diagnostic: Diagnostic): Diagnostic => ({
    ...diagnostic,
    // May be Apple's, so it is from outside too.
    code: redact(diagnostic.code),
    what: redact(diagnostic.what),
    next: redact(diagnostic.next),
  })
  return {
    ...run,
    failure: failure && clean(failure),
    diagnostics: diagnostics.map(clean),
    plan: plan && {...plan, diagnostics: plan.diagnostics.map(clean)},
    results:
      results &&
      new Map(
        [...results].map(([id, result]) => [
          id,
          result.status === 'done' ? result : {...result, failure: clean(result.failure)},
        ]),
      ),
  }
}

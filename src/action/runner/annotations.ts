import type {FilePosition} from '../../core/diagnostic.ts'
import type {Run} from '../../core/run.ts'
import {nameOf} from '../../core/step.ts'
import {diagnosticsOf} from '../../report/facts/diagnostics.ts'
import type {RunDiagnostic} from '../../report/facts/diagnostics.ts'
import {capitalised} from '../../report/facts/words.ts'
import type {Log} from './log.ts'

/**
 * GitHub shows ten annotations of a kind for each step. One error is left for the verdict, and one warning for the
 * comment.
 */
const MAX_ERRORS = 9
const MAX_WARNINGS = 9

interface Annotation {
  readonly message: string
  readonly at: FilePosition | null
}

/** Annotates the files with what went wrong. Notes are not annotated: they need no action. */
export function annotate(run: Run, log: Log): void {
  const {problems, files, steps, remarks} = diagnosticsOf(run)
  const errors = [
    ...problems.filter(({severity}) => severity === 'error').map(asAnnotation),
    // If the run as a whole failed, that one reason says more than the result of each step.
    ...(run.failure === null ? [...steps.map(failureAnnotation), ...files.map(asAnnotation)] : []),
  ]
  const warnings = [
    ...problems.filter(({severity}) => severity === 'warning').map(asAnnotation),
    ...extrasIn(run),
    ...remarks.filter(({severity}) => severity === 'warning').map(asAnnotation),
  ]
  tell(log, 'error', merge(errors, MAX_ERRORS))
  tell(log, 'warning', merge(warnings, MAX_WARNINGS))
}

function tell(log: Log, level: 'error' | 'warning', annotations: readonly Annotation[]): void {
  for (const {message, at} of annotations) log.annotate(level, message, at ?? undefined)
}

function asAnnotation(diagnostic: RunDiagnostic): Annotation {
  const {title, message} = diagnostic
  const text = title === '' ? capitalised(message) : `${title}: ${message}`
  return {message: text, at: positionOf(diagnostic)}
}

function failureAnnotation(diagnostic: RunDiagnostic): Annotation {
  const {title, message} = diagnostic
  return {message: `Could not ${title}: ${message}`, at: positionOf(diagnostic)}
}

function positionOf({path, line}: RunDiagnostic): FilePosition | null {
  if (path === null) return null
  return line === null ? {path} : {path, line}
}

function extrasIn({plan}: Run): readonly Annotation[] {
  const extras = (plan?.settled ?? []).filter(({state}) => state === 'extra')
  if (extras.length === 0) return []
  const names = extras.map(({subject}) => nameOf(subject)).join(', ')
  return [
    {
      message: `The store shows assets that no file stands for: ${names}. Add them to the folder, or delete them with \`prune: true\`.`,
      at: null,
    },
  ]
}

/** Merges the annotations above the limit into the last one. */
function merge(all: readonly Annotation[], most: number): readonly Annotation[] {
  if (all.length <= most) return all
  const rest = all.slice(most - 1)
  const messages = rest.map(({message}) => message).join(' · ')
  return [...all.slice(0, most - 1), {message: `${rest.length} more: ${messages}`, at: null}]
}

import type {FilePosition} from '../../core/diagnostic.ts'
import type {Run} from '../../core/run.ts'
import {nameOf} from '../../core/step.ts'
import {commandFor, diagnosticsOf} from '../../report/facts/diagnostics.ts'
import type {RunDiagnostic} from '../../report/facts/diagnostics.ts'
import {capitalised} from '../../report/facts/words.ts'
import {MAX_ANNOTATIONS} from './log.ts'
import type {Log} from './log.ts'

interface Annotation {
  readonly message: string
  readonly at: FilePosition | null
}

/** Annotates the files with what went wrong. Notes are not annotated: they need no action. */
export function annotate(run: Run, log: Log): void {
  const {problems, files, steps, remarks} = diagnosticsOf(run)
  const errors = [
    ...problems.filter(({severity}) => severity === 'error').map(asAnnotation),
    // If the run as a whole failed, the verdict is that one reason, and the rest is its consequence.
    ...(run.failure === null ? [...steps.map(failureAnnotation), ...files.map(asAnnotation)] : []),
  ]
  const warnings = [
    ...problems.filter(({severity}) => severity === 'warning').map(asAnnotation),
    ...extrasIn(run),
    ...remarks.filter(({severity}) => severity === 'warning').map(asAnnotation),
  ]
  tell(log, 'error', limit(errors))
  tell(log, 'warning', limit(warnings))
}

function tell(log: Log, level: 'error' | 'warning', annotations: readonly Annotation[]): void {
  for (const {message, at} of annotations) log.annotate(level, message, at ?? undefined)
}

function asAnnotation(diagnostic: RunDiagnostic): Annotation {
  const {title, message} = diagnostic
  const text = title === '' ? capitalised(message) : `${title}: ${message}`
  const command = commandFor([diagnostic])
  return {message: command === null ? text : `${text} ${command}`, at: positionOf(diagnostic)}
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
      message: `In App Store Connect without a matching file: ${names}. Add them to the folder, or delete them with \`prune: true\`.`,
      at: null,
    },
  ]
}

/** GitHub would drop those above the limit without a word. */
function limit(all: readonly Annotation[]): readonly Annotation[] {
  if (all.length <= MAX_ANNOTATIONS) return all
  const kept = all.slice(0, MAX_ANNOTATIONS - 1)
  return [...kept, {message: `${all.length - kept.length} more: see the job summary.`, at: null}]
}

import type {FilePosition} from '../../core/diagnostic.ts'
import type {Run} from '../../core/run.ts'
import {nameOf} from '../../core/step.ts'
import {commandFor, diagnosticsOf} from '../../report/facts/diagnostics.ts'
import type {RunDiagnostic} from '../../report/facts/diagnostics.ts'
import {capitalised} from '../../report/facts/words.ts'
import type {Log} from './log.ts'

/** A line under a file in a pull request, or on the page of the run. */
export interface Annotation {
  readonly message: string
  readonly at: FilePosition | null
  /** What it tells, or null if it is about more than one. */
  readonly diagnostic: RunDiagnostic | null
}

/** Everything worth an annotation, in order. Notes are not: they need no action. */
export function annotationsOf(
  run: Run,
): Readonly<Record<'error' | 'warning', readonly Annotation[]>> {
  const {problems, files, steps, remarks} = diagnosticsOf(run)
  return {
    error: [
      ...problems.filter(({severity}) => severity === 'error').map(asAnnotation),
      // If the run as a whole failed, the verdict is that one reason, and the rest is its consequence.
      ...(run.failure === null ? [...steps.map(asFailure), ...files].map(asAnnotation) : []),
    ],
    warning: [
      ...problems.filter(({severity}) => severity === 'warning').map(asAnnotation),
      ...extrasIn(run),
      ...remarks.filter(({severity}) => severity === 'warning').map(asAnnotation),
    ],
  }
}

/** Annotates the files with what went wrong. */
export function annotate(run: Run, log: Log): void {
  const {error, warning} = annotationsOf(run)
  tell(log, 'error', error)
  tell(log, 'warning', warning)
}

function tell(log: Log, level: 'error' | 'warning', all: readonly Annotation[]): void {
  const {shown, left} = withinLimit(all, log)
  for (const {message, at} of shown) log.annotate(level, message, at ?? undefined)
  if (left.length > 0) log.annotate(level, `${left.length} more: see the job summary.`)
}

/** Those above the limit of a log would be dropped without a word. */
export function withinLimit(
  all: readonly Annotation[],
  {mostAnnotations}: Pick<Log, 'mostAnnotations'>,
): Readonly<Record<'shown' | 'left', readonly Annotation[]>> {
  // The last one says how many more there are.
  const most = all.length > mostAnnotations ? mostAnnotations - 1 : all.length
  return {shown: all.slice(0, most), left: all.slice(most)}
}

function asAnnotation(diagnostic: RunDiagnostic): Annotation {
  const {title, message} = diagnostic
  const text = title === '' ? capitalised(message) : `${title}: ${message}`
  const command = commandFor([diagnostic])
  return {
    message: command === null ? text : `${text} This fixes it: ${command}`,
    at: positionOf(diagnostic),
    diagnostic,
  }
}

/** The title of a failed step says what it should have done. */
function asFailure(step: RunDiagnostic): RunDiagnostic {
  return {...step, title: `Could not ${step.title}`}
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
      diagnostic: null,
    },
  ]
}

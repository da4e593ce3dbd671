import {isError, pathOf} from '../../core/diagnostic.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Plan} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import {describeStep} from '../../core/step.ts'
import type {Step} from '../../core/step.ts'
import {asLine} from '../escape.ts'
import {failedFiles, failedSteps, lostFiles} from './failures.ts'
import {diagnosticWords} from './words.ts'

/** A diagnostic of a run, with its subject resolved. May contain text from outside. */
export interface RunDiagnostic extends Omit<Diagnostic, 'about'> {
  /** What it is about: a path, a place, or what a step does. Empty for the run as a whole. */
  readonly title: string
  /** The file or folder that it is about, or null. */
  readonly path: string | null
  /** In the file, from 1, or null. */
  readonly line: number | null
  readonly place: string | null
  /** Id of the step that it is about. */
  readonly step: string | null
  /** What is wrong and what to do next, as it reads after the title. */
  readonly message: string
}

/** Everything that the user has to know about a run, each thing once. */
export interface RunDiagnostics {
  /** What has to be fixed before anything is written (errors), and what may be wrong (warnings). */
  readonly problems: readonly RunDiagnostic[]
  /** Files that failed, by path. The title is the path. */
  readonly files: readonly RunDiagnostic[]
  /** Paths of the files that were not sent because something else failed, or the whole run. */
  readonly notSent: readonly string[]
  /** Other steps that failed. The title says what they should have done. */
  readonly steps: readonly RunDiagnostic[]
  /** What other steps should have done, if the run as a whole stopped before them. */
  readonly notDone: readonly string[]
  /** What is good to know: notes, and the warnings of the plan. */
  readonly remarks: readonly RunDiagnostic[]
  /** Why the run stopped early, or null if it did not. */
  readonly failure: RunDiagnostic | null
}

export function diagnosticsOf(run: Run): RunDiagnostics {
  const {plan, failure} = run
  const planned = plan?.diagnostics ?? []
  const steps = mentionedSteps(plan, [...run.diagnostics, ...planned])
  const resolve = (diagnostic: Diagnostic) =>
    resolved(diagnostic, steps.get(stepIdOf(diagnostic) ?? '') ?? null)
  const lost = lostFiles(run)
  const isLost = (diagnostic: Diagnostic) =>
    isError(diagnostic) && lost.has(pathOf(diagnostic) ?? '')
  const files = Map.groupBy(failedFiles(run), ({isConsequence}) => !isConsequence)
  const others = Map.groupBy(failedSteps(run), ({isConsequence}) => !isConsequence)
  const found = run.diagnostics.filter((diagnostic) => !isLost(diagnostic))
  return {
    problems: [...found.filter((each) => !isNote(each)), ...planned.filter(isError)].map(resolve),
    files: (files.get(true) ?? []).map((file) => ({
      ...resolved(file.failure, file.step),
      title: file.path,
      path: file.path,
    })),
    notSent: (files.get(false) ?? []).map(({path}) => path),
    steps: (others.get(true) ?? []).map((failed) => ({
      ...resolved(failed.failure, failed.step),
      title: describeStep(failed.step),
    })),
    // What is skipped besides is told by the failure of what comes before it.
    notDone: failure === null ? [] : (others.get(false) ?? []).map(({step}) => describeStep(step)),
    remarks: [...planned.filter((diagnostic) => !isError(diagnostic)), ...found.filter(isNote)].map(
      resolve,
    ),
    failure: failure && resolve(failure),
  }
}

/** So many files with errors are worth a picture each. */
const MAX_PICTURED = 40

/** Paths of the first files that are wrong or failed. */
export function filesWithErrors(run: Run): ReadonlySet<string> {
  const {problems, files} = diagnosticsOf(run)
  const paths = [...problems.filter(isError), ...files].flatMap(({path}) => path ?? [])
  return new Set(paths.slice(0, MAX_PICTURED))
}

/** One finding with everything that it is about. */
export interface DiagnosticGroup extends Pick<
  RunDiagnostic,
  'severity' | 'what' | 'next' | 'message'
> {
  /** Files, folders, places or steps. Empty if it is about the run as a whole. */
  readonly titles: readonly string[]
  /** The shell command that fixes all of them, or null if there is none. */
  readonly command: string | null
  readonly diagnostics: readonly RunDiagnostic[]
}

/** Joins diagnostics that say the same, in the order of their first occurrence. */
export function grouped(diagnostics: readonly RunDiagnostic[]): readonly DiagnosticGroup[] {
  const groups = Map.groupBy(diagnostics, ({severity, code, message}) =>
    JSON.stringify([severity, code, message]),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const {severity, what, next, message} = first
    const titles = group.flatMap(({title}) => (title === '' ? [] : [title]))
    return [{severity, what, next, message, titles, command: commandFor(group), diagnostics: group}]
  })
}

/** So long that nobody would paste it. In characters. */
const MAX_COMMAND = 8000

/**
 * The shell command that fixes all files of diagnostics that say the same, or null if there is none. One that
 * escaping would change is left out, because it would do something else.
 */
export function commandFor(
  group: readonly Pick<RunDiagnostic, 'command' | 'path'>[],
): string | null {
  const command = group[0]?.command
  const paths = group.flatMap(({path}) => (path === null ? [] : [shellWord(path)]))
  if (command === undefined || paths.length === 0) return null
  const whole = [command, ...paths].join(' ')
  return whole.length > MAX_COMMAND || asLine(whole) !== whole ? null : whole
}

function shellWord(text: string): string {
  return /^[\w./@%+=:,-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function isNote({severity}: Diagnostic): boolean {
  return severity === 'note'
}

function stepIdOf({about}: Diagnostic): string | null {
  return about !== null && 'step' in about ? about.step : null
}

/** The steps that the diagnostics are about, by id. */
function mentionedSteps(
  plan: Plan | null,
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, Step> {
  const ids = new Set(diagnostics.map(stepIdOf))
  const steps = (plan?.steps ?? []).filter(({id}) => ids.has(id))
  return new Map(steps.map((step) => [step.id, step]))
}

/** @param step - The step that it is about, or null if there is none or it was never planned. */
function resolved(diagnostic: Diagnostic, step: Step | null): RunDiagnostic {
  const {about, ...rest} = diagnostic
  const isAboutFile = about !== null && 'path' in about
  const file = isAboutFile ? about : (step?.subject.file ?? null)
  const place = about !== null && 'place' in about ? about.place : null
  const doing = step === null ? null : describeStep(step)
  return {
    ...rest,
    title: file?.path ?? place ?? doing ?? stepIdOf(diagnostic) ?? '',
    path: file?.path ?? null,
    line: file?.line ?? null,
    place,
    step: step?.id ?? null,
    message: diagnosticWords(diagnostic),
  }
}

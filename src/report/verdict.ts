import type {Run} from '../model/run.ts'
import {isError} from '../model/problem.ts'
import {count} from './counts.ts'
import {otherFailures} from './failures.ts'

/** How a run ended, in one line. */
export interface Verdict {
  readonly level: 'success' | 'warning' | 'failure'
  /** One sentence or two; may hold text from outside. */
  readonly sentence: string
}

export function verdictOf(run: Run): Verdict {
  return (
    failure(run) ?? {
      level: warnings(run).length > 0 ? 'warning' : 'success',
      sentence: [outcome(run), ...warnings(run)].join(' '),
    }
  )
}

function failure(run: Run): Verdict | null {
  const errors = [...run.problems, ...(run.plan?.refusals ?? [])].filter(isError)
  if (run.failure !== null) return {level: 'failure', sentence: run.failure}
  if (errors.length > 0) {
    const what = `${plural(errors.length, 'problem')} to mend`
    const rest = run.mode === 'sync' ? '; nothing was written to App Store Connect.' : '.'
    return {level: 'failure', sentence: `${what}${rest}`}
  }
  const {failed, uploaded, unchanged} = count(run)
  const others = otherFailures(run).length
  if (failed > 0) {
    const all = failed + uploaded + unchanged
    return {
      level: 'failure',
      sentence: `${failed} of ${plural(all, 'file')} did not reach the App Store${others > 0 ? `, and ${plural(others, 'other step')} failed` : ''}; ${uploaded} did, ${unchanged} were there already.`,
    }
  }
  if (others > 0) {
    return {
      level: 'failure',
      sentence: `All files are on the App Store, but ${plural(others, 'other step')} failed.`,
    }
  }
  return null
}

function outcome(run: Run): string {
  const {uploaded, replaced, deleted, reordered, unchanged} = count(run)
  const files = run.listing.sets.reduce((sum, set) => sum + set.files.length, 0)
  const locales = new Set(run.listing.sets.map((set) => set.locale)).size
  if (run.mode === 'validate') {
    return `${plural(files, 'file')} in ${plural(locales, 'locale')} ${files === 1 ? 'is' : 'are'} ready for the App Store.`
  }
  const steps = run.plan?.steps ?? []
  if (steps.length === 0) {
    if (unchanged < files) return 'Nothing to do for now.'
    return `Nothing to do: ${files === 1 ? 'the file is' : `all ${files} files are`} on the App Store already.`
  }
  const posters = steps.filter((step) => step.kind === 'set-poster').length
  const parts = [
    [uploaded - replaced, 'uploaded'],
    [replaced, 'replaced'],
    [deleted, 'deleted'],
    [posters, posters === 1 ? 'poster frame set' : 'poster frames set'],
    [reordered, reordered === 1 ? 'set reordered' : 'sets reordered'],
  ] as const
  const done = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  const made = steps.filter((step) => step.kind.startsWith('create-')).length
  if (done.length === 0) done.push(`${plural(made, 'place')} created`)
  const touched = new Set(steps.flatMap((step) => (step.locale === null ? [] : [step.locale]))).size
  const where = ` in ${plural(touched, 'locale')}`
  if (run.mode === 'plan') {
    const requests = steps.reduce((sum, step) => sum + step.cost, 0)
    return `To do: ${done.join(', ')}${where}, ${unchanged} unchanged; ${plural(requests, 'API request')} that write.`
  }
  return `The App Store listing shows this folder: ${done.join(', ')}${where}, ${unchanged} unchanged.`
}

function warnings({plan, waits, mode}: Run): readonly string[] {
  if (plan === null) return []
  const extras = plan.extras.length
  const isSettled = waits || mode === 'plan'
  return [
    ...(extras > 0
      ? [`The store also shows ${plural(extras, 'asset')} that no file stands for.`]
      : []),
    ...(plan.undecided.length > 0
      ? [`Apple is still processing ${plural(plan.undecided.length, 'file')}.`]
      : []),
    ...(!isSettled && plan.steps.some((step) => step.kind === 'upload')
      ? ['Apple still has to process what was sent.']
      : []),
  ]
}

/** `1 file`, `2 files`. */
export function plural(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

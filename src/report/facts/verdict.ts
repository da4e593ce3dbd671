import {NOT_AS_APPROVED} from '../../core/approval/approved-plan.ts'
import type {Plan, Settled} from '../../core/plan.ts'
import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import {changesOf} from './changes.ts'
import {count} from './counts.ts'
import {diagnosticsOf} from './diagnostics.ts'
import {declaredIn, textGroupsOf} from './views.ts'
import {capitalised} from './words.ts'

/** How a run ended, in one line. */
export interface Verdict {
  readonly level: 'success' | 'warning' | 'failure'
  /** One sentence or two. May contain text from outside. */
  readonly sentence: string
}

export function verdictOf(run: Run): Verdict {
  const broken = failure(run)
  if (broken !== null) return {level: 'failure', sentence: broken}
  const warnings = warningsOf(run)
  return {
    level: warnings.length > 0 ? 'warning' : 'success',
    sentence: [outcome(run), ...warnings].join(' '),
  }
}

function failure(run: Run): string | null {
  const {problems, steps, failure: whole} = diagnosticsOf(run)
  if (whole !== null) return capitalised(whole.message)
  const errors = problems.filter(({severity}) => severity === 'error')
  if (errors.length > 0) {
    const rest = run.mode === 'sync' ? `; ${writtenBefore(run)}` : '.'
    return errors.every(({code}) => code === NOT_AS_APPROVED)
      ? `What would be done now is not what was approved: ${plural(errors.length, 'difference')}${rest}`
      : `${plural(errors.length, 'problem')} to mend${rest}`
  }
  if (run.failOnChanges && run.mode === 'plan' && (run.plan?.steps.length ?? 0) > 0) {
    return `The store is not as the folder has it, and \`fail-on-changes\` is set. ${outcome(run)}`
  }
  return incompleteSentence(run, steps.length)
}

/** @param failed - The number of failed steps that send no file. */
function incompleteSentence(run: Run, failed: number): string | null {
  const counts = count(run)
  if (counts.failed > 0) {
    const alsoFailed = failed === 0 ? '' : `, and ${plural(failed, 'other step')} failed`
    const all = plural(counts.failed + counts.uploaded + counts.unchanged, 'file')
    return `${counts.failed} of ${all} ${counts.failed === 1 ? 'is' : 'are'} not in place${alsoFailed}; ${counts.uploaded} uploaded, ${counts.unchanged} unchanged.`
  }
  if (failed === 0) return null
  if (!lacksTexts(run)) return `All files are in place, but ${plural(failed, 'other step')} failed.`
  const steps = run.plan?.steps ?? []
  const open = steps.filter(({id}) => run.results?.get(id)?.status !== 'done').length
  const done = changesOf(run)
  const rest = done === '' ? '' : `; ${done}`
  return `${open} of ${plural(steps.length, 'step')} ${open === 1 ? 'is' : 'are'} not done${rest}.`
}

/** Whether a text did not reach the store. */
function lacksTexts(run: Run): boolean {
  return textGroupsOf(run).some(({fields}) =>
    fields.some(({steps}) => steps.some((id) => run.results?.get(id)?.status !== 'done')),
  )
}

/** What was written before a plan was refused: nothing, unless the version had to be created to make the plan. */
function writtenBefore({results}: Run): string {
  return (results?.size ?? 0) > 0
    ? 'only the version was created.'
    : 'nothing was written to App Store Connect.'
}

function outcome(run: Run): string {
  const {mode, plan, version, waits} = run
  const {files, locales, isInPlace} = declaredIn(run)
  if (mode === 'validate') {
    const where = locales === 0 ? '' : ` in ${plural(locales, 'locale')}`
    return `${plural(files, 'file')}${where} ${files === 1 ? 'is' : 'are'} ready for the App Store.`
  }
  if (plan === null || plan.steps.length === 0) {
    if (!isInPlace) return 'Nothing to do for now.'
    return `Nothing to do: ${files === 1 ? 'the file is' : `all ${files} files are`} in place already.`
  }
  const what = changesOf(run)
  if (mode === 'plan') return `To do: ${what}; ${plural(requests(plan), 'API request')}.`
  const place = version === null ? 'App Store Connect' : `Version ${version.versionString}`
  return `${place} ${waits ? 'shows' : 'has received'} this folder: ${what}.`
}

/** Writes, and at least one read for each section and locale whose files are sent or deleted. */
function requests({steps}: Plan): number {
  const looks = new Set<string>()
  let writes = 0
  for (const {action, section, subject, cost} of steps) {
    writes += cost.writes
    if (action === 'upload' || action === 'replace' || action === 'delete') {
      looks.add(`${section} ${subject.noun} ${subject.locale}`)
    }
  }
  return writes + looks.size
}

function warningsOf({plan, waits, mode}: Run): readonly string[] {
  if (plan === null) return []
  const numberOf = (wanted: Settled['state']) =>
    plan.settled.filter(({state}) => state === wanted).length
  const extras = numberOf('extra')
  const unclear = numberOf('unclear')
  const undecided = numberOf('undecided')
  const isSending = mode === 'sync' && plan.steps.some(({cost}) => cost.bytes > 0)
  return [
    ...(extras > 0
      ? [`The store also shows ${plural(extras, 'asset')} that no file stands for.`]
      : []),
    ...(unclear > 0
      ? [
          `${plural(unclear, 'asset')} ${unclear === 1 ? 'stays' : 'stay'}: App Store Connect does not tell enough to delete safely.`,
        ]
      : []),
    ...(undecided > 0 ? [`Apple is still processing ${plural(undecided, 'file')}.`] : []),
    ...(!waits && isSending ? ['Apple still has to process what was sent.'] : []),
  ]
}

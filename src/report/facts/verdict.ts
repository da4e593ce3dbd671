import {isError} from '../../core/diagnostic.ts'
import {NOT_AS_APPROVED} from '../../core/approval/approved-plan.ts'
import type {Plan, Step} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import {count} from './counts.ts'
import {otherFailures} from './failures.ts'
import {plural} from './words.ts'

/** How a run ended, in one line. */
export interface Verdict {
  readonly level: 'success' | 'warning' | 'failure'
  /** One sentence or two; may hold text from outside. */
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
  if (run.failure !== null) return run.failure

  const errors = [...run.problems, ...(run.plan?.refusals ?? [])].filter(isError)
  if (errors.length > 0) {
    const rest = run.mode === 'sync' ? `; ${writtenBefore(run)}` : '.'
    return errors.every(({code}) => code === NOT_AS_APPROVED)
      ? `What would be done now is not what was approved: ${plural(errors.length, 'difference')}${rest}`
      : `${plural(errors.length, 'problem')} to mend${rest}`
  }
  if (run.failOnChanges && run.mode === 'plan' && (run.plan?.steps.length ?? 0) > 0) {
    return `The store is not as the folder has it, and \`fail-on-changes\` is set. ${outcome(run)}`
  }
  const {failed, uploaded, unchanged} = count(run)
  const others = otherFailures(run).length
  const alsoFailed = others === 0 ? '' : `, and ${plural(others, 'other step')} failed`
  if (failed > 0) {
    const all = plural(failed + uploaded + unchanged, 'file')
    return `${failed} of ${all} ${failed === 1 ? 'is' : 'are'} not in place${alsoFailed}; ${uploaded} uploaded, ${unchanged} unchanged.`
  }
  return others === 0 ? null : `All files are in place, but ${plural(others, 'other step')} failed.`
}

/** What a refused plan leaves behind: nothing, unless the version had to be made to know the plan. */
function writtenBefore({results}: Run): string {
  return (results?.size ?? 0) > 0
    ? 'only the version was created.'
    : 'nothing was written to App Store Connect.'
}

function outcome(run: Run): string {
  const {listing, mode, plan, version, waits} = run
  const files = listing.sets.reduce((sum, set) => sum + set.files.length, 0)
  if (mode === 'validate') {
    const locales = new Set(listing.sets.map((set) => set.locale)).size
    return `${plural(files, 'file')} in ${plural(locales, 'locale')} ${files === 1 ? 'is' : 'are'} ready for the App Store.`
  }
  if (plan === null || plan.steps.length === 0) {
    if (count(run).unchanged < files) return 'Nothing to do for now.'
    return `Nothing to do: ${files === 1 ? 'the file is' : `all ${files} files are`} in place already.`
  }
  const what = changes(run, plan)
  if (mode === 'plan') return `To do: ${what}; ${plural(requests(plan), 'API request')}.`
  const verb = waits ? 'shows' : 'has received'
  return `Version ${version?.versionString ?? ''} ${verb} this folder: ${what}.`
}

/** What a plan does or did: `upload 12, replace 2`, or `12 uploaded, 2 replaced`, and where. */
function changes(run: Run, {steps}: Plan): string {
  const {uploaded, replaced, deleted, reordered, unchanged} = count(run)
  const of = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length
  const parts: readonly Change[] = [
    {number: of('create-version'), verb: 'create', thing: 'version'},
    {number: of('create-localization'), verb: 'create', thing: 'locale'},
    {number: uploaded - replaced, verb: 'upload'},
    {number: replaced, verb: 'replace'},
    {number: deleted, verb: 'delete'},
    {number: of('set-poster'), verb: 'set', thing: 'poster frame'},
    {number: reordered, verb: 'reorder', thing: 'set'},
  ]
  const done = parts
    .filter(({number}) => number > 0)
    .map(run.mode === 'plan' ? asOrder : asDeed)
    .join(', ')
  const locales = new Set(steps.flatMap(({locale}) => (locale === null ? [] : [locale]))).size
  const where = locales === 0 ? '' : ` in ${plural(locales, 'locale')}`
  return `${done}${where}${unchanged > 0 ? `, ${unchanged} unchanged` : ''}`
}

/** Without a thing it is about files. */
interface Change {
  readonly number: number
  readonly verb: 'create' | 'upload' | 'replace' | 'delete' | 'set' | 'reorder'
  readonly thing?: string
}

const PAST = {
  create: 'created',
  upload: 'uploaded',
  replace: 'replaced',
  delete: 'deleted',
  set: 'set',
  reorder: 'reordered',
} as const

function asOrder({number, verb, thing}: Change): string {
  return `${verb} ${thing === undefined ? number : plural(number, thing)}`
}

function asDeed({number, verb, thing}: Change): string {
  return `${thing === undefined ? number : plural(number, thing)} ${PAST[verb]}`
}

/** Writes, and the one look at each locale and medium that waiting and deleting take at the least. */
function requests({steps}: Plan): number {
  const looks = new Set(
    steps.flatMap((step) =>
      step.kind === 'upload' || (step.kind === 'delete' && step.cause !== 'dead')
        ? [`${step.locale} ${step.medium}`]
        : [],
    ),
  )
  return steps.reduce((sum, step) => sum + step.cost, looks.size)
}

function warningsOf({plan, waits, mode}: Run): readonly string[] {
  if (plan === null) return []
  const extras = plan.extras.length
  const isSending = mode === 'sync' && plan.steps.some((step) => step.kind === 'upload')
  return [
    ...(extras > 0
      ? [`The store also shows ${plural(extras, 'asset')} that no file stands for.`]
      : []),
    ...(plan.unclear.length > 0
      ? [
          `${plural(plan.unclear.length, 'asset')} ${plan.unclear.length === 1 ? 'stays' : 'stay'}: App Store Connect does not tell enough to delete safely.`,
        ]
      : []),
    ...(plan.undecided.length > 0
      ? [`Apple is still processing ${plural(plan.undecided.length, 'file')}.`]
      : []),
    ...(!waits && isSending ? ['Apple still has to process what was sent.'] : []),
  ]
}

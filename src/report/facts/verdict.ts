import {NOT_AS_APPROVED} from '../../core/approval/approved-plan.ts'
import {isError} from '../../core/diagnostic.ts'
import type {Plan, Settled} from '../../core/plan.ts'
import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import {diagnosticsOf} from './diagnostics.ts'
import type {RunDiagnostic} from './diagnostics.ts'
import {fatesOf, tallyOf} from './fates.ts'
import {numbersOf, sumOf} from './numbers.ts'
import {pulledWords} from './pulled.ts'
import {declaredIn, shelvesOf, textGroupsOf} from './views.ts'
import {carriedOut} from './counts.ts'
import {capitalised, sentence} from './words.ts'

/** How a run ended, in one line. */
export interface Verdict {
  /** `plan`: there is something to do, and nothing was done. */
  readonly level: 'success' | 'plan' | 'warning' | 'failure'
  /** One sentence or a few. May contain text from outside. */
  readonly sentence: string
  /** Set if it is a failure only because there is something to change. */
  readonly foundChanges?: true
}

export function verdictOf(run: Run): Verdict {
  const broken = failure(run)
  if (broken !== null) return {level: 'failure', sentence: broken}
  if (run.failOnChanges && run.mode === 'plan' && hasSteps(run)) {
    const found = `App Store Connect no longer matches the folder: ${numbersOf(run)}.`
    return {level: 'failure', sentence: found, foundChanges: true}
  }
  const warnings = warningsOf(run)
  const level = warnings.length > 0 ? 'warning' : 'success'
  // Where there is something to do, the numbers stand before them.
  const told = warnings.filter(({isNumber}) => !(isNumber && hasSteps(run)))
  return {
    level: run.mode === 'plan' && hasSteps(run) ? 'plan' : level,
    sentence: [outcome(run), ...told.map(({sentence: words}) => words)].join(' '),
  }
}

function failure(run: Run): string | null {
  const {problems, steps, failure: whole} = diagnosticsOf(run)
  if (whole !== null) return sentences(capitalised(whole.message), numbersIfSynced(run))
  const errors = problems.filter(isError)
  if (errors.length > 0) {
    const rest = writtenBefore(run)
    return errors.every(({code}) => code === NOT_AS_APPROVED)
      ? sentences(
          `The plan has changed since it was approved: ${plural(errors.length, 'difference')}`,
          capitalised(rest ?? ''),
        )
      : `${plural(errors.length, 'problem')} found${rest === null ? '' : `; ${rest}`}.`
  }
  return incompleteSentence(run, steps)
}

/** @param failedSteps - Those that send no file. */
function incompleteSentence(run: Run, failedSteps: readonly RunDiagnostic[]): string | null {
  const tallies = tallyOf(run)
  const {cards, texts, settings} = tallies
  const {files} = declaredIn(run)
  const failed = failedInFolder(run)
  const isLate = run.mode === 'sync' && run.waits && cards.processing > 0
  const isOpen = sumOf(tallies, 'not-done') > 0
  if (failed === 0 && failedSteps.length === 0 && !isLate && !(run.mode === 'sync' && isOpen))
    return null
  const others = failedSteps.length - texts.failed - settings.failed
  const also = others > 0 ? `, and ${plural(others, 'other step')}` : ''
  const what =
    failed > 0
      ? `${failed} of ${plural(files, 'file')} failed${also}`
      : failedSteps.length > 0
        ? stepsFailed(failedSteps)
        : isLate
          ? 'Apple did not finish processing in time'
          : 'Not everything was done'
  return sentences(what, numbersOf(run))
}

function stepsFailed(steps: readonly RunDiagnostic[]): string {
  const [first] = steps
  return steps.length === 1 && first !== undefined
    ? `Could not ${first.title}`
    : `${plural(steps.length, 'step')} failed`
}

/**
 * The number of files of the folder that failed, all or in part. What could not be removed is not in the folder, and a
 * file whose poster frame or position failed is in the store.
 */
function failedInFolder(run: Run): number {
  const {ofCard, ofText} = fatesOf(run)
  const fields = textGroupsOf(run).flatMap((group) => group.fields)
  const failed = fields.filter((field) => ofText(field) === 'failed')
  const cards = shelvesOf(run).flatMap((shelf) => shelf.cards)
  const pictures = cards.filter((card) => {
    const isFile = card.file !== null && card.state !== 'updated' && card.state !== 'reordered'
    return isFile && ofCard(card) === 'failed'
  })
  return pictures.length + new Set(failed.map(({file}) => file.path)).size
}

function numbersIfSynced(run: Run): string {
  return run.mode === 'sync' && run.results !== null ? numbersOf(run) : ''
}

/** What was written before a plan was refused: nothing, unless something had to be created to make the plan. */
function writtenBefore(run: Run): string | null {
  if (run.mode === 'pull' && run.pulled !== null) {
    const {length} = run.pulled.written
    return `${length === 0 ? 'nothing' : plural(length, 'file')} ${length > 1 ? 'were' : 'was'} written`
  }
  if (run.mode !== 'sync') return null
  const made = carriedOut(run).map(({subject}) => `the ${subject.noun}`)
  if (made.length === 0) return 'nothing was uploaded'
  return `only ${new Intl.ListFormat('en-GB').format(made)} ${made.length === 1 ? 'was' : 'were'} created`
}

function outcome(run: Run): string {
  const {mode, plan, version, waits, skipped, pulled} = run
  if (skipped !== null) return `Nothing to do: ${skipped}`
  if (pulled !== null) return pulledWords(pulled)
  const {files, locales, isInPlace} = declaredIn(run)
  if (mode === 'validate') {
    const where = locales === 0 ? '' : ` in ${plural(locales, 'locale')}`
    return `No problems found in ${plural(files, 'file')}${where}.`
  }
  if (plan === null || plan.steps.length === 0) {
    if (files === 0) return 'Nothing to do: the folder has nothing to compare.'
    if (!isInPlace) return 'Nothing to do for now.'
    return `Nothing to do: ${files === 1 ? 'the file is' : `all ${files} files are`} already in App Store Connect.`
  }
  const numbers = numbersOf(run)
  if (mode === 'plan') {
    const cost = plural(writesOf(plan), 'write request')
    return numbers === '' ? `Plan: ${cost}.` : `Plan: ${numbers}; ${cost}.`
  }
  const place = version === null ? 'App Store Connect' : `Version ${version.versionString}`
  return `${place} ${waits ? 'now matches' : 'has received'} the folder: ${numbers}.`
}

/** Requests that change something. */
function writesOf({steps}: Plan): number {
  return steps.reduce((sum, {cost}) => sum + cost.writes, 0)
}

/** What a reader should know although nothing failed. */
function warningsOf({plan, waits, mode}: Run): readonly Warning[] {
  if (plan === null) return []
  const numberOf = (wanted: Settled['state']) =>
    plan.settled.filter(({state}) => state === wanted).length
  const extras = numberOf('extra')
  const unclear = numberOf('unclear')
  const undecided = numberOf('undecided')
  const isSending = mode === 'sync' && plan.steps.some(({cost}) => cost.bytes > 0)
  return [
    ...(extras > 0
      ? [
          {
            sentence: `${plural(extras, 'asset')} in the store ${extras === 1 ? 'has' : 'have'} no matching file.`,
            isNumber: true,
          },
        ]
      : []),
    ...(unclear > 0
      ? [
          {
            sentence: `${plural(unclear, 'asset')} ${unclear === 1 ? 'stays' : 'stay'}, because App Store Connect does not say enough about ${unclear === 1 ? 'it' : 'them'} to delete safely.`,
            isNumber: false,
          },
        ]
      : []),
    ...(undecided > 0
      ? [{sentence: `Apple is still processing ${plural(undecided, 'file')}.`, isNumber: true}]
      : []),
    ...(!waits && isSending
      ? [{sentence: 'Apple still has to process what was uploaded.', isNumber: false}]
      : []),
  ]
}

interface Warning {
  readonly sentence: string
  /** Whether {@link numbersOf} says the same. */
  readonly isNumber: boolean
}

function hasSteps({plan}: Run): boolean {
  return plan !== null && plan.steps.length > 0
}

/** Joins sentences, each with a full stop. Empty ones are left out. */
function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ')
}

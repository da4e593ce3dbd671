import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import type {Action, Step} from '../../core/step.ts'
import {carriedOut} from './counts.ts'

/** In the order of the sentence, each in the imperative and in the past. */
const WORDS: Readonly<Record<Action, readonly [order: string, past: string]>> = {
  create: ['create', 'created'],
  upload: ['upload', 'uploaded'],
  replace: ['replace', 'replaced'],
  delete: ['delete', 'deleted'],
  update: ['set', 'set'],
  order: ['reorder', 'reordered'],
  submit: ['submit', 'submitted'],
}

/** These actions are about files and need no noun. */
const OF_FILES: ReadonlySet<Action> = new Set(['upload', 'replace', 'delete'])

/**
 * What a plan will do or has done, and where: `upload 12, replace 2 in 3 locales, 4 unchanged`, or `12 uploaded, 2
 * replaced`. Empty if nothing was done.
 */
export function changesOf(run: Run): string {
  const steps = carriedOut(run)
  if (steps.length === 0) return ''
  const parts = partsOf(steps).map(({action, noun, number}) => {
    const [order, past] = WORDS[action]
    const what = noun === null ? String(number) : plural(number, noun)
    return run.mode === 'plan' ? `${order} ${what}` : `${what} ${past}`
  })
  const locales = new Set(steps.flatMap(({subject: {locale}}) => (locale === null ? [] : [locale])))
    .size
  const where = locales === 0 ? '' : ` in ${plural(locales, 'locale')}`
  const unchanged = (run.plan?.settled ?? []).filter(({state}) => state === 'unchanged').length
  return `${parts.join(', ')}${where}${unchanged > 0 ? `, ${unchanged} unchanged` : ''}`
}

interface Part {
  readonly action: Action
  readonly noun: string | null
  readonly number: number
}

function partsOf(steps: readonly Step[]): readonly Part[] {
  // A new place shows nothing by itself, so it is only mentioned if nothing else is done.
  const seen = steps.filter(({action, subject}) => action !== 'create' || subject.name !== '')
  const groups = Map.groupBy(seen.length > 0 ? seen : steps, ({action, subject}) =>
    OF_FILES.has(action) ? action : `${action} ${subject.noun}`,
  )
  const parts = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const {action, subject} = first
    return [{action, noun: OF_FILES.has(action) ? null : subject.noun, number: group.length}]
  })
  const order = Object.keys(WORDS)
  return parts.toSorted((one, other) => order.indexOf(one.action) - order.indexOf(other.action))
}

import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import type {Action} from '../../core/step.ts'
import {carriedOut} from './counts.ts'
import {tallyOf} from './fates.ts'
import type {Fate, Tallies} from './fates.ts'
import {shelvesOf, textGroupsOf, textKindsOf} from './views.ts'

/** How numbers of pictures and videos read: `2 replaced`. */
export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  failed: 'failed',
  'not-done': 'not done',
  new: 'new',
  replaced: 'replaced',
  removed: 'removed',
  reordered: 'reordered',
  updated: 'updated',
  processing: 'still processing',
  extra: 'without a matching file',
  unchanged: 'unchanged',
  file: 'not compared',
}

/** The words of {@link numbersOf} that come before and after the texts. */
const BEFORE_TEXTS = ['new', 'replaced', 'removed', 'reordered', 'updated'] as const
const AFTER_TEXTS = ['not-done', 'processing', 'extra'] as const

/**
 * What a reader sees, in numbers: `1 new · 2 replaced · 1 removed · 14 unchanged`. Empty if there is nothing to count.
 * What failed is not in it, because the sentence before it says so.
 */
export function numbersOf(run: Run): string {
  const tallies = tallyOf(run)
  return [
    ...BEFORE_TEXTS.flatMap((fate) => partOf(fate, tallies.cards[fate])),
    ...textKindsOf(run).flatMap(({id, noun}) => {
      const {updated} = tallies[id]
      return updated > 0 ? [`${plural(updated, noun)} changed`] : []
    }),
    ...others(run),
    ...AFTER_TEXTS.flatMap((fate) => partOf(fate, sumOf(tallies, fate))),
    ...partOf('unchanged', sumOf(tallies, 'unchanged')),
  ].join(' · ')
}

/** Of cards, texts and settings together. */
export function sumOf({cards, texts, settings}: Tallies, fate: Fate): number {
  return cards[fate] + texts[fate] + settings[fate]
}

function partOf(fate: Fate, number: number): readonly string[] {
  return number > 0 ? [`${number} ${FATE_WORDS[fate]}`] : []
}

/**
 * What is done besides pictures and texts, and besides what they bring with them: `2 new locales`. A submission that
 * cannot be made yet costs nothing, and is none.
 */
function others(run: Run): readonly string[] {
  const groups = textGroupsOf(run)
  const shown = [...shelvesOf(run), ...groups.filter(({locale}) => locale === null)]
  const places = new Set(shown.map(({place}) => place))
  const texts = new Set(groups.flatMap(({fields}) => fields.flatMap(({steps}) => steps)))
  const steps = carriedOut(run).filter(
    ({id, subject, cost}) =>
      cost.writes > 0 && !texts.has(id) && !(subject.place !== null && places.has(subject.place)),
  )
  const same = Map.groupBy(steps, ({action, subject}) => `${action} ${subject.noun}`)
  return [...same.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const {action, subject} = first
    return action === 'create'
      ? [plural(group.length, `new ${subject.noun}`)]
      : [`${plural(group.length, subject.noun)} ${DONE[action]}`]
  })
}

const DONE: Readonly<Record<Exclude<Action, 'create'>, string>> = {
  upload: 'uploaded',
  replace: 'replaced',
  update: 'changed',
  delete: 'removed',
  order: 'reordered',
  submit: 'submitted',
}

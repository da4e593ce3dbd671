import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import type {Action} from '../../core/step.ts'
import {carriedOut} from './counts.ts'
import {tallyOf} from './fates.ts'
import type {Fate, Tallies, Tally} from './fates.ts'
import {shelvesOf, textGroupsOf} from './views.ts'

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
  const {cards, texts} = tallies
  const unchanged = cards.unchanged + texts.unchanged
  return [
    ...partsOf(cards, BEFORE_TEXTS),
    ...(texts.updated > 0 ? [`${plural(texts.updated, 'text')} changed`] : []),
    ...others(run),
    ...partsOf(both(tallies), AFTER_TEXTS),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
  ].join(' · ')
}

function both({cards, texts}: Tallies): Pick<Tally, (typeof AFTER_TEXTS)[number]> {
  return {
    'not-done': cards['not-done'] + texts['not-done'],
    processing: cards.processing + texts.processing,
    extra: cards.extra + texts.extra,
  }
}

function partsOf<Part extends Fate>(
  tally: Readonly<Record<Part, number>>,
  fates: readonly Part[],
): readonly string[] {
  return fates.flatMap((fate) => (tally[fate] > 0 ? [`${tally[fate]} ${FATE_WORDS[fate]}`] : []))
}

/** What is done besides pictures and texts, and besides what they bring with them: `2 new locales`. */
function others(run: Run): readonly string[] {
  const places = new Set(shelvesOf(run).map(({place}) => place))
  const texts = new Set(textGroupsOf(run).flatMap(({fields}) => fields.flatMap(({steps}) => steps)))
  const steps = carriedOut(run).filter(
    ({id, subject}) => !texts.has(id) && !(subject.place !== null && places.has(subject.place)),
  )
  const groups = Map.groupBy(steps, ({action, subject}) => `${action} ${subject.noun}`)
  return [...groups.values()].flatMap((group) => {
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

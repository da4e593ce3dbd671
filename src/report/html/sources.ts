import type {Run} from '../../core/run.ts'
import type {Card, Shelf} from '../../core/view.ts'
import type {Step} from '../../core/step.ts'
import {cardIds} from '../facts/card-ids.ts'
import {fatesOf, tallyOf} from '../facts/fates.ts'
import type {Fates, Tallies} from '../facts/fates.ts'
import {shelvesOf} from '../facts/views.ts'
import {primaryPictures} from './same-as-primary.ts'
import type {PrimaryPictures} from './same-as-primary.ts'

/** What the parts of the page look things up in. */
export interface Sources {
  readonly run: Run
  /** `data:` URLs of the files, by path. */
  readonly pictures: ReadonlyMap<string, string>
  readonly shelves: readonly Shelf[]
  readonly fates: Fates
  readonly tallies: Tallies
  readonly idOf: (card: Card) => string
  /** The steps of a shelf. */
  readonly stepsOf: (shelf: Shelf) => readonly Step[]
  readonly primary: PrimaryPictures
}

export function sourcesOf(run: Run, pictures: ReadonlyMap<string, string>): Sources {
  const shelves = shelvesOf(run)
  const ids = cardIds(run)
  const steps = Map.groupBy(run.plan?.steps ?? [], ({subject}) => subject.place)
  return {
    run,
    pictures,
    shelves,
    fates: fatesOf(run),
    tallies: tallyOf(run),
    idOf: (card) => ids.get(card) ?? '',
    stepsOf: ({place}) => steps.get(place) ?? [],
    primary: primaryPictures(shelves, run.app?.primaryLocale ?? null),
  }
}

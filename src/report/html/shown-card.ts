import type {Card, Shelf} from '../../core/view.ts'
import type {Fate} from '../facts/fates.ts'
import {storeId} from '../facts/store-id.ts'
import {shownNow} from '../facts/store-now.ts'
import {storePicture} from './picture.ts'
import type {Picture} from './picture.ts'
import type {Sources} from './sources.ts'

/** A picture or video with everything that the page shows of it. */
export interface ShownCard {
  readonly id: string
  readonly card: Card
  readonly shelf: Shelf
  readonly fate: Fate
  /** What the store showed before. Null if it does not change or did not exist. */
  readonly before: Picture | null
  /** Null if it is removed. */
  readonly after: Picture | null
  /** Whether the store still shows what should have been replaced. */
  readonly staysLive: boolean
  /** The language that has the same picture, or null. */
  readonly sameAs: string | null
}

export function shownCard(shelf: Shelf, card: Card, sources: Sources): ShownCard {
  const {run, fates, idOf, primary} = sources
  const fate = fates.ofCard(card)
  return {
    id: idOf(card),
    card,
    shelf,
    fate,
    before: card.before && storePicture(card.before, shelf.medium, run),
    after: pictureAfter(shelf, card, sources),
    staysLive: (fate === 'failed' || fate === 'not-done') && staysLive(shelf, card, sources),
    sameAs: primary.isSame(shelf, card) ? primary.language : null,
  }
}

function staysLive(shelf: Shelf, {before, file}: Card, {run, stepsOf}: Sources): boolean {
  if (before === null || file === null) return false
  return shownNow(shelf, stepsOf(shelf), run)?.some(({id}) => id === before.id) ?? false
}

function pictureAfter(
  {medium}: Shelf,
  {name, file, after}: Card,
  {run, pictures}: Sources,
): Picture | null {
  const id = storeId(after, run.results)
  if (file === null) return id === null ? null : storePicture({id, name}, medium, run)
  return {
    name,
    medium,
    pixels: file.pixels,
    embedded: pictures.get(file.path) ?? null,
    remote: run.pictures.get(id ?? '') ?? null,
  }
}

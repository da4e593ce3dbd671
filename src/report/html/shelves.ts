import type {Run} from '../../core/run.ts'
import type {Card, CardState, Shelf} from '../../core/view.ts'
import type {RunDiagnostic} from '../facts/diagnostics.ts'
import {storeId} from '../facts/store-id.ts'
import type {InlineDiagnostics} from './inline-diagnostics.ts'
import type {Kind} from './kinds.ts'
import type {Picture} from './picture.ts'

/** A shelf with everything that the page shows of it. */
export interface ShownShelf extends Omit<Shelf, 'cards'> {
  /** In the store's order. Cards that the store will not show come last. */
  readonly cards: readonly ShownCard[]
  /** About the shelf as a whole. */
  readonly diagnostics: readonly RunDiagnostic[]
}

export interface ShownCard {
  readonly kinds: readonly Kind[]
  /** From 1, or null if the store will not show it. */
  readonly position: number | null
  readonly name: string
  /** What the store showed before. Null if it does not change or did not exist. */
  readonly before: Picture | null
  /** Null if it is deleted. */
  readonly after: Picture | null
  readonly diagnostics: readonly RunDiagnostic[]
}

/** Where the pictures and diagnostics of a shelf come from. */
export interface Sources {
  readonly run: Run
  /** `data:` URLs of small pictures of the files, by path. */
  readonly thumbnails: ReadonlyMap<string, string>
  readonly inline: InlineDiagnostics
}

export function shownShelf(shelf: Shelf, sources: Sources): ShownShelf {
  const staying = shelf.cards.filter(({state}) => state !== 'deleted')
  const going = shelf.cards.filter(({state}) => state === 'deleted')
  return {
    ...shelf,
    cards: [
      ...staying.map((card, index) => shownCard(card, index + 1, shelf, sources)),
      ...refusedCards(shelf, sources),
      ...going.map((card) => shownCard(card, null, shelf, sources)),
    ],
    diagnostics: sources.inline.ofPlace(shelf.place, shelf.folder),
  }
}

function shownCard(
  card: Card,
  position: number | null,
  {medium}: Shelf,
  sources: Sources,
): ShownCard {
  const {name, state, file, before, steps} = card
  const diagnostics = sources.inline.ofFile(file?.path ?? null, steps)
  return {
    kinds: kindsOf(state, diagnostics),
    position,
    name,
    before: before && storePicture(before.id, before.name, medium, sources.run),
    after: pictureAfter(card, medium, sources),
    diagnostics,
  }
}

function pictureAfter(
  {name, file, after}: Card,
  medium: Shelf['medium'],
  {run, thumbnails}: Sources,
): Picture | null {
  const id = storeId(after, run.results)
  if (file === null) return id === null ? null : storePicture(id, name, medium, run)
  return {
    name,
    medium,
    pixels: file.pixels,
    embedded: thumbnails.get(file.path) ?? null,
    remote: run.pictures.get(id ?? '') ?? null,
  }
}

function kindsOf(state: CardState, diagnostics: readonly RunDiagnostic[]): readonly Kind[] {
  return diagnostics.length > 0 ? [state, 'problem'] : [state]
}

/** Files in the folder that cannot be on the shelf. */
function refusedCards({folder, cards, medium}: Shelf, {inline}: Sources): readonly ShownCard[] {
  const paths = inline.pathsIn(folder)
  if (paths.length === 0) return []
  const known = new Set(cards.map(({file}) => file?.path))
  return paths
    .filter((path) => !known.has(path))
    .map((path) => {
      const name = path.slice(folder.length + 1)
      return {
        kinds: ['problem'],
        position: null,
        name,
        before: null,
        after: {name, medium, pixels: null, embedded: null, remote: null},
        diagnostics: inline.ofFile(path, []),
      }
    })
}

/** A picture that App Store Connect has or had. */
function storePicture(
  id: string,
  name: string,
  medium: Shelf['medium'],
  {pictures, copies}: Run,
): Picture {
  const remote = pictures.get(id) ?? null
  return {
    name: `${name}, as App Store Connect has it`,
    medium,
    pixels: remote,
    embedded: copies.get(id) ?? null,
    remote,
  }
}

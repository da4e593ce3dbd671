import type {Plan} from '../../core/plan.ts'
import type {Card, Gallery, StoredCard} from '../../core/view.ts'
import {cardsOfPlace, fileShelf} from '../../places/view-place.ts'
import {matchPack} from './match-pack.ts'
import {filesOf, SECTION, storedPackOf} from './packs.ts'
import type {PackVersion, StoredPack, StoredPacks, WantedPack, WantedPacks} from './packs.ts'

export interface KnownPacks {
  readonly have: StoredPacks
  readonly plan: Plan
  /** The version that the run has sent, by asset pack ID. */
  readonly sent: ReadonlyMap<string, PackVersion>
}

/** The packs as rows. @param known - Null if the store was not read. */
export function viewPacks({folder, packs}: WantedPacks, known: KnownPacks | null): Gallery {
  const files = filesOf(packs)
  const cards = cardsOfPlace({name: SECTION, section: SECTION, files}, known?.plan ?? null)
  const notes = known === null ? new Map<string, string>() : notesOf(packs, known)
  const current = known === null ? new Map<string, StoredCard>() : currentFiles(packs, known.have)
  const others = known === null ? [] : othersIn(known.have, packs)
  return fileShelf({
    section: SECTION,
    title: 'Background assets',
    folder,
    cards: [...cards.map((card) => asShown(card, {notes, current})), ...others.map(otherCard)],
    before: known === null ? null : [...stillCurrent(packs, known), ...others.map(storedCardOf)],
  })
}

/** What the store says of each archive, by its path. */
function notesOf(
  packs: readonly WantedPack[],
  {have, sent}: KnownPacks,
): ReadonlyMap<string, string> {
  return new Map(
    packs.flatMap(({id, ...pack}) => {
      const match = matchPack({id, ...pack}, storedPackOf(id, have.packs)?.versions ?? [], true)
      const isThere = match.state === 'unchanged'
      const version = isThere ? match.version : (sent.get(id) ?? null)
      const words = [
        ...(isThere && match.isGuess ? [GUESSED] : []),
        ...(version?.state === 'complete' && version.isReadyForTesting ? [READY] : []),
      ]
      return words.length === 0 ? [] : [[pack.archive.path, words.join('; ')] as const]
    }),
  )
}

const READY = 'ready for internal testing'
const GUESSED = 'compared by name and size, because App Store Connect shows no checksum'

interface StoreFacts {
  readonly notes: ReadonlyMap<string, string>
  readonly current: ReadonlyMap<string, StoredCard>
}

/** A card with what the store says of it. A new version takes the place of the one before, which no step deletes. */
function asShown(card: Card, {notes, current}: StoreFacts): Card {
  const path = card.file?.path ?? ''
  const note = notes.get(path)
  const before = card.state === 'replaced' ? (current.get(path) ?? null) : card.before
  return {...card, before, ...(note === undefined ? {} : {note})}
}

function othersIn({packs}: StoredPacks, wanted: readonly WantedPack[]): readonly StoredPack[] {
  return packs.filter(({id, isArchived}) => !isArchived && wanted.every((pack) => pack.id !== id))
}

/** A pack that only the store has, and keeps: Apple deletes none. */
function otherCard({id, recordId}: StoredPack): Card {
  return {
    name: id,
    state: 'extra',
    file: null,
    after: {id: recordId},
    before: null,
    update: null,
    steps: [],
  }
}

function storedCardOf({id, recordId}: StoredPack): StoredCard {
  return {id: recordId, name: id}
}

/**
 * What testers have before the run, without what a new version has taken the place of: no step deletes that, so that the
 * report would take it for being there still.
 */
function stillCurrent(
  packs: readonly WantedPack[],
  {have, sent}: KnownPacks,
): readonly StoredCard[] {
  const kept = packs.filter(({id}) => sent.get(id)?.state !== 'complete')
  return [...currentFiles(kept, have).values()]
}

/** What testers have before the run, by the path of the file of the folder. */
function currentFiles(
  packs: readonly WantedPack[],
  have: StoredPacks,
): ReadonlyMap<string, StoredCard> {
  return new Map(
    packs.flatMap(({id, archive, manifest}) => {
      const versions = storedPackOf(id, have.packs)?.versions ?? []
      const current = versions.find(({state}) => state === 'complete')
      const pairs = [
        [manifest, current?.manifest ?? null],
        [archive, current?.archive ?? null],
      ] as const
      return pairs.flatMap(([file, stored]) =>
        file === null || stored === null
          ? []
          : [[file.path, {id: stored.id, name: stored.fileName}] as const],
      )
    }),
  )
}

import {picturesOf, setId} from '../listing.ts'
import type {ActualListing, ImageTemplate} from '../listing.ts'
import type {AssetReference} from '../../../core/plan.ts'

/**
 * What a run knows of Apple's ids: those it read, and those of what it makes. Steps name localizations and sets in
 * our terms and other steps' assets by step; this is where both become Apple's ids.
 */
export interface Ledger {
  readonly localizations: Map<string, string>
  /** By our own id of the set. */
  readonly sets: Map<string, string>
  /** By the id of the upload step. */
  readonly uploads: Map<string, string>
  /** Every asset that was there before the run, or that the run has made; anything else is a stranger. */
  readonly known: Set<string>
  /** Sets in which a reservation may exist whose answer was lost, with the names it may have. */
  readonly suspects: Map<string, Set<string>>
  /** Pictures of the assets, by Apple's id. */
  readonly images: Map<string, ImageTemplate>
}

export function openLedger(actual: ActualListing): Ledger {
  const sets = actual.localizations.flatMap(({locale, sets: all}) =>
    all.map((set) => ({ours: setId(locale, set.type), set})),
  )
  return {
    localizations: new Map(actual.localizations.map(({locale, id}) => [locale, id])),
    sets: new Map(sets.map(({ours, set}) => [ours, set.id])),
    uploads: new Map(),
    suspects: new Map(),
    images: new Map(picturesOf(sets.map(({set}) => set))),
    known: new Set(sets.flatMap(({set}) => set.assets.map((asset) => asset.id))),
  }
}

/** @throws if the step that makes it has not been done, which `needs` rules out. */
export function lookUp(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`${name} was planned, but never made.`)
  return id
}

export function resolve(ledger: Ledger, asset: AssetReference): string {
  return 'assetId' in asset ? asset.assetId : lookUp(ledger.uploads, asset.uploadStep)
}

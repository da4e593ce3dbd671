import {setId} from '../../sections/media/listing.ts'
import type {Extra, Step} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import {assetIds} from '../facts/asset-ids.ts'
import type {Note} from './notes.ts'

/** What the sets of a report are made of, each kind grouped once by what it is looked up by. */
export interface Material {
  readonly run: Run
  /** `data:` addresses of small pictures of the files, by path. */
  readonly thumbnails: ReadonlyMap<string, string>
  /** Apple's id of the asset that holds a file, by path. */
  readonly assets: ReadonlyMap<string, string>
  /** The place of each asset in the store before the run, by Apple's id. */
  readonly places: ReadonlyMap<string, number>
  /** By our own id of the set. */
  readonly steps: Lookup<Step>
  /** By our own id of the set. */
  readonly extras: Lookup<Extra>
  /** Paths. */
  readonly unchanged: ReadonlySet<string>
  /** Paths. */
  readonly undecided: ReadonlySet<string>
  readonly notes: {
    /** By the file, folder or step. */
    readonly about: Lookup<Note>
    /** By Apple's id of the asset. */
    readonly asset: Lookup<Note>
    /** By the folder that the file lies in. */
    readonly folder: Lookup<Note>
  }
}

/** All things that have a name in common, in their order; none for an unknown name. */
export type Lookup<Thing> = (name: string) => readonly Thing[]

/** @param thumbnails - `data:` addresses of small pictures of the files, by path. */
export function materialOf(
  run: Run,
  thumbnails: ReadonlyMap<string, string>,
  notes: readonly Note[],
): Material {
  const {plan, images} = run
  return {
    run,
    thumbnails,
    assets: assetIds(run),
    places: new Map([...images.keys()].map((assetId, index) => [assetId, index])),
    steps: lookup(plan?.steps ?? [], ({locale, type}) =>
      locale === null || type === null ? null : setId(locale, type),
    ),
    extras: lookup(plan?.extras ?? [], ({locale, type}) => setId(locale, type)),
    unchanged: new Set(plan?.unchanged.map(({path}) => path)),
    undecided: new Set(plan?.undecided.map(({path}) => path)),
    notes: {
      about: lookup(notes, ({about}) => about),
      asset: lookup(notes, ({assetId}) => assetId),
      folder: lookup(notes, ({about}) => about.slice(0, Math.max(0, about.lastIndexOf('/')))),
    },
  }
}

function lookup<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string | null,
): Lookup<Thing> {
  const groups = Map.groupBy(things, nameOf)
  return (name) => groups.get(name) ?? []
}

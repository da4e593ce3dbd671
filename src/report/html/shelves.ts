import {deviceName} from '../../sections/media/facts/display-types.ts'
import type {DesiredFile, DesiredSet, Medium} from '../../sections/media/listing.ts'
import type {Run} from '../../core/run.ts'
import {titleOf} from '../markdown/gallery.ts'
import {replacedBy} from '../facts/replaced-by.ts'
import type {Kind} from './kinds.ts'
import type {Material} from './material.ts'
import type {Note} from './notes.ts'
import type {Picture} from './picture.ts'

/** One set, as the store would show it. */
export interface Shelf {
  readonly locale: string
  readonly device: string
  readonly type: string
  readonly title: string
  /** In the store's order, and then what the store does not or no longer show. */
  readonly cards: readonly Card[]
  /** About the set as a whole. */
  readonly notes: readonly Note[]
}

/** One picture or video of a set. */
export interface Card {
  readonly kinds: readonly Kind[]
  /** From 1; null for what the store does not show. */
  readonly position: number | null
  readonly name: string
  /** What the store shows before; null where that does not change, and where there is nothing. */
  readonly before: Picture | null
  /** Null for what goes. */
  readonly after: Picture | null
  readonly notes: readonly Note[]
}

/** The sets of the folder, in its order. */
export function shelvesOf(material: Material): readonly Shelf[] {
  const {about} = material.notes
  return material.run.listing.sets.map((set) => {
    const shown = [...fileCards(set, material), ...extraCards(set, material)]
    const inStore = shown.map((card, index) => ({...card, position: index + 1}))
    return {
      locale: set.locale,
      device: deviceName(set.type),
      type: set.type,
      title: titleOf(set),
      cards: [...inStore, ...refusedCards(set, material), ...deletedCards(set, material)],
      notes: [...about(set.folder), ...about(set.id)],
    }
  })
}

function fileCards(set: DesiredSet, material: Material): readonly Card[] {
  const {run, thumbnails, assets, notes} = material
  const steps = material.steps(set.id)
  const uploads = steps.filter((step) => step.kind === 'upload')
  const sent = new Map(uploads.map((upload) => [upload.path, upload]))
  const posters = new Set(steps.map((step) => (step.kind === 'set-poster' ? step.path : null)))
  const staying = set.files.filter(({path}) => !sent.has(path))
  const moved = movedFiles(staying, material)

  const kindOf = (path: string): Kind => {
    const upload = sent.get(path)
    if (upload !== undefined) return upload.replaces ? 'replaced' : 'new'
    if (material.undecided.has(path)) return 'undecided'
    if (!material.unchanged.has(path)) return 'file'
    if (posters.has(path)) return 'poster'
    return moved.has(path) ? 'reordered' : 'unchanged'
  }
  return set.files.map((file) => {
    const upload = sent.get(file.path) ?? null
    const gone = upload === null ? null : replacedBy(upload, steps)
    const about = [...notes.about(file.path), ...(gone === null ? [] : notes.asset(gone.assetId))]
    return {
      kinds: kindsWith(kindOf(file.path), about),
      position: null,
      name: file.name,
      before: gone === null ? null : storePicture(set.medium, gone, run),
      after: {
        name: file.name,
        medium: set.medium,
        pixels: file.pixels,
        embedded: thumbnails.get(file.path) ?? null,
        remote: run.images.get(assets.get(file.path) ?? '') ?? null,
      },
      notes: about,
    }
  })
}

/** Those of a set's files that stand in another order than before: a file that comes or goes moves none of them. */
function movedFiles(
  staying: readonly DesiredFile[],
  {assets, places}: Material,
): ReadonlySet<string> {
  const kept = staying.flatMap(({path}) => {
    const place = places.get(assets.get(path) ?? '')
    return place === undefined ? [] : [{path, place}]
  })
  const before = kept.toSorted((one, other) => one.place - other.place)
  const differing = kept.filter(({path}, index) => path !== before[index]?.path)
  return new Set(differing.map(({path}) => path))
}

function extraCards(set: DesiredSet, {run, extras}: Material): readonly Card[] {
  return extras(set.id).map((extra) => ({
    kinds: ['extra'],
    position: null,
    name: extra.fileName,
    before: null,
    after: storePicture(set.medium, extra, run),
    notes: [],
  }))
}

/** Files that are in the folder and cannot be in the set. */
function refusedCards(set: DesiredSet, {notes}: Material): readonly Card[] {
  const known = new Set(set.files.map(({path}) => path))
  const within = notes.folder(set.folder).map(({about}) => about)
  const paths = new Set(within.filter((path) => !known.has(path)))
  return [...paths].map((path) => {
    const name = path.slice(set.folder.length + 1)
    return {
      kinds: ['problem'],
      position: null,
      name,
      before: null,
      after: {name, medium: set.medium, pixels: null, embedded: null, remote: null},
      notes: notes.about(path),
    }
  })
}

function deletedCards(set: DesiredSet, {run, steps, notes}: Material): readonly Card[] {
  const own = steps(set.id)
  const replaced = new Set(
    own.map((step) => (step.kind === 'upload' ? replacedBy(step, own) : null)),
  )
  return own
    .filter((step) => step.kind === 'delete')
    .filter((step) => !replaced.has(step))
    .map((step) => {
      const about = notes.asset(step.assetId)
      return {
        kinds: kindsWith('deleted', about),
        position: null,
        name: step.fileName,
        before: storePicture(set.medium, step, run),
        after: null,
        notes: about,
      }
    })
}

/** A picture that App Store Connect has or had. */
function storePicture(
  medium: Medium,
  {assetId, fileName}: {readonly assetId: string; readonly fileName: string},
  {images, keepsakes}: Run,
): Picture {
  const remote = images.get(assetId) ?? null
  return {
    name: `${fileName}, as App Store Connect has it`,
    medium,
    pixels: remote,
    embedded: keepsakes.get(assetId) ?? null,
    remote,
  }
}

function kindsWith(kind: Kind, notes: readonly Note[]): readonly Kind[] {
  return notes.length > 0 ? [kind, 'problem'] : [kind]
}

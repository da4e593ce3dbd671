import {deviceName} from '../../apple/display-types.ts'
import {setId} from '../../model/listing.ts'
import type {DesiredFile, DesiredSet, Medium} from '../../model/listing.ts'
import type {DeleteStep, Plan, UploadStep} from '../../model/plan.ts'
import type {Run} from '../../model/run.ts'
import {assetIds} from '../asset-ids.ts'
import {titleOf} from '../gallery.ts'
import {replacedBy} from '../replaced-by.ts'
import type {Kind} from './kinds.ts'
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

/** What a report is made of. */
export interface Material {
  readonly run: Run
  /** `data:` addresses of small pictures of the files, by path. */
  readonly thumbnails: ReadonlyMap<string, string>
  readonly notes: readonly Note[]
}

/** The sets of the folder, in its order. */
export function shelvesOf(material: Material): readonly Shelf[] {
  const assets = assetIds(material.run)
  return material.run.listing.sets.map((set) => {
    const shown = [...fileCards(set, assets, material), ...extraCards(set, material)]
    const inStore = shown.map((card, index) => ({...card, position: index + 1}))
    return {
      locale: set.locale,
      device: deviceName(set.type),
      type: set.type,
      title: titleOf(set),
      cards: [...inStore, ...refusedCards(set, material), ...deletedCards(set, material)],
      notes: material.notes.filter(({about}) => about === set.folder || about === set.id),
    }
  })
}

function fileCards(
  set: DesiredSet,
  assets: ReadonlyMap<string, string>,
  {run, thumbnails, notes}: Material,
): readonly Card[] {
  const {plan, images} = run
  const steps = plan?.steps ?? []
  const uploads = steps.filter(
    (step): step is UploadStep => step.kind === 'upload' && step.set === set.id,
  )
  const sent = new Map(uploads.map((upload) => [upload.path, upload]))
  const staying = set.files.filter(({path}) => !sent.has(path))
  const moved = movedFiles(staying, assets, run)
  return set.files.map((file) => {
    const upload = sent.get(file.path) ?? null
    const gone = upload === null ? null : replacedBy(upload, steps)
    const about = notes.filter((note) => note.about === file.path || isAbout(note, gone))
    const assetId = assets.get(file.path)
    return {
      kinds: kindsWith(kindOf(file, upload, plan, moved), about),
      position: null,
      name: file.name,
      before: gone === null ? null : storePicture(set.medium, gone, run),
      after: {
        name: file.name,
        medium: set.medium,
        pixels: file.pixels,
        embedded: thumbnails.get(file.path) ?? null,
        remote: (assetId === undefined ? null : images.get(assetId)) ?? null,
      },
      notes: about,
    }
  })
}

function kindOf(
  {path}: DesiredFile,
  upload: UploadStep | null,
  plan: Plan | null,
  moved: ReadonlySet<string>,
): Kind {
  if (upload !== null) return upload.replaces ? 'replaced' : 'new'
  if (plan?.undecided.some((file) => file.path === path) === true) return 'undecided'
  if (plan?.unchanged.some((file) => file.path === path) !== true) return 'file'
  if (plan.steps.some((step) => step.kind === 'set-poster' && step.path === path)) return 'poster'
  return moved.has(path) ? 'reordered' : 'unchanged'
}

/** Those of a set's files that stand in another order than before: a file that comes or goes moves none of them. */
function movedFiles(
  staying: readonly DesiredFile[],
  assets: ReadonlyMap<string, string>,
  {images}: Run,
): ReadonlySet<string> {
  const places = new Map([...images.keys()].map((assetId, index) => [assetId, index]))
  const kept = staying.flatMap(({path}) => {
    const place = places.get(assets.get(path) ?? '')
    return place === undefined ? [] : [{path, place}]
  })
  const before = kept.toSorted((one, other) => one.place - other.place)
  const differing = kept.filter(({path}, index) => path !== before[index]?.path)
  return new Set(differing.map(({path}) => path))
}

function extraCards(set: DesiredSet, {run}: Material): readonly Card[] {
  return (run.plan?.extras ?? [])
    .filter(({locale, type}) => setId(locale, type) === set.id)
    .map((extra) => ({
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
  const about = notes.filter((note) => isDirectlyIn(set.folder, note.about))
  const paths = new Set(about.map((note) => note.about).filter((path) => !known.has(path)))
  return [...paths].map((path) => {
    const name = path.slice(set.folder.length + 1)
    return {
      kinds: ['problem'],
      position: null,
      name,
      before: null,
      after: {name, medium: set.medium, pixels: null, embedded: null, remote: null},
      notes: about.filter((note) => note.about === path),
    }
  })
}

function deletedCards(set: DesiredSet, {run, notes}: Material): readonly Card[] {
  const steps = run.plan?.steps ?? []
  const replaced = new Set(
    steps.map((step) => (step.kind === 'upload' ? replacedBy(step, steps) : null)),
  )
  return steps
    .filter((step): step is DeleteStep => step.kind === 'delete' && step.set === set.id)
    .filter((step) => !replaced.has(step))
    .map((step) => {
      const about = notes.filter((note) => isAbout(note, step))
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

function isAbout(note: Note, step: DeleteStep | null): boolean {
  return step !== null && note.assetId === step.assetId
}

function isDirectlyIn(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/')
}

function kindsWith(kind: Kind, notes: readonly Note[]): readonly Kind[] {
  return notes.length > 0 ? [kind, 'problem'] : [kind]
}

import {deviceName} from '../../apple/display-types.ts'
import {nameKey, setId} from '../../model/listing.ts'
import type {DesiredFile, DesiredSet, ImageTemplate, Medium} from '../../model/listing.ts'
import type {DeleteStep, Plan, Step, UploadStep} from '../../model/plan.ts'
import type {Run} from '../../model/run.ts'
import type {Thumbnail, Thumbnails} from '../../model/thumbnail.ts'
import {titleOf} from '../gallery.ts'
import type {Kind} from './kinds.ts'
import type {Note} from './notes.ts'

/** One set, as the store would show it. */
export interface Shelf {
  readonly id: string
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
  readonly medium: Medium
  /** What the store shows now; null where there is nothing, or no picture of it. */
  readonly before: ImageTemplate | null
  /** Null where no file stands for it. */
  readonly after: Thumbnail | null
  readonly notes: readonly Note[]
}

/** What a report is made of beside the run itself. */
export interface Material {
  readonly run: Run
  readonly thumbnails: Thumbnails
  readonly notes: readonly Note[]
}

/** The sets of the folder, in its order. */
export function shelvesOf(material: Material): readonly Shelf[] {
  return material.run.listing.sets.map((set) => {
    const shown = [...fileCards(set, material), ...extraCards(set, material)]
    const inStore = shown.map((card, index) => ({...card, position: index + 1}))
    return {
      id: set.id,
      locale: set.locale,
      device: deviceName(set.type),
      type: set.type,
      title: titleOf(set),
      cards: [...inStore, ...refusedCards(set, material), ...deletedCards(set, material)],
      notes: material.notes.filter(({about}) => about === set.folder || about === set.id),
    }
  })
}

function fileCards(set: DesiredSet, {run, thumbnails, notes}: Material): readonly Card[] {
  const {plan} = run
  const moved = movedFiles(set, run)
  return set.files.map((file) => {
    const upload = plan?.steps.find((step) => isUploadOf(step, set, file)) ?? null
    const gone = upload === null ? null : replacedBy(upload, plan)
    const assetId = upload === null ? heldBy(file, plan) : (gone?.assetId ?? null)
    const about = notes.filter((note) => note.about === file.path || isAbout(note, gone))
    return {
      kinds: kindsWith(kindOf(file, upload, plan, moved), about),
      position: null,
      name: file.name,
      medium: set.medium,
      before: (assetId === null ? null : run.images.get(assetId)) ?? null,
      after: thumbnails.get(file.path) ?? NO_THUMBNAIL,
      notes: about,
    }
  })
}

function kindOf(
  file: DesiredFile,
  upload: UploadStep | null,
  plan: Plan | null,
  moved: ReadonlySet<string>,
): Kind {
  if (upload !== null) return upload.replaces ? 'replaced' : 'new'
  if (plan?.undecided.some(({path}) => path === file.path) === true) return 'undecided'
  if (plan?.unchanged.some(({path}) => path === file.path) !== true) return 'file'
  return moved.has(file.path) ? 'reordered' : 'unchanged'
}

/**
 * The files of a set that stand in another order than before, among those that stay: a file that comes or goes moves
 * nothing.
 */
function movedFiles(set: DesiredSet, {plan, images}: Run): ReadonlySet<string> {
  const places = new Map([...images.keys()].map((assetId, index) => [assetId, index]))
  const kept = set.files.flatMap((file) => {
    const assetId = heldBy(file, plan)
    const place = assetId === null ? undefined : places.get(assetId)
    return place === undefined ? [] : [{path: file.path, place}]
  })
  const before = kept.toSorted((one, other) => one.place - other.place)
  const differing = kept.filter(({path}, index) => path !== before[index]?.path)
  return new Set(differing.map(({path}) => path))
}

function extraCards(set: DesiredSet, {run}: Material): readonly Card[] {
  return (run.plan?.extras ?? [])
    .filter(({locale, type}) => setId(locale, type) === set.id)
    .map(({assetId, fileName}) => storeCard(set, run, {kind: 'extra', assetId, fileName}))
}

/** Files that are in the folder and cannot be in the set. */
function refusedCards(set: DesiredSet, {notes}: Material): readonly Card[] {
  const known = new Set(set.files.map(({path}) => path))
  const about = notes.filter((note) => isDirectlyIn(set.folder, note.about))
  const paths = new Set(about.map((note) => note.about).filter((path) => !known.has(path)))
  return [...paths].map((path) => ({
    kinds: ['problem'],
    position: null,
    name: path.slice(set.folder.length + 1),
    medium: set.medium,
    before: null,
    after: NO_THUMBNAIL,
    notes: about.filter((note) => note.about === path),
  }))
}

function deletedCards(set: DesiredSet, {run, notes}: Material): readonly Card[] {
  const steps = run.plan?.steps ?? []
  const replaced = new Set(
    steps.flatMap((step) =>
      step.kind === 'upload' ? (replacedBy(step, run.plan)?.assetId ?? []) : [],
    ),
  )
  return steps
    .filter((step): step is DeleteStep => step.kind === 'delete' && step.set === set.id)
    .filter(({assetId}) => !replaced.has(assetId))
    .map((step) => {
      const about = notes.filter((note) => isAbout(note, step))
      const card = storeCard(set, run, {...step, kind: 'deleted'})
      return {...card, kinds: kindsWith('deleted', about), notes: about}
    })
}

function storeCard(
  {medium}: DesiredSet,
  {images}: Run,
  {kind, assetId, fileName}: {kind: Kind; assetId: string; fileName: string},
): Card {
  const before = images.get(assetId) ?? null
  return {kinds: [kind], position: null, name: fileName, medium, before, after: null, notes: []}
}

function isUploadOf(step: Step, set: DesiredSet, file: DesiredFile): step is UploadStep {
  return step.kind === 'upload' && step.set === set.id && step.path === file.path
}

function replacedBy({set, fileName, replaces}: UploadStep, plan: Plan | null): DeleteStep | null {
  if (!replaces) return null
  const isOld = (step: Step): step is DeleteStep =>
    step.kind === 'delete' && step.set === set && nameKey(step.fileName) === nameKey(fileName)
  return plan?.steps.find(isOld) ?? null
}

function heldBy({path}: DesiredFile, plan: Plan | null): string | null {
  const files = [...(plan?.unchanged ?? []), ...(plan?.undecided ?? [])]
  return files.find((file) => file.path === path)?.assetId ?? null
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

const NO_THUMBNAIL: Thumbnail = {source: null, width: 0, height: 0}

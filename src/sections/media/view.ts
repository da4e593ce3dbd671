import type {Plan, Settled} from '../../core/plan.ts'
import type {Step} from '../../core/step.ts'
import type {Card, CardState, Gallery, Shelf} from '../../core/view.ts'
import {deviceName} from './facts/display-types.ts'
import {nameKey} from './listing.ts'
import type {ActualListing, DesiredFile, DesiredListing, DesiredSet} from './listing.ts'
import {isDeletion, isUpload, mediaDetailSchema} from './plan/detail.ts'
import type {DeleteStep, MediaStep, UploadStep} from './plan/detail.ts'

/** What is known besides the folder. */
interface Known {
  readonly have: ActualListing
  readonly plan: Plan
}

/** What happens in one place. */
interface PlaceFacts {
  readonly steps: readonly MediaStep[]
  readonly settled: readonly Settled[]
}

/**
 * Every set of the folder, as the store shows it after the run.
 *
 * @param known - Null if the store was not read. Then nothing is compared.
 */
export function viewMedia({sets}: DesiredListing, known: Known | null): readonly Gallery[] {
  const factsOf = groupByPlace(known?.plan ?? null)
  const positions = positionsOf(known?.have ?? null)
  return [
    {
      shape: 'gallery',
      shelves: sets.map((set) => shelfOf(set, factsOf(set.id), positions)),
    },
  ]
}

function groupByPlace(plan: Plan | null): (place: string) => PlaceFacts {
  const own = (plan?.steps ?? []).filter(({section}) => section === 'media').map(asMediaStep)
  const steps = Map.groupBy(own, ({subject}) => subject.place)
  const settled = Map.groupBy(
    (plan?.settled ?? []).filter(({section}) => section === 'media'),
    ({subject}) => subject.place,
  )
  return (place) => ({steps: steps.get(place) ?? [], settled: settled.get(place) ?? []})
}

function asMediaStep(step: Step): MediaStep {
  return {...step, detail: mediaDetailSchema.parse(step.detail)}
}

/** The position of each asset in its set, by Apple's id. */
function positionsOf(have: ActualListing | null): ReadonlyMap<string, number> {
  const sets = (have?.localizations ?? []).flatMap((localization) => localization.sets)
  return new Map(sets.flatMap(({assets}) => assets.map(({id}, index) => [id, index] as const)))
}

function shelfOf(
  set: DesiredSet,
  facts: PlaceFacts,
  positions: ReadonlyMap<string, number>,
): Shelf {
  const device = deviceName(set.type)
  const isVideo = set.medium === 'preview'
  const deletions = facts.steps.filter(isDeletion)
  const replaced = replacedBy(facts.steps.filter(isUpload), deletions)
  const taken = new Set(replaced.values())
  return {
    place: set.id,
    locale: set.locale,
    device,
    title: isVideo ? `${device} previews` : device,
    type: set.type,
    medium: isVideo ? 'video' : 'picture',
    folder: set.folder,
    cards: [
      ...fileCards(set, facts, {positions, replaced}),
      ...facts.settled.filter(({state}) => state === 'extra').map(extraCard),
      ...deletions.filter((step) => !taken.has(step)).map(deletedCard),
    ],
  }
}

/** The deletion of what each upload replaces, by the id of the upload. */
function replacedBy(
  uploads: readonly UploadStep[],
  deletions: readonly DeleteStep[],
): ReadonlyMap<string, DeleteStep> {
  const old = new Map<string, DeleteStep>()
  for (const step of deletions) {
    const key = nameKey(step.subject.name)
    if (step.detail.cause !== 'dead' && !old.has(key)) old.set(key, step)
  }
  return new Map(
    uploads.flatMap((step) => {
      const gone = old.get(nameKey(step.subject.name))
      return step.action !== 'replace' || gone === undefined ? [] : [[step.id, gone] as const]
    }),
  )
}

function fileCards(
  {files}: DesiredSet,
  {steps, settled}: PlaceFacts,
  {
    positions,
    replaced,
  }: {
    readonly positions: ReadonlyMap<string, number>
    readonly replaced: ReadonlyMap<string, DeleteStep>
  },
): readonly Card[] {
  const uploads = new Map(steps.filter(isUpload).map((step) => [step.detail.path, step]))
  const posters = new Map(
    steps.flatMap((step) =>
      step.detail.kind === 'poster' && step.subject.file !== null
        ? [[step.subject.file.path, step] as const]
        : [],
    ),
  )
  const placed = new Map(
    settled.flatMap((each) =>
      each.subject.file === null ? [] : [[each.subject.file.path, each] as const],
    ),
  )
  const moved = movedFiles(
    files.filter(({path}) => !uploads.has(path)),
    placed,
    positions,
  )
  const stateOf = (path: string): CardState => {
    const upload = uploads.get(path)
    if (upload !== undefined) return upload.action === 'replace' ? 'replaced' : 'new'
    const state = placed.get(path)?.state
    if (state === 'undecided') return 'undecided'
    if (state !== 'unchanged') return 'file'
    if (posters.has(path)) return 'updated'
    return moved.has(path) ? 'reordered' : 'unchanged'
  }
  return files.map(({path, name, pixels, content: {sha256}}) => {
    const upload = uploads.get(path)
    const gone = upload === undefined ? undefined : replaced.get(upload.id)
    const own = [upload, posters.get(path), gone].filter((step) => step !== undefined)
    const id = placed.get(path)?.resourceId ?? null
    return {
      name,
      state: stateOf(path),
      file: {path, pixels, sha256},
      after: upload === undefined ? (id === null ? null : {id}) : {step: upload.id},
      before: gone === undefined ? null : {id: gone.detail.assetId, name: gone.subject.name},
      steps: own.map((step) => step.id),
    }
  })
}

/** The files whose order has changed. A file that is added or removed does not move the others. */
function movedFiles(
  staying: readonly DesiredFile[],
  placed: ReadonlyMap<string, Settled>,
  positions: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const kept = staying.flatMap(({path}) => {
    const position = positions.get(placed.get(path)?.resourceId ?? '')
    return position === undefined ? [] : [{path, position}]
  })
  const before = kept.toSorted((one, other) => one.position - other.position)
  const differing = kept.filter(({path}, index) => path !== before[index]?.path)
  return new Set(differing.map(({path}) => path))
}

function extraCard({subject, resourceId}: Settled): Card {
  return {
    name: subject.name,
    state: 'extra',
    file: null,
    after: resourceId === null ? null : {id: resourceId},
    before: null,
    steps: [],
  }
}

function deletedCard({id, subject, detail}: DeleteStep): Card {
  return {
    name: subject.name,
    state: 'deleted',
    file: null,
    after: null,
    before: {id: detail.assetId, name: subject.name},
    steps: [id],
  }
}

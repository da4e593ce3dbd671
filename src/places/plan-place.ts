import type {Plan, Settled} from '../core/plan.ts'
import type {Policy} from '../core/policy.ts'
import type {Step} from '../core/step.ts'
import {hasContent, haveSameName} from '../transfer/stored-file.ts'
import type {StoredFile} from '../transfer/stored-file.ts'
import type {FileDetail} from './detail.ts'
import {matchFiles} from './match-files.ts'
import type {FileMatch} from './match-files.ts'
import type {Place, WantedFile} from './place.ts'
import {oldStays, unclear} from './place-diagnostics.ts'
import {deleteFileStep, subjectIn, uploadFileStep, uploadFileStepId} from './steps.ts'
import type {Needs} from './steps.ts'

/**
 * Plans a place without an order: what to upload, replace and delete so that it holds the files.
 *
 * Where there is room, a replaced file goes once the new one is complete, and what is pruned once every file is. A place
 * for one file has to be empty before Apple takes another, so there the old one goes first; if the upload fails then, the
 * next run heals it.
 *
 * @param needs - Ids of the steps that must be done before the place can be changed.
 */
export function planPlace(
  place: Place,
  policy: Pick<Policy, 'prune' | 'waits'>,
  needs: Needs,
): Plan {
  const match = matchFiles(place)
  const isProved = ([, {delivery}]: readonly [WantedFile, StoredFile]) =>
    delivery.state !== 'processing' || !policy.waits
  const matched = [...match.matched]
  const settled = [
    ...settledFiles(place, 'unchanged', matched.filter(isProved)),
    ...settledFiles(place, 'undecided', [
      ...matched.filter((pair) => !isProved(pair)),
      ...match.undecided,
    ]),
    ...settledRecords(place, 'extra', policy.prune ? [] : match.extras),
    ...settledRecords(place, 'unclear', match.unknown),
  ]
  const missing = place.files.filter(
    (file) => !match.matched.has(file) && !match.undecided.has(file),
  )
  const taken = place.holds === 'one' && missing.length > 0 ? match.unknown : []
  const diagnostics = match.unknown.map((record) => unclear(place, record, taken.includes(record)))
  if (taken.length > 0) return {steps: [], settled, diagnostics}

  const {steps, staying} = work(place, match, missing, {...policy, needs})
  const unknown = matched.filter(([, {delivery}]) => delivery.state === 'unknown')
  return {
    steps,
    settled: [...settled, ...settledRecords(place, 'unclear', unknown.length > 0 ? staying : [])],
    diagnostics: [
      ...diagnostics,
      ...oldStays(
        place,
        staying,
        unknown.map(([{name}]) => name),
      ),
    ],
  }
}

interface PlaceWork {
  readonly steps: readonly Step<FileDetail>[]
  /** What is deleted by a later run, because this one will not see every file complete. */
  readonly staying: readonly StoredFile[]
}

function work(
  place: Place,
  match: FileMatch,
  missing: readonly WantedFile[],
  {prune, waits, needs}: Pick<Policy, 'prune' | 'waits'> & {readonly needs: Needs},
): PlaceWork {
  const {dead, superseded, resumed} = match
  const pruned = prune ? match.extras : []
  const makesRoom = place.holds === 'one'
  const cleared = [
    ...dead.map((record) => deleteFileStep(place, record, 'dead', needs)),
    ...pruned
      .filter((record) => !hasContent(record))
      .map((record) => deleteFileStep(place, record, 'pruned', needs)),
  ]
  const room = makesRoom
    ? superseded.map((record) => deleteFileStep(place, record, 'superseded', needs))
    : []
  const ready = makesRoom ? [...needs, ...ids(cleared), ...ids(room)] : needs
  const uploads = missing.map((file) =>
    uploadFileStep(place, file, {
      replaced: superseded.find((record) => makesRoom || haveSameName(file, record)) ?? null,
      resumes: resumed.get(file)?.id ?? null,
      needs: ready,
    }),
  )
  const replaced = makesRoom ? [] : superseded
  const shown = pruned.filter(hasContent)
  const seesAll = isSettled(match) && (waits || uploads.length === 0)
  if (!seesAll) return {steps: [...cleared, ...room, ...uploads], staying: [...replaced, ...shown]}

  const successorsOf = (record: StoredFile) =>
    missing
      .filter((file) => haveSameName(file, record))
      .map((file) => uploadFileStepId(place.name, file))
  return {
    steps: [
      ...cleared,
      ...room,
      ...uploads,
      ...replaced.map((record) =>
        deleteFileStep(place, record, 'superseded', [...needs, ...successorsOf(record)]),
      ),
      ...shown.map((record) =>
        deleteFileStep(place, record, 'pruned', [...needs, ...ids(uploads)]),
      ),
    ],
    staying: [],
  }
}

/** Whether every file that the store has is complete, so that nothing else is needed in its place. */
function isSettled({matched, undecided}: FileMatch): boolean {
  return (
    undecided.size === 0 &&
    [...matched.values()].every(({delivery}) => delivery.state === 'complete')
  )
}

function settledFiles(
  place: Place,
  state: Settled['state'],
  pairs: readonly (readonly [WantedFile, StoredFile])[],
): readonly Settled[] {
  return pairs.map(([{name, path}, {id}]) => ({
    section: place.section,
    state,
    subject: {...subjectIn(place, name), file: {path}},
    resourceId: id,
  }))
}

function settledRecords(
  place: Place,
  state: Settled['state'],
  records: readonly StoredFile[],
): readonly Settled[] {
  return records.map(({fileName, id}) => ({
    section: place.section,
    state,
    subject: subjectIn(place, fileName),
    resourceId: id,
  }))
}

function ids(steps: readonly Step[]): readonly string[] {
  return steps.map(({id}) => id)
}

import {nameKey} from '../../../transfer/stored-file.ts'
import type {ActualAsset, DesiredFile, DesiredSet} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import type {DeleteStep, UploadStep} from './detail.ts'
import {isDeletion, isUpload} from './detail.ts'
import {planRounds} from './plan-rounds.ts'
import type {SetMatch} from './match-set.ts'
import {deleteStep, uploadStep} from './steps.ts'
import type {Needs} from '../../../places/steps.ts'

/** Assets to delete, because a file replaces them or because they have no matching file. */
interface Removable {
  readonly superseded: readonly ActualAsset[]
  readonly pruned: readonly ActualAsset[]
}

interface UploadPlan {
  readonly steps: readonly (DeleteStep | UploadStep)[]
  /** The removable assets that these steps do not delete, and whether files are sent at all. */
  readonly left: Removable & {readonly sends: boolean}
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Turns the files that the store lacks into upload steps in file order, with the deletions that a full set
 * needs before them.
 *
 * Without waiting only the first round is planned: the second would delete what the store still shows.
 */
export function planUploads(
  set: DesiredSet,
  match: SetMatch,
  removable: Removable,
  {free, maximum, waits, needs}: {free: number; maximum: number; waits: boolean; needs: Needs},
): UploadPlan {
  const missing = set.files.filter((file) => !match.matched.has(file) && !match.undecided.has(file))
  const rounds = planRounds({
    ...removable,
    uploads: missing.filter((file) => !match.resumed.has(file)),
    free,
    maximum,
  })
  const planned = waits ? rounds : rounds.slice(0, 1)
  const replaced = new Map(match.superseded.map((asset) => [nameKey(asset.fileName), asset]))
  const send = (file: DesiredFile, ready: Needs) =>
    uploadStep(set, file, {
      replaced: replaced.get(nameKey(file.name)) ?? null,
      resumes: match.resumed.get(file)?.id ?? null,
      needs: ready,
    })

  const steps: (DeleteStep | UploadStep)[] = []
  let ready = needs
  for (const [index, round] of planned.entries()) {
    const room = round.room.map((asset) => deleteStep(set, asset, 'room', ready))
    const files = index === 0 ? withResumed(set, match, round.uploads) : round.uploads
    const roomMade = [...ready, ...room.map((step) => step.id)]
    const uploads = files.map((file) => send(file, roomMade))
    steps.push(...room, ...uploads)
    ready = [...ready, ...room.map((step) => step.id), ...uploads.map((step) => step.id)]
  }
  if (planned.length === 0) {
    steps.push(...withResumed(set, match, []).map((file) => send(file, needs)))
  }

  const gone = new Set(steps.filter(isDeletion).map(({detail}) => detail.assetId))
  const late = rounds.slice(planned.length).flatMap((round) => round.uploads)
  return {
    steps,
    left: {
      superseded: removable.superseded.filter((asset) => !gone.has(asset.id)),
      pruned: removable.pruned.filter((asset) => !gone.has(asset.id)),
      sends: steps.some(isUpload),
    },
    diagnostics: [...roomNotes(set, planned), ...lateWarnings(set, late)],
  }
}

/** Files with an open reservation already have a place. They are sent with the first round, in file order. */
function withResumed(
  set: DesiredSet,
  match: SetMatch,
  uploads: readonly DesiredFile[],
): readonly DesiredFile[] {
  const first = new Set([...uploads, ...match.resumed.keys()])
  return set.files.filter((file) => first.has(file))
}

function roomNotes(
  {id}: DesiredSet,
  rounds: readonly {room: readonly ActualAsset[]}[],
): readonly Diagnostic[] {
  const names = rounds.flatMap((round) => round.room).map((asset) => asset.fileName)
  if (names.length === 0) return []
  const what = `is full: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} deleted before Apple has processed the new files`
  return [{severity: 'warning', code: 'room-is-made', what, next: '', about: {place: id}}]
}

function lateWarnings({id}: DesiredSet, late: readonly DesiredFile[]): readonly Diagnostic[] {
  if (late.length === 0) return []
  const names = late.map((file) => file.name).join(', ')
  const what = `is full: ${names} must wait until Apple has processed the other files; the next run uploads ${late.length === 1 ? 'it' : 'them'}`
  return [{severity: 'warning', code: 'sent-later', what, next: '', about: {place: id}}]
}

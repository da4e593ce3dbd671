import {nameKey} from '../listing.ts'
import type {ActualAsset, DesiredFile, DesiredSet} from '../listing.ts'
import type {DeleteStep, UploadStep} from '../../../core/plan.ts'
import {planRounds} from './make-room.ts'
import type {SetMatch} from './match-set.ts'
import {deletion, upload} from './steps.ts'
import type {Needs} from './steps.ts'

/** Assets that have to go, because a file took their name or because nothing stands for them. */
interface Outgoing {
  readonly superseded: readonly ActualAsset[]
  readonly pruned: readonly ActualAsset[]
}

interface UploadPlan {
  readonly steps: readonly (DeleteStep | UploadStep)[]
  /** What of the outgoing did not have to make room, and whether files are sent at all. */
  readonly left: Outgoing & {readonly sends: boolean}
  readonly notes: readonly string[]
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
  outgoing: Outgoing,
  {free, maximum, waits, needs}: {free: number; maximum: number; waits: boolean; needs: Needs},
): UploadPlan {
  const missing = set.files.filter((file) => !match.matched.has(file) && !match.undecided.has(file))
  const rounds = planRounds({
    ...outgoing,
    uploads: missing.filter((file) => !match.resumed.has(file)),
    free,
    maximum,
  })
  const planned = waits ? rounds : rounds.slice(0, 1)
  const replaced = new Map(match.superseded.map((asset) => [nameKey(asset.fileName), asset]))
  const send = (file: DesiredFile, ready: Needs) =>
    upload(set, file, {
      replaced: replaced.get(nameKey(file.name)) ?? null,
      resumes: match.resumed.get(file)?.id ?? null,
      needs: ready,
    })

  const steps: (DeleteStep | UploadStep)[] = []
  let ready = needs
  for (const [index, round] of planned.entries()) {
    const room = round.room.map((asset) => deletion(set, asset, 'room', ready))
    const files = index === 0 ? withResumed(set, match, round.uploads) : round.uploads
    const roomMade = [...ready, ...room.map((step) => step.id)]
    const uploads = files.map((file) => send(file, roomMade))
    steps.push(...room, ...uploads)
    ready = [...ready, ...room.map((step) => step.id), ...uploads.map((step) => step.id)]
  }
  if (planned.length === 0) {
    steps.push(...withResumed(set, match, []).map((file) => send(file, needs)))
  }

  const gone = new Set(steps.map((step) => (step.kind === 'delete' ? step.assetId : null)))
  const late = rounds.slice(planned.length).flatMap((round) => round.uploads)
  return {
    steps,
    left: {
      superseded: outgoing.superseded.filter((asset) => !gone.has(asset.id)),
      pruned: outgoing.pruned.filter((asset) => !gone.has(asset.id)),
      sends: steps.some((step) => step.kind === 'upload'),
    },
    notes: [...roomNotes(set, planned), ...lateNotes(set, late)],
  }
}

/** Files with an open reservation have their place already; they go in file order with the first round. */
function withResumed(
  set: DesiredSet,
  match: SetMatch,
  uploads: readonly DesiredFile[],
): readonly DesiredFile[] {
  const first = new Set([...uploads, ...match.resumed.keys()])
  return set.files.filter((file) => first.has(file))
}

function roomNotes(
  set: DesiredSet,
  rounds: readonly {room: readonly ActualAsset[]}[],
): readonly string[] {
  const names = rounds.flatMap((round) => round.room).map((asset) => asset.fileName)
  if (names.length === 0) return []
  return [
    `${set.id} is full: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} deleted before the new files are complete.`,
  ]
}

function lateNotes(set: DesiredSet, late: readonly DesiredFile[]): readonly string[] {
  if (late.length === 0) return []
  const names = late.map((file) => file.name).join(', ')
  return [
    `${set.id} is full: ${names} must wait until Apple has processed the files before; the next run sends the rest.`,
  ]
}

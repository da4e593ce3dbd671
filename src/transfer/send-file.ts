import {stat} from 'node:fs/promises'
import path from 'node:path'

import pLimit from 'p-limit'
import type {LimitFunction} from 'p-limit'

import type {UploadResource} from '../apple/upload-resources.ts'
import type {Client} from '../connect/client.ts'
import {ReservationExpiredError} from '../connect/errors.ts'
import {explain} from '../core/explain.ts'
import {hasChecksum, readDelivery} from './asset.ts'
import type {AssetResource} from './asset.ts'
import type {LostReservations} from './lost-reservations.ts'
import {commit, deleteAsset, readReservation, reserve} from './requests.ts'
import type {Hashes} from './requests.ts'
import {ReservationError, readParts} from './reservation.ts'
import type {Store} from './store.ts'
import {FileChangedError} from './upload-part.ts'
import type {UploadPart} from './upload-part.ts'

/** A file on its way to Apple. */
export interface OutgoingFile {
  readonly resource: UploadResource
  /** Apple's id of what the file belongs to. Null if its kind has no parent. */
  readonly parent: string | null
  /** Our own name of the parent. Its reservations are made one at a time, in the order of the calls. */
  readonly place: string
  /** Relative to the workspace. */
  readonly path: string
  /** The name in App Store Connect. */
  readonly fileName: string
  readonly mimeType: string
  readonly content: Hashes & {
    /** In bytes. */
    readonly size: number
  }
  /** Apple's id of an open reservation to fill, or null to make a new one. */
  readonly resumes: string | null
  /** Looks for a reservation of the file whose answer was lost. @returns its Apple id. */
  readonly findLostReservation: () => Promise<string | null>
}

export interface SendFileOptions extends Store {
  readonly lostReservations: LostReservations
  /** Absolute; the paths of the files are relative to it. */
  readonly workspace: string
  /**
   * When the run began, in milliseconds since 1970. A file with a later modification time has changed during the run.
   */
  readonly startedAt: number
}

/** Enough files between reservation and commit to keep both the API and the upload hosts busy. */
const FILES_AHEAD = 10

interface OpenReservation {
  readonly id: string
  readonly parts: readonly UploadPart[]
  /** The parts that have arrived, by {@link rangeOf}. */
  readonly arrived: Set<string>
}

/**
 * Returns a function that uploads a file: reserve, send the parts, commit. Reservations of one place are made one at
 * a time, in the order of the calls, because that order becomes the order in the store.
 *
 * The function returns Apple's id of the committed asset, which Apple has not accepted yet.
 */
export function createSendFile({
  client,
  upload,
  concurrency,
  lostReservations,
  workspace,
  startedAt,
  signal,
  tell,
}: SendFileOptions): (file: OutgoingFile) => Promise<string> {
  const turns = new Map<string, LimitFunction>()
  const slots = pLimit(concurrency + FILES_AHEAD)

  const inTurn = <T>(place: string, reserveNext: () => Promise<T>): Promise<T> => {
    const turn = turns.get(place) ?? pLimit(1)
    turns.set(place, turn)
    return turn(reserveNext)
  }
  /** Waits for a free slot among the files in flight. @returns a function that releases it. */
  const takeSlot = () =>
    new Promise<() => void>((taken) => {
      void slots(() => new Promise<void>((done) => taken(done)))
    })

  const readLostReservation = async ({resource, findLostReservation}: OutgoingFile) => {
    const id = await findLostReservation()
    return id === null ? null : readReservation(client, resource, id)
  }
  /**
   * Removes a reservation that will not be filled, because it takes up a place. A cancelled run leaves it to the next
   * one, and so does a run that cannot delete it.
   */
  const abandon = async ({resource, path: file}: OutgoingFile, id: string): Promise<void> => {
    if (signal.aborted || !resource.isDeletable) return
    await deleteAsset(client, resource, id).catch((error: unknown) => {
      tell(
        `Could not remove the unfinished upload of ${file}; the next run will. ${explain(error).what}`,
      )
    })
  }
  const reserveAnew = async (file: OutgoingFile): Promise<OpenReservation> => {
    const {resource, parent, fileName, content, mimeType} = file
    const reservation = {resource, parent, fileName, fileSize: content.size, mimeType}
    const made = await reserve(client, reservation, () => readLostReservation(file))
    lostReservations.markKnown(made.id)
    try {
      return openReservationOf(client, file, made)
    } catch (error) {
      await abandon(file, made.id)
      throw error
    }
  }
  const adopt = async (file: OutgoingFile, id: string): Promise<OpenReservation> => {
    try {
      return openReservationOf(client, file, await readReservation(client, file.resource, id))
    } catch (error) {
      if (!(error instanceof ReservationError && file.resource.isDeletable)) throw error
      await deleteAsset(client, file.resource, id)
      return reserveAnew(file)
    }
  }
  const fill = async (
    file: OutgoingFile,
    {id, parts, arrived}: OpenReservation,
  ): Promise<string> => {
    const local = path.join(workspace, file.path)
    const missing = parts.filter((part) => !arrived.has(rangeOf(part)))
    await sendAll(missing, concurrency, async (part) => {
      await upload(local, part)
      arrived.add(rangeOf(part))
    })
    await mustBeUnchanged(local, file.content.size, startedAt)
    await commit(client, file.resource, id, file.content)
    return id
  }
  /**
   * A refused part or commit may mean that the file is already committed: by a request whose answer was lost, or by
   * another run.
   */
  const isCommitted = async ({resource}: OutgoingFile, {id}: OpenReservation): Promise<boolean> => {
    if (signal.aborted) return false
    const asset = await readReservation(client, resource, id).catch(() => null)
    if (asset === null) return false
    const attributes = asset.attributes ?? {}
    const {delivery} = readDelivery(resource, attributes)
    return hasChecksum(attributes) || (delivery.state !== 'open' && delivery.state !== 'unknown')
  }
  const fillOrAbandon = async (file: OutgoingFile, open: OpenReservation): Promise<string> => {
    try {
      return await fill(file, open)
    } catch (error) {
      if (await isCommitted(file, open)) return open.id
      await abandon(file, open.id)
      throw error
    }
  }

  /** The upload host refuses a part, as it does once a URL has expired. */
  const startAgain = async (file: OutgoingFile, open: OpenReservation) => {
    if (file.resource.isDeletable) {
      tell(`Apple's upload host refused ${file.path}: starting this upload again.`)
      return reserveAnew(file)
    }
    // There is no other reservation to be had, but its parts get new URLs. Those that have arrived stay there.
    tell(`Apple's upload host refused a part of ${file.path}: sending the rest again.`)
    const again = openReservationOf(
      client,
      file,
      await readReservation(client, file.resource, open.id),
    )
    return {...again, arrived: open.arrived}
  }

  /**
   * A reservation is made anew once. One that cannot be made anew gets new URLs as long as each set of them brings parts
   * to Apple: those of a large archive expire many times before the last part is sent.
   */
  const fillUntilSent = async (file: OutgoingFile, first: OpenReservation): Promise<string> => {
    let open = first
    for (let turn = 0; ; turn += 1) {
      const before = open.arrived.size
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        return await fillOrAbandon(file, open)
      } catch (error) {
        const hasProgress = !file.resource.isDeletable && open.arrived.size > before
        const mayGoOn = turn === 0 || hasProgress
        if (!(error instanceof ReservationExpiredError && mayGoOn)) throw error
        // oxlint-disable-next-line no-await-in-loop
        open = await startAgain(file, open)
      }
    }
  }

  return async (file) => {
    const {open, releaseSlot} = await inTurn(file.place, async () => {
      const release = await takeSlot()
      try {
        signal.throwIfAborted()
        const reservation =
          file.resumes === null ? await reserveAnew(file) : await adopt(file, file.resumes)
        return {open: reservation, releaseSlot: release}
      } catch (error) {
        release()
        throw error
      }
    })
    try {
      return await fillUntilSent(file, open)
    } finally {
      releaseSlot()
    }
  }
}

/**
 * Sends parts, some at a time. Once one fails, no other is begun, and those under way are waited for: what follows must
 * not compete with them.
 *
 * @throws what the first one threw that failed.
 */
async function sendAll(
  parts: readonly UploadPart[],
  concurrency: number,
  send: (part: UploadPart) => Promise<void>,
): Promise<void> {
  const limit = pLimit(concurrency)
  const failures: unknown[] = []
  const sendNext = async (part: UploadPart) => {
    if (failures.length > 0) return
    await send(part).catch((error: unknown) => failures.push(error))
  }
  await Promise.all(parts.map((part) => limit(sendNext, part)))
  if (failures.length > 0) throw failures[0]
}

/** The bytes of a part, whatever URL takes them. */
function rangeOf({offset, length}: UploadPart): string {
  return `${offset}+${length}`
}

function openReservationOf(
  {isLocal}: Client,
  {content}: OutgoingFile,
  {id, attributes}: AssetResource,
): OpenReservation {
  const parts = readParts(attributes?.uploadOperations, {size: content.size, allowLocal: isLocal})
  return {id, parts, arrived: new Set()}
}

/** @throws {FileChangedError} if the file is no longer the one that was read and hashed. */
async function mustBeUnchanged(file: string, size: number, startedAt: number): Promise<void> {
  const now = await stat(file).catch((cause: unknown) => {
    throw new FileChangedError({cause})
  })
  const changedDuringRun = now.mtimeMs >= startedAt && now.mtimeMs <= Date.now()
  if (now.size !== size || changedDuringRun) throw new FileChangedError()
}

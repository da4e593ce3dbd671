import {stat} from 'node:fs/promises'
import path from 'node:path'

import pLimit from 'p-limit'
import type {LimitFunction} from 'p-limit'

import type {Client} from '../connect/client.ts'
import {ReservationExpiredError} from '../connect/errors.ts'
import {FileChangedError} from './upload-part.ts'
import type {Part, Uploader} from './upload-part.ts'
import {nameKey} from '../sections/media/listing.ts'
import type {UploadStep} from '../core/plan.ts'
import {failureOf} from '../core/explain.ts'
import {readAsset} from '../sections/media/sets/asset.ts'
import type {AssetResource} from '../sections/media/sets/asset.ts'
import {lookUp} from '../sections/media/sets/ledger.ts'
import type {Ledger} from '../sections/media/sets/ledger.ts'
import {readAssets} from '../sections/media/sets/read-sets.ts'
import {ReservationError, readParts} from './reservation.ts'
import {commit, deleteAsset, readReservation, reserve} from '../sections/media/sets/writes.ts'

export interface SendFileOptions {
  readonly client: Client
  readonly upload: Uploader
  readonly ledger: Ledger
  /** Absolute; the paths of the steps are relative to it. */
  readonly workspace: string
  /** Files that are between reservation and commit at any moment. */
  readonly filesInFlight: number
  /** When the run began, in milliseconds since 1970: files that are younger changed under it. */
  readonly startedAt: number
  readonly signal: AbortSignal
  readonly tell: (message: string) => void
}

interface Open {
  readonly id: string
  readonly parts: readonly Part[]
}

/**
 * Makes the function that brings a file to Apple: reserve, send the parts, commit. Reservations of one set are made one
 * after the other in the order of the calls, because that order becomes the order in the store.
 *
 * @returns Apple's id of the committed asset, which Apple has not accepted yet.
 */
export function createSendFile({
  client,
  upload,
  ledger,
  workspace,
  filesInFlight,
  startedAt,
  signal,
  tell,
}: SendFileOptions): (step: UploadStep) => Promise<string> {
  const turns = new Map<string, LimitFunction>()
  const slots = pLimit(filesInFlight)

  const inTurn = <T>(set: string, reserveNext: () => Promise<T>): Promise<T> => {
    const turn = turns.get(set) ?? pLimit(1)
    turns.set(set, turn)
    return turn(reserveNext)
  }
  /** Waits for a free place among the files in flight. @returns what gives the place back. */
  const takeSlot = () =>
    new Promise<() => void>((taken) => {
      void slots(() => new Promise<void>((done) => taken(done)))
    })

  const findLost = async (step: UploadStep, set: string): Promise<AssetResource | null> => {
    const suspects = ledger.suspects.get(step.set) ?? new Set()
    ledger.suspects.set(step.set, suspects.add(nameKey(step.fileName)))
    const assets = await readAssets(client, set, step.medium)
    const lost = assets.find(
      (asset) =>
        asset.delivery.state === 'open' &&
        !ledger.known.has(asset.id) &&
        nameKey(asset.fileName) === nameKey(step.fileName) &&
        asset.fileSize === step.content.size,
    )
    return lost === undefined ? null : readReservation(client, step.medium, lost.id)
  }
  /** A reservation that will not be filled holds a place in the set; a cancelled run leaves it to the next one. */
  const abandon = async (step: UploadStep, id: string): Promise<void> => {
    if (signal.aborted) return
    await deleteAsset(client, step.medium, id).catch((error: unknown) => {
      tell(
        `The reservation of ${step.path} could not be removed; the next run does it. ${failureOf(error).message}`,
      )
    })
  }
  const reserveAnew = async (step: UploadStep): Promise<Open> => {
    const set = lookUp(ledger.sets, step.set)
    const made = await reserve(
      client,
      {
        medium: step.medium,
        set,
        fileName: step.fileName,
        fileSize: step.content.size,
        mimeType: step.mimeType,
      },
      () => findLost(step, set),
    )
    ledger.known.add(made.id)
    try {
      return asOpen(client, step, made)
    } catch (error) {
      await abandon(step, made.id)
      throw error
    }
  }
  const adopt = async (step: UploadStep, id: string): Promise<Open> => {
    try {
      return asOpen(client, step, await readReservation(client, step.medium, id))
    } catch (error) {
      if (!(error instanceof ReservationError)) throw error
      await deleteAsset(client, step.medium, id)
      return reserveAnew(step)
    }
  }
  const fill = async (step: UploadStep, {id, parts}: Open): Promise<string> => {
    const file = path.join(workspace, step.path)
    await Promise.all(parts.map((part) => upload(file, part)))
    await mustBeUntouched(file, step.content.size, startedAt)
    await commit(client, step.medium, id, step.content.md5)
    return id
  }
  /** A refused part or commit may mean that it has been committed: by a request whose answer was lost, or another run. */
  const isCommitted = async ({medium}: UploadStep, {id}: Open): Promise<boolean> => {
    if (signal.aborted) return false
    const asset = await readReservation(client, medium, id).catch(() => null)
    if (asset === null) return false
    const {delivery, md5} = readAsset(medium, asset)
    // Apple shows the checksum from the commit on, whatever it says of the state.
    return md5 !== null || (delivery.state !== 'open' && delivery.state !== 'unknown')
  }
  const fillOrAbandon = async (step: UploadStep, open: Open): Promise<string> => {
    try {
      return await fill(step, open)
    } catch (error) {
      if (await isCommitted(step, open)) return open.id
      await abandon(step, open.id)
      throw error
    }
  }

  return async (step) => {
    const {open, giveBack} = await inTurn(step.set, async () => {
      const release = await takeSlot()
      try {
        signal.throwIfAborted()
        const reservation =
          step.resumes === null ? await reserveAnew(step) : await adopt(step, step.resumes)
        return {open: reservation, giveBack: release}
      } catch (error) {
        release()
        throw error
      }
    })
    try {
      return await fillOrAbandon(step, open)
    } catch (error) {
      if (!(error instanceof ReservationExpiredError)) throw error
      tell(`Apple's upload host no longer takes ${step.path}: reserving it once more.`)
      return await fillOrAbandon(step, await reserveAnew(step))
    } finally {
      giveBack()
    }
  }
}

function asOpen({isLocal}: Client, {content}: UploadStep, {id, attributes}: AssetResource): Open {
  const parts = readParts(attributes?.uploadOperations, {size: content.size, mayStayLocal: isLocal})
  return {id, parts}
}

/** @throws {FileChangedError} if the file is another one than was read and hashed. */
async function mustBeUntouched(file: string, size: number, startedAt: number): Promise<void> {
  const now = await stat(file).catch((cause: unknown) => {
    throw new FileChangedError({cause})
  })
  const changedDuringRun = now.mtimeMs >= startedAt && now.mtimeMs <= Date.now()
  if (now.size !== size || changedDuringRun) throw new FileChangedError()
}

import {UPLOAD_RESOURCES} from '../apple/upload-resources.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Settled} from '../core/plan.ts'
import type {Decision, Performed, Performer} from '../core/section.ts'
import type {Reference, Step} from '../core/step.ts'
import type {StorePicture} from '../core/vocabulary.ts'
import {createJudge} from '../transfer/judge.ts'
import {createLostReservations} from '../transfer/lost-reservations.ts'
import {removeAsset} from '../transfer/remove-asset.ts'
import {removeLostReservations} from '../transfer/remove-lost-reservations.ts'
import {deleteAsset} from '../transfer/requests.ts'
import {createSendFile} from '../transfer/send-file.ts'
import type {Store} from '../transfer/store.ts'
import {nameKey} from '../transfer/stored-file.ts'
import type {StoredFile} from '../transfer/stored-file.ts'
import type {FileDetail, FileUpload} from './detail.ts'
import {createPlacePresence} from './presence.ts'

/** What the steps of files need to be carried out. */
export interface PerformFilesOptions {
  readonly store: Store
  /** Absolute. The paths of the steps are relative to it. */
  readonly workspace: string
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  /** What the places held before the run. */
  readonly stored: readonly StoredFile[]
  /** What the run leaves as it is. It is checked for where files are sent. Default: nothing. */
  readonly settled?: readonly Settled[]
  readonly idOf: (reference: Reference) => string
  /**
   * Reads the files of a place.
   *
   * @param parent - Apple's id of what they belong to.
   */
  readonly readPlace: (place: string, parent: string | null) => Promise<readonly StoredFile[]>
  /** Places of a group are read together while Apple is waited for. Default: each place is a group of its own. */
  readonly group?: {
    readonly of: (detail: FileUpload) => string
    readonly read: (group: string) => Promise<readonly StoredFile[]>
  }
}

/** Carries out the steps of files in places without an order. */
export function performFiles({
  store,
  workspace,
  startedAt,
  stored,
  settled = [],
  idOf,
  readPlace,
  group,
}: PerformFilesOptions): Performer<FileDetail> {
  const {client} = store
  const pictures = new Map<string, StorePicture>()
  const notePictures = (files: readonly StoredFile[]) => {
    for (const {id, image} of files) if (image !== null) pictures.set(id, image)
  }
  notePictures(stored)
  const lostReservations = createLostReservations(stored.map(({id}) => id))
  const sendFile = createSendFile({...store, workspace, startedAt, lostReservations})
  const judge = createJudge()
  const presence = createPlacePresence(store, settled)
  const groupOf = (detail: FileUpload) => group?.of(detail) ?? detail.place
  const parentOf = ({parent}: FileUpload) => (parent === null ? null : idOf(parent))

  const send = async ({detail, subject: {name: fileName}}: Step<FileUpload>): Promise<string> => {
    const {place, family, content} = detail
    const parent = parentOf(detail)
    const key = nameKey(fileName)
    return sendFile({
      ...detail,
      resource: UPLOAD_RESOURCES[family],
      parent,
      fileName,
      async findLostReservation() {
        lostReservations.markSuspected(place, key)
        const found = (await readPlace(place, parent)).find(
          ({id, delivery, fileName: name, fileSize}) =>
            delivery.state === 'open' &&
            !lostReservations.isKnown(id) &&
            nameKey(name) === key &&
            fileSize === content.size,
        )
        return found?.id ?? null
      },
    })
  }

  return {
    async perform(step): Promise<Performed> {
      const {detail} = step
      if (detail.kind === 'delete') {
        await deleteAsset(client, UPLOAD_RESOURCES[detail.family], detail.assetId)
        return {state: 'done', resourceId: detail.assetId}
      }
      return {state: 'pending', resourceId: await send({...step, detail})}
    },
    groupOf: ({detail}) => (detail.kind === 'upload' ? groupOf(detail) : null),
    async settle(name, pending) {
      const decisions = new Map<string, Decision>()
      const uploads = pending.flatMap(({step: {detail, ...step}, resourceId}) =>
        detail.kind === 'upload' ? [{...step, detail, resourceId}] : [],
      )
      const [first] = uploads
      if (first === undefined) return decisions
      const files = await (group?.read(name) ?? readPlace(name, parentOf(first.detail)))
      notePictures(files)
      const byId = new Map(files.map((file) => [file.id, file]))
      for (const {id: step, detail, subject, resourceId} of uploads) {
        const {showsChecksum} = UPLOAD_RESOURCES[detail.family]
        const sent = {step, content: detail.content, showsChecksum}
        const judgement = judge(sent, byId.get(resourceId))
        if (judgement === null) continue
        if (judgement === 'accepted') {
          decisions.set(step, {state: 'done'})
          continue
        }
        const {state, ...why} = judgement
        const failure: Diagnostic = {...why, severity: 'error', about: {step}}
        decisions.set(step, {state, failure})
        // oxlint-disable-next-line no-await-in-loop -- few
        await removeAsset(store, {
          resource: UPLOAD_RESOURCES[detail.family],
          id: resourceId,
          what: `the rejected ${subject.name}`,
        })
      }
      if (decisions.size === uploads.length && group === undefined) {
        const {place, family} = first.detail
        const resource = UPLOAD_RESOURCES[family]
        await removeLostReservations({...store, lostReservations}, {place, resource, files})
        await presence.compare(name, resource, files)
      }
      return decisions
    },
    lost: () => presence.lost(),
    pictures,
  }
}

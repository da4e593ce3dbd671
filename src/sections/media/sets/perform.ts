import type {Performed, Performer, Work} from '../../../core/section.ts'
import type {Store} from '../../../transfer/store.ts'
import {createLostReservations} from '../../../transfer/lost-reservations.ts'
import {removeLostReservations} from '../../../transfer/remove-lost-reservations.ts'
import type {ListedFiles} from '../../../transfer/remove-lost-reservations.ts'
import {createSendFile} from '../../../transfer/send-file.ts'
import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import {deleteAsset} from '../../../transfer/requests.ts'
import {picturesOf} from '../listing.ts'
import {nameKey} from '../../../transfer/stored-file.ts'
import type {ActualListing, DesiredListing} from '../listing.ts'
import {isUpload} from '../plan/detail.ts'
import type {MediaDetail, MediaStep, SetStep, UploadStep} from '../plan/detail.ts'
import {expectedOrders} from './expected-orders.ts'
import {createCheckBeforeDelete} from './check-before-delete.ts'
import {createOrderSet} from './order-set.ts'
import {createPresence} from './presence.ts'
import {readAssets, readSets} from './read-sets.ts'
import {createStoreIds} from './store-ids.ts'
import {createVerify} from './verify.ts'
import type {PendingUpload} from './verify.ts'
import {createSet, setPosterFrame} from './writes.ts'

export interface MediaWorkOptions {
  readonly store: Store
  /** Absolute. The paths of the steps are relative to it. */
  readonly workspace: string
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
}

/** Carries out steps on screenshots and previews through Apple's sets (App Store Connect API up to 4.4). */
export function performMedia(
  {wanted, have, steps, settled, idOf}: Work<DesiredListing, ActualListing, MediaDetail>,
  {store, workspace, startedAt}: MediaWorkOptions,
): Performer<MediaDetail> {
  const {client} = store
  const sets = have.localizations.flatMap((localization) => localization.sets)
  const ids = createStoreIds(have, idOf)
  const sent = new Map<string, string>()
  const pictures = new Map(picturesOf(sets))
  const lostReservations = createLostReservations(
    sets.flatMap(({assets}) => assets.map(({id}) => id)),
  )

  const sendFile = createSendFile({...store, workspace, startedAt, lostReservations})
  const presence = createPresence(client, wanted, settled)
  const removeLost = (listed: ListedFiles) =>
    removeLostReservations({...store, lostReservations}, listed)
  const checkBeforeDelete = createCheckBeforeDelete({client, ids, presence, steps})
  const orderSet = createOrderSet({...store, lostReservations, presence, removeLost})
  const expectedOrder = expectedOrders({desired: wanted, steps, settled, sent})
  const verify = createVerify({
    ...store,
    ids,
    presence,
    pictures,
    removeLost,
    orderSet,
    expectedOrder,
  })

  const makeSet = async ({detail}: SetStep): Promise<string> => {
    const {locale, medium, type} = detail
    const localization = ids.localization(locale)
    const find = async () => {
      const all = await readSets(client, localization, medium)
      const set = all.find((each) => each.type === type)
      // A set with assets is somebody else's. Then Apple's refusal to create another one is the right error.
      return set?.assets.length === 0 ? {type: medium, id: set.id} : null
    }
    return createSet(client, {medium, localization, type}, find)
  }

  const send = async ({detail, subject}: UploadStep): Promise<string> => {
    const {set, medium, content} = detail
    const parent = ids.set(set)
    const key = nameKey(subject.name)
    return sendFile({
      ...detail,
      resource: UPLOAD_RESOURCES[medium],
      parent,
      place: set,
      fileName: subject.name,
      async findLostReservation() {
        lostReservations.markSuspected(set, key)
        const assets = await readAssets(client, parent, medium)
        const found = assets.find(
          ({id, delivery, fileName, fileSize}) =>
            delivery.state === 'open' &&
            !lostReservations.isKnown(id) &&
            nameKey(fileName) === key &&
            fileSize === content.size,
        )
        return found?.id ?? null
      },
    })
  }
  const perform = async (step: MediaStep): Promise<Performed> => {
    const {detail} = step
    switch (detail.kind) {
      case 'set':
        return done(await makeSet({...step, detail}))
      case 'delete': {
        const {medium, assetId: id} = detail
        await checkBeforeDelete({...step, detail})
        await deleteAsset(client, UPLOAD_RESOURCES[medium], id)
        return done(id)
      }
      case 'upload': {
        const id = await send({...step, detail})
        sent.set(step.id, id)
        return {state: 'pending', resourceId: id}
      }
      case 'poster': {
        const id = idOf(detail.asset)
        await setPosterFrame(client, id, detail.timeCode)
        return done(id)
      }
      case 'order': {
        const {set, medium, order} = detail
        const appleSet = ids.set(set)
        const inOrder = order.map(({asset}) => idOf(asset))
        await orderSet({place: set, medium, appleSet, ids: inOrder})
        return done(appleSet)
      }
    }
  }
  return {
    perform,
    groupOf: ({detail}) => (detail.kind === 'upload' ? `${detail.locale} ${detail.medium}s` : null),
    settle: (_group, pending) =>
      verify(
        pending.flatMap(({step, resourceId}): readonly PendingUpload[] =>
          isUpload(step) ? [{step, resourceId}] : [],
        ),
      ),
    lost: () => presence.lost(),
    pictures,
  }
}

function done(resourceId: string): Performed {
  return {state: 'done', resourceId}
}

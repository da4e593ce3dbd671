import type {Client} from '../../../connect/client.ts'
import type {Resource} from '../../../connect/document.ts'
import {SET_RESOURCES} from '../../../apple/set-resources.ts'
import type {Medium} from '../listing.ts'

/** @param find - Looks for the set, which may already exist. */
export async function createSet(
  client: Client,
  {medium, localization, type}: {medium: Medium; localization: string; type: string},
  find: () => Promise<Resource<never> | null>,
): Promise<string> {
  const set = SET_RESOURCES[medium]
  const made = await client.post(
    `/v1/${set.type}`,
    {
      data: {
        type: set.type,
        attributes: {[set.typeAttribute]: type},
        relationships: {
          appStoreVersionLocalization: {
            data: {type: 'appStoreVersionLocalizations', id: localization},
          },
        },
      },
    },
    find,
  )
  return made.id
}

/** @param timeCode - `HH:MM:SS:FF`. */
export async function setPosterFrame(client: Client, id: string, timeCode: string): Promise<void> {
  await client.patch(`/v1/appPreviews/${id}`, {
    data: {type: 'appPreviews', id, attributes: {previewFrameTimeCode: timeCode}},
  })
}

/** @param ids - Of every asset of the set, in the wanted order: Apple does not accept a part of a set. */
export async function reorderSet(
  client: Client,
  medium: Medium,
  set: string,
  ids: readonly string[],
): Promise<void> {
  const {type, assets} = SET_RESOURCES[medium]
  await client.patch(`/v1/${type}/${set}/relationships/${assets}`, {
    data: ids.map((id) => ({type: assets, id})),
  })
}

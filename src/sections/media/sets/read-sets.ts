import type {AppPreviewSet, AppScreenshotSet} from '@rage-against-the-pixel/app-store-connect-api'

import {MEDIA_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import type {AttributesOf, Resource} from '../../../connect/document.ts'
import {allIncluded, indexIncluded} from '../../../connect/inclusion.ts'
import {getAll} from '../../../connect/pages.ts'
import type {ActualAsset, ActualSet, Medium} from '../listing.ts'
import {readAsset} from './asset.ts'
import type {AssetAttributes, AssetResource} from './asset.ts'

type SetAttributes = AttributesOf<AppScreenshotSet> & AttributesOf<AppPreviewSet>

/**
 * Reads all sets of one medium in one locale with everything in them: one request, unless Apple left out a part.
 *
 * @param localizationId - Apple's id of the locale in the version.
 */
export async function readSets(
  client: Client,
  localizationId: string,
  medium: Medium,
): Promise<readonly ActualSet[]> {
  const {asset, set, typeAttribute, fields} = MEDIA_RESOURCES[medium]
  const {data, included} = await getAll<SetAttributes>(
    client,
    `/v1/appStoreVersionLocalizations/${localizationId}/${set}`,
    {
      include: asset,
      [`fields[${set}]`]: [typeAttribute, asset],
      [`fields[${asset}]`]: fields,
      limit: 200,
      [`limit[${asset}]`]: 50,
    },
  )
  const index = indexIncluded(included)
  return Promise.all(
    data.map(async (resource) => ({
      id: resource.id,
      medium,
      type: resource.attributes?.[typeAttribute] ?? '',
      assets:
        allIncluded(resource, asset, index)
          ?.filter((each) => isAsset(each, asset))
          .map((each) => readAsset(medium, each)) ??
        (await readAssets(client, resource.id, medium)),
    })),
  )
}

/** Reads the assets of one set, in the order of the store. */
export async function readAssets(
  client: Client,
  appleSetId: string,
  medium: Medium,
): Promise<readonly ActualAsset[]> {
  const {asset, set, fields} = MEDIA_RESOURCES[medium]
  const {data} = await getAll<AssetAttributes>(client, `/v1/${set}/${appleSetId}/${asset}`, {
    [`fields[${asset}]`]: fields,
    limit: 200,
  })
  return data.map((each) => readAsset(medium, each))
}

function isAsset(resource: Resource, type: string): resource is AssetResource {
  return resource.type === type
}

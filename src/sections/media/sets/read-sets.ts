import type {AppPreviewSet, AppScreenshotSet} from '@rage-against-the-pixel/app-store-connect-api'

import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import type {AttributesOf, Resource} from '../../../connect/document.ts'
import {allIncluded, indexIncluded} from '../../../connect/inclusion.ts'
import {getAll} from '../../../connect/pages.ts'
import {SET_RESOURCES} from '../../../apple/set-resources.ts'
import type {ActualAsset, ActualSet, Medium} from '../listing.ts'
import {readAsset} from './read-asset.ts'
import type {AssetAttributes} from './read-asset.ts'

type SetAttributes = AttributesOf<AppScreenshotSet> & AttributesOf<AppPreviewSet>

/**
 * Reads all sets of one medium in one locale with everything in them: one request, unless Apple's answer is
 * incomplete.
 *
 * @param localizationId - Apple's id of the locale in the version.
 */
export async function readSets(
  client: Client,
  localizationId: string,
  medium: Medium,
): Promise<readonly ActualSet[]> {
  const {type, typeAttribute, assets} = SET_RESOURCES[medium]
  const {data, included} = await getAll<SetAttributes>(
    client,
    `/v1/appStoreVersionLocalizations/${localizationId}/${type}`,
    {
      include: assets,
      [`fields[${type}]`]: [typeAttribute, assets],
      [`fields[${assets}]`]: UPLOAD_RESOURCES[medium].fields,
      limit: 200,
      [`limit[${assets}]`]: 50,
    },
  )
  const index = indexIncluded(included)
  return Promise.all(
    data.map(async (resource) => ({
      id: resource.id,
      medium,
      type: resource.attributes?.[typeAttribute] ?? '',
      assets:
        allIncluded(resource, assets, index)
          ?.filter((each) => isAsset(each, assets))
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
  const {type, assets} = SET_RESOURCES[medium]
  const {data} = await getAll<AssetAttributes>(client, `/v1/${type}/${appleSetId}/${assets}`, {
    [`fields[${assets}]`]: UPLOAD_RESOURCES[medium].fields,
    limit: 200,
  })
  return data.map((each) => readAsset(medium, each))
}

function isAsset(resource: Resource, type: string): resource is Resource<AssetAttributes> {
  return resource.type === type
}

import type {AppPreviewSet, AppScreenshotSet} from '@rage-against-the-pixel/app-store-connect-api'

import {MEDIA_RESOURCES} from '../../apple/media-resources.ts'
import type {Client} from '../../connect/client.ts'
import {linkages} from '../../connect/document.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {getAll} from '../../connect/pages.ts'
import type {ActualAsset, ActualSet, Medium} from '../../model/listing.ts'
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
  const assets = new Map(
    included.filter((each) => isAsset(each, asset)).map((each) => [each.id, each]),
  )
  return Promise.all(
    data.map(async (resource) => ({
      id: resource.id,
      medium,
      type: resource.attributes?.[typeAttribute] ?? '',
      assets: listed(medium, resource, assets) ?? (await readAssets(client, resource.id, medium)),
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

/** The assets that came along with their set, in its order; null if any of them did not. */
function listed(
  medium: Medium,
  set: Resource<SetAttributes>,
  assets: ReadonlyMap<string, AssetResource>,
): readonly ActualAsset[] | null {
  const {asset} = MEDIA_RESOURCES[medium]
  const links = linkages(set, asset)
  const found = links.map(({id}) => assets.get(id)).filter((each) => each !== undefined)
  const total = set.relationships?.[asset]?.meta?.paging?.total ?? links.length
  if (found.length < links.length || found.length < total) return null
  return found.map((each) => readAsset(medium, each))
}

function isAsset(resource: Resource, type: string): resource is AssetResource {
  return resource.type === type
}

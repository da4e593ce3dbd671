import type {Client} from '../../connect/client.ts'
import {createOrFind} from '../../connect/create-or-find.ts'
import type {SentFields} from '../../fields/perform-fields.ts'
import {PHASED_RELEASE, VERSION} from './release.ts'
import type {StoredRelease} from './release.ts'

interface ReleaseStore {
  readonly client: Client
  readonly signal: AbortSignal
}

/** Sends the fields of one resource, all of which are of the version. */
export async function sendRelease(
  {client, signal}: ReleaseStore,
  {group, id, values}: SentFields,
  {phasedReleaseId}: Pick<StoredRelease, 'phasedReleaseId'>,
): Promise<void> {
  if (group === VERSION) {
    await client.patch(`/v1/${VERSION}/${id}`, {data: {type: VERSION, id, attributes: values}})
  } else if (phasedReleaseId === null) {
    await createPhasedRelease({client, signal}, id)
  } else {
    await client.delete(`/v1/${PHASED_RELEASE}/${phasedReleaseId}`)
  }
}

/** Creates the phased release of a version, or finds the one that is there. */
async function createPhasedRelease(
  {client, signal}: ReleaseStore,
  versionId: string,
): Promise<void> {
  const body = {
    data: {
      type: PHASED_RELEASE,
      attributes: {phasedReleaseState: 'INACTIVE'},
      relationships: {appStoreVersion: {data: {type: VERSION, id: versionId}}},
    },
  }
  const find = async () => {
    const {data} = await client.related(
      `/v1/${VERSION}/${versionId}/appStoreVersionPhasedRelease`,
      {
        [`fields[${PHASED_RELEASE}]`]: 'phasedReleaseState',
      },
    )
    return data
  }
  await createOrFind(client, `/v1/${PHASED_RELEASE}`, {body, find, signal})
}

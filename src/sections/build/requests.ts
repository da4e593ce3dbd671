import type {Client} from '../../connect/client.ts'
import {ApiError} from '../../connect/errors.ts'
import type {SentFields} from '../../fields/perform-fields.ts'
import {asBuild, ENCRYPTION} from './build.ts'
import type {Build} from './build.ts'
import {GROUPS} from './plan.ts'

/**
 * Attaches a build to the version, or answers what is asked of the build.
 *
 * @param chosen - The build that is declared; null if none is.
 */
export async function sendBuild(
  client: Client,
  {group, id, values}: SentFields,
  chosen: Build | null,
): Promise<void> {
  if (group === GROUPS.encryption) {
    await answerEncryption(client, id, values)
    return
  }
  if (chosen === null) throw new Error('There is no build for the version.')
  const data = {type: 'builds', id: chosen.id}
  await client.patch(`/v1/appStoreVersions/${id}/relationships/build`, {data})
}

/** App Store Connect takes one answer and no other [inferred], even from a request whose answer was lost. */
async function answerEncryption(
  client: Client,
  id: string,
  attributes: SentFields['values'],
): Promise<void> {
  const body = {data: {type: 'builds', id, attributes}}
  await client.patch(`/v1/builds/${id}`, body).catch(async (error: unknown) => {
    if (!(error instanceof ApiError && error.status === 409)) throw error
    const {data} = await client.related(`/v1/builds/${id}`, {
      'fields[builds]': ENCRYPTION,
    })
    const stored = asBuild(id, data?.attributes).usesNonExemptEncryption
    if (stored !== attributes[ENCRYPTION]) throw error
  })
}

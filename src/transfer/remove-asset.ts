import type {UploadResource} from '../apple/upload-resources.ts'
import type {Client} from '../connect/client.ts'
import {explain} from '../core/explain.ts'
import {deleteAsset} from './requests.ts'

export interface RemovalOptions {
  readonly client: Client
  readonly tell: (message: string) => void
}

/**
 * Removes what is of no use, if Apple lets it be deleted. A failure is told, and left to the next run.
 *
 * @param id - Apple's.
 * @param what - In messages: `the rejected 01.png`.
 */
export async function removeAsset(
  {client, tell}: RemovalOptions,
  {
    resource,
    id,
    what,
  }: {readonly resource: UploadResource; readonly id: string; readonly what: string},
): Promise<void> {
  if (!resource.isDeletable) return
  await deleteAsset(client, resource, id).catch((error: unknown) => {
    tell(`Could not remove ${what}; the next run will. ${explain(error).what}`)
  })
}

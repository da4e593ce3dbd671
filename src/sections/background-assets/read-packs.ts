import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import type {Client} from '../../connect/client.ts'
import {readComparable, withResumable} from '../../transfer/comparable.ts'
import type {WaitOptions} from '../../transfer/comparable.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import {filesOf, storedPackOf} from './packs.ts'
import type {PackVersion, StoredPacks, WantedPack} from './packs.ts'
import {readPacks, readVersions} from './requests.ts'

/**
 * Reads the packs of the app, and the versions of those that the folder has: one request, and one for each pack. A
 * version that Apple is processing is waited for.
 */
export async function readStoredPacks(
  client: Client,
  appId: string,
  wanted: readonly WantedPack[],
  wait: WaitOptions,
): Promise<StoredPacks> {
  const packs = await readPacks(client, appId)
  const read = wanted.map(async (pack) => {
    const stored = storedPackOf(pack.id, packs)
    if (stored === null || stored.isArchived) return []
    const versions = await readComparable(
      () => readVersions(client, stored.recordId),
      inProcessing,
      wait,
    )
    const whole = await Promise.all(versions.map((each) => withUsable(client, each, pack)))
    return [[stored, {...stored, versions: whole}] as const]
  })
  const found = new Map((await Promise.all(read)).flat())
  return {appId, packs: packs.map((pack) => found.get(pack) ?? pack)}
}

/** What the newest version with content has to wait for. Until then it is not known which version testers get. */
function inProcessing(versions: readonly PackVersion[]): readonly StoredFile[] {
  const latest = versions.find(({state}) => state !== 'failed' && state !== 'open')
  return latest?.state === 'processing' && latest.archive !== null ? [latest.archive] : []
}

/** Finds out whether the open reservations of an unfinished version can be filled. */
async function withUsable(
  client: Client,
  version: PackVersion,
  pack: WantedPack,
): Promise<PackVersion> {
  if (version.state !== 'open') return version
  const files = filesOf([pack])
  const usable = async (stored: StoredFile | null) =>
    stored === null ? null : withResumable(client, UPLOAD_RESOURCES.assetPack, stored, files)
  const [archive, manifest] = await Promise.all([usable(version.archive), usable(version.manifest)])
  return {...version, archive, manifest}
}

import {BUILD_FIELDS} from '../../apple/builds.ts'
import type {Client} from '../../connect/client.ts'
import type {Resource} from '../../connect/document.ts'
import {indexIncluded, oneIncluded, textAttribute} from '../../connect/inclusion.ts'
import type {Included} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {Platform} from '../../core/platforms.ts'
import type {Progress} from '../../core/progress.ts'
import {waitFor} from '../../core/wait-for.ts'
import {asBuild, chosenBuild, isProcessing} from './build.ts'
import type {Build, WantedBuild} from './build.ts'

/** What builds are for. */
export interface Train {
  /** Apple's id of the app. */
  readonly appId: string
  readonly versionString: string
  readonly platform: Platform
}

export interface BuildWaitOptions {
  readonly client: Client
  readonly signal: AbortSignal
  readonly processing: Progress['processing']
  /** How long to wait for the wanted build while Apple is processing it, in milliseconds. */
  readonly timeout: number
}

/**
 * Reads the builds until Apple has processed the wanted one, or the time is over.
 *
 * @returns newest first.
 */
export async function readSettledBuilds(
  {client, signal, processing, timeout}: BuildWaitOptions,
  train: Train,
  wanted: WantedBuild,
): Promise<readonly Build[]> {
  let latest: readonly Build[] = []
  const told: Disposable[] = []
  const look = async () => {
    latest = await readBuilds(client, train)
    const chosen = chosenBuild(wanted, latest)
    if (chosen === null || !isProcessing(chosen)) return latest
    if (told.length === 0) told.push(processing([`build ${chosen.number}`]))
    return null
  }
  try {
    return (await waitFor(look, {timeout, signal})) ?? latest
  } finally {
    for (const each of told) each[Symbol.dispose]()
  }
}

/** Reads the builds of a version's number and platform: one request for 200. @returns newest first. */
async function readBuilds(
  client: Client,
  {appId, versionString, platform}: Train,
): Promise<readonly Build[]> {
  const {data, included} = await getAll(client, '/v1/builds', {
    'filter[app]': appId,
    'filter[preReleaseVersion.version]': versionString,
    'filter[preReleaseVersion.platform]': platform,
    sort: '-uploadedDate',
    include: 'preReleaseVersion',
    'fields[builds]': [...BUILD_FIELDS, 'preReleaseVersion'],
    'fields[preReleaseVersions]': ['version', 'platform'],
    limit: 200,
  })
  const index = indexIncluded(included)
  return data
    .filter((each) => isOf(each, {versionString, platform}, index))
    .map(({id, attributes}) => asBuild(id, attributes))
    .toSorted((one, other) => other.uploadedAt - one.uploadedAt)
}

/** The filters are applied again here, because the service has been seen to ignore some. */
function isOf(
  build: Resource,
  {versionString, platform}: Pick<Train, 'versionString' | 'platform'>,
  included: Included,
): boolean {
  const train = oneIncluded(build, 'preReleaseVersion', included)
  if (!train) return true
  return (
    textAttribute(train, 'version') === versionString &&
    textAttribute(train, 'platform') === platform
  )
}

import {setTimeout as delay} from 'node:timers/promises'

import type {AppStoreVersion} from '@rage-against-the-pixel/app-store-connect-api'

import type {Platform} from '../../core/platforms.ts'
import type {Client} from '../../connect/client.ts'
import type {AttributesOf} from '../../connect/document.ts'
import {ApiError} from '../../connect/errors.ts'
import {getAll} from '../../connect/pages.ts'
import type {App, Version} from '../media/listing.ts'
import type {CreateVersionStep} from '../../core/plan.ts'
import {readLocalizations} from './localizations.ts'
import type {Localization} from './localizations.ts'

/** Lists show a new version, and what it was born with, a little late. */
const LOOK_AGAIN_MILLISECONDS = [1000, 1500, 2500]

type Attributes = AttributesOf<AppStoreVersion>

/**
 * Makes the version, or finds it: an answer may be lost on the way, and one of several jobs that want the same version
 * comes first.
 */
export async function createVersion(
  client: Client,
  app: App,
  {versionString}: CreateVersionStep,
  platform: Platform,
  signal: AbortSignal,
): Promise<Version> {
  const body = {
    data: {
      type: 'appStoreVersions',
      attributes: {platform, versionString},
      relationships: {app: {data: {type: 'apps', id: app.id}}},
    },
  }
  const find = async () => {
    const {data} = await getAll<Attributes>(client, `/v1/apps/${app.id}/appStoreVersions`, {
      'filter[platform]': platform,
      'filter[versionString]': versionString,
      limit: 200,
    })
    return (
      data.find(
        ({attributes}) =>
          String(attributes?.platform) === platform && attributes?.versionString === versionString,
      ) ?? null
    )
  }
  const made = await client
    .post('/v1/appStoreVersions', body, find)
    .catch(async (error: unknown) => {
      const there =
        error instanceof ApiError && error.status === 409 ? await lookAgain(find, signal) : null
      if (there === null) throw error
      return there
    })
  return {id: made.id, versionString, state: 'PREPARE_FOR_SUBMISSION'}
}

async function lookAgain<Found>(
  find: () => Promise<Found | null>,
  signal: AbortSignal,
): Promise<Found | null> {
  for (const pause of LOOK_AGAIN_MILLISECONDS) {
    await delay(pause, undefined, {signal})
    const found = await find()
    if (found !== null) return found
  }
  return null
}

/**
 * Reads the locales of a new version, which starts with those of the version before it.
 *
 * @param heritage - What the version before it has; looked for for five seconds, in case Apple hands down less.
 */
export async function readHeritage(
  client: Client,
  version: Version,
  heritage: readonly Localization[],
  signal: AbortSignal,
): Promise<readonly Localization[]> {
  for (const pause of LOOK_AGAIN_MILLISECONDS) {
    const found = await readLocalizations(client, version)
    if (heritage.every((localization) => isAmong(found, localization))) return found
    await delay(pause, undefined, {signal})
  }
  return readLocalizations(client, version)
}

function isAmong(found: readonly Localization[], {locale, types}: Localization): boolean {
  const same = found.find((each) => each.locale === locale)
  if (same === undefined) return false
  return (['screenshot', 'preview'] as const).every((medium) =>
    types[medium].every((type) => same.types[medium].includes(type)),
  )
}

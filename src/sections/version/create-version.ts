import {setTimeout as delay} from 'node:timers/promises'

import type {AppStoreVersion} from '@rage-against-the-pixel/app-store-connect-api'

import type {Client} from '../../connect/client.ts'
import {createOrFind} from '../../connect/create-or-find.ts'
import type {AttributesOf} from '../../connect/document.ts'
import {LOOK_AGAIN_MILLISECONDS} from '../../connect/look-again.ts'
import {getAll} from '../../connect/pages.ts'
import type {Localization} from '../../core/target.ts'
import type {App, ExistingVersion} from '../../core/vocabulary.ts'
import {readLocalizations} from './localizations.ts'
import type {WantedVersion} from './wanted-version.ts'

type Attributes = AttributesOf<AppStoreVersion>

/**
 * Creates the version, or finds it: an earlier answer may have been lost, or another job may have created it first.
 */
export async function createVersion(
  client: Client,
  app: App,
  {platform, versionString}: WantedVersion,
  signal: AbortSignal,
): Promise<ExistingVersion> {
  if (versionString === null)
    throw new Error('A version without a version string cannot be created.')
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
  const made = await createOrFind(client, '/v1/appStoreVersions', {body, find, signal})
  return {id: made.id, versionString, state: 'PREPARE_FOR_SUBMISSION'}
}

/**
 * Reads the locales of a new version, which starts with those of its predecessor.
 *
 * @param inherited - What the predecessor has. Waits for it for five seconds at most, in case Apple copies less.
 */
export async function readInherited(
  client: Client,
  version: ExistingVersion,
  inherited: readonly Localization[],
  signal: AbortSignal,
): Promise<readonly Localization[]> {
  for (const pause of LOOK_AGAIN_MILLISECONDS) {
    const found = await readLocalizations(client, version)
    if (inherited.every((localization) => isAmong(found, localization))) return found
    await delay(pause, undefined, {signal})
  }
  return readLocalizations(client, version)
}

function isAmong(found: readonly Localization[], {locale, sets}: Localization): boolean {
  const same = found.find((each) => each.locale === locale)
  if (same === undefined) return false
  return Object.entries(sets).every(([kind, types]) =>
    types.every((type) => same.sets[kind]?.includes(type)),
  )
}

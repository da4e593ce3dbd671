import type {App as AppleApp} from '@rage-against-the-pixel/app-store-connect-api'

import type {Client} from '../../connect/client.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {ApiError} from '../../connect/errors.ts'
import {textAttribute} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {App} from '../../core/vocabulary.ts'
import {TargetError} from './target-error.ts'

/** How the inputs name the app. */
export type AppName = {readonly bundleId: string} | {readonly appId: string}

type Attributes = AttributesOf<AppleApp>

/** The app, with what else comes with it. */
export interface ListedApp {
  readonly app: App
  /** Apple's `contentRightsDeclaration`; null if it is not set. */
  readonly contentRights: string | null
}

const FIELDS = {'fields[apps]': ['bundleId', 'name', 'primaryLocale', 'contentRightsDeclaration']}

/** @throws {TargetError} if the key has access to no such app. */
export async function findApp(client: Client, name: AppName): Promise<ListedApp> {
  return 'appId' in name ? byId(client, name.appId) : byBundleId(client, name.bundleId)
}

async function byId(client: Client, appId: string): Promise<ListedApp> {
  try {
    return asListed(await client.get<Attributes>(`/v1/apps/${encodeURIComponent(appId)}`, FIELDS))
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error
    throw await noApp(client, {wanted: `the Apple ID ${appId}`, input: 'app-id'})
  }
}

/** The filter may also match longer identifiers, so only an equal one counts. */
async function byBundleId(client: Client, bundleId: string): Promise<ListedApp> {
  const {data} = await getAll<Attributes>(client, '/v1/apps', {
    'filter[bundleId]': bundleId,
    ...FIELDS,
    limit: 200,
  })
  const found = data.find((app) => app.attributes?.bundleId === bundleId)
  if (found === undefined)
    throw await noApp(client, {wanted: `the bundle ID ${bundleId}`, input: 'bundle-id'})
  return asListed(found)
}

async function noApp(
  client: Client,
  {wanted, input}: {readonly wanted: string; readonly input: 'app-id' | 'bundle-id'},
): Promise<TargetError> {
  const {data} = await client.list<Attributes>('/v1/apps', {...FIELDS, limit: 50})
  const seen = data.map(asApp).map(({id, bundleId}) => `${bundleId} (${id})`)
  const list =
    seen.length === 0
      ? 'The API key has access to no app.'
      : `The API key has access to ${seen.join(', ')}.`
  return new TargetError(
    'NO_APP',
    `There is no app with ${wanted}. ${list} Check \`${input}\`, and that the key has access to the app.`,
  )
}

function asListed(app: Resource<Attributes>): ListedApp {
  return {app: asApp(app), contentRights: textAttribute(app, 'contentRightsDeclaration')}
}

function asApp({id, attributes}: Resource<Attributes>): App {
  return {
    id,
    bundleId: attributes?.bundleId ?? '',
    name: attributes?.name ?? '',
    primaryLocale: attributes?.primaryLocale ?? '',
  }
}

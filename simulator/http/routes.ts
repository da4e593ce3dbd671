import {entityRoutes, versionIncludes} from './entity-routes.ts'
import {families} from '../media/families.ts'
import type {Family} from '../media/families.ts'
import type {ResourceType} from '../store/records.ts'

/** The kinds of requests that a fault can be aimed at. */
export type RouteClass =
  | 'apps'
  | 'app'
  | 'versions'
  | 'version'
  | 'create-version'
  | 'update-app'
  | 'update-version'
  | 'attach-build'
  | 'localizations'
  | 'localization'
  | 'texts'
  | 'create-localization'
  | 'delete-localization'
  | 'set-list'
  | 'set'
  | 'create-set'
  | 'delete-set'
  | 'asset-list'
  | 'asset'
  | 'reserve'
  | 'commit'
  | 'poster'
  | 'delete'
  | 'reorder'
  | 'records'
  | 'record'
  | 'part-of'
  | 'create-record'
  | 'update-record'
  | 'delete-record'
  | 'part'
  | 'image'
  | 'unknown'

/** One operation of the API that the simulator knows. */
export interface Route {
  /** `commit` stands for every PATCH of an asset; its body decides between `commit` and `poster`. */
  readonly name: Exclude<RouteClass, 'poster' | 'part' | 'image' | 'unknown'>
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  /** The type of the resources that the answer's `data` holds. */
  readonly type: ResourceType
  readonly list?: true
  /** Filters of a list; null takes any value. */
  readonly filters?: Readonly<Record<string, readonly string[] | null>>
  /** Filters that a list cannot do without. */
  readonly required?: readonly string[]
  readonly include?: readonly string[]
  /** Attributes that a list can be sorted by. */
  readonly sort?: readonly string[]
  /** Name of Apple's schema for the body. */
  readonly body?: string
}

const platforms = ['IOS', 'MAC_OS', 'TV_OS', 'VISION_OS']

/** API 4.4.1: schema AppVersionState. */
const versionStates = (
  'ACCEPTED DEVELOPER_REJECTED IN_REVIEW INVALID_BINARY METADATA_REJECTED PENDING_APPLE_RELEASE ' +
  'PENDING_DEVELOPER_RELEASE PREPARE_FOR_SUBMISSION PROCESSING_FOR_DISTRIBUTION READY_FOR_DISTRIBUTION ' +
  'READY_FOR_REVIEW REJECTED REPLACED_WITH_NEW_VERSION WAITING_FOR_EXPORT_COMPLIANCE WAITING_FOR_REVIEW'
).split(' ')

/** Paths, filters and includes of API 4.4.1, as far as the action needs them. */
export const routes: readonly Route[] = [
  {
    name: 'apps',
    method: 'GET',
    path: '/v1/apps',
    type: 'apps',
    list: true,
    filters: {bundleId: null, id: null, name: null, sku: null},
  },
  {name: 'app', method: 'GET', path: '/v1/apps/{id}', type: 'apps'},
  {
    name: 'versions',
    method: 'GET',
    path: '/v1/apps/{id}/appStoreVersions',
    type: 'appStoreVersions',
    list: true,
    filters: {
      platform: platforms,
      versionString: null,
      appVersionState: versionStates,
      id: null,
    },
    include: ['app', 'appStoreVersionLocalizations', ...versionIncludes],
  },
  {
    name: 'create-version',
    method: 'POST',
    path: '/v1/appStoreVersions',
    type: 'appStoreVersions',
    body: 'AppStoreVersionCreateRequest',
  },
  {
    name: 'version',
    method: 'GET',
    path: '/v1/appStoreVersions/{id}',
    type: 'appStoreVersions',
    include: ['app', 'appStoreVersionLocalizations', ...versionIncludes],
  },
  {
    name: 'localizations',
    method: 'GET',
    path: '/v1/appStoreVersions/{id}/appStoreVersionLocalizations',
    type: 'appStoreVersionLocalizations',
    list: true,
    filters: {locale: null},
    include: ['appStoreVersion', 'appScreenshotSets', 'appPreviewSets'],
  },
  {
    name: 'create-localization',
    method: 'POST',
    path: '/v1/appStoreVersionLocalizations',
    type: 'appStoreVersionLocalizations',
    body: 'AppStoreVersionLocalizationCreateRequest',
  },
  {
    name: 'localization',
    method: 'GET',
    path: '/v1/appStoreVersionLocalizations/{id}',
    type: 'appStoreVersionLocalizations',
    include: ['appStoreVersion', 'appScreenshotSets', 'appPreviewSets'],
  },
  {
    name: 'texts',
    method: 'PATCH',
    path: '/v1/appStoreVersionLocalizations/{id}',
    type: 'appStoreVersionLocalizations',
    body: 'AppStoreVersionLocalizationUpdateRequest',
  },
  {
    name: 'delete-localization',
    method: 'DELETE',
    path: '/v1/appStoreVersionLocalizations/{id}',
    type: 'appStoreVersionLocalizations',
  },
  ...mediaRoutes(families.screenshot, 'AppScreenshot'),
  ...mediaRoutes(families.preview, 'AppPreview'),
  ...entityRoutes,
]

function mediaRoutes(family: Family, schema: string): readonly Route[] {
  const {assets, sets, types, typeAttribute, setRelationship} = family
  return [
    {
      name: 'set-list',
      method: 'GET',
      path: `/v1/appStoreVersionLocalizations/{id}/${sets}`,
      type: sets,
      list: true,
      filters: {[typeAttribute]: types},
      include: [assets, 'appStoreVersionLocalization'],
    },
    {
      name: 'create-set',
      method: 'POST',
      path: `/v1/${sets}`,
      type: sets,
      body: `${schema}SetCreateRequest`,
    },
    {
      name: 'set',
      method: 'GET',
      path: `/v1/${sets}/{id}`,
      type: sets,
      include: [assets, 'appStoreVersionLocalization'],
    },
    {name: 'delete-set', method: 'DELETE', path: `/v1/${sets}/{id}`, type: sets},
    {
      name: 'asset-list',
      method: 'GET',
      path: `/v1/${sets}/{id}/${assets}`,
      type: assets,
      list: true,
      include: [setRelationship],
    },
    {
      name: 'reorder',
      method: 'PATCH',
      path: `/v1/${sets}/{id}/relationships/${assets}`,
      type: assets,
      body: `${schema}Set${schema}sLinkagesRequest`,
    },
    {
      name: 'reserve',
      method: 'POST',
      path: `/v1/${assets}`,
      type: assets,
      body: `${schema}CreateRequest`,
    },
    {
      name: 'asset',
      method: 'GET',
      path: `/v1/${assets}/{id}`,
      type: assets,
      include: [setRelationship],
    },
    {
      name: 'commit',
      method: 'PATCH',
      path: `/v1/${assets}/{id}`,
      type: assets,
      body: `${schema}UpdateRequest`,
    },
    {name: 'delete', method: 'DELETE', path: `/v1/${assets}/{id}`, type: assets},
  ]
}

interface Template {
  readonly route: Route
  readonly segments: readonly string[]
}

const templates: readonly Template[] = routes.map((route) => ({
  route,
  segments: route.path.split('/'),
}))

const templatesByLength = Map.groupBy(templates, ({segments}) => segments.length)

/** The routes whose path has this form, whatever their method, with the id in the path. */
export function routesAt(path: string): readonly {readonly route: Route; readonly id: string}[] {
  const actual = path.split('/')
  return (templatesByLength.get(actual.length) ?? [])
    .filter(({segments}) =>
      segments.every((segment, index) => segment === '{id}' || segment === actual[index]),
    )
    .map(({route, segments}) => ({route, id: actual[segments.indexOf('{id}')] ?? ''}))
}

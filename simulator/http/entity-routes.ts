import {fileKinds} from '../entities/file-kinds.ts'
import type {FileKind} from '../entities/file-kinds.ts'
import type {EntityType} from '../store/records.ts'
import {isEntityType} from '../store/records.ts'
import {releaseRoutes} from './release-routes.ts'
import {list, part, recordRoutes} from './route-forms.ts'
import type {Route} from './routes.ts'

const VERSION_INCLUDES = [
  'build',
  'appStoreVersionPhasedRelease',
  'routingAppCoverage',
  'appStoreReviewDetail',
  'appClipDefaultExperience',
]
const EXPERIENCE_INCLUDES = [
  'appClip',
  'releaseWithAppStoreVersion',
  'appClipDefaultExperienceLocalizations',
]
const PACK_VERSION_INCLUDES = [
  'backgroundAsset',
  'internalBetaRelease',
  'appStoreRelease',
  'assetFile',
  'manifestFile',
]

/** API 4.4.1: schema BackgroundAssetVersionAppStoreReleaseState. */
const RELEASE_STATES = (
  'PREPARE_FOR_SUBMISSION READY_FOR_REVIEW WAITING_FOR_REVIEW IN_REVIEW ACCEPTED REJECTED ' +
  'PROCESSING_FOR_DISTRIBUTION READY_FOR_DISTRIBUTION SUPERSEDED'
).split(' ')

/** Paths of API 4.4.1 for records without code of their own. */
export const entityRoutes: readonly Route[] = [
  ...Object.entries(fileKinds).flatMap(([type, kind]) =>
    isEntityType(type) && kind !== undefined ? fileRoutes(type, kind) : [],
  ),
  part('/v1/appStoreVersions/{id}/routingAppCoverage', 'routingAppCoverages', ['appStoreVersion']),
  part('/v1/appStoreVersions/{id}/appStoreReviewDetail', 'appStoreReviewDetails', [
    'appStoreVersion',
    'appStoreReviewAttachments',
  ]),
  part(
    '/v1/appStoreVersions/{id}/appClipDefaultExperience',
    'appClipDefaultExperiences',
    EXPERIENCE_INCLUDES,
  ),
  part('/v1/appClipDefaultExperienceLocalizations/{id}/appClipHeaderImage', 'appClipHeaderImages', [
    'appClipDefaultExperienceLocalization',
  ]),
  list('/v1/appStoreReviewDetails/{id}/appStoreReviewAttachments', 'appStoreReviewAttachments', {
    include: ['appStoreReviewDetail'],
  }),
  list('/v1/apps/{id}/appClips', 'appClips', {
    filters: {bundleId: null},
    include: ['app', 'appClipDefaultExperiences'],
  }),
  list('/v1/appClips/{id}/appClipDefaultExperiences', 'appClipDefaultExperiences', {
    include: EXPERIENCE_INCLUDES,
  }),
  list('/v1/appClips/{id}/appClipAdvancedExperiences', 'appClipAdvancedExperiences', {
    filters: {
      status: ['RECEIVED', 'DEACTIVATED', 'APP_TRANSFER_IN_PROGRESS'],
      placeStatus: ['PENDING', 'MATCHED', 'NO_MATCH'],
      action: ['OPEN', 'VIEW', 'PLAY'],
    },
    include: ['appClip', 'headerImage', 'localizations'],
  }),
  list(
    '/v1/appClipDefaultExperiences/{id}/appClipDefaultExperienceLocalizations',
    'appClipDefaultExperienceLocalizations',
    {filters: {locale: null}, include: ['appClipDefaultExperience', 'appClipHeaderImage']},
  ),
  list('/v1/apps/{id}/backgroundAssets', 'backgroundAssets', {
    filters: {archived: ['true', 'false'], assetPackIdentifier: null},
    sort: ['assetPackIdentifier', 'createdDate'],
    include: ['app'],
  }),
  list('/v1/backgroundAssets/{id}/versions', 'backgroundAssetVersions', {
    filters: {
      state: ['AWAITING_UPLOAD', 'PROCESSING', 'FAILED', 'COMPLETE'],
      version: null,
      'appStoreRelease.state': RELEASE_STATES,
    },
    sort: ['version'],
    include: PACK_VERSION_INCLUDES,
  }),
  list('/v1/backgroundAssetVersions/{id}/backgroundAssetUploadFiles', 'backgroundAssetUploadFiles'),
  ...recordRoutes('appStoreReviewDetails', 'AppStoreReviewDetail', {
    include: ['appStoreVersion', 'appStoreReviewAttachments'],
  }),
  ...recordRoutes('appClipDefaultExperiences', 'AppClipDefaultExperience', {
    include: EXPERIENCE_INCLUDES,
    isDeletable: true,
  }),
  ...recordRoutes('appClipDefaultExperienceLocalizations', 'AppClipDefaultExperienceLocalization', {
    include: ['appClipDefaultExperience', 'appClipHeaderImage'],
    isDeletable: true,
  }),
  ...recordRoutes('appClipAdvancedExperiences', 'AppClipAdvancedExperience', {
    include: ['appClip', 'headerImage', 'localizations'],
  }),
  ...recordRoutes('backgroundAssets', 'BackgroundAsset', {include: ['app'], isFixed: true}),
  ...recordRoutes('backgroundAssetVersions', 'BackgroundAssetVersion', {
    include: PACK_VERSION_INCLUDES,
    isFixed: true,
  }),
  ...releaseRoutes,
]

/** What a version, alone or in a list, can bring along besides its app and localizations. */
export const versionIncludes = VERSION_INCLUDES

function fileRoutes(type: EntityType, {schema, parent, isDeletable}: FileKind): readonly Route[] {
  const one = `/v1/${type}/{id}`
  const include =
    parent === null || type === 'backgroundAssetUploadFiles' ? [] : [parent.relationship]
  return [
    {name: 'reserve', method: 'POST', path: `/v1/${type}`, type, body: `${schema}CreateRequest`},
    {
      name: 'asset',
      method: 'GET',
      path: one,
      type,
      ...(include.length === 0 ? {} : {include}),
    },
    {name: 'commit', method: 'PATCH', path: one, type, body: `${schema}UpdateRequest`},
    ...(isDeletable ? [{name: 'delete', method: 'DELETE', path: one, type} as const] : []),
  ]
}

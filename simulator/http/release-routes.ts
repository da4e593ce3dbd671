import {list, part, recordRoutes} from './route-forms.ts'
import type {Route} from './routes.ts'

const PLATFORMS = ['IOS', 'MAC_OS', 'TV_OS', 'VISION_OS']
const BOOLEANS = ['true', 'false']

const INFO_INCLUDES = [
  'app',
  'ageRatingDeclaration',
  'appInfoLocalizations',
  'primaryCategory',
  'primarySubcategoryOne',
  'primarySubcategoryTwo',
  'secondaryCategory',
  'secondarySubcategoryOne',
  'secondarySubcategoryTwo',
]
const BUILD_INCLUDES = ['app', 'appStoreVersion', 'preReleaseVersion']
const SCHEDULE_INCLUDES = ['app', 'baseTerritory', 'manualPrices']
const SUBMISSION_INCLUDES = ['app', 'items', 'appStoreVersionForReview']

/** API 4.4.1: schema of `ReviewSubmission.state`. */
const SUBMISSION_STATES =
  'READY_FOR_REVIEW WAITING_FOR_REVIEW IN_REVIEW UNRESOLVED_ISSUES CANCELING COMPLETING COMPLETE'.split(
    ' ',
  )

/** Paths of API 4.4.1 for what a release needs besides the version, its texts and its files. */
export const releaseRoutes: readonly Route[] = [
  {
    name: 'update-app',
    method: 'PATCH',
    path: '/v1/apps/{id}',
    type: 'apps',
    body: 'AppUpdateRequest',
  },
  {
    name: 'update-version',
    method: 'PATCH',
    path: '/v1/appStoreVersions/{id}',
    type: 'appStoreVersions',
    body: 'AppStoreVersionUpdateRequest',
  },
  {
    name: 'attach-build',
    method: 'PATCH',
    path: '/v1/appStoreVersions/{id}/relationships/build',
    type: 'builds',
    body: 'AppStoreVersionBuildLinkageRequest',
  },
  part('/v1/appStoreVersions/{id}/build', 'builds'),
  part('/v1/appStoreVersions/{id}/appStoreVersionPhasedRelease', 'appStoreVersionPhasedReleases'),
  list('/v1/apps/{id}/appInfos', 'appInfos', {include: INFO_INCLUDES}),
  list('/v1/appInfos/{id}/appInfoLocalizations', 'appInfoLocalizations', {
    filters: {locale: null},
    include: ['appInfo'],
  }),
  part('/v1/appInfos/{id}/ageRatingDeclaration', 'ageRatingDeclarations'),
  part('/v1/apps/{id}/appPriceSchedule', 'appPriceSchedules', SCHEDULE_INCLUDES),
  part('/v1/appPriceSchedules/{id}/baseTerritory', 'territories'),
  list('/v1/appPriceSchedules/{id}/manualPrices', 'appPrices', {
    filters: {territory: null},
    include: ['appPricePoint', 'territory'],
  }),
  list('/v1/apps/{id}/appPricePoints', 'appPricePoints', {
    filters: {territory: null},
    include: ['app', 'territory'],
  }),
  // reference.md §3 row 27: neither filters nor sort.
  list('/v1/apps/{id}/builds', 'builds'),
  list('/v1/builds', 'builds', {
    filters: {
      id: null,
      app: null,
      appStoreVersion: null,
      version: null,
      preReleaseVersion: null,
      'preReleaseVersion.version': null,
      'preReleaseVersion.platform': PLATFORMS,
      processingState: ['PROCESSING', 'FAILED', 'INVALID', 'VALID'],
      expired: BOOLEANS,
      usesNonExemptEncryption: BOOLEANS,
    },
    sort: ['version', 'uploadedDate'],
    include: BUILD_INCLUDES,
  }),
  list('/v1/reviewSubmissions', 'reviewSubmissions', {
    filters: {app: null, platform: PLATFORMS, state: SUBMISSION_STATES},
    required: ['app'],
    include: SUBMISSION_INCLUDES,
  }),
  list('/v1/reviewSubmissions/{id}/items', 'reviewSubmissionItems', {
    include: ['appStoreVersion', 'backgroundAssetVersion'],
  }),
  ...recordRoutes('appInfos', 'AppInfo', {include: INFO_INCLUDES, isMade: false}),
  ...recordRoutes('appInfoLocalizations', 'AppInfoLocalization', {
    include: ['appInfo'],
    isDeletable: true,
  }),
  ...recordRoutes('ageRatingDeclarations', 'AgeRatingDeclaration', {isMade: false, isRead: false}),
  ...recordRoutes('appPriceSchedules', 'AppPriceSchedule', {
    include: SCHEDULE_INCLUDES,
    isFixed: true,
  }),
  ...recordRoutes('builds', 'Build', {include: BUILD_INCLUDES, isMade: false}),
  ...recordRoutes('appStoreVersionPhasedReleases', 'AppStoreVersionPhasedRelease', {
    isRead: false,
    isDeletable: true,
  }),
  ...recordRoutes('reviewSubmissions', 'ReviewSubmission', {include: SUBMISSION_INCLUDES}),
  ...recordRoutes('reviewSubmissionItems', 'ReviewSubmissionItem', {
    isRead: false,
    isDeletable: true,
  }),
]

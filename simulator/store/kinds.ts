import {
  appAttributes,
  assetAttributes,
  entityAttributes,
  localizationAttributes,
  setAttributes,
  versionAttributes,
} from './attributes.ts'
import type {Attributes} from './attributes.ts'
import {
  committedFile,
  internalReleaseAttributes,
  packReleases,
  packVersionAttributes,
  packVersionState,
} from '../entities/background-assets.ts'
import {appInfoAttributes} from '../entities/app-infos.ts'
import {buildFilters} from '../entities/builds.ts'
import {CATEGORIES, TERRITORIES} from '../entities/catalogues.ts'
import {pricePointAttributes, pricePointOf, pricePoints} from '../entities/price-points.ts'
import {itemsOf} from '../entities/reviewables.ts'
import {notFound} from '../http/refusal.ts'
import {resources} from '../http/resource-table.ts'
import {isEntityType} from './records.ts'
import type {Entity, EntityType, Medium, ResourceType} from './records.ts'
import {
  appOf,
  assetOf,
  assetsOf,
  entitiesOf,
  entityOf,
  localizationOf,
  localizationsOf,
  setOf,
  setsOf,
  versionOf,
  versionsOf,
} from './store.ts'
import type {Store} from './store.ts'
import type {World} from './world.ts'

interface Shown {
  readonly id: string
  /** Missing on what lists never leave out. */
  readonly visibleFrom?: number
}

/** How a kind of resource is read out of the store. Throws 404 for an unknown id. */
interface Kind {
  attributes(world: World, id: string, options: {readonly inList: boolean}): Attributes
  /** The records at the other end of each relationship, in the store's order. */
  related(world: World, id: string): Readonly<Record<string, () => readonly Shown[]>>
  /** What filters compare with. */
  filterable(world: World, id: string): Readonly<Record<string, string>>
}

/** A kind whose records say everything themselves. */
const entityKind = (type: EntityType): Kind => ({
  attributes: (world, id, options) =>
    entityAttributes(world, entityOf(world.store, type, id), options),
  related: ({store}, id) => ({
    ...ownLinks(entityOf(store, type, id)),
    ...inverseLinks(store, type, id),
  }),
  filterable({store}, id) {
    const {attributes} = entityOf(store, type, id)
    return Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, String(value)]),
    )
  },
})

function ownLinks({related}: Entity) {
  return Object.fromEntries(
    Object.entries(related).map(([name, id]) => [name, () => (id === null ? [] : [{id}])] as const),
  )
}

/** What leads here from records that say it themselves. */
function inverseLinks(store: Store, type: ResourceType, id: string) {
  return Object.fromEntries(
    Object.entries(resources[type].relationships).flatMap(([name, {type: other, inverse}]) =>
      inverse !== undefined && isEntityType(other)
        ? [[name, () => entitiesOf(store, other, inverse, id)] as const]
        : [],
    ),
  )
}

/** A kind that Apple has for all apps, of which nothing is kept. */
const listedKind = (type: ResourceType, attributesOf: (id: string) => Attributes | null): Kind => ({
  attributes(_world, id) {
    const attributes = attributesOf(id)
    if (attributes === null) throw notFound(type, id)
    return attributes
  },
  related: () => ({}),
  filterable: () => ({}),
})

const appInfos: Kind = {
  ...entityKind('appInfos'),
  attributes: ({store}, id) => appInfoAttributes(entityOf(store, 'appInfos', id)),
}

const appPricePoints: Kind = {
  attributes: (_world, id) => pricePointAttributes(pricePointOf(id)),
  related(_world, id) {
    const {appId, territory} = pricePointOf(id)
    return {app: () => [{id: appId}], territory: () => [{id: territory}]}
  },
  filterable: (_world, id) => ({territory: pricePointOf(id).territory}),
}

const builds: Kind = {
  ...entityKind('builds'),
  filterable: (world, id) => ({
    ...entityKind('builds').filterable(world, id),
    ...buildFilters(world.store, entityOf(world.store, 'builds', id)),
  }),
}

const appPrices: Kind = {
  ...entityKind('appPrices'),
  filterable: ({store}, id) => ({
    territory: entityOf(store, 'appPrices', id).related['territory'] ?? '',
  }),
}

const reviewSubmissions: Kind = {
  ...entityKind('reviewSubmissions'),
  related: (world, id) => ({
    ...entityKind('reviewSubmissions').related(world, id),
    // [inferred] Only once it is submitted: before, nothing is for review.
    appStoreVersionForReview: () =>
      entityOf(world.store, 'reviewSubmissions', id).attributes['submittedDate'] === null
        ? []
        : itemsOf(world.store, id).flatMap(({related: {appStoreVersion = null}}) =>
            appStoreVersion === null ? [] : [{id: appStoreVersion}],
          ),
  }),
  filterable: (world, id) => ({
    ...entityKind('reviewSubmissions').filterable(world, id),
    app: entityOf(world.store, 'reviewSubmissions', id).related['app'] ?? '',
  }),
}

const apps: Kind = {
  attributes: ({store}, id) => appAttributes(appOf(store, id)),
  related: ({store}, id) => ({
    appStoreVersions: () => versionsOf(store, id),
    appPricePoints: () => pricePoints(id),
    ...inverseLinks(store, 'apps', id),
  }),
  filterable({store}, id) {
    const {bundleId, name, sku} = appOf(store, id)
    return {id, bundleId, name, sku}
  },
}

const appStoreVersions: Kind = {
  attributes: ({store}, id) => versionAttributes(versionOf(store, id)),
  related: ({store}, id) => ({
    app: () => [{id: versionOf(store, id).appId}],
    appStoreVersionLocalizations: () => localizationsOf(store, id),
    ...inverseLinks(store, 'appStoreVersions', id),
  }),
  filterable({store}, id) {
    const {platform, versionString, state} = versionOf(store, id)
    return {id, platform, versionString, appVersionState: state}
  },
}

const appStoreVersionLocalizations: Kind = {
  attributes: ({store}, id) => localizationAttributes(localizationOf(store, id)),
  related({store}, id) {
    const sets = (wanted: Medium) => () => setsOf(store, id).filter(({medium}) => medium === wanted)
    return {
      appStoreVersion: () => [{id: localizationOf(store, id).versionId}],
      appScreenshotSets: sets('screenshot'),
      appPreviewSets: sets('preview'),
    }
  },
  filterable: ({store}, id) => ({locale: localizationOf(store, id).locale}),
}

const setKind = (medium: Medium, assets: ResourceType): Kind => ({
  attributes: ({store}, id) => setAttributes(setOf(store, id, medium)),
  related: ({store}, id) => ({
    appStoreVersionLocalization: () => [{id: setOf(store, id, medium).localizationId}],
    [assets]: () => assetsOf(store, setOf(store, id, medium)),
  }),
  filterable({store}, id) {
    const {type} = setOf(store, id, medium)
    return {screenshotDisplayType: type, previewType: type}
  },
})

const assetKind = (medium: Medium, set: string): Kind => ({
  attributes: (world, id, options) =>
    assetAttributes(world, assetOf(world.store, id, medium), options),
  related: ({store}, id) => ({[set]: () => [{id: assetOf(store, id, medium).setId}]}),
  filterable: () => ({}),
})

const backgroundAssetVersions: Kind = {
  ...entityKind('backgroundAssetVersions'),
  attributes: (world, id) =>
    packVersionAttributes(world, entityOf(world.store, 'backgroundAssetVersions', id)),
  related(world, id) {
    const version = entityOf(world.store, 'backgroundAssetVersions', id)
    return {
      ...entityKind('backgroundAssetVersions').related(world, id),
      internalBetaRelease: () =>
        packReleases(world, version, 'backgroundAssetVersionInternalBetaReleases'),
      appStoreRelease: () => packReleases(world, version, 'backgroundAssetVersionAppStoreReleases'),
      assetFile: () => committedFile(world.store, id, 'ASSET'),
      manifestFile: () => committedFile(world.store, id, 'MANIFEST'),
    }
  },
  filterable: (world, id) => ({
    ...entityKind('backgroundAssetVersions').filterable(world, id),
    state: packVersionState(world, entityOf(world.store, 'backgroundAssetVersions', id)),
    'appStoreRelease.state': appStoreReleaseState(world, id),
  }),
}

function appStoreReleaseState(world: World, id: string): string {
  const type = 'backgroundAssetVersionAppStoreReleases'
  const version = entityOf(world.store, 'backgroundAssetVersions', id)
  const [release] = packReleases(world, version, type)
  return release === undefined
    ? ''
    : String(entityOf(world.store, type, release.id).attributes['state'])
}

const backgroundAssetVersionInternalBetaReleases: Kind = {
  ...entityKind('backgroundAssetVersionInternalBetaReleases'),
  attributes: (world, id) =>
    internalReleaseAttributes(
      world,
      entityOf(world.store, 'backgroundAssetVersionInternalBetaReleases', id),
    ),
}

export const kinds: Readonly<Record<ResourceType, Kind>> = {
  appClips: entityKind('appClips'),
  appClipDefaultExperiences: entityKind('appClipDefaultExperiences'),
  appClipDefaultExperienceLocalizations: entityKind('appClipDefaultExperienceLocalizations'),
  appClipHeaderImages: entityKind('appClipHeaderImages'),
  appClipAdvancedExperiences: entityKind('appClipAdvancedExperiences'),
  appClipAdvancedExperienceLocalizations: entityKind('appClipAdvancedExperienceLocalizations'),
  appClipAdvancedExperienceImages: entityKind('appClipAdvancedExperienceImages'),
  appStoreReviewDetails: entityKind('appStoreReviewDetails'),
  appStoreReviewAttachments: entityKind('appStoreReviewAttachments'),
  routingAppCoverages: entityKind('routingAppCoverages'),
  backgroundAssetUploadFiles: entityKind('backgroundAssetUploadFiles'),
  backgroundAssets: entityKind('backgroundAssets'),
  backgroundAssetVersionAppStoreReleases: entityKind('backgroundAssetVersionAppStoreReleases'),
  appInfos,
  appInfoLocalizations: entityKind('appInfoLocalizations'),
  ageRatingDeclarations: entityKind('ageRatingDeclarations'),
  appPriceSchedules: entityKind('appPriceSchedules'),
  appPrices,
  appPricePoints,
  appCategories: listedKind('appCategories', (id) =>
    CATEGORIES.has(id) ? {platforms: ['IOS', 'MAC_OS', 'TV_OS', 'VISION_OS']} : null,
  ),
  territories: listedKind('territories', (id) => TERRITORIES[id] ?? null),
  builds,
  preReleaseVersions: entityKind('preReleaseVersions'),
  appStoreVersionPhasedReleases: entityKind('appStoreVersionPhasedReleases'),
  reviewSubmissions,
  reviewSubmissionItems: entityKind('reviewSubmissionItems'),
  apps,
  appStoreVersions,
  appStoreVersionLocalizations,
  appScreenshotSets: setKind('screenshot', 'appScreenshots'),
  appPreviewSets: setKind('preview', 'appPreviews'),
  appScreenshots: assetKind('screenshot', 'appScreenshotSet'),
  appPreviews: assetKind('preview', 'appPreviewSet'),
  backgroundAssetVersions,
  backgroundAssetVersionInternalBetaReleases,
}

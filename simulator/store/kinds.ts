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
  internalReleases,
  packVersionAttributes,
  packVersionState,
} from '../entities/background-assets.ts'
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

const apps: Kind = {
  attributes: ({store}, id) => appAttributes(appOf(store, id)),
  related: ({store}, id) => ({
    appStoreVersions: () => versionsOf(store, id),
    ...inverseLinks(store, 'apps', id),
  }),
  filterable: ({store}, id) => ({...appOf(store, id)}),
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
      internalBetaRelease: () => internalReleases(world, version),
      assetFile: () => committedFile(world.store, id, 'ASSET'),
      manifestFile: () => committedFile(world.store, id, 'MANIFEST'),
    }
  },
  filterable: (world, id) => ({
    ...entityKind('backgroundAssetVersions').filterable(world, id),
    state: packVersionState(world, entityOf(world.store, 'backgroundAssetVersions', id)),
  }),
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

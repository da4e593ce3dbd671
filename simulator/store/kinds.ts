import {
  appAttributes,
  assetAttributes,
  localizationAttributes,
  setAttributes,
  versionAttributes,
} from './attributes.ts'
import type {Attributes} from './attributes.ts'
import type {Medium, ResourceType} from './records.ts'
import {
  appOf,
  assetOf,
  assetsOf,
  localizationOf,
  localizationsOf,
  setOf,
  setsOf,
  versionOf,
  versionsOf,
} from './store.ts'
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

const apps: Kind = {
  attributes: ({store}, id) => appAttributes(appOf(store, id)),
  related: ({store}, id) => ({appStoreVersions: () => versionsOf(store, id)}),
  filterable: ({store}, id) => ({...appOf(store, id)}),
}

const appStoreVersions: Kind = {
  attributes: ({store}, id) => versionAttributes(versionOf(store, id)),
  related: ({store}, id) => ({
    app: () => [{id: versionOf(store, id).appId}],
    appStoreVersionLocalizations: () => localizationsOf(store, id),
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

export const kinds: Readonly<Record<ResourceType, Kind>> = {
  apps,
  appStoreVersions,
  appStoreVersionLocalizations,
  appScreenshotSets: setKind('screenshot', 'appScreenshots'),
  appPreviewSets: setKind('preview', 'appPreviews'),
  appScreenshots: assetKind('screenshot', 'appScreenshotSet'),
  appPreviews: assetKind('preview', 'appPreviewSet'),
}

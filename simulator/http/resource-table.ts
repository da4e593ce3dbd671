import type {ResourceType} from '../store/records.ts'

interface Relationship {
  readonly type: ResourceType
  readonly many?: true
}

interface Resource {
  readonly attributes: readonly string[]
  readonly relationships: Readonly<Record<string, Relationship>>
}

const words = (text: string): readonly string[] => text.split(' ')

/** Members of each resource in API 4.4.1: what `fields[…]` may name, and what an answer shows. */
export const resources: Readonly<Record<ResourceType, Resource>> = {
  apps: {
    attributes: words('name bundleId sku primaryLocale'),
    relationships: {appStoreVersions: {type: 'appStoreVersions', many: true}},
  },
  appStoreVersions: {
    attributes: words(
      'platform versionString appStoreState appVersionState copyright reviewType releaseType earliestReleaseDate usesIdfa downloadable createdDate',
    ),
    relationships: {
      app: {type: 'apps'},
      appStoreVersionLocalizations: {type: 'appStoreVersionLocalizations', many: true},
    },
  },
  appStoreVersionLocalizations: {
    attributes: words(
      'description locale keywords marketingUrl promotionalText supportUrl whatsNew',
    ),
    relationships: {
      appStoreVersion: {type: 'appStoreVersions'},
      appScreenshotSets: {type: 'appScreenshotSets', many: true},
      appPreviewSets: {type: 'appPreviewSets', many: true},
    },
  },
  appScreenshotSets: {
    attributes: words('screenshotDisplayType'),
    relationships: {
      appStoreVersionLocalization: {type: 'appStoreVersionLocalizations'},
      appScreenshots: {type: 'appScreenshots', many: true},
    },
  },
  appPreviewSets: {
    attributes: words('previewType'),
    relationships: {
      appStoreVersionLocalization: {type: 'appStoreVersionLocalizations'},
      appPreviews: {type: 'appPreviews', many: true},
    },
  },
  appScreenshots: {
    attributes: words(
      'fileSize fileName sourceFileChecksum imageAsset assetToken assetType uploadOperations assetDeliveryState',
    ),
    relationships: {appScreenshotSet: {type: 'appScreenshotSets'}},
  },
  appPreviews: {
    attributes: words(
      'fileSize fileName sourceFileChecksum previewFrameTimeCode mimeType videoUrl previewFrameImage previewImage uploadOperations assetDeliveryState videoDeliveryState',
    ),
    relationships: {appPreviewSet: {type: 'appPreviewSets'}},
  },
}

/** The type at the other end of a relationship; the relationship's own name if it is not known. */
export function relatedType(type: ResourceType, relationship: string): string {
  return resources[type].relationships[relationship]?.type ?? relationship
}

import type {ResourceType} from '../store/records.ts'
import {releaseResources} from './release-resources.ts'
import {words} from './resource.ts'
import type {Resource} from './resource.ts'

const fileAttributes = words(
  'fileSize fileName sourceFileChecksum uploadOperations assetDeliveryState',
)

/** Members of each resource in API 4.4.1: what `fields[…]` may name, and what an answer shows. */
export const resources: Readonly<Record<ResourceType, Resource>> = {
  apps: {
    attributes: words('name bundleId sku primaryLocale contentRightsDeclaration'),
    relationships: {
      appStoreVersions: {type: 'appStoreVersions', many: true},
      appClips: {type: 'appClips', many: true, inverse: 'app'},
      backgroundAssets: {type: 'backgroundAssets', many: true, inverse: 'app'},
      appInfos: {type: 'appInfos', many: true, inverse: 'app'},
      appPriceSchedule: {type: 'appPriceSchedules', inverse: 'app'},
      appPricePoints: {type: 'appPricePoints', many: true},
      builds: {type: 'builds', many: true, inverse: 'app'},
      reviewSubmissions: {type: 'reviewSubmissions', many: true, inverse: 'app'},
    },
  },
  appStoreVersions: {
    attributes: words(
      'platform versionString appStoreState appVersionState copyright reviewType releaseType earliestReleaseDate usesIdfa downloadable createdDate',
    ),
    relationships: {
      app: {type: 'apps'},
      appStoreVersionLocalizations: {type: 'appStoreVersionLocalizations', many: true},
      build: {type: 'builds', inverse: 'appStoreVersion'},
      appStoreVersionPhasedRelease: {
        type: 'appStoreVersionPhasedReleases',
        inverse: 'appStoreVersion',
      },
      routingAppCoverage: {type: 'routingAppCoverages', inverse: 'appStoreVersion'},
      appStoreReviewDetail: {type: 'appStoreReviewDetails', inverse: 'appStoreVersion'},
      appClipDefaultExperience: {
        type: 'appClipDefaultExperiences',
        inverse: 'releaseWithAppStoreVersion',
      },
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
  routingAppCoverages: {
    attributes: fileAttributes,
    relationships: {appStoreVersion: {type: 'appStoreVersions'}},
  },
  appStoreReviewDetails: {
    attributes: words(
      'contactFirstName contactLastName contactPhone contactEmail demoAccountName demoAccountPassword demoAccountRequired notes',
    ),
    relationships: {
      appStoreVersion: {type: 'appStoreVersions'},
      appStoreReviewAttachments: {
        type: 'appStoreReviewAttachments',
        many: true,
        inverse: 'appStoreReviewDetail',
      },
    },
  },
  appStoreReviewAttachments: {
    attributes: fileAttributes,
    relationships: {appStoreReviewDetail: {type: 'appStoreReviewDetails'}},
  },
  appClips: {
    attributes: words('bundleId'),
    relationships: {
      app: {type: 'apps'},
      appClipDefaultExperiences: {
        type: 'appClipDefaultExperiences',
        many: true,
        inverse: 'appClip',
      },
      appClipAdvancedExperiences: {
        type: 'appClipAdvancedExperiences',
        many: true,
        inverse: 'appClip',
      },
    },
  },
  appClipDefaultExperiences: {
    attributes: words('action'),
    relationships: {
      appClip: {type: 'appClips'},
      releaseWithAppStoreVersion: {type: 'appStoreVersions'},
      appClipDefaultExperienceLocalizations: {
        type: 'appClipDefaultExperienceLocalizations',
        many: true,
        inverse: 'appClipDefaultExperience',
      },
    },
  },
  appClipDefaultExperienceLocalizations: {
    attributes: words('locale subtitle'),
    relationships: {
      appClipDefaultExperience: {type: 'appClipDefaultExperiences'},
      appClipHeaderImage: {
        type: 'appClipHeaderImages',
        inverse: 'appClipDefaultExperienceLocalization',
      },
    },
  },
  appClipHeaderImages: {
    attributes: [...fileAttributes, 'imageAsset'],
    relationships: {
      appClipDefaultExperienceLocalization: {type: 'appClipDefaultExperienceLocalizations'},
    },
  },
  appClipAdvancedExperiences: {
    attributes: words(
      'link version status action isPoweredBy place placeStatus businessCategory defaultLanguage',
    ),
    relationships: {
      appClip: {type: 'appClips'},
      headerImage: {type: 'appClipAdvancedExperienceImages'},
      localizations: {
        type: 'appClipAdvancedExperienceLocalizations',
        many: true,
        inverse: 'appClipAdvancedExperience',
      },
    },
  },
  // Its own relationship back is the simulator's; answers do not show it.
  appClipAdvancedExperienceLocalizations: {
    attributes: words('language title subtitle'),
    relationships: {},
  },
  appClipAdvancedExperienceImages: {
    attributes: [...fileAttributes, 'imageAsset'],
    relationships: {},
  },
  backgroundAssets: {
    attributes: words('archived assetPackIdentifier createdDate usedBytes'),
    relationships: {
      app: {type: 'apps'},
      versions: {type: 'backgroundAssetVersions', many: true, inverse: 'backgroundAsset'},
    },
  },
  backgroundAssetVersions: {
    attributes: words('createdDate platforms state stateDetails version locale'),
    relationships: {
      backgroundAsset: {type: 'backgroundAssets'},
      internalBetaRelease: {
        type: 'backgroundAssetVersionInternalBetaReleases',
        inverse: 'backgroundAssetVersion',
      },
      appStoreRelease: {
        type: 'backgroundAssetVersionAppStoreReleases',
        inverse: 'backgroundAssetVersion',
      },
      assetFile: {type: 'backgroundAssetUploadFiles'},
      manifestFile: {type: 'backgroundAssetUploadFiles'},
      backgroundAssetUploadFiles: {
        type: 'backgroundAssetUploadFiles',
        many: true,
        inverse: 'backgroundAssetVersion',
      },
    },
  },
  backgroundAssetVersionInternalBetaReleases: {
    attributes: words('state'),
    relationships: {backgroundAssetVersion: {type: 'backgroundAssetVersions'}},
  },
  backgroundAssetVersionAppStoreReleases: {
    attributes: words('state'),
    relationships: {backgroundAssetVersion: {type: 'backgroundAssetVersions'}},
  },
  // Apple's schema of an answer has no relationship back to the version.
  backgroundAssetUploadFiles: {
    attributes: [...fileAttributes, 'assetToken', 'assetType', 'sourceFileChecksums'],
    relationships: {},
  },
  ...releaseResources,
}

/** The type at the other end of a relationship; the relationship's own name if it is not known. */
export function relatedType(type: ResourceType, relationship: string): string {
  return resources[type].relationships[relationship]?.type ?? relationship
}

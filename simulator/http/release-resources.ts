import type {ResourceType} from '../store/records.ts'
import {words} from './resource.ts'
import type {Resource} from './resource.ts'

/** What a release needs besides the version, its texts and its files. */
type ReleaseType = Extract<
  ResourceType,
  | 'appInfos'
  | 'appInfoLocalizations'
  | 'ageRatingDeclarations'
  | 'appCategories'
  | 'territories'
  | 'appPriceSchedules'
  | 'appPrices'
  | 'appPricePoints'
  | 'builds'
  | 'preReleaseVersions'
  | 'appStoreVersionPhasedReleases'
  | 'reviewSubmissions'
  | 'reviewSubmissionItems'
>

/** Members of the resources of API 4.4.1 that a release needs. */
export const releaseResources: Readonly<Record<ReleaseType, Resource>> = {
  appInfos: {
    attributes: words(
      'appStoreState state appStoreAgeRating australiaAgeRating brazilAgeRating brazilAgeRatingV2 franceAgeRating koreaAgeRating',
    ),
    relationships: {
      app: {type: 'apps'},
      ageRatingDeclaration: {type: 'ageRatingDeclarations', inverse: 'appInfo'},
      appInfoLocalizations: {type: 'appInfoLocalizations', many: true, inverse: 'appInfo'},
      primaryCategory: {type: 'appCategories'},
      primarySubcategoryOne: {type: 'appCategories'},
      primarySubcategoryTwo: {type: 'appCategories'},
      secondaryCategory: {type: 'appCategories'},
      secondarySubcategoryOne: {type: 'appCategories'},
      secondarySubcategoryTwo: {type: 'appCategories'},
    },
  },
  appInfoLocalizations: {
    attributes: words('locale name subtitle privacyPolicyUrl privacyChoicesUrl privacyPolicyText'),
    relationships: {appInfo: {type: 'appInfos'}},
  },
  // Apple's schema of an answer has no relationship back to the app info.
  ageRatingDeclarations: {
    attributes: words(
      'advertising alcoholTobaccoOrDrugUseOrReferences contests gambling gamblingSimulated gunsOrOtherWeapons healthOrWellnessTopics kidsAgeBand lootBox medicalOrTreatmentInformation messagingAndChat parentalControls profanityOrCrudeHumor ageAssurance sexualContentGraphicAndNudity sexualContentOrNudity socialMedia socialMediaAgeRestricted horrorOrFearThemes matureOrSuggestiveThemes unrestrictedWebAccess userGeneratedContent violenceCartoonOrFantasy violenceRealisticProlongedGraphicOrSadistic violenceRealistic ageRatingOverride ageRatingOverrideV2 koreaAgeRatingOverride developerAgeRatingInfoUrl',
    ),
    relationships: {},
  },
  appCategories: {
    attributes: words('platforms'),
    relationships: {
      subcategories: {type: 'appCategories', many: true},
      parent: {type: 'appCategories'},
    },
  },
  territories: {attributes: words('currency'), relationships: {}},
  appPriceSchedules: {
    attributes: [],
    relationships: {
      app: {type: 'apps'},
      baseTerritory: {type: 'territories'},
      manualPrices: {type: 'appPrices', many: true, inverse: 'appPriceSchedule'},
    },
  },
  appPrices: {
    attributes: words('manual startDate endDate'),
    relationships: {
      appPricePoint: {type: 'appPricePoints'},
      territory: {type: 'territories'},
    },
  },
  appPricePoints: {
    attributes: words('customerPrice proceeds'),
    relationships: {app: {type: 'apps'}, territory: {type: 'territories'}},
  },
  builds: {
    attributes: words(
      'version uploadedDate expirationDate expired minOsVersion lsMinimumSystemVersion computedMinMacOsVersion computedMinVisionOsVersion iconAssetToken processingState buildAudienceType usesNonExemptEncryption',
    ),
    relationships: {
      preReleaseVersion: {type: 'preReleaseVersions'},
      app: {type: 'apps'},
      appStoreVersion: {type: 'appStoreVersions'},
    },
  },
  preReleaseVersions: {
    attributes: words('version platform'),
    relationships: {
      app: {type: 'apps'},
      builds: {type: 'builds', many: true, inverse: 'preReleaseVersion'},
    },
  },
  // Apple's schema of an answer has no relationship back to the version.
  appStoreVersionPhasedReleases: {
    attributes: words('phasedReleaseState startDate totalPauseDuration currentDayNumber'),
    relationships: {},
  },
  reviewSubmissions: {
    attributes: words('platform submittedDate state'),
    relationships: {
      app: {type: 'apps'},
      items: {type: 'reviewSubmissionItems', many: true, inverse: 'reviewSubmission'},
      appStoreVersionForReview: {type: 'appStoreVersions'},
    },
  },
  // Apple's schema of an answer has no relationship back to the submission.
  reviewSubmissionItems: {
    attributes: words('state'),
    relationships: {
      appStoreVersion: {type: 'appStoreVersions'},
      backgroundAssetVersion: {type: 'backgroundAssetVersions'},
    },
  },
}

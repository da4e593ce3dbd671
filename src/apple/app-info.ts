/** The states of an app info in which App Store Connect lets it change [inferred: those of a version]. */
export const EDITABLE_INFO_STATES: readonly string[] = [
  'PREPARE_FOR_SUBMISSION',
  'READY_FOR_REVIEW',
  'REJECTED',
  'DEVELOPER_REJECTED',
]

/** States of an app info that the App Store shows, or has shown; the older attribute has another name for the first. */
export const LIVE_INFO_STATES: readonly string[] = [
  'READY_FOR_DISTRIBUTION',
  'READY_FOR_SALE',
  'REPLACED_WITH_NEW_INFO',
]

/** Relationships of an app info to its categories (App Store Connect API 4.4.1, `AppInfo`). */
export const CATEGORY_SLOTS = [
  'primaryCategory',
  'primarySubcategoryOne',
  'primarySubcategoryTwo',
  'secondaryCategory',
  'secondarySubcategoryOne',
  'secondarySubcategoryTwo',
] as const
export type CategorySlot = (typeof CATEGORY_SLOTS)[number]

/** Every text of an app info in a locale (App Store Connect API 4.4.1, `AppInfoLocalization`). */
export const INFO_TEXTS = [
  'name',
  'subtitle',
  'privacyPolicyUrl',
  'privacyChoicesUrl',
  'privacyPolicyText',
] as const

/** The questions of the age rating, by Apple's names (App Store Connect API 4.4.1, `AgeRatingDeclaration`). */
export const AGE_RATING_LEVELS = [
  'alcoholTobaccoOrDrugUseOrReferences',
  'contests',
  'gamblingSimulated',
  'gunsOrOtherWeapons',
  'horrorOrFearThemes',
  'matureOrSuggestiveThemes',
  'medicalOrTreatmentInformation',
  'profanityOrCrudeHumor',
  'sexualContentGraphicAndNudity',
  'sexualContentOrNudity',
  'violenceCartoonOrFantasy',
  'violenceRealistic',
  'violenceRealisticProlongedGraphicOrSadistic',
] as const

/** Questions with the answers yes and no. */
export const AGE_RATING_SWITCHES = [
  'advertising',
  'ageAssurance',
  'gambling',
  'healthOrWellnessTopics',
  'lootBox',
  'messagingAndChat',
  'parentalControls',
  'socialMedia',
  'socialMediaAgeRestricted',
  'unrestrictedWebAccess',
  'userGeneratedContent',
] as const

/** What an age rating has besides its questions. */
export const AGE_RATING_EXTRAS = [
  'kidsAgeBand',
  'ageRatingOverride',
  'ageRatingOverrideV2',
  'koreaAgeRatingOverride',
  'developerAgeRatingInfoUrl',
] as const

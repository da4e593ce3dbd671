/** The answers to a question about how often something occurs (App Store Connect API 4.4.1, `AgeRatingDeclaration`). */
export const AGE_RATING_ANSWERS = [
  'NONE',
  'INFREQUENT_OR_MILD',
  'FREQUENT_OR_INTENSE',
  'INFREQUENT',
  'FREQUENT',
] as const

/** The values of what an age rating has besides its questions, by Apple's names; the same source. */
export const AGE_RATING_VALUES = {
  kidsAgeBand: ['FIVE_AND_UNDER', 'SIX_TO_EIGHT', 'NINE_TO_ELEVEN'],
  // Deprecated by Apple, but still in the API.
  ageRatingOverride: [
    'NONE',
    'NINE_PLUS',
    'THIRTEEN_PLUS',
    'SIXTEEN_PLUS',
    'SEVENTEEN_PLUS',
    'UNRATED',
  ],
  ageRatingOverrideV2: [
    'NONE',
    'NINE_PLUS',
    'THIRTEEN_PLUS',
    'SIXTEEN_PLUS',
    'EIGHTEEN_PLUS',
    'UNRATED',
  ],
  koreaAgeRatingOverride: ['NONE', 'FIFTEEN_PLUS', 'NINETEEN_PLUS'],
} as const

/** What an age rating has that is a web address; the same source. */
export const AGE_RATING_ADDRESS = 'developerAgeRatingInfoUrl'

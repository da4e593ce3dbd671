/** Facts about App Clips: App Store Connect API 4.4.1, and Apple's help on App Clip experiences. */

/** `AppClipAction`: the word on the button of a card. */
export const CLIP_ACTIONS = ['OPEN', 'VIEW', 'PLAY'] as const
export type ClipAction = (typeof CLIP_ACTIONS)[number]

/**
 * The image of a card, in pixels. Apple's help, "App Clip experiences": 1800 x 1200, PNG or JPEG, no transparency. That
 * the image of an advanced experience has the same size is from the Human Interface Guidelines.
 */
export const CLIP_IMAGE = {
  size: {width: 1800, height: 1200},
  /** In bytes. Apple states no limit for cards; this is the one for screenshots. */
  maximumFileSize: 524_288_000,
} as const

/** In characters. Apple's help, "App Clip experiences". */
export const CLIP_TEXT_LIMITS = {title: 30, subtitle: 56} as const

/** `AppClipAdvancedExperienceLanguage`. */
export const EXPERIENCE_LANGUAGES = [
  'AR',
  'CA',
  'CS',
  'DA',
  'DE',
  'EL',
  'EN',
  'ES',
  'FI',
  'FR',
  'HE',
  'HI',
  'HR',
  'HU',
  'ID',
  'IT',
  'JA',
  'KO',
  'MS',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'RU',
  'SK',
  'SV',
  'TH',
  'TR',
  'UK',
  'VI',
  'ZH',
] as const

/** `AppClipAdvancedExperience.businessCategory`. */
export const BUSINESS_CATEGORIES = [
  'AUTOMOTIVE',
  'BEAUTY',
  'BIKES',
  'BOOKS',
  'CASINO',
  'EDUCATION',
  'EDUCATION_JAPAN',
  'ENTERTAINMENT',
  'EV_CHARGER',
  'FINANCIAL_USD',
  'FINANCIAL_CNY',
  'FINANCIAL_GBP',
  'FINANCIAL_JPY',
  'FINANCIAL_EUR',
  'FITNESS',
  'FOOD_AND_DRINK',
  'GAS',
  'GROCERY',
  'HEALTH_AND_MEDICAL',
  'HOTEL_AND_TRAVEL',
  'MUSIC',
  'PARKING',
  'PET_SERVICES',
  'PROFESSIONAL_SERVICES',
  'SHOPPING',
  'TICKETING',
  'TRANSIT',
] as const

/** `AppClipAdvancedExperience.place.mapAction`. */
export const MAP_ACTIONS = [
  'BUY_TICKETS',
  'VIEW_AVAILABILITY',
  'VIEW_PRICING',
  'HOTEL_BOOK_ROOM',
  'PARKING_RESERVE_PARKING',
  'RESTAURANT_JOIN_WAITLIST',
  'RESTAURANT_ORDER_DELIVERY',
  'RESTAURANT_ORDER_FOOD',
  'RESTAURANT_ORDER_TAKEOUT',
  'RESTAURANT_RESERVATION',
  'SCHEDULE_APPOINTMENT',
  'RESTAURANT_VIEW_MENU',
  'THEATER_NOW_PLAYING',
  'AIRLINE_BOOK_TRAVEL',
  'AIRLINE_CHECK_IN',
  'AIRLINE_FLIGHT_STATUS',
  'APPLY',
  'BOOK',
  'BOOK_ACTIVITIES',
  'BOOK_RIDES',
  'BOOK_TEETIMES',
  'BOOK_TOURS',
  'CAREERS',
  'CHARGE_EV',
  'COUPONS',
  'DONATE',
  'EVENTS',
  'EVENTS_SHOWS',
  'EVENTS_SPORTS',
  'GIFT_CARD',
  'HOTEL_AMENITIES',
  'JOIN',
  'PARKING_AVAILABLE',
  'RESTAURANT_PICKUP',
  'RETAIL_SERVICE_QUOTE',
  'RETAIL_STORE_DELIVERY',
  'RETAIL_STORE_PICKUP',
  'RETAIL_STORE_SHOP',
  'SERVICES',
  'SUPPORT',
  'PAY_TO_PARK',
] as const

/** `AppClipAdvancedExperience.place.relationship`. */
export const PLACE_RELATIONSHIPS = ['OWNER', 'AUTHORIZED', 'OTHER'] as const

/** `AppClipAdvancedExperience.place.phoneNumber.type`. */
export const PHONE_TYPES = ['FAX', 'LANDLINE', 'MOBILE', 'TOLLFREE'] as const

/** `AppClipAdvancedExperience.place.displayPoint.source`. */
export const POINT_SOURCES = ['CALCULATED', 'MANUALLY_PLACED'] as const

/** `AppClipAdvancedExperience.status` of one that was removed. */
export const REMOVED_STATUS = 'DEACTIVATED'

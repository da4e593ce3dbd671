/** What App Store Connect has for all apps, written down for the simulator alone. */

/** By Apple's code of the territory [Apple's list of territories]: a few of 175. */
export const TERRITORIES: Readonly<Record<string, {readonly currency: string}>> = {
  AUS: {currency: 'AUD'},
  BRA: {currency: 'BRL'},
  CAN: {currency: 'CAD'},
  CHE: {currency: 'CHF'},
  CHN: {currency: 'CNY'},
  DEU: {currency: 'EUR'},
  FRA: {currency: 'EUR'},
  GBR: {currency: 'GBP'},
  IND: {currency: 'INR'},
  JPN: {currency: 'JPY'},
  KOR: {currency: 'KRW'},
  USA: {currency: 'USD'},
}

/** Currencies without a smaller unit. */
export const WHOLE_CURRENCIES: ReadonlySet<string> = new Set(['JPY', 'KRW'])

/** As fastlane lists them: reference.md §1.4. */
const PARENTS = (
  'BOOKS BUSINESS DEVELOPER_TOOLS EDUCATION ENTERTAINMENT FINANCE FOOD_AND_DRINK GAMES ' +
  'GRAPHICS_AND_DESIGN HEALTH_AND_FITNESS LIFESTYLE MAGAZINES_AND_NEWSPAPERS MEDICAL MUSIC NAVIGATION ' +
  'NEWS PHOTO_AND_VIDEO PRODUCTIVITY REFERENCE SHOPPING SOCIAL_NETWORKING SPORTS STICKERS TRAVEL ' +
  'UTILITIES WEATHER'
).split(' ')

const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  GAMES: (
    'ACTION ADVENTURE BOARD CARD CASINO CASUAL FAMILY MUSIC PUZZLE RACING ROLE_PLAYING SIMULATION ' +
    'SPORTS STRATEGY TRIVIA WORD'
  ).split(' '),
  // fastlane, `Deliver` documentation: MZGenre.Stickers.
  STICKERS: (
    'PLACES_AND_OBJECTS EMOJI_AND_EXPRESSIONS CELEBRATIONS CELEBRITIES MOVIES_AND_TV SPORTS_AND_ACTIVITIES ' +
    'EATING_AND_DRINKING CHARACTERS ANIMALS FASHION ART GAMING KIDS_AND_FAMILY PEOPLE MUSIC'
  ).split(' '),
}

/** By id, the id of the parent; null for a category that is none's. */
export const CATEGORIES: ReadonlyMap<string, string | null> = new Map([
  ...PARENTS.map((id) => [id, null] as const),
  ...Object.entries(CHILDREN).flatMap(([parent, names]) =>
    names.map((name) => [`${parent}_${name}`, parent] as const),
  ),
])

/**
 * The categories of the App Store with their subcategories, by Apple's ids. The API has them as data
 * (`GET /v1/appCategories`), not in its specification; these are the ones that fastlane's deliver documents.
 */
export const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  BOOKS: [],
  BUSINESS: [],
  DEVELOPER_TOOLS: [],
  EDUCATION: [],
  ENTERTAINMENT: [],
  FINANCE: [],
  FOOD_AND_DRINK: [],
  GAMES: [
    'GAMES_ACTION',
    'GAMES_ADVENTURE',
    'GAMES_BOARD',
    'GAMES_CARD',
    'GAMES_CASINO',
    'GAMES_CASUAL',
    'GAMES_FAMILY',
    'GAMES_MUSIC',
    'GAMES_PUZZLE',
    'GAMES_RACING',
    'GAMES_ROLE_PLAYING',
    'GAMES_SIMULATION',
    'GAMES_SPORTS',
    'GAMES_STRATEGY',
    'GAMES_TRIVIA',
    'GAMES_WORD',
  ],
  GRAPHICS_AND_DESIGN: [],
  HEALTH_AND_FITNESS: [],
  LIFESTYLE: [],
  MAGAZINES_AND_NEWSPAPERS: [],
  MEDICAL: [],
  MUSIC: [],
  NAVIGATION: [],
  NEWS: [],
  PHOTO_AND_VIDEO: [],
  PRODUCTIVITY: [],
  REFERENCE: [],
  SHOPPING: [],
  SOCIAL_NETWORKING: [],
  SPORTS: [],
  STICKERS: [
    'STICKERS_ANIMALS',
    'STICKERS_ART',
    'STICKERS_CELEBRATIONS',
    'STICKERS_CELEBRITIES',
    'STICKERS_CHARACTERS',
    'STICKERS_EATING_AND_DRINKING',
    'STICKERS_EMOJI_AND_EXPRESSIONS',
    'STICKERS_FASHION',
    'STICKERS_GAMING',
    'STICKERS_KIDS_AND_FAMILY',
    'STICKERS_MOVIES_AND_TV',
    'STICKERS_MUSIC',
    'STICKERS_PEOPLE',
    'STICKERS_PLACES_AND_OBJECTS',
    'STICKERS_SPORTS_AND_ACTIVITIES',
  ],
  TRAVEL: [],
  UTILITIES: [],
  WEATHER: [],
}

/** Ids of all categories. */
export const CATEGORY_IDS: readonly string[] = Object.keys(CATEGORIES)

/** Ids of all subcategories. */
export const SUBCATEGORY_IDS: readonly string[] = Object.values(CATEGORIES).flat()

/** Names of the old iTunes Connect, without `MZGenre.`, that fastlane's deliver still takes. */
const FORMER_CATEGORIES: Readonly<Record<string, string>> = {
  'Apps.DeveloperTools': 'DEVELOPER_TOOLS',
  'Apps.Food_Drink': 'FOOD_AND_DRINK',
  'Apps.GraphicsDesign': 'GRAPHICS_AND_DESIGN',
  'Apps.Newsstand': 'MAGAZINES_AND_NEWSPAPERS',
  'Apps.Shopping': 'SHOPPING',
  Book: 'BOOKS',
  Business: 'BUSINESS',
  Education: 'EDUCATION',
  Entertainment: 'ENTERTAINMENT',
  Finance: 'FINANCE',
  Games: 'GAMES',
  Healthcare_Fitness: 'HEALTH_AND_FITNESS',
  Lifestyle: 'LIFESTYLE',
  Medical: 'MEDICAL',
  Music: 'MUSIC',
  Navigation: 'NAVIGATION',
  News: 'NEWS',
  Photography: 'PHOTO_AND_VIDEO',
  Productivity: 'PRODUCTIVITY',
  Reference: 'REFERENCE',
  SocialNetworking: 'SOCIAL_NETWORKING',
  Sports: 'SPORTS',
  Stickers: 'STICKERS',
  Travel: 'TRAVEL',
  Utilities: 'UTILITIES',
  Weather: 'WEATHER',
}

const FORMER_SUBCATEGORIES: Readonly<Record<string, string>> = {
  Action: 'GAMES_ACTION',
  Adventure: 'GAMES_ADVENTURE',
  'Apps.Stickers.Animals': 'STICKERS_ANIMALS',
  'Apps.Stickers.Art': 'STICKERS_ART',
  'Apps.Stickers.BirthdaysAndCelebrations': 'STICKERS_CELEBRATIONS',
  'Apps.Stickers.Celebrities': 'STICKERS_CELEBRITIES',
  'Apps.Stickers.Characters': 'STICKERS_CHARACTERS',
  'Apps.Stickers.Emotions': 'STICKERS_EMOJI_AND_EXPRESSIONS',
  'Apps.Stickers.Fashion': 'STICKERS_FASHION',
  'Apps.Stickers.FoodAndDrink': 'STICKERS_EATING_AND_DRINKING',
  'Apps.Stickers.Games': 'STICKERS_GAMING',
  'Apps.Stickers.KidsAndFamily': 'STICKERS_KIDS_AND_FAMILY',
  'Apps.Stickers.MoviesAndTV': 'STICKERS_MOVIES_AND_TV',
  'Apps.Stickers.Music': 'STICKERS_MUSIC',
  'Apps.Stickers.People': 'STICKERS_PEOPLE',
  'Apps.Stickers.Places': 'STICKERS_PLACES_AND_OBJECTS',
  'Apps.Stickers.Sports': 'STICKERS_SPORTS_AND_ACTIVITIES',
  Arcade: 'GAMES_CASUAL',
  Board: 'GAMES_BOARD',
  Card: 'GAMES_CARD',
  Casino: 'GAMES_CASINO',
  Family: 'GAMES_FAMILY',
  Music: 'GAMES_MUSIC',
  Puzzle: 'GAMES_PUZZLE',
  Racing: 'GAMES_RACING',
  RolePlaying: 'GAMES_ROLE_PLAYING',
  Simulation: 'GAMES_SIMULATION',
  Sports: 'GAMES_SPORTS',
  Strategy: 'GAMES_STRATEGY',
  Trivia: 'GAMES_TRIVIA',
  Word: 'GAMES_WORD',
}

/** Apple's id of a category; other names are returned unchanged. @param name - An id, or a name such as `MZGenre.Book`. */
export function categoryId(name: string): string {
  return present(FORMER_CATEGORIES, name)
}

/** As {@link categoryId}, for a subcategory: `MZGenre.Sports` is `GAMES_SPORTS`. */
export function subcategoryId(name: string): string {
  return present(FORMER_SUBCATEGORIES, name)
}

function present(former: Readonly<Record<string, string>>, name: string): string {
  const known = name.replace('MZGenre.', '')
  // A file may say `constructor`.
  return Object.hasOwn(former, known) ? (former[known] ?? name) : name
}

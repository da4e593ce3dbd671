import {AGE_RATING_ADDRESS} from '../apple/age-rating.ts'
import type {CategorySlot} from '../apple/app-info.ts'
import {AGE_RATING_EXTRAS, AGE_RATING_LEVELS, AGE_RATING_SWITCHES} from '../apple/app-info.ts'
import {CONTENT_RIGHTS, RELEASE_TYPES} from '../apple/release.ts'
import type {ReviewAttribute} from '../apple/review-detail.ts'
import type {DocumentPath} from '../files/positions.ts'

/** Something that can be declared once for all locales. */
export interface Setting {
  /** Unique, and other than the id of any text. */
  readonly id: string
  /** In words, for messages. */
  readonly words: string
  /** Where it stands in `app-store.yml`. */
  readonly key: DocumentPath
  /** Its file below the folder, as fastlane has it; null if fastlane has none. */
  readonly file: string | null
  /** What it must be besides what the schema says. */
  readonly kind: 'category' | 'subcategory' | 'e-mail' | 'phone' | 'web address' | 'other'
  /** Whether it must never be shown. */
  readonly isSecret: boolean
  /** Apple's values, by our words for them. */
  readonly values: Readonly<Record<string, string>> | null
}

type Row = Pick<Setting, 'id' | 'words' | 'key'> & Partial<Setting>

function setting(row: Row): Setting {
  return {file: null, kind: 'other', isSecret: false, values: null, ...row}
}

const CATEGORIES = ['app', 'categories']
const REVIEW = 'review_information'

/** The rows of categories, by Apple's name. */
const CATEGORY_ROWS: Readonly<Record<CategorySlot, Omit<Row, 'id'>>> = {
  primaryCategory: {
    words: 'primary category',
    key: [...CATEGORIES, 'primary'],
    file: 'primary_category.txt',
    kind: 'category',
  },
  primarySubcategoryOne: {
    words: 'first primary subcategory',
    key: [...CATEGORIES, 'primary-subcategories', 0],
    file: 'primary_first_sub_category.txt',
    kind: 'subcategory',
  },
  primarySubcategoryTwo: {
    words: 'second primary subcategory',
    key: [...CATEGORIES, 'primary-subcategories', 1],
    file: 'primary_second_sub_category.txt',
    kind: 'subcategory',
  },
  secondaryCategory: {
    words: 'secondary category',
    key: [...CATEGORIES, 'secondary'],
    file: 'secondary_category.txt',
    kind: 'category',
  },
  secondarySubcategoryOne: {
    words: 'first secondary subcategory',
    key: [...CATEGORIES, 'secondary-subcategories', 0],
    file: 'secondary_first_sub_category.txt',
    kind: 'subcategory',
  },
  secondarySubcategoryTwo: {
    words: 'second secondary subcategory',
    key: [...CATEGORIES, 'secondary-subcategories', 1],
    file: 'secondary_second_sub_category.txt',
    kind: 'subcategory',
  },
}

/** The rows of what App Review should know, by Apple's name. */
const REVIEW_ROWS: Readonly<Record<ReviewAttribute, Omit<Row, 'id'>>> = {
  contactFirstName: {
    words: 'first name of the review contact',
    key: ['review', 'contact', 'first-name'],
    file: `${REVIEW}/first_name.txt`,
  },
  contactLastName: {
    words: 'last name of the review contact',
    key: ['review', 'contact', 'last-name'],
    file: `${REVIEW}/last_name.txt`,
  },
  contactPhone: {
    words: 'phone number of the review contact',
    key: ['review', 'contact', 'phone'],
    file: `${REVIEW}/phone_number.txt`,
    kind: 'phone',
  },
  contactEmail: {
    words: 'e-mail address of the review contact',
    key: ['review', 'contact', 'email'],
    file: `${REVIEW}/email_address.txt`,
    kind: 'e-mail',
  },
  demoAccountRequired: {
    words: 'need for a demo account',
    key: ['review', 'demo-account', 'required'],
  },
  demoAccountName: {
    words: 'name of the demo account',
    key: ['review', 'demo-account', 'name'],
    file: `${REVIEW}/demo_user.txt`,
  },
  demoAccountPassword: {
    words: 'password of the demo account',
    key: ['review', 'demo-account', 'password'],
    file: `${REVIEW}/demo_password.txt`,
    isSecret: true,
  },
  notes: {words: 'notes for App Review', key: ['review', 'notes'], file: `${REVIEW}/notes.txt`},
}

/** The id of a question of the age rating. @param name - Apple's. */
export function ageRatingId(name: string): string {
  return `age-rating/${name}`
}

/** Apple's names of everything in an age rating. */
export const AGE_RATING_NAMES: readonly string[] = [
  ...AGE_RATING_LEVELS,
  ...AGE_RATING_SWITCHES,
  ...AGE_RATING_EXTRAS,
]

/** Everything that can be declared but the texts. The id of what has a name of Apple's is that name. */
export const SETTINGS: readonly Setting[] = [
  {
    id: 'copyright',
    words: 'copyright',
    key: ['version', 'copyright'],
    file: 'copyright.txt',
  },
  {
    id: 'releaseType',
    words: 'release of the version',
    key: ['version', 'release'],
    values: RELEASE_TYPES,
  },
  {
    id: 'earliestReleaseDate',
    words: 'earliest release of the version',
    key: ['version', 'earliest-release'],
  },
  {id: 'phasedRelease', words: 'phased release', key: ['version', 'phased-release']},
  {id: 'primaryLocale', words: 'primary locale', key: ['app', 'primary-locale']},
  {
    id: 'contentRightsDeclaration',
    words: 'content rights',
    key: ['app', 'content-rights'],
    values: CONTENT_RIGHTS,
  },
  ...Object.entries(CATEGORY_ROWS).map(([id, row]) => ({id, ...row})),
  {id: 'baseTerritory', words: 'territory of the price', key: ['app', 'price', 'base-territory']},
  {id: 'customerPrice', words: 'price', key: ['app', 'price', 'customer-price']},
  ...AGE_RATING_NAMES.map((name) => ({
    id: ageRatingId(name),
    words: `${name} of the age rating`,
    key: ['age-rating', name],
    kind: name === AGE_RATING_ADDRESS ? ('web address' as const) : ('other' as const),
  })),
  {id: 'build', words: 'build', key: ['build']},
  {
    id: 'usesNonExemptEncryption',
    words: 'encryption',
    key: ['encryption', 'uses-non-exempt-encryption'],
  },
  ...Object.entries(REVIEW_ROWS).map(([id, row]) => ({id, ...row})),
].map(setting)

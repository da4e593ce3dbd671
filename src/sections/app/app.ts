import {CATEGORY_SLOTS} from '../../apple/app-info.ts'
import type {AppInfo} from '../../core/target.ts'
import type {App} from '../../core/vocabulary.ts'
import {fieldOf} from '../../fields/field.ts'
import type {Field, FieldValues} from '../../fields/field.ts'
import type {Metadata, Price} from '../../metadata/metadata.ts'
import {ageRatingId} from '../../metadata/settings.ts'
import {isSamePrice, priceText} from './price.ts'
import type {StoredPrice} from './price.ts'

/** The name of the section, and of the place of most of its fields. */
export const APP = 'app'
export const AGE_RATING = 'age-rating'

/** What the repository declares. */
export interface WantedApp {
  /** Attributes of the app. */
  readonly app: readonly Field[]
  /** Categories, by Apple's name of the relationship. */
  readonly categories: readonly Field[]
  readonly ageRating: readonly Field[]
  readonly price: readonly Field[]
  /** What the field of the price is made of; null if it is not declared. */
  readonly amount: Price | null
}

/** What the store has. */
export interface StoredApp {
  readonly app: Pick<App, 'id'>
  /** Attributes of the app. */
  readonly attributes: FieldValues
  /** Null if App Store Connect has none. */
  readonly info: AppInfo | null
  readonly price: StoredPrice
  /** Whether the version is in review. */
  readonly isInReview: boolean
}

/** Apple's name of the primary locale. */
export const PRIMARY_LOCALE = 'primaryLocale'
/** The name of the one field that a price has here. */
export const PRICE = 'customerPrice'

export function wantedApp({app, ageRating}: Metadata): WantedApp {
  const {primaryLocale, contentRights, categories, price} = app
  return {
    app: [
      ...fieldOf(PRIMARY_LOCALE, primaryLocale),
      ...fieldOf('contentRightsDeclaration', contentRights),
    ],
    categories: CATEGORY_SLOTS.flatMap((slot) => fieldOf(slot, categories.get(slot))),
    ageRating: [...ageRating].flatMap(([name, answer]) =>
      fieldOf(ageRatingId(name), answer, {name}),
    ),
    price: price === null ? [] : fieldOf(PRICE, asOne(price), {isSame: isSamePrice}),
    amount: price,
  }
}

/** Everything that the section declares. */
export function fieldsOfApp({app, categories, ageRating, price}: WantedApp): readonly Field[] {
  return [...app, ...categories, ...ageRating, ...price]
}

function asOne({baseTerritory, customerPrice}: Price) {
  return {
    ...customerPrice,
    value: priceText({territory: baseTerritory.value, amount: customerPrice.value}),
    isSecret: baseTerritory.isSecret || customerPrice.isSecret,
  }
}

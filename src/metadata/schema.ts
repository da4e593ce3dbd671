import * as z from 'zod'

import {AGE_RATING_LEVELS, AGE_RATING_SWITCHES} from '../apple/app-info.ts'
import {AGE_RATING_ADDRESS, AGE_RATING_ANSWERS, AGE_RATING_VALUES} from '../apple/age-rating.ts'
import {CATEGORY_IDS, SUBCATEGORY_IDS} from '../apple/categories.ts'
import {LOCALES} from '../apple/locales.ts'
import {CONTENT_RIGHTS, RELEASE_TYPES} from '../apple/release.ts'
import {listWithOr, nearestNames} from '../files/nearest-name.ts'
import {isReference, REFERENCE} from './config/reference.ts'
import {FIELDS} from './text-fields.ts'

const FROM_ENVIRONMENT = '`env:NAME` takes it from the environment variable NAME, and hides it.'

/** Any text but an empty one. */
function text(description: string) {
  return z
    .string()
    .refine((value) => value.trim() !== '', 'it is empty: write a value, or remove the key')
    .meta({minLength: 1})
    .describe(description)
    .optional()
}

/** One of some words, or a reference. The message never has the value, which may be a secret. */
function word(values: readonly string[], description: string) {
  return z
    .string()
    .superRefine((value, context) => {
      if (values.includes(value) || isReference(value)) return
      const near = nearestNames(value, values)
      const right = near.length > 0 ? near : values
      context.addIssue({code: 'custom', message: `it must be ${listWithOr(right)}`})
    })
    .meta({anyOf: [{enum: values}, {pattern: REFERENCE.source}]})
    .describe(description)
}

/** A text of a certain form, or a reference. @param form - As in the message. */
function formed(pattern: RegExp, form: string, description: string) {
  return z
    .string()
    .refine((value) => pattern.test(value) || isReference(value), `it must be ${form}`)
    .describe(description)
}

/** With a time zone: without one, nobody knows which hour is meant. */
const DATE = z.iso.datetime({offset: true})

const versionSchema = z
  .strictObject({
    copyright: text('Year and owner, without ©: `2026 Example GmbH`.'),
    release: word(
      Object.keys(RELEASE_TYPES),
      'When an approved version goes to the App Store: when somebody releases it (`manual`), at once (`after-approval`), or not before `earliest-release` (`scheduled`).',
    ).optional(),
    'earliest-release': z
      .string()
      .refine(
        (value) => DATE.safeParse(value).success || isReference(value),
        'it must be a date and time with a time zone, such as 2026-12-24T09:00:00Z',
      )
      .describe(
        'With `release: scheduled`: date and time with a time zone, such as `2026-12-24T09:00:00Z`.',
      )
      .optional(),
    'phased-release': z
      .boolean()
      .describe(
        'Whether automatic updates reach people over seven days; `false` removes a phased release.',
      )
      .optional(),
  })
  .describe('The version.')

const categoriesSchema = z
  .strictObject({
    primary: word(CATEGORY_IDS, 'Primary category.').optional(),
    secondary: word(CATEGORY_IDS, 'Secondary category.').optional(),
    'primary-subcategories': subcategories('primary category'),
    'secondary-subcategories': subcategories('secondary category'),
  })
  .describe('Categories of the app, by Apple’s ids.')

function subcategories(of: string) {
  return z
    .array(word(SUBCATEGORY_IDS, `A subcategory of the ${of}.`))
    .refine(({length}) => length <= 2, 'it has more than two subcategories')
    .meta({maxItems: 2})
    .describe(`At most two subcategories of the ${of}: only GAMES and STICKERS have them.`)
    .optional()
}

const PRICE_FORM = 'it must be a number such as "0.99"'

const priceSchema = z
  .strictObject({
    'base-territory': formed(
      /^[A-Z]{3}$/u,
      'three capital letters, such as USA',
      'Territory that the prices elsewhere follow: Apple’s code of three letters, such as `USA`.',
    ),
    'customer-price': z
      .union([z.string(), z.number()], {error: PRICE_FORM})
      .refine((value) => /^\d+(?:\.\d+)?$/u.test(String(value)) || isReference(value), PRICE_FORM)
      .describe('What customers pay in that territory: a number such as `"0.99"`; `"0"` is free.'),
  })
  .describe('Price of the app. Apple must have a price point of that amount.')

const appSchema = z
  .strictObject({
    'primary-locale': word(LOCALES, 'Primary language of the app, such as `en-US`.').optional(),
    'content-rights': word(
      Object.keys(CONTENT_RIGHTS),
      'Whether the app contains, shows or accesses content of others: `uses-third-party-content` or `does-not-use-third-party-content`.',
    ).optional(),
    categories: categoriesSchema.optional(),
    price: priceSchema.optional(),
  })
  .describe('The app, whatever its version.')

const ageRatingSchema = z
  .strictObject({
    ...Object.fromEntries(
      AGE_RATING_LEVELS.map((name) => [
        name,
        word(AGE_RATING_ANSWERS, `How often: ${inWords(name)}.`).optional(),
      ]),
    ),
    ...Object.fromEntries(
      AGE_RATING_SWITCHES.map((name) => [
        name,
        z
          .boolean()
          .describe(`Whether the app has it: ${inWords(name)}.`)
          .optional(),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(AGE_RATING_VALUES).map(([name, values]) => [
        name,
        word(values, `One of Apple’s values: ${inWords(name)}.`).optional(),
      ]),
    ),
    [AGE_RATING_ADDRESS]: text('Address of a page about the age rating.'),
  })
  .describe('Answers for the age rating, by Apple’s names. What is not named is left alone.')

/** Apple's name of a question as people read it: `lootBox` is `loot box`. */
function inWords(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
}

const reviewSchema = z
  .strictObject({
    contact: z
      .strictObject({
        'first-name': text('First name.'),
        'last-name': text('Last name.'),
        phone: text('Phone number with `+` and country code, such as `+44 20 7946 0000`.'),
        email: text('E-mail address.'),
      })
      .describe('Whom App Review can ask.')
      .optional(),
    'demo-account': z
      .strictObject({
        required: z.boolean().describe('Whether App Review has to sign in.').optional(),
        name: text(`User name. ${FROM_ENVIRONMENT}`),
        password: text(`Password. Never shown. ${FROM_ENVIRONMENT}`),
      })
      .describe('Account for App Review.')
      .optional(),
    notes: text('Notes for App Review.'),
  })
  .describe('What App Review should know.')

const localizationSchema = z.strictObject(
  Object.fromEntries(
    FIELDS.map(({key, words, kind, limit, owner}) => [
      key,
      text(
        [
          `${owner === 'version' ? 'Version' : 'App'}: ${words}`,
          kind === 'text' ? '' : ', a web address',
          limit === null ? '.' : `, at most ${limit} characters.`,
        ].join(''),
      ),
    ]),
  ),
)

/** Everything that `app-store.yml` can declare. */
export const configSchema = z
  .strictObject({
    version: versionSchema.optional(),
    app: appSchema.optional(),
    'age-rating': ageRatingSchema.optional(),
    build: formed(
      /^(?:latest|\d+(?:\.\d+)*)$/u,
      'latest or a build number, such as 42',
      'The build of the version: `latest`, or a build number in quotes, such as `"42"`.',
    ).optional(),
    encryption: z
      .strictObject({
        'uses-non-exempt-encryption': z
          .boolean()
          .describe('Whether the build uses encryption that is not exempt.')
          .optional(),
      })
      .describe('Export compliance of the build.')
      .optional(),
    review: reviewSchema.optional(),
    localizations: z
      .partialRecord(z.enum(LOCALES), localizationSchema)
      .describe('Texts by locale, such as `en-US`.')
      .optional(),
  })
  .describe(
    `What the App Store should show. All of it is optional; what is not declared is left alone. Any text can be \`env:NAME\`. ${FROM_ENVIRONMENT}`,
  )

import * as z from 'zod'

import {
  BUSINESS_CATEGORIES,
  CLIP_ACTIONS,
  CLIP_TEXT_LIMITS,
  EXPERIENCE_LANGUAGES,
  MAP_ACTIONS,
  PHONE_TYPES,
  PLACE_RELATIONSHIPS,
  POINT_SOURCES,
} from '../../../apple/app-clips.ts'
import {isText} from '../../../core/json-values.ts'
import {listWithOr, nearestNames} from '../../../files/nearest-name.ts'
import {lengthOf} from '../../../files/text-length.ts'

/** One of Apple's words. A wrong one is answered with the nearest right ones. */
function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, {
    error({input}) {
      if (input === undefined) return 'missing'
      const near = isText(input) ? nearestNames(input, values) : []
      return `${JSON.stringify(input)} is not one of Apple's values; use ${listWithOr(near.length > 0 ? near : values)}`
    },
  })
}

/** A block of YAML ends with a line break, which is not meant. @param limit - In characters. */
function text(limit: number) {
  return z
    .string()
    .trim()
    .refine((value) => lengthOf(value) <= limit, {
      error: ({input}) => `it has ${lengthOf(String(input))} characters, but Apple allows ${limit}`,
    })
}

/** `place` of API 4.4.1, `AppClipAdvancedExperience`. */
const placeSchema = z.strictObject({
  placeId: z.string().optional(),
  names: z.array(z.string()).optional(),
  mainAddress: z
    .strictObject({
      fullAddress: z.string().optional(),
      structuredAddress: z
        .strictObject({
          streetAddress: z.array(z.string()).optional(),
          floor: z.string().optional(),
          neighborhood: z.string().optional(),
          locality: z.string().optional(),
          stateProvince: z.string().optional(),
          postalCode: z.string().optional(),
          countryCode: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
  displayPoint: z
    .strictObject({
      coordinates: z
        .strictObject({
          latitude: z.number().min(-90).max(90).optional(),
          longitude: z.number().min(-180).max(180).optional(),
        })
        .optional(),
      source: oneOf(POINT_SOURCES).optional(),
    })
    .optional(),
  mapAction: oneOf(MAP_ACTIONS).optional(),
  relationship: oneOf(PLACE_RELATIONSHIPS).optional(),
  phoneNumber: z
    .strictObject({
      number: z.string().optional(),
      type: oneOf(PHONE_TYPES).optional(),
      intent: z.string().optional(),
    })
    .optional(),
  homePage: z.string().optional(),
  categories: z.array(z.string()).optional(),
})

const localizationSchema = z.strictObject({
  language: oneOf(EXPERIENCE_LANGUAGES),
  title: text(CLIP_TEXT_LIMITS.title).min(1, 'it is empty'),
  subtitle: text(CLIP_TEXT_LIMITS.subtitle).optional(),
})

/** The keys of an `experience.yml`, by Apple's names of the attributes. */
export const experienceSchema = z
  .strictObject({
    link: z
      .string()
      .regex(/^https:\/\/[^\s/]+\S*$/u, 'it must be a web address that begins with https://'),
    isPoweredBy: z.boolean(),
    defaultLanguage: oneOf(EXPERIENCE_LANGUAGES),
    action: oneOf(CLIP_ACTIONS).optional(),
    businessCategory: oneOf(BUSINESS_CATEGORIES).optional(),
    place: placeSchema.optional(),
    localizations: z.array(localizationSchema).min(1, 'it needs at least one'),
  })
  .superRefine(({localizations, defaultLanguage}, context) => {
    const languages = localizations.map(({language}) => language)
    for (const [index, language] of languages.entries()) {
      if (languages.indexOf(language) === index) continue
      context.addIssue({
        code: 'custom',
        path: ['localizations', index, 'language'],
        message: `the language ${language} is there twice`,
      })
    }
    if (!languages.includes(defaultLanguage)) {
      context.addIssue({
        code: 'custom',
        path: ['defaultLanguage'],
        message: `the localizations do not have ${defaultLanguage}`,
      })
    }
  })
export type ExperienceFile = z.output<typeof experienceSchema>
export type ExperienceLocalization = ExperienceFile['localizations'][number]

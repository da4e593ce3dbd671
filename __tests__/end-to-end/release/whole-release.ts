import {AGE_RATING_LEVELS, AGE_RATING_SWITCHES} from '../../../src/apple/app-info.ts'
import {image, video} from '../../helpers/media.ts'
import type {Files} from '../../helpers/scenario.ts'
import {withComment} from '../../helpers/with-comment.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'

/** What a step says for all of it. */
export const WHOLE = {manage: 'screenshots, previews, metadata', submit: 'true'} as const

/** Where the password for App Review comes from. */
export const WHOLE_ENV = {DEMO_PASSWORD: 'correct-horse-battery'} as const

/** An hour that no test lives to see. */
export const RELEASE_DATE = `${new Date().getUTCFullYear() + 1}-12-24T09:00:00Z`

/** Every key that `app-store.yml` has but for texts, which the folder has. */
const CONFIG = [
  `version: {copyright: 2026 Example GmbH, release: scheduled, earliest-release: ${RELEASE_DATE}, phased-release: true}`,
  'app:',
  '  primary-locale: en-US',
  '  content-rights: uses-third-party-content',
  '  categories: {primary: GAMES, primary-subcategories: [GAMES_WORD, GAMES_TRIVIA], secondary: TRAVEL}',
  '  price: {base-territory: USA, customer-price: "0.99"}',
  'age-rating:',
  ...AGE_RATING_LEVELS.map((name) => `  ${name}: NONE`),
  ...AGE_RATING_SWITCHES.map((name) => `  ${name}: ${name === 'advertising'}`),
  '  ageRatingOverrideV2: NONE',
  '  koreaAgeRatingOverride: NONE',
  '  developerAgeRatingInfoUrl: https://example.com/age',
  'build: latest',
  'encryption: {uses-non-exempt-encryption: false}',
  'review:',
  '  contact: {first-name: Ada, last-name: Lovelace, phone: "+44 20 7946 0000", email: review@example.com}',
  '  demo-account: {required: true, name: demo, password: env:DEMO_PASSWORD}',
  '  notes: Nothing special.',
]

/** The texts of a locale, by the names of their files. */
export function textsOf(locale: string): Readonly<Record<string, string>> {
  return {
    name: 'Example',
    subtitle: `In ${locale}`,
    privacy_url: 'https://example.com/privacy',
    description: `What it does, in ${locale}.`,
    keywords: 'words,letters',
    promotional_text: 'Now with more words.',
    release_notes: `What is new, in ${locale}.`,
    support_url: 'https://example.com/support',
    marketing_url: 'https://example.com',
  }
}

/** A folder that declares a whole release in these locales: a screenshot and a preview each, all texts, all settings. */
export async function wholeFolder(locales: readonly string[]): Promise<Files> {
  const [screenshot, preview] = await Promise.all([image(), video('iphone.mp4')])
  const files: Record<string, Buffer | string> = {'app-store.yml': `${CONFIG.join('\n')}\n`}
  for (const locale of locales) {
    files[`screenshots/${locale}/APP_IPHONE_67/1.png`] = withComment(screenshot, locale)
    files[`previews/${locale}/IPHONE_67/tour.mp4`] = preview
    for (const [name, text] of Object.entries(textsOf(locale))) {
      files[`metadata/${locale}/${name}.txt`] = `${text}\n`
    }
  }
  return files
}

/** An app with a version in the App Store, and another that has nothing but its number and an uploaded build. */
export const UNTOUCHED_STORE: SimulatorOptions = {
  apps: [
    {
      bundleId: 'com.example.app',
      versions: [
        {versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'},
        {versionString: '1.0.0'},
      ],
      builds: [
        {number: '41', uploadedDate: '2026-01-01T00:00:00Z'},
        {number: '42', uploadedDate: '2026-01-02T00:00:00Z'},
      ],
    },
  ],
  processing: 'accept',
}

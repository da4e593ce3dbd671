import {AGE_RATING_LEVELS, AGE_RATING_SWITCHES} from '../../../src/apple/app-info.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'
import {config, storeOf} from './declared.ts'

/** Every setting that there is. */
export const EVERYTHING = config(
  'version: {copyright: 2026 Example GmbH, release: manual, phased-release: true}',
  'app:',
  '  content-rights: does-not-use-third-party-content',
  '  categories: {primary: NAVIGATION, secondary: TRAVEL}',
  '  price: {base-territory: USA, customer-price: "0.00"}',
  'age-rating:',
  ...AGE_RATING_LEVELS.map((name) => `  ${name}: NONE`),
  ...AGE_RATING_SWITCHES.map((name) => `  ${name}: false`),
  'build: latest',
  'encryption: {uses-non-exempt-encryption: false}',
  'review:',
  '  contact: {first-name: Ada, last-name: Lovelace, phone: "+44 20 7946 0000", email: review@example.com}',
  '  demo-account: {required: true, name: demo, password: env:DEMO_PASSWORD}',
)

export const PASSWORD = 'correct-horse-battery'
export const ENVIRONMENT = {env: {DEMO_PASSWORD: PASSWORD}}

/** An app of which nothing is filled in, with a build. */
export const EMPTY_STORE: SimulatorOptions = storeOf({builds: [{number: '42'}]})

/** The writes that fill it in: app, categories, age rating, price, version, phased release, build, encryption, review. */
export const WRITES = 9

/** What the store has of all that. */
export function filledIn({simulator}: Pick<Scenario, 'simulator'>): unknown {
  const [version] = simulator.versions()
  const attributesOf = (type: Parameters<typeof simulator.records>[0]) =>
    simulator.records(type).map(({attributes}) => attributes)
  const [build] = simulator.records('builds')
  const [schedule] = simulator.records('appPriceSchedules')
  return {
    copyright: version?.copyright,
    release: version?.releaseType,
    phasedReleases: attributesOf('appStoreVersionPhasedReleases').length,
    contentRights: simulator.apps().map(({contentRightsDeclaration}) => contentRightsDeclaration),
    categories: simulator
      .records('appInfos')
      .map(({related}) => [related['primaryCategory'], related['secondaryCategory']]),
    open: attributesOf('ageRatingDeclarations').flatMap((answers) =>
      [...AGE_RATING_LEVELS, ...AGE_RATING_SWITCHES].filter((name) => answers[name] === null),
    ),
    base: schedule?.related['baseTerritory'],
    prices: simulator
      .records('appPrices')
      .filter(({related}) => related['appPriceSchedule'] === schedule?.id).length,
    attached: build?.related['appStoreVersion'] === version?.id,
    encryption: build?.attributes['usesNonExemptEncryption'],
    review: attributesOf('appStoreReviewDetails').map(
      ({contactPhone, demoAccountRequired, demoAccountPassword}) => [
        contactPhone,
        demoAccountRequired,
        demoAccountPassword,
      ],
    ),
  }
}

/** What {@link filledIn} says if everything is in place, and nothing twice. */
export const ALL_FILLED_IN = {
  copyright: '2026 Example GmbH',
  release: 'MANUAL',
  phasedReleases: 1,
  contentRights: ['DOES_NOT_USE_THIRD_PARTY_CONTENT'],
  categories: [['NAVIGATION', 'TRAVEL']],
  open: [],
  base: 'USA',
  prices: 1,
  attached: true,
  encryption: false,
  review: [['+44 20 7946 0000', true, PASSWORD]],
}

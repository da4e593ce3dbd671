import {createHash} from 'node:crypto'
import {AGE_RATING_LEVELS, AGE_RATING_SWITCHES} from '../../../src/apple/app-info.ts'
import {pricePointAttributes, pricePointOf} from '../../../simulator/entities/price-points.ts'
import type {EntityType} from '../../../simulator/store/records.ts'
import type {Simulator} from '../../../simulator/simulator.ts'
import {folderWith, image} from '../../helpers/media.ts'
import {RELEASE_DATE, textsOf, WHOLE, WHOLE_ENV, wholeFolder} from '../release/whole-release.ts'
import {infoTexts} from '../texts/texts.ts'
import {APP, VERSION} from './story.ts'
import type {Story} from './story.ts'

const LOCALES = ['en-US', 'ja'] as const
const RELEASED = '0.9.0'
/** Of the version that is in the App Store. */
const OLD_TEXTS = {
  description: 'Old',
  keywords: 'old',
  supportUrl: 'https://example.com/old',
  whatsNew: 'Nothing',
}

/**
 * One run on it makes the version from the one before and a localization of both kinds, fills in every text and
 * setting, sets a price, replaces a screenshot, attaches the newest build, and hands all that to App Review. The
 * version in the App Store is none of its business.
 */
export async function tellReleaseStory(): Promise<Story> {
  const files = await wholeFolder(LOCALES)
  const old = await image(1290, 2796, {colour: '#804020'})
  const english = {
    locale: 'en-US',
    texts: OLD_TEXTS,
    sets: [{type: 'APP_IPHONE_67', assets: [{fileName: 'old.png', bytes: old}]}],
  }
  const builds = [
    {number: '41', version: VERSION, uploadedDate: '2026-01-01T00:00:00Z'},
    {number: '42', version: VERSION, uploadedDate: '2026-01-02T00:00:00Z'},
  ]
  const released = {versionString: RELEASED, state: 'READY_FOR_DISTRIBUTION'}
  return {
    workspace: await folderWith(files),
    inputs: {...WHOLE, version: VERSION, 'create-version': 'true', prune: 'true'},
    env: WHOLE_ENV,
    store: {
      apps: [{...APP, versions: [{...released, localizations: [english]}], builds}],
      processing: 'accept',
      processingMilliseconds: 1,
    },
    plant: () => {},
    differences: (simulator) => {
      const there = Object.entries(shown(simulator))
      const should: Readonly<Record<string, unknown>> = wanted(files)
      return there.flatMap(([name, value]) => {
        const [is, be] = [JSON.stringify(value), JSON.stringify(should[name])]
        return is === be ? [] : [`${name}: there is ${is}, and not ${be}`]
      })
    },
    untouched: live,
    endsSettled: true,
    right: () => [],
  }
}

/** Everything that the folder declares, as the store has it. */
function shown(simulator: Simulator) {
  const versions = simulator.versions().filter(({versionString}) => versionString === VERSION)
  const [version] = versions
  const own = (type: EntityType) =>
    simulator.records(type).filter(({related}) => related['appStoreVersion'] === version?.id)
  const [app] = simulator.apps()
  const info = simulator
    .records('appInfos')
    .find(({attributes}) => attributes['state'] !== 'READY_FOR_DISTRIBUTION')
  const schedules = simulator.records('appPriceSchedules')
  const ratings = simulator
    .records('ageRatingDeclarations')
    .filter(({related}) => related['appInfo'] === info?.id)
  return {
    versions: versions.map(({state, copyright, releaseType, earliestReleaseDate}) => [
      state,
      copyright,
      releaseType,
      Date.parse(earliestReleaseDate ?? ''),
    ]),
    phased: own('appStoreVersionPhasedReleases').length,
    media: Object.entries(simulator.listing(VERSION))
      .flatMap(([locale, sets]) =>
        Object.entries(sets).flatMap(([type, assets]) =>
          assets.map(({fileName, md5, state}) => [locale, type, fileName, md5, state].join(' ')),
        ),
      )
      .toSorted(),
    texts: sorted(simulator.texts(VERSION)),
    infoTexts: sorted(infoTexts(simulator)),
    app: [app?.primaryLocale, app?.contentRightsDeclaration],
    categories: [
      'primaryCategory',
      'primarySubcategoryOne',
      'primarySubcategoryTwo',
      'secondaryCategory',
    ].map((name) => info?.related[name]),
    ageRatings: ratings.map(({attributes}) =>
      Object.fromEntries(ANSWERED.map((name) => [name, attributes[name]])),
    ),
    prices: schedules.map(({id, related}) => [
      related['baseTerritory'],
      ...simulator
        .records('appPrices')
        .filter((price) => price.related['appPriceSchedule'] === id)
        .map((price) => pricePointAttributes(pricePointOf(price.related['appPricePoint'] ?? '')))
        .map(({customerPrice}) => customerPrice),
    ]),
    builds: own('builds').map(({attributes: {version: number, usesNonExemptEncryption}}) => [
      number,
      usesNonExemptEncryption,
    ]),
    review: own('appStoreReviewDetails').map(({attributes}) =>
      Object.keys(REVIEW).map((name) => attributes[name]),
    ),
    submissions: simulator.records('reviewSubmissions').map(({id, attributes}) => [
      attributes['state'],
      ...simulator
        .records('reviewSubmissionItems')
        .filter(({related}) => related['reviewSubmission'] === id)
        .map(({related}) => related['appStoreVersion'] === version?.id),
    ]),
  }
}

const ANSWERED = [...AGE_RATING_LEVELS, ...AGE_RATING_SWITCHES, 'ageRatingOverrideV2']

const REVIEW = {
  contactFirstName: 'Ada',
  contactLastName: 'Lovelace',
  contactPhone: '+44 20 7946 0000',
  contactEmail: 'review@example.com',
  demoAccountRequired: true,
  demoAccountName: 'demo',
  demoAccountPassword: WHOLE_ENV.DEMO_PASSWORD,
  notes: 'Nothing special.',
}

/** What {@link shown} has to be in the end: all of it once. */
function wanted(files: Awaited<ReturnType<typeof wholeFolder>>): ReturnType<typeof shown> {
  const media = Object.entries(files).flatMap(([path, bytes]) => {
    const [folder, locale, type, name] = path.split('/')
    const isMedium = folder === 'screenshots' || folder === 'previews'
    if (!isMedium || !Buffer.isBuffer(bytes)) return []
    const md5 = createHash('md5').update(bytes).digest('hex')
    return [[locale, type, name, md5, 'COMPLETE'].join(' ')]
  })
  const answers = ANSWERED.map((name) => [name, answerTo(name)])
  return {
    versions: [['WAITING_FOR_REVIEW', '2026 Example GmbH', 'SCHEDULED', Date.parse(RELEASE_DATE)]],
    phased: 1,
    media: media.toSorted(),
    texts: sorted(Object.fromEntries(LOCALES.map((locale) => [locale, versionTexts(locale)]))),
    infoTexts: sorted(Object.fromEntries(LOCALES.map((locale) => [locale, appTexts(locale)]))),
    app: ['en-US', 'USES_THIRD_PARTY_CONTENT'],
    categories: ['GAMES', 'GAMES_WORD', 'GAMES_TRIVIA', 'TRAVEL'],
    ageRatings: [Object.fromEntries(answers)],
    prices: [['USA', '0.99']],
    builds: [['42', false]],
    review: [Object.values(REVIEW)],
    submissions: [['WAITING_FOR_REVIEW', true]],
  }
}

function answerTo(name: string): string | boolean {
  const isSwitch = AGE_RATING_SWITCHES.some((each) => each === name)
  return isSwitch ? name === 'advertising' : 'NONE'
}

function versionTexts(locale: string) {
  const texts = textsOf(locale)
  return {
    description: texts['description'],
    keywords: texts['keywords'],
    marketingUrl: texts['marketing_url'],
    promotionalText: texts['promotional_text'],
    supportUrl: texts['support_url'],
    whatsNew: texts['release_notes'],
  }
}

function appTexts(locale: string) {
  const texts = textsOf(locale)
  return {
    name: texts['name'],
    subtitle: texts['subtitle'],
    privacyPolicyUrl: texts['privacy_url'],
  }
}

/** By locale and name, in alphabetical order. */
function sorted(texts: Readonly<Record<string, object>>): unknown {
  return inOrder(texts).map(([locale, own]: [string, object]) => [locale, inOrder(own)])
}

function inOrder(entries: object) {
  return Object.entries(entries).toSorted(([one], [other]) => one.localeCompare(other))
}

/** The version in the App Store and its app info, as text to compare. */
function live(simulator: Simulator): string {
  const info = simulator
    .records('appInfos')
    .find(({attributes}) => attributes['state'] === 'READY_FOR_DISTRIBUTION')
  const texts = simulator
    .records('appInfoLocalizations')
    .filter(({related}) => related['appInfo'] === info?.id)
  return JSON.stringify([
    simulator.versions().filter(({versionString}) => versionString === RELEASED),
    simulator.texts(RELEASED),
    simulator.listing(RELEASED),
    info,
    texts,
  ])
}

import {deliveryState} from '../store/delivery.ts'
import {resources} from '../http/resource-table.ts'
import type {ErrorEntry} from '../http/refusal.ts'
import type {Asset, Entity, Version} from '../store/records.ts'
import {appOf, assetsOf, entitiesOf, localizationsOf, setsOf, versionOf} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {isFirst} from '../version/texts.ts'
import {infoLocalization, nextAppInfo} from './app-infos.ts'
import {attachedBuild} from './builds.ts'
import {priceScheduleOf} from './price-schedules.ts'

/** What is missing, by path of the record that lacks it. */
export type Missing = Readonly<Record<string, readonly ErrorEntry[]>>

type Fault = readonly [path: string, entry: ErrorEntry]

/** Of the questions of an age rating, what is no question: who it is for, and what the developer chooses instead. */
const CHOICES = new Set([
  'kidsAgeBand',
  'ageRatingOverride',
  'ageRatingOverrideV2',
  'koreaAgeRatingOverride',
  'developerAgeRatingInfoUrl',
])

/** Apple's help "Screenshot specifications": one of these types for each device. */
const SCREENSHOTS: Readonly<Record<string, readonly string[]>> = {
  IOS: ['APP_IPHONE_67', 'APP_IPHONE_65'],
  MAC_OS: ['APP_DESKTOP'],
  TV_OS: ['APP_APPLE_TV'],
  VISION_OS: ['APP_APPLE_VISION_PRO'],
}
const TABLET_SCREENSHOTS = ['APP_IPAD_PRO_3GEN_129']

/**
 * Everything that keeps a version from being reviewed, as reference.md §6.9 lists it. Which path and code each has is
 * inferred from those that public reports show: texts, builds, screenshots and App Privacy.
 */
export function missingForReview(world: World, versionId: string): Missing {
  const version = versionOf(world.store, versionId)
  const faults = [
    ...versionFaults(world, version),
    ...textFaults(world, version),
    ...screenshotFaults(world, version),
    ...deliveryFaults(world, version),
    ...appFaults(world, version),
    ...contactFaults(world, version),
  ]
  const byPath = new Map<string, readonly ErrorEntry[]>()
  for (const [path, entry] of faults) byPath.set(path, [...(byPath.get(path) ?? []), entry])
  return Object.fromEntries(byPath)
}

function versionFaults({store}: World, version: Version): readonly Fault[] {
  const path = `/v1/appStoreVersions/${version.id}`
  const build = attachedBuild(store, version.id)
  return [
    ...(isEmpty(version.copyright) ? [lacks(path, 'copyright')] : []),
    ...(build === undefined ? [lacks(path, 'build', 'RELATIONSHIP')] : buildFaults(build)),
  ]
}

function buildFaults({id, attributes}: Entity): readonly Fault[] {
  const path = `/v1/builds/${id}`
  const {processingState, expired, usesNonExemptEncryption} = attributes
  return [
    ...(processingState === 'VALID' && expired !== true
      ? []
      : [state(path, 'STATE_ERROR.BUILD_INVALID', `The build with id '${id}' is not valid`)]),
    ...(usesNonExemptEncryption === null ? [lacks(path, 'usesNonExemptEncryption')] : []),
  ]
}

function textFaults(world: World, version: Version): readonly Fault[] {
  const names = ['description', 'keywords', 'supportUrl']
  const needed = isFirst(world, version) ? names : [...names, 'whatsNew']
  return localizationsOf(world.store, version.id).flatMap(({id, texts}) =>
    needed
      .filter((name) => isEmpty(texts[name]))
      .map((name) => lacks(`/v1/appStoreVersionLocalizations/${id}`, name)),
  )
}

/**
 * The primary language alone: App Store Connect shows its screenshots where another one has none. That an app is made
 * for the iPad is in the build, which the simulator does not have; a version with sets for one is taken to be.
 */
function screenshotFaults(world: World, version: Version): readonly Fault[] {
  const {store} = world
  const {primaryLocale} = appOf(store, version.appId)
  const localizations = localizationsOf(store, version.id)
  const sets = localizations.flatMap(({id, locale}) =>
    setsOf(store, id).map((set) => ({set, locale})),
  )
  const filled = new Set(
    sets
      .filter(({set, locale}) => locale === primaryLocale && set.order.length > 0)
      .map(({set}) => set.type),
  )
  const isForTablets = sets.some(({set}) => set.type.startsWith('APP_IPAD'))
  const devices = [
    SCREENSHOTS[version.platform] ?? [],
    ...(isForTablets ? [TABLET_SCREENSHOTS] : []),
  ]
  return devices
    .filter((types) => !types.some((type) => filled.has(type)))
    .map(([type]) =>
      state(
        '/v1/appScreenshots/',
        `STATE_ERROR.SCREENSHOT_REQUIRED.${type}`,
        'App screenshots are missing for a required display type',
      ),
    )
}

function deliveryFaults({store, settings}: World, version: Version): readonly Fault[] {
  return localizationsOf(store, version.id)
    .flatMap(({id}) => setsOf(store, id).flatMap((set) => assetsOf(store, set)))
    .filter((asset) => deliveryState(asset, settings) !== 'COMPLETE')
    .map((asset) => undelivered(asset))
}

function undelivered({id, medium, fileName}: Asset): Fault {
  const type = medium === 'screenshot' ? 'appScreenshots' : 'appPreviews'
  const code = `STATE_ERROR.${medium === 'screenshot' ? 'SCREENSHOT' : 'PREVIEW'}_UPLOADS_IN_PROGRESS`
  return state(`/v1/${type}/${id}`, code, `'${fileName}' has not been delivered`)
}

function appFaults({store, settings}: World, {appId}: Version): readonly Fault[] {
  const {contentRightsDeclaration, primaryLocale} = appOf(store, appId)
  const info = nextAppInfo(store, appId)
  return [
    ...(contentRightsDeclaration === null
      ? [lacks(`/v1/apps/${appId}`, 'contentRightsDeclaration')]
      : []),
    ...(priceScheduleOf(store, appId) === undefined
      ? [lacks(`/v1/apps/${appId}`, 'appPriceSchedule', 'RELATIONSHIP')]
      : []),
    ...(settings.privacyAnswered
      ? []
      : [
          state(
            '/v1/appDataUsages/',
            'STATE_ERROR.APP_DATA_USAGES_REQUIRED',
            'You must answer the questions about your app’s privacy practices',
          ),
        ]),
    ...(info === undefined
      ? [lacks(`/v1/apps/${appId}`, 'appInfos', 'RELATIONSHIP')]
      : infoFaults(store, info, primaryLocale)),
  ]
}

function infoFaults(store: World['store'], info: Entity, primaryLocale: string): readonly Fault[] {
  const localization = infoLocalization(store, info, primaryLocale)
  return [
    ...((info.related['primaryCategory'] ?? null) === null
      ? [lacks(`/v1/appInfos/${info.id}`, 'primaryCategory', 'RELATIONSHIP')]
      : []),
    ...(isEmpty(localization?.attributes['privacyPolicyUrl'])
      ? [lacks(`/v1/appInfoLocalizations/${localization?.id ?? ''}`, 'privacyPolicyUrl')]
      : []),
    ...entitiesOf(store, 'ageRatingDeclarations', 'appInfo', info.id).flatMap(({id, attributes}) =>
      resources.ageRatingDeclarations.attributes
        .filter((name) => !CHOICES.has(name) && (attributes[name] ?? null) === null)
        .map((name) => lacks(`/v1/ageRatingDeclarations/${id}`, name)),
    ),
  ]
}

function contactFaults({store}: World, version: Version): readonly Fault[] {
  const [detail] = entitiesOf(store, 'appStoreReviewDetails', 'appStoreVersion', version.id)
  if (detail === undefined) {
    return [lacks(`/v1/appStoreVersions/${version.id}`, 'appStoreReviewDetail', 'RELATIONSHIP')]
  }
  const demo =
    detail.attributes['demoAccountRequired'] === true
      ? ['demoAccountName', 'demoAccountPassword']
      : []
  return ['contactFirstName', 'contactLastName', 'contactPhone', 'contactEmail', ...demo]
    .filter((name) => isEmpty(detail.attributes[name]))
    .map((name) => lacks(`/v1/appStoreReviewDetails/${detail.id}`, name))
}

function lacks(path: string, name: string, kind = 'ATTRIBUTE'): Fault {
  const noun = kind.toLowerCase()
  const entry = {
    code: `ENTITY_ERROR.${kind}.REQUIRED`,
    title: `The provided entity is missing a required ${noun}`,
    detail: `You must provide a value for the ${noun} '${name}' with this request`,
    source: {pointer: `/data/${noun}s/${name}`},
  }
  return [path, entry]
}

function state(path: string, code: string, detail: string): Fault {
  const title = 'The request cannot be fulfilled because of the state of another resource.'
  return [path, {code, title, detail}]
}

function isEmpty(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === ''
}

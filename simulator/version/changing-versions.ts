import {acceptableBuild, attachBuild} from '../entities/builds.ts'
import {infoLocalization, nextAppInfo} from '../entities/app-infos.ts'
import {Refusal, invalidAttribute, stateError, unknownLink} from '../http/refusal.ts'
import {attribute, attributesIn, ownId, relatedId, text} from '../http/request-body.ts'
import {editableStates} from '../media/specifications.ts'
import type {Version} from '../store/records.ts'
import {appOf, requireEditable, versionOf, versionsOf} from '../store/store.ts'
import type {World} from '../store/world.ts'

/** What of a version says how it is released. */
type Release = Pick<Version, 'releaseType' | 'earliestReleaseDate'>

/** PATCH /v1/apps/{id}. */
export function updateApp({store}: World, id: string, body: unknown): void {
  const app = appOf(store, id)
  if (ownId(body) !== id) throw stateError('The id in the body is not the id in the path')
  const primaryLocale = text(body, 'primaryLocale') ?? app.primaryLocale
  const info = nextAppInfo(store, id)
  if (
    primaryLocale !== app.primaryLocale &&
    (info === undefined || infoLocalization(store, info, primaryLocale) === undefined)
  ) {
    // [inferred] App Store Connect's page offers the languages that the app has.
    throw invalidAttribute('primaryLocale', `The app has no localization for '${primaryLocale}'`)
  }
  app.primaryLocale = primaryLocale
  if (attribute(body, 'contentRightsDeclaration') !== undefined) {
    app.contentRightsDeclaration = text(body, 'contentRightsDeclaration')
  }
}

/** PATCH /v1/appStoreVersions/{id}: all of the body or nothing. */
export function updateVersion(world: World, id: string, body: unknown): void {
  const {store, settings} = world
  const version = versionOf(store, id)
  if (ownId(body) !== id) throw stateError('The id in the body is not the id in the path')
  const given = attributesIn(body)
  requireUnlocked(version, Object.keys(given))
  requireEditable(version)
  const value = (name: 'copyright' | 'releaseType' | 'reviewType' | 'earliestReleaseDate') =>
    given[name] === undefined ? version[name] : text(body, name)
  const changesRelease = ['releaseType', 'earliestReleaseDate'].some((name) => name in given)
  const changed = {
    copyright: value('copyright'),
    reviewType: value('reviewType'),
    releaseType: value('releaseType'),
    // A date goes with the schedule that it belonged to.
    earliestReleaseDate:
      given['earliestReleaseDate'] === undefined && value('releaseType') !== 'SCHEDULED'
        ? null
        : value('earliestReleaseDate'),
    versionString: text(body, 'versionString') ?? version.versionString,
  }
  if (changesRelease) requireRelease(changed, settings.now())
  requireFreeVersionString(world, version, changed.versionString)
  if (relatedId(body, 'appClipDefaultExperience') !== null) {
    throw unknownLink('appClipDefaultExperience', relatedId(body, 'appClipDefaultExperience') ?? '')
  }
  const build = relatedId(body, 'build')
  if (build !== null) acceptableBuild(store, {...version, ...changed}, build)
  Object.assign(version, changed)
  if (build !== null) attachBuild(world, id, build)
}

/** In milliseconds. */
const HOUR = 3_600_000

/**
 * Throws 409 unless release type and date fit together [inferred: App Store Connect's form has a date and an hour, in
 * the future, with one of the three choices].
 */
export function requireRelease({releaseType, earliestReleaseDate}: Release, now: number): void {
  const isScheduled = releaseType === 'SCHEDULED'
  if (isScheduled === (earliestReleaseDate !== null)) {
    if (earliestReleaseDate === null) return
    const time = Date.parse(earliestReleaseDate)
    if (time <= now) throw invalidAttribute('earliestReleaseDate', 'The date must be in the future')
    if (time % HOUR === 0) return
    throw invalidAttribute('earliestReleaseDate', 'The date must be a whole hour')
  }
  throw invalidAttribute(
    'earliestReleaseDate',
    isScheduled ? 'A scheduled release needs a date' : 'Only a scheduled release has a date',
  )
}

/** Throws 409 with an error for each attribute that the state of the version locks. */
export function requireUnlocked({state}: Version, names: readonly string[]): void {
  if (editableStates.has(state) || names.length === 0) return
  const refusals = names.map((name) =>
    stateError(`Attribute '${name}' cannot be edited at this time`, name),
  )
  throw new Refusal(409, ...refusals.flatMap(({entries}) => entries))
}

function requireFreeVersionString({store}: World, version: Version, versionString: string): void {
  const isTaken = versionsOf(store, version.appId).some(
    (each) =>
      each.id !== version.id &&
      each.platform === version.platform &&
      each.versionString === versionString,
  )
  if (isTaken) {
    throw invalidAttribute(
      'versionString',
      'The attribute value has already been used',
      '.DUPLICATE',
    )
  }
  if (!/^\d+(\.\d+){0,2}$/u.test(versionString)) {
    throw invalidAttribute('versionString', `'${versionString}' is not a valid version string`)
  }
}

import {randomUUID} from 'node:crypto'
import {acceptableBuild, attachBuild} from '../entities/builds.ts'
import {addInfoLocalization, followVersion} from '../entities/app-infos.ts'
import {copyMedia, copyParts} from './inheritance.ts'
import type {Localization, Version} from '../store/records.ts'
import {requireRelease} from './changing-versions.ts'
import {Refusal, invalidAttribute, invalidRelationship, stateError} from '../http/refusal.ts'
import {relatedId, text} from '../http/request-body.ts'
import {locales} from '../media/specifications.ts'
import {acceptedTexts, inheritedTexts} from './texts.ts'
import {
  appOf,
  closedStates,
  localizationOf,
  localizationsOf,
  removeLocalization,
  requireEditable,
  versionOf,
  versionsOf,
} from '../store/store.ts'
import type {World} from '../store/world.ts'

/** POST /v1/appStoreVersions. */
export function createVersion(world: World, body: unknown): string {
  const {store, settings} = world
  const app = appOf(store, relatedId(body, 'app') ?? '')
  const platform = text(body, 'platform') ?? ''
  const versionString = text(body, 'versionString') ?? ''
  const siblings = versionsOf(store, app.id).filter((each) => each.platform === platform)
  const busy = invalidRelationship(
    'app',
    'You cannot create a new version of the App in the current state.',
  )
  if (siblings.some((each) => each.versionString === versionString)) {
    // As seen in the field: the general error first, the telling one second.
    const detail = 'The attribute value has already been used'
    const duplicate = invalidAttribute('versionString', detail, '.DUPLICATE')
    throw new Refusal(409, ...busy.entries, ...duplicate.entries)
  }
  if (siblings.some(({state}) => !closedStates.has(state))) throw busy
  if (!/^\d+(\.\d+){0,2}$/u.test(versionString)) {
    throw invalidAttribute('versionString', `'${versionString}' is not a valid version string`)
  }
  const release = {
    releaseType: text(body, 'releaseType') ?? 'AFTER_APPROVAL',
    earliestReleaseDate: text(body, 'earliestReleaseDate'),
  }
  requireRelease(release, settings.now())
  const version: Version = {
    id: randomUUID(),
    appId: app.id,
    platform,
    versionString,
    createdDate: new Date(settings.now()).toISOString(),
    copyright: text(body, 'copyright'),
    reviewType: text(body, 'reviewType') ?? 'APP_STORE',
    ...release,
    visibleFrom: settings.now() + settings.listLagMilliseconds,
    state: 'PREPARE_FOR_SUBMISSION',
  }
  const build = relatedId(body, 'build')
  if (build !== null) acceptableBuild(store, version, build)
  store.versions.set(version.id, version)
  if (build !== null) attachBuild(world, version.id, build)
  const predecessor = siblings.toSorted((a, b) => (a.createdDate < b.createdDate ? 1 : -1))[0]
  if (predecessor !== undefined && settings.newVersionInherits) {
    copyParts(world, predecessor, version)
    for (const old of localizationsOf(store, predecessor.id)) {
      copyMedia(world, old, addLocalization(world, version, old.locale, inheritedTexts(old)))
    }
  } else {
    addLocalization(world, version, app.primaryLocale, {})
  }
  followVersion(world, version)
  return version.id
}

/** POST /v1/appStoreVersionLocalizations. */
export function createLocalization(world: World, body: unknown): string {
  const {store} = world
  const version = versionOf(store, relatedId(body, 'appStoreVersion') ?? '')
  const locale = text(body, 'locale') ?? ''
  if (!locales.has(locale)) {
    throw invalidAttribute('locale', `'${locale}' is not a valid locale`)
  }
  if (localizationsOf(store, version.id).some((each) => each.locale === locale)) {
    throw invalidAttribute(
      'locale',
      `Entity with locale: ${locale} already exists. Try updating.`,
      '.DUPLICATE',
    )
  }
  requireEditable(version)
  const {id} = addLocalization(world, version, locale, acceptedTexts(world, version, body))
  if (world.settings.localizationsAppearInBoth) addInfoLocalization(world, version, locale)
  return id
}

/** DELETE /v1/appStoreVersionLocalizations/{id}; its sets and assets go with it. */
export function deleteLocalization(world: World, id: string): void {
  const localization = localizationOf(world.store, id)
  const version = versionOf(world.store, localization.versionId)
  requireEditable(version)
  if (localization.locale === appOf(world.store, version.appId).primaryLocale) {
    throw stateError('The primary localization cannot be deleted')
  }
  removeLocalization(world.store, localization)
}

function addLocalization(
  {store, settings}: World,
  version: Version,
  locale: string,
  texts: Localization['texts'],
): Localization {
  const localization: Localization = {
    id: randomUUID(),
    versionId: version.id,
    locale,
    texts,
    visibleFrom: settings.now() + settings.listLagMilliseconds,
  }
  store.localizations.set(localization.id, localization)
  return localization
}

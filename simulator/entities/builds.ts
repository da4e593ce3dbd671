import {randomUUID} from 'node:crypto'
import {invalidRelationship, stateError, unknownLink} from '../http/refusal.ts'
import {attribute, relatedId} from '../http/request-body.ts'
import {resources} from '../http/resource-table.ts'
import {later} from '../store/due.ts'
import type {Entity, Version} from '../store/records.ts'
import type {BuildSeed} from '../store/seeds.ts'
import {entitiesOf, entityOf, requireEditable, versionOf} from '../store/store.ts'
import type {Store} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {addEntity} from './draft.ts'
import type {Draft} from './draft.ts'

const ATTACHED = 'appStoreVersion'

/** A build as Xcode uploads it. @returns its id. */
export function addBuild(world: World, appId: string, seed: BuildSeed): string {
  const {store, settings} = world
  const {number, version = '1.0.0', platform = 'IOS', processingState = 'VALID'} = seed
  const {expired = false, usesNonExemptEncryption = null, becomes = null} = seed
  const id = randomUUID()
  const nulls = Object.fromEntries(resources.builds.attributes.map((name) => [name, null]))
  const uploaded = seed.uploadedDate ?? new Date(settings.now()).toISOString()
  addEntity(world, {
    type: 'builds',
    id,
    attributes: {
      ...nulls,
      version: number,
      uploadedDate: pacific(uploaded),
      expirationDate: pacific(uploaded, 90),
      expired,
      processingState,
      buildAudienceType: 'APP_STORE_ELIGIBLE',
      usesNonExemptEncryption,
    },
    related: {app: appId, preReleaseVersion: trainOf(world, appId, version, platform)},
  })
  if (becomes !== null) {
    later(world, becomes.milliseconds, () => {
      const build = entityOf(store, 'builds', id)
      build.attributes = {...build.attributes, processingState: becomes.state}
    })
  }
  return id
}

/** The build that a version has. */
export function attachedBuild(store: Store, versionId: string): Entity | undefined {
  return entitiesOf(store, 'builds', ATTACHED, versionId)[0]
}

/** PATCH of a version's relationship to its build. */
export function attachBuild(world: World, versionId: string, id: string): void {
  const {store} = world
  const version = versionOf(store, versionId)
  requireEditable(version)
  const build = acceptableBuild(store, version, id)
  for (const old of entitiesOf(store, 'builds', ATTACHED, versionId)) unlink(old)
  build.related = {...build.related, [ATTACHED]: versionId}
}

/** Throws what speaks against the build of a version. */
export function acceptableBuild(store: Store, version: Version, id: string): Entity {
  const build = store.entities.get(id)
  if (build?.type !== 'builds' || build.related['app'] !== version.appId) {
    throw unknownLink('build', id)
  }
  const train = entityOf(store, 'preReleaseVersions', build.related['preReleaseVersion'] ?? '')
  if (
    train.attributes['version'] !== version.versionString ||
    train.attributes['platform'] !== version.platform
  ) {
    throw invalidRelationship('build', 'The specified pre-release build could not be added.')
  }
  const {processingState, expired} = build.attributes
  if (processingState !== 'VALID' || expired === true) {
    throw invalidRelationship('build', `The build with id '${id}' is not in a valid state`)
  }
  const {[ATTACHED]: elsewhere = null} = build.related
  if (elsewhere !== null && elsewhere !== version.id) {
    throw invalidRelationship('build', 'The build is attached to another version')
  }
  return build
}

/** Throws 409 for a change of what a build says of encryption: only while it says nothing (as fastlane does). */
export function checkBuildChange({store}: World, {id}: Draft, body: unknown): void {
  const {usesNonExemptEncryption, expired} = entityOf(store, 'builds', id).attributes
  const given = attribute(body, 'usesNonExemptEncryption')
  if (given !== undefined && usesNonExemptEncryption !== null) {
    throw stateError(
      "The attribute 'usesNonExemptEncryption' cannot be changed once it is set",
      'usesNonExemptEncryption',
    )
  }
  if (attribute(body, 'expired') === false && expired === true) {
    throw stateError("The attribute 'expired' cannot be taken back", 'expired')
  }
  if (relatedId(body, 'appEncryptionDeclaration') !== null) {
    throw unknownLink('appEncryptionDeclaration', relatedId(body, 'appEncryptionDeclaration') ?? '')
  }
}

/** What filters of the list of builds compare with, besides attributes. */
export function buildFilters(
  store: Store,
  {id, related}: Entity,
): Readonly<Record<string, string>> {
  const train = entityOf(store, 'preReleaseVersions', related['preReleaseVersion'] ?? '')
  return {
    id,
    app: related['app'] ?? '',
    appStoreVersion: related[ATTACHED] ?? '',
    preReleaseVersion: train.id,
    'preReleaseVersion.version': String(train.attributes['version']),
    'preReleaseVersion.platform': String(train.attributes['platform']),
  }
}

function unlink(build: Entity): void {
  const {[ATTACHED]: _, ...related} = build.related
  build.related = related
}

/** The pre-release version that builds of a version and platform belong to. @returns its id. */
function trainOf(world: World, app: string, version: string, platform: string): string {
  const old = entitiesOf(world.store, 'preReleaseVersions', 'app', app).find(
    ({attributes}) => attributes['version'] === version && attributes['platform'] === platform,
  )
  if (old !== undefined) return old.id
  const id = randomUUID()
  addEntity(world, {
    type: 'preReleaseVersions',
    id,
    attributes: {version, platform},
    related: {app},
  })
  return id
}

/** As bodies in the field have it: in Cupertino's time, with its offset and without milliseconds. */
function pacific(date: string, days = 0): string {
  const hour = 60 * 60 * 1000
  const shifted = new Date(Date.parse(date) + (days * 24 - 7) * hour)
  return `${shifted.toISOString().slice(0, 19)}-07:00`
}

import {EDITABLE_STATES} from '../../apple/version-states.ts'
import type {Version} from '../media/listing.ts'
import {TargetError} from './target-error.ts'

/** Which version the inputs ask for. */
export interface VersionWish {
  readonly platform: string
  /** Null for the one editable version of the platform. */
  readonly versionString: string | null
  readonly create: boolean
}

/**
 * Picks the version to work on among all of a platform.
 *
 * @param versions - Newest first.
 * @returns null if the version has to be created first.
 * @throws {TargetError} if there is no such version, or media cannot change in it.
 */
export function chooseVersion(versions: readonly Version[], wish: VersionWish): Version | null {
  const editable = versions.filter(isEditable)
  if (wish.versionString !== null) {
    const found = versions.find((version) => version.versionString === wish.versionString)
    if (found !== undefined) return mustBeEditable(found)
    if (!wish.create) throw noVersion(versions, wish, `there is no version ${wish.versionString}`)
    if (editable.length > 0) {
      throw new TargetError(
        'NO_VERSION',
        `Version ${wish.versionString} cannot be created: App Store Connect allows one editable version of a platform, and ${inWords(editable)} exists. Set \`version\` to that one, or rename or submit it first.`,
      )
    }
    return null
  }
  const [only, ...more] = editable
  if (only === undefined) throw noVersion(versions, wish, 'there is no editable version')
  if (more.length > 0) {
    throw new TargetError(
      'NO_VERSION',
      `More than one ${wish.platform} version is editable: ${inWords(editable)}. Name one with \`version\`.`,
    )
  }
  return only
}

/** @throws {TargetError} if App Store Connect would refuse changes of media in the version. */
export function mustBeEditable(version: Version): Version {
  if (isEditable(version)) return version
  throw new TargetError(
    'NOT_EDITABLE',
    `Version ${version.versionString} is in the state ${version.state}, in which App Store Connect does not let screenshots and previews change. They can change in ${EDITABLE_STATES.join(', ')}. Take the version out of review, or name the next one with \`version\`.`,
  )
}

function isEditable(version: Version): boolean {
  return EDITABLE_STATES.includes(version.state)
}

function noVersion(versions: readonly Version[], wish: VersionWish, what: string): TargetError {
  const there = versions.length === 0 ? 'none at all' : inWords(versions.slice(0, 10))
  const create =
    wish.versionString === null ? '' : ', or let the action make it with `create-version: true`'
  return new TargetError(
    'NO_VERSION',
    `For ${wish.platform} ${what}; there is ${there}. Check \`version\` and \`platform\`${create}.`,
  )
}

function inWords(versions: readonly Version[]): string {
  return versions.map(({versionString, state}) => `${versionString} (${state})`).join(', ')
}

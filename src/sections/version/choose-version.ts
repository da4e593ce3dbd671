import {IN_REVIEW_STATES} from '../../apple/review-states.ts'
import {EDITABLE_STATES} from '../../apple/version-states.ts'
import type {ExistingVersion} from '../../core/vocabulary.ts'
import {TargetError} from './target-error.ts'
import type {WantedVersion} from './wanted-version.ts'

/**
 * Chooses the version to work on among those of a platform.
 *
 * @param versions - Newest first.
 * @returns null if the version has to be created first.
 * @throws {TargetError} if there is no such version, or it cannot be edited.
 */
export function chooseVersion(
  versions: readonly ExistingVersion[],
  wanted: WantedVersion,
): ExistingVersion | null {
  const isUsable = (version: ExistingVersion) =>
    isEditable(version) || (wanted.mayBeInReview && IN_REVIEW_STATES.includes(version.state))
  const editable = versions.filter(isUsable)
  if (wanted.versionString !== null) {
    const found = versions.find((version) => version.versionString === wanted.versionString)
    if (found !== undefined) return isUsable(found) ? found : mustBeEditable(found)
    if (!wanted.create)
      throw noVersion(versions, wanted, `There is no version ${wanted.versionString}`)
    if (editable.length > 0) {
      throw new TargetError(
        'OTHER_VERSION_EDITABLE',
        `Version ${wanted.versionString} cannot be created: App Store Connect allows one editable version per platform, and ${inWords(editable)} already exists. Set \`version\` to that one, or rename or release it first.`,
      )
    }
    return null
  }
  const [only, ...more] = editable
  if (only === undefined) throw noVersion(versions, wanted, 'There is no editable version')
  if (more.length > 0) {
    throw new TargetError(
      'OTHER_VERSION_EDITABLE',
      `More than one ${wanted.platform} version is editable: ${inWords(editable)}. Set \`version\` to one of them.`,
    )
  }
  return only
}

/**
 * Chooses the version to read among those of a platform, in any state: the one that the inputs name, else the newest
 * that can be edited, else the newest.
 *
 * @param versions - Newest first.
 * @throws {TargetError} if there is no such version.
 */
export function chooseVersionToRead(
  versions: readonly ExistingVersion[],
  wanted: WantedVersion,
): ExistingVersion {
  const {versionString, platform} = wanted
  const found =
    versionString === null
      ? (versions.find(isEditable) ?? versions[0])
      : versions.find((version) => version.versionString === versionString)
  if (found !== undefined) return found
  const what = versionString === null ? 'a version' : `version ${versionString}`
  const there = versions.length === 0 ? 'none' : inWords(versions.slice(0, 10))
  throw new TargetError(
    'NO_VERSION',
    `App Store Connect does not have ${what} for ${platform}; it has ${there}. Check \`version\` and \`platform\`.`,
  )
}

/** @throws {TargetError} if App Store Connect does not allow changes in the version. */
export function mustBeEditable(version: ExistingVersion): ExistingVersion {
  if (isEditable(version)) return version
  throw new TargetError(
    'NOT_EDITABLE',
    `Version ${version.versionString} is in the state ${version.state}, in which App Store Connect does not allow changes. It allows them in ${EDITABLE_STATES.join(', ')}. Remove the version from review, or set \`version\` to the next one.`,
  )
}

function isEditable(version: ExistingVersion): boolean {
  return EDITABLE_STATES.includes(version.state)
}

function noVersion(
  versions: readonly ExistingVersion[],
  wanted: WantedVersion,
  what: string,
): TargetError {
  const there = versions.length === 0 ? 'none' : inWords(versions.slice(0, 10))
  const create =
    wanted.versionString === null
      ? ', or set the version to create with `version` and `create-version: true`'
      : ', or let the action create it with `create-version: true`'
  return new TargetError(
    'NO_VERSION',
    `${what} for ${wanted.platform}; App Store Connect has ${there}. Check \`version\` and \`platform\`${create}.`,
  )
}

function inWords(versions: readonly ExistingVersion[]): string {
  return versions.map(({versionString, state}) => `${versionString} (${state})`).join(', ')
}

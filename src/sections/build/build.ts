import {BUILD_STATES, UNUSABLE_BUILD_STATES} from '../../apple/builds.ts'
import {isRecord} from '../../core/json-values.ts'
import {fieldOf} from '../../fields/field.ts'
import type {Field} from '../../fields/field.ts'
import type {Metadata} from '../../metadata/metadata.ts'

/** The name of the section, and of the place of its fields. */
export const BUILD = 'build'

/** Apple's name of what a build says of encryption. */
export const ENCRYPTION = 'usesNonExemptEncryption'

/** The newest build that can be used. */
const LATEST = 'latest'

/** What the repository declares. */
export interface WantedBuild {
  /** `latest` or a build number; at most one. */
  readonly build: readonly Field[]
  readonly encryption: readonly Field[]
}

/** A build in App Store Connect. */
export interface Build {
  /** Apple's id. */
  readonly id: string
  /** Apple calls it the version of the build. */
  readonly number: string
  /** In milliseconds since 1970. */
  readonly uploadedAt: number
  readonly state: string
  readonly isExpired: boolean
  /** Null if nobody has answered yet. */
  readonly usesNonExemptEncryption: boolean | null
}

/** What the store has. */
export interface StoredBuilds {
  /** Apple's id of the version; null while it does not exist. */
  readonly versionId: string | null
  readonly versionString: string
  /** The build of the version. */
  readonly attached: Build | null
  /** Every build of the version's number and platform, newest first; null if no build is declared. */
  readonly all: readonly Build[] | null
}

export function wantedBuild({build, encryption}: Metadata): WantedBuild {
  return {
    build: fieldOf(BUILD, build),
    encryption: fieldOf(ENCRYPTION, encryption),
  }
}

/** @param attributes - Of one of Apple's builds. */
export function asBuild(id: string, attributes: unknown): Build {
  const all = isRecord(attributes) ? attributes : {}
  const {version, uploadedDate, processingState, expired, [ENCRYPTION]: encryption} = all
  return {
    id,
    number: typeof version === 'string' ? version : '',
    uploadedAt: Date.parse(String(uploadedDate)) || 0,
    state: typeof processingState === 'string' ? processingState : '',
    isExpired: expired === true,
    usesNonExemptEncryption: typeof encryption === 'boolean' ? encryption : null,
  }
}

/** Whether a build can go to the App Store, or will as soon as it is processed. */
export function isUsable({state, isExpired}: Build): boolean {
  return !isExpired && !UNUSABLE_BUILD_STATES.includes(state)
}

export function isProcessing({state}: Build): boolean {
  return state === BUILD_STATES.processing
}

/**
 * The declared build, whatever its state; of `latest`, the newest that can be used or is still processed.
 *
 * @param all - Newest first.
 * @returns null if none is declared or there is no such build.
 */
export function chosenBuild({build}: WantedBuild, all: readonly Build[] | null): Build | null {
  const [wanted] = build
  if (wanted === undefined || all === null) return null
  const chosen =
    wanted.value === LATEST ? all.find(isUsable) : all.find(({number}) => number === wanted.value)
  return chosen ?? null
}

/** The build that the version has in the end: the declared one, else the one that it has. */
export function buildInTheEnd(wanted: WantedBuild, {all, attached}: StoredBuilds): Build | null {
  return wanted.build.length > 0 ? chosenBuild(wanted, all) : attached
}

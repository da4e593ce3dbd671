import type {FieldGroup} from '../../fields/plan-fields.ts'
import {fieldOf, isSameInstant} from '../../fields/field.ts'
import type {Field, FieldValues} from '../../fields/field.ts'
import type {Metadata} from '../../metadata/metadata.ts'

/** The name of the section, and of the place of its fields. */
export const RELEASE = 'release'

/** Apple's types of the resources that have the fields. */
export const VERSION = 'appStoreVersions'
export const PHASED_RELEASE = 'appStoreVersionPhasedReleases'

/** What the repository declares. */
export interface WantedRelease {
  /** Attributes of the version. */
  readonly version: readonly Field[]
  /** Whether there is a phased release. */
  readonly phasedRelease: readonly Field[]
}

/** What the store has. */
export interface StoredRelease {
  /** Apple's id of the version; null while it does not exist. */
  readonly versionId: string | null
  /** Attributes of the version. */
  readonly attributes: FieldValues
  /**
   * What they are compared with: none of a version that this run creates, so that the plan stays as it was approved,
   * whatever Apple gives the version.
   */
  readonly compared: FieldValues
  /** Apple's id; null if there is none. */
  readonly phasedReleaseId: string | null
}

export function wantedRelease({release}: Metadata): WantedRelease {
  const {copyright, release: releaseType, earliestRelease, phasedRelease} = release
  return {
    version: [
      ...fieldOf('copyright', copyright),
      ...fieldOf('releaseType', releaseType),
      ...fieldOf('earliestReleaseDate', earliestRelease, {isSame: isSameInstant}),
    ],
    phasedRelease: fieldOf('phasedRelease', phasedRelease),
  }
}

/** Everything that the section declares. */
export function fieldsOfRelease({version, phasedRelease}: WantedRelease): readonly Field[] {
  return [...version, ...phasedRelease]
}

/** The fields by the request that sends them. */
export function groupsOfRelease(
  {version, phasedRelease}: WantedRelease,
  {compared, phasedReleaseId}: StoredRelease,
): readonly Pick<FieldGroup, 'group' | 'fields' | 'stored'>[] {
  return [
    {group: VERSION, fields: version, stored: compared},
    {
      group: PHASED_RELEASE,
      fields: phasedRelease,
      stored: {phasedRelease: phasedReleaseId !== null},
    },
  ]
}

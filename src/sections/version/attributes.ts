import type {Resource} from '../../connect/document.ts'

/** The attributes of a version that can be declared (App Store Connect API 4.4.1, `AppStoreVersion`). */
export const VERSION_ATTRIBUTES = ['copyright', 'releaseType', 'earliestReleaseDate'] as const

/** By Apple's name; null for what is not set. */
export type VersionAttributes = Readonly<Record<(typeof VERSION_ATTRIBUTES)[number], string | null>>

/** Of a version that does not exist yet. Apple documents for none of them that it is copied [inferred]. */
export const NO_ATTRIBUTES: VersionAttributes = {
  copyright: null,
  releaseType: null,
  earliestReleaseDate: null,
}

export function attributesOf({
  attributes,
}: Resource<{
  copyright?: string
  releaseType?: string
  earliestReleaseDate?: string
}>): VersionAttributes {
  return {
    copyright: attributes?.copyright ?? null,
    releaseType: attributes?.releaseType ?? null,
    earliestReleaseDate: attributes?.earliestReleaseDate ?? null,
  }
}

/** Most asset packs of an app (Apple's help, "Apple-hosted asset pack size limits"). */
export const MAX_PACKS = 100

/** Most bytes of all asset packs of an app together (the same page: 200 GB). */
export const MAX_TOTAL_BYTES = 200_000_000_000

/**
 * What an asset pack ID is made of. [inferred] Apple documents no rule; its examples are words such as `Tutorial`, and
 * these are the characters that no file system and no URL changes.
 */
export const PACK_ID = /^[\w.-]+$/

/** The extension of an archive that `xcrun ba-package` makes (Apple, "Creating managed asset packs"). */
export const ARCHIVE_EXTENSION = '.aar'
export const MANIFEST_EXTENSION = '.json'

/** The key of the asset pack ID in a manifest (Apple, "Creating managed asset packs"). */
export const MANIFEST_ID = 'assetPackID'

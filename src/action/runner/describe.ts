import prettyBytes from 'pretty-bytes'

import type {App, DesiredListing, Version} from '../../sections/media/listing.ts'
import {plural} from '../../report/facts/words.ts'

/** What the folder holds, for the log. */
export function describeListing({sets}: DesiredListing): string {
  const files = sets.flatMap((set) => set.files)
  const locales = new Set(sets.map((set) => set.locale))
  const bytes = files.reduce((sum, file) => sum + file.content.size, 0)
  return `The folder: ${plural(files.length, 'file')} (${prettyBytes(bytes)}) in ${plural(sets.length, 'set')} of ${plural(locales.size, 'locale')}.`
}

/** What the run is about, for the log. */
export function describeTarget({app, version}: {app: App; version: Version | null}): string {
  const which =
    version === null
      ? 'a version yet to be created'
      : `version ${version.versionString} (${version.state})`
  return `App Store Connect: ${app.bundleId} (${app.id}), ${which}.`
}

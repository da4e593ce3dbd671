import type {App, Version} from '../../core/vocabulary.ts'

/**
 * What the run is about, for the log.
 *
 * @param target - The version is null if the run needs none.
 */
export function describeTarget({
  app,
  version,
}: {
  readonly app: App
  readonly version: Version | null
}): string {
  const what = `App Store Connect: ${app.bundleId} (${app.id})`
  if (version === null) return `${what}.`
  return version.id === null
    ? `${what}, a version yet to be created.`
    : `${what}, version ${version.versionString} (${version.state}).`
}

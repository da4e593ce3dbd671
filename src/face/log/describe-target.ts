import type {App, Version} from '../../core/vocabulary.ts'
import {stateWords} from '../../report/facts/words.ts'

/**
 * What the run is about, for the log. The name of the app is text from outside.
 *
 * @param target - The version is null if the run needs none.
 */
export function describeTarget({
  app: {name, bundleId},
  version,
}: {
  readonly app: App
  readonly version: Version | null
}): string {
  const app = `App Store Connect: ${name} (${bundleId})`
  if (version === null) return `${app}.`
  const {id, versionString, state} = version
  const number = versionString === '' ? '' : ` ${versionString}`
  return `${app}, version${number} (${id === null ? 'to be created' : stateWords(state)}).`
}

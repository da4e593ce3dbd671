import type {AnySection} from './any-section.ts'
import type {Target} from './target.ts'
import type {App, Version} from './vocabulary.ts'

/** What the core itself needs of the target. */
export type CoreTarget = Pick<Target, 'app' | 'version' | 'localizations'>

/**
 * Looks up the app, and the version and its locales if a section needs them.
 *
 * @returns a null version if no section belongs to one.
 * @throws {ExpectedError} if the app or the version does not exist, or cannot be changed.
 */
export async function lookUpTarget(
  target: CoreTarget,
  sections: readonly Pick<AnySection, 'opens' | 'scope'>[],
): Promise<{readonly app: App; readonly version: Version | null}> {
  const needed = new Set(sections.flatMap(({opens, scope}) => (opens ? [] : [scope])))
  const needLocales = needed.has('locales')
  const [app, version] = await Promise.all([
    target.app(),
    needLocales || needed.has('version') ? target.version() : null,
    needLocales ? target.localizations() : null,
  ])
  return {app, version}
}

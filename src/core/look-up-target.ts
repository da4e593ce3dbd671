import type {AnySection} from './any-section.ts'
import type {Target} from './target.ts'
import type {App, Version} from './vocabulary.ts'

/**
 * Looks up the app, and the version if a section needs it.
 *
 * @returns a null version if no section belongs to one.
 * @throws {ExpectedError} if the app or the version does not exist, or cannot be changed.
 */
export async function lookUpTarget(
  target: Target,
  sections: readonly Pick<AnySection, 'opens' | 'scope'>[],
): Promise<{readonly app: App; readonly version: Version | null}> {
  const needVersion = sections.some(({opens, scope}) => !opens && scope === 'version')
  const [app, version] = await Promise.all([
    target.app(),
    needVersion ? target.version() : null,
    needVersion ? target.localizations() : null,
  ])
  return {app, version}
}

import type {AnySection, FoundSection} from './any-section.ts'

/**
 * Reads the folder of every section. Opening sections only serve the others: if no section belongs to a version, they
 * are skipped, and no version is looked up.
 */
export async function findSections(
  sections: readonly AnySection[],
  signal: AbortSignal,
): Promise<readonly FoundSection[]> {
  const needVersion = sections.some(({opens, scope}) => !opens && scope !== 'app')
  const wanted = sections.filter(({opens}) => !opens || needVersion)
  return Promise.all(wanted.map((section) => section.find(signal)))
}

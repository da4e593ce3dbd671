import type {Found} from '../core/section.ts'
import type {FoundMetadata} from '../metadata/find-metadata.ts'
import type {Metadata} from '../metadata/metadata.ts'

/** What a section of fields needs, besides App Store Connect. */
export interface DeclaredOptions {
  /** Reads what the repository declares; once for all sections. */
  readonly findMetadata: (signal: AbortSignal) => Promise<Pick<FoundMetadata, 'metadata'>>
  /** Called with every value of the store that no output may have. */
  readonly addSecret: (value: string) => void
}

/**
 * The part of a section in what the repository declares. The section `texts` tells what is wrong with it.
 *
 * @param select - Returns that part.
 */
export async function findDeclared<Wanted>(
  {findMetadata}: Pick<DeclaredOptions, 'findMetadata'>,
  signal: AbortSignal,
  select: (metadata: Metadata) => Wanted,
): Promise<Found<Wanted>> {
  const {metadata} = await findMetadata(signal)
  return {wanted: select(metadata), locales: [], diagnostics: [], summary: null}
}

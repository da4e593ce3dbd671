import type {Results} from '../../core/results.ts'
import type {Reference} from '../../core/step.ts'

/** Apple's id of what a card shows, or null if it is not in the store. */
export function storeId(reference: Reference | null, results: Results | null): string | null {
  if (reference === null) return null
  if ('id' in reference) return reference.id
  const result = results?.get(reference.step)
  return result?.status === 'done' ? result.resourceId : null
}

import type {DesiredListing} from '../sections/media/listing.ts'
import type {Plan} from './plan.ts'
import type {Shard} from './run.ts'

/** With ten requests in flight, one of half a second takes as long as sending half a megabyte at 10 MB/s. */
const BYTES_PER_REQUEST = 500_000

/**
 * Splits the locales that have something to do into shards of about the same weight; the same plan always gives the
 * same shards. There are fewer than wanted if there are fewer locales: none is empty.
 *
 * A plan that only creates the version gives one shard with every locale of the folder, because some job has to do it;
 * one that is refused gives none.
 */
export function splitPlan(plan: Plan, {sets}: DesiredListing, most: number): readonly Shard[] {
  if (plan.steps.length === 0 || plan.refusals.length > 0) return []
  const weights = weigh(plan)
  if (weights.size === 0) {
    const locales = [...new Set(sets.map(({locale}) => locale))].toSorted()
    return [{locales, weight: costOf(plan)}]
  }
  const shards = Array.from(
    {length: Math.min(most, weights.size)},
    (): {
      locales: string[]
      weight: number
    } => ({locales: [], weight: 0}),
  )
  // The heaviest first, each to the shard that has least: at most a third above the best split (Graham, 1969).
  const heaviestFirst = [...weights].toSorted(
    ([one, less], [other, more]) => more - less || (one < other ? -1 : 1),
  )
  for (const [locale, weight] of heaviestFirst) {
    const lightest = shards.reduce((one, other) => (other.weight < one.weight ? other : one))
    lightest.locales.push(locale)
    lightest.weight += weight
  }
  return shards.map(({locales, weight}) => ({locales: locales.toSorted(), weight}))
}

/** By locale, in API requests or what takes as long as one. */
function weigh(plan: Plan): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const step of plan.steps) {
    if (step.locale === null) continue
    const bytes = step.kind === 'upload' ? step.content.size : 0
    const weight = step.cost + bytes / BYTES_PER_REQUEST
    weights.set(step.locale, (weights.get(step.locale) ?? 0) + weight)
  }
  return weights
}

function costOf({steps}: Plan): number {
  return steps.reduce((sum, {cost}) => sum + cost, 0)
}

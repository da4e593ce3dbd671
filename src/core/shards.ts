import {isRefused} from './plan.ts'
import type {Plan} from './plan.ts'
import type {Cost} from './step.ts'

/** The work of one of several jobs: its own locales. The last job also does what has no locale. */
export interface Shard {
  /** Sorted. No other shard has any of them. */
  readonly locales: readonly string[]
  /** How much work it is, in API requests or their equivalent in time. */
  readonly weight: number
}

/** With ten requests in flight, one of half a second takes as long as sending half a megabyte at 10 MB/s. */
const BYTES_PER_REQUEST = 500_000

export interface SplitOptions {
  /** Every locale that the folder names. */
  readonly locales: readonly string[]
  /** The maximum number of shards. */
  readonly most: number
  /** Names of the sections whose steps every job carries out unless already done, such as creating the version. */
  readonly opening: ReadonlySet<string>
}

/**
 * Splits the locales that have changes into shards of about the same weight. The same plan always gives the same
 * shards. No shard is empty, so there are fewer shards if there are fewer locales.
 *
 * A plan without changes in any locale gives one shard with every locale of the folder, because some job has to carry
 * it out. A refused plan gives none.
 */
export function splitPlan(plan: Plan, {locales, most, opening}: SplitOptions): readonly Shard[] {
  if (plan.steps.length === 0 || isRefused(plan)) return []
  const weights = weigh(plan)
  if (weights.size === 0) {
    const weight = plan.steps.reduce((sum, {cost}) => sum + weightOf(cost), 0)
    return [{locales: [...new Set(locales)].toSorted(), weight}]
  }
  const everywhere = plan.steps.filter(
    ({subject, section}) => subject.locale === null && !opening.has(section),
  )
  const shards = Array.from(
    {length: Math.min(most, weights.size)},
    (): {
      locales: string[]
      weight: number
    } => ({locales: [], weight: 0}),
  )
  const last = shards.at(-1)
  if (last !== undefined) last.weight = everywhere.reduce((sum, {cost}) => sum + weightOf(cost), 0)
  // The heaviest locale first, each to the lightest shard: at most a third above the best split (Graham, 1969).
  const heaviestFirst = [...weights].toSorted(
    ([one, less], [other, more]) => more - less || (one < other ? -1 : 1),
  )
  for (const [index, [locale, weight]] of heaviestFirst.entries()) {
    const empty = shards.filter((shard) => shard.locales.length === 0)
    const open = empty.length === heaviestFirst.length - index ? empty : shards
    const lightest = open.reduce((one, other) => (other.weight < one.weight ? other : one))
    lightest.locales.push(locale)
    lightest.weight += weight
  }
  return shards.map((shard) => ({locales: shard.locales.toSorted(), weight: shard.weight}))
}

/** By locale. */
function weigh({steps}: Plan): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const {subject, cost} of steps) {
    if (subject.locale === null) continue
    weights.set(subject.locale, (weights.get(subject.locale) ?? 0) + weightOf(cost))
  }
  return weights
}

/** In API requests or their equivalent in time. */
function weightOf({writes, bytes}: Cost): number {
  return writes + bytes / BYTES_PER_REQUEST
}

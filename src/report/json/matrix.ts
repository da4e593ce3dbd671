import type {Shard} from '../../core/shards.ts'

/**
 * The shards as JSON for a job's `strategy.matrix`. Each entry has the number of shards, so that every job knows how
 * many share Apple's budget.
 */
export function renderMatrix(shards: readonly Shard[]): string {
  const include = shards.map(({locales}, index) => ({
    locales: locales.join(','),
    shard: index + 1,
    shards: shards.length,
  }))
  return JSON.stringify({include})
}

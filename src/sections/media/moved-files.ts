import type {Settled} from '../../core/plan.ts'
import type {ActualAsset, DesiredFile} from './listing.ts'

/** The files that move. A file that is added or removed does not move the others. */
export function movedFiles(
  staying: readonly DesiredFile[],
  placed: ReadonlyMap<string, Settled>,
  stored: readonly ActualAsset[],
): ReadonlySet<string> {
  const positions = new Map(stored.map(({id}, index) => [id, index]))
  const kept = staying.flatMap(({path}) => {
    const position = positions.get(placed.get(path)?.resourceId ?? '')
    return position === undefined ? [] : [{path, position}]
  })
  const inPlace = longestRise(kept.map(({position}) => position))
  return new Set(kept.flatMap(({path}, index) => (inPlace.has(index) ? [] : [path])))
}

/** The indices of a longest increasing subsequence: what can stay when as little as possible is moved. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  let longest: readonly number[] = []
  const endingAt: (readonly number[])[] = []
  for (const [index, number] of numbers.entries()) {
    const before = endingAt
      .filter((rise) => (numbers[rise.at(-1) ?? 0] ?? 0) < number)
      .reduce<readonly number[]>((most, rise) => (rise.length > most.length ? rise : most), [])
    const rise = [...before, index]
    endingAt.push(rise)
    if (rise.length > longest.length) longest = rise
  }
  return new Set(longest)
}

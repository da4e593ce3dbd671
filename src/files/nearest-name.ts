import {closestMatch} from 'leven'

/**
 * The right names that somebody probably meant, best first: those with the same first part (`mac-2` means `mac`),
 * otherwise the ones with the fewest changed letters. Empty if no name is close.
 */
export function nearestNames(name: string, rightNames: readonly string[]): readonly string[] {
  const wanted = comparable(name)
  const same = rightNames.filter((right) => comparable(right) === wanted)
  if (same.length > 0) return same

  const language = wanted.split('-')[0]
  const related = rightNames.filter((right) => comparable(right).split('-')[0] === language)
  if (related.length > 0 && related.length <= 4) return related

  // A longer name may have more typos. The limit also keeps a hostile name cheap.
  const maxDistance = Math.min(6, Math.ceil(wanted.length / 2))
  const found = closestMatch(wanted, rightNames.map(comparable), {maxDistance})
  return rightNames.filter((right) => comparable(right) === found)
}

/**
 * Normalizes a name for comparison: differences in case and between `_`, `-` and a space are typos, not another name.
 */
export function comparable(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replaceAll(/[_ ]/g, '-')
}

/** `a`, `a or b`, `a, b or c`. */
export function listWithOr(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', {type: 'disjunction'}).format(names)
}

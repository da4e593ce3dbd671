import {closestMatch} from 'leven'

/**
 * The right names that somebody probably meant, best first: those of the same first part (`mac-2` means
 * `mac`), else the one with the fewest letters changed. Empty when nothing is near.
 */
export function nearestNames(name: string, rightNames: readonly string[]): readonly string[] {
  const wanted = comparable(name)
  const same = rightNames.filter((right) => comparable(right) === wanted)
  if (same.length > 0) return same

  const language = wanted.split('-')[0]
  const related = rightNames.filter((right) => comparable(right).split('-')[0] === language)
  if (related.length > 0 && related.length <= 4) return related

  // A longer name has room for more slips; the bound also keeps a hostile one cheap.
  const maxDistance = Math.min(6, Math.ceil(wanted.length / 2))
  const found = closestMatch(wanted, rightNames.map(comparable), {maxDistance})
  return rightNames.filter((right) => comparable(right) === found)
}

/** Case, and the choice between `_`, `-` and a space, are slips rather than another name. */
export function comparable(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replaceAll(/[_ ]/g, '-')
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', {type: 'disjunction'}).format(names)
}

/** A stretch of text that stays, goes or comes. The `removed` and `same` ones are the old text, the others the new. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Cells of the table: enough for two wholly different texts of 4,000 characters, some hundredths of a second. */
const MAX_CELLS = 4_500_000

/** Finds words in languages without spaces as well. */
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/**
 * What differs between two texts, by words. Where both texts change, what is removed comes first. Texts that are too
 * long to compare are replaced as a whole, but for their common beginning and end.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  const start = commonStart(old, now)
  const end = commonStart(old.slice(start).toReversed(), now.slice(start).toReversed())
  const parts = [
    part('same', old.slice(0, start)),
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    part('same', old.slice(old.length - end)),
  ]
  return tidied(parts.filter(({text}) => text !== ''))
}

function wordsOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({segment}) => segment)
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((word, index) => word !== other[index])
  return differs === -1 ? one.length : differs
}

function middle(old: readonly string[], now: readonly string[]): readonly DiffPart[] {
  const width = now.length + 1
  if ((old.length + 1) * width > MAX_CELLS) return [part('removed', old), part('added', now)]
  const lengths = commonLengths(old, now)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  const parts: DiffPart[] = []
  let row = 0
  let column = 0
  while (row < old.length || column < now.length) {
    const from = old[row]
    const to = now[column]
    if (from !== undefined && from === to) {
      parts.push({kind: 'same', text: from})
      row += 1
      column += 1
    } else if (
      from !== undefined &&
      (to === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      parts.push({kind: 'removed', text: from})
      row += 1
    } else {
      parts.push({kind: 'added', text: to ?? ''})
      column += 1
    }
  }
  return parts
}

/** How many words the rest of both texts have in common, from each word of the one and each of the other. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
  // Numbers compare faster than words.
  const numbers = new Map<string, number>()
  const numberOf = (word: string) => {
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    return number
  }
  const rows = Uint32Array.from(old, numberOf)
  const columns = Uint32Array.from(now, numberOf)
  const width = columns.length + 1
  const lengths = new Uint16Array((rows.length + 1) * width)
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    for (let column = columns.length - 1; column >= 0; column -= 1) {
      const cell = row * width + column
      lengths[cell] =
        rows[row] === columns[column]
          ? (lengths[cell + width + 1] ?? 0) + 1
          : Math.max(lengths[cell + width] ?? 0, lengths[cell + 1] ?? 0)
    }
  }
  return lengths
}

/** Joins neighbours. What lies between two changes and is no word is changed with them. */
function tidied(parts: readonly DiffPart[]): readonly DiffPart[] {
  const all = joined(parts)
  const tidy: DiffPart[] = []
  const change = {removed: '', added: ''}
  const flush = () => {
    if (change.removed !== '') tidy.push({kind: 'removed', text: change.removed})
    if (change.added !== '') tidy.push({kind: 'added', text: change.added})
    change.removed = ''
    change.added = ''
  }
  for (const [index, {kind, text}] of all.entries()) {
    if (kind !== 'same') {
      change[kind] += text
    } else if (
      change.removed !== '' &&
      change.added !== '' &&
      index < all.length - 1 &&
      !WORD.test(text)
    ) {
      change.removed += text
      change.added += text
    } else {
      flush()
      tidy.push({kind, text})
    }
  }
  flush()
  return tidy
}

const WORD = /[\p{L}\p{N}]/u

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const all: DiffPart[] = []
  for (const each of parts) {
    const last = all.at(-1)
    if (last?.kind === each.kind) all[all.length - 1] = part(each.kind, [last.text, each.text])
    else all.push(each)
  }
  return all
}

function part(kind: DiffPart['kind'], words: readonly string[]): DiffPart {
  return {kind, text: words.join('')}
}

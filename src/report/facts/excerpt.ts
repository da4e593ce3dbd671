import type {DiffPart} from './word-diff.ts'

/** Around a change, in characters. */
const CONTEXT = 60

/** Cuts what stays the same to some words around each change. */
export function excerptOf(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.map((part, index) => {
    const {kind, text} = part
    const start = index === 0 ? 0 : CONTEXT
    const end = index === parts.length - 1 ? 0 : CONTEXT
    if (kind !== 'same' || text.length <= start + end) return part
    return {kind, text: `${startOf(text, start)} … ${endOf(text, end)}`}
  })
}

/** Ends with a whole word if the language has words. */
function startOf(text: string, length: number): string {
  const start = text.slice(0, length)
  return start.replace(/\s+\S*$/u, '').toWellFormed()
}

function endOf(text: string, length: number): string {
  const end = text.slice(text.length - length)
  return end.replace(/^\S*\s+/u, '').toWellFormed()
}

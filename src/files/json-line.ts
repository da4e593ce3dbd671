import type {DocumentPath} from './positions.ts'

/** A string, a sign, or a word such as a number. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gsu

/** An object or array that is open where the reader is. */
interface Frame {
  readonly isArray: boolean
  /** Whether it is on the way to what is looked for. */
  readonly isOnPath: boolean
  /** Where the next value belongs in it. */
  step: string | number
  /** Whether an object's next string is a key. */
  awaitsKey: boolean
}

/**
 * The line of a value in a JSON text, from 1. For a path that leads nowhere, that of the last value on the way to it.
 *
 * One pass without a tree, since a file may have millions of numbers.
 *
 * @param text - Valid JSON.
 */
export function lineInJson(text: string, path: DocumentPath): number {
  const open: Frame[] = []
  let deepest = {depth: 0, at: 0}
  for (const {0: token, index} of text.matchAll(TOKENS)) {
    const frame = open.at(-1)
    if (token === '}' || token === ']') {
      open.pop()
    } else if (token === ',') {
      if (typeof frame?.step === 'number') frame.step += 1
      if (frame !== undefined) frame.awaitsKey = !frame.isArray
    } else if (token === ':') {
      continue
    } else if (frame?.awaitsKey === true) {
      frame.step = String(JSON.parse(token))
      frame.awaitsKey = false
    } else {
      const isOnPath =
        frame === undefined || (frame.isOnPath && frame.step === path[open.length - 1])
      if (isOnPath && open.length >= deepest.depth) deepest = {depth: open.length, at: index}
      const isArray = token === '['
      if (isArray || token === '{') {
        open.push({isArray, isOnPath, step: isArray ? 0 : '', awaitsKey: !isArray})
      }
    }
  }
  return text.slice(0, deepest.at).split('\n').length
}

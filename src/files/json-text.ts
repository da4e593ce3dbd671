/** Why a text is not JSON. */
export interface JsonFault {
  readonly message: string
  /** The line in which it stops being JSON, from 1. */
  readonly line: number
}

/** Reads JSON. */
export function readJson(text: string): {readonly value: unknown} | {readonly fault: JsonFault} {
  try {
    const value: unknown = JSON.parse(text)
    return {value}
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return {fault: {message: inWords(message), line: brokenLine(text)}}
  }
}

/** The first line with which the text can no longer become JSON. Not every message of the parser says where it is. */
function brokenLine(text: string): number {
  const lines = text.split('\n')
  let [fine, broken] = [0, lines.length]
  while (broken - fine > 1) {
    const middle = Math.floor((fine + broken) / 2)
    if (isUnfinished(`${lines.slice(0, middle).join('\n')}\n`)) fine = middle
    else broken = middle
  }
  return broken
}

/** Whether a text is JSON, or only ends too early to be. */
function isUnfinished(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const [, position = null] = /at position (\d+)/u.exec(message) ?? []
    return position === null
      ? message.startsWith('Unexpected end')
      : Number(position) >= text.length
  }
}

/** The message of the parser without its excerpt of the text and without the position. */
function inWords(message: string): string {
  const words = message.replace(/(?: in JSON)? at position.*$|, (?:\.{3})?".*$/su, '')
  return JSON.stringify(words.slice(0, 1).toLowerCase() + words.slice(1)).slice(1, -1)
}

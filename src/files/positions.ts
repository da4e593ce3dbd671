import {
  LineCounter,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  parseDocument,
  visit,
} from 'yaml'
import type {Alias, Document, YAMLParseError} from 'yaml'

/** Where something is in a text. */
export interface Position {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

/** A path into a document: names and indexes. */
export type DocumentPath = readonly PropertyKey[]

/** A YAML text, of which JSON is one, with the position of everything in it. */
export interface Positioned {
  readonly value: unknown
  /** Of the value at a path or, for a value that is missing, of what should have it. */
  readonly positionOf: (path: DocumentPath) => Position
  /** Of a key. */
  readonly positionOfKey: (path: DocumentPath, key: string) => Position
}

/** Why a text is not YAML. */
export interface SyntaxFault extends Position {
  readonly message: string
}

/** More would only serve a text that grows without end when it is read. */
const MAX_ALIASES = 100

/**
 * Reads YAML 1.2 or JSON. A key that its map already has is a fault.
 */
export function readPositioned(
  text: string,
): Positioned | {readonly faults: readonly SyntaxFault[]} {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // The library's own check compares every key with every other.
    uniqueKeys: false,
  })
  const positionAt = (offset: number): Position => {
    const {line, col} = lines.linePos(offset)
    return {line: Math.max(1, line), column: Math.max(1, col)}
  }
  const deep = document.errors.find(({message}) => STACK_OVERFLOW.test(message))
  if (deep !== undefined) return {faults: [{message: TOO_DEEP, ...positionAt(deep.pos[0])}]}
  const faults = [...document.errors.map(faultOf), ...repeatedKeys(document)]
  if (faults.length > 0) {
    const inOrder = faults.toSorted((one, other) => one.at - other.at)
    return {faults: inOrder.map(({message, at}) => ({message, ...positionAt(at)}))}
  }
  const read = valueOf(document)
  if ('message' in read) return {faults: [{message: read.message, ...positionAt(read.at)}]}
  return {
    value: read.value,
    positionOf: (path) => positionAt(start(nearestNode(document, path)) ?? 0),
    positionOfKey(path, key) {
      const map = nearestNode(document, path)
      const pair = isMap(map) ? map.items.find((each) => keyOf(each) === key) : undefined
      return positionAt((isPair(pair) ? start(pair.key) : null) ?? start(map) ?? 0)
    },
  }
}

const STACK_OVERFLOW = /call stack/u
const TOO_DEEP = 'it is nested too deeply'

/** In characters. */
const LONGEST_NAME = 60

interface Fault {
  readonly message: string
  /** Offset in the text. */
  readonly at: number
}

function faultOf({message, code, pos: [at]}: YAMLParseError): Fault {
  return {message: code === 'MULTIPLE_DOCS' ? 'it has more than one document' : message, at}
}

/** The keys that their map already has. None in a text that is nested too deeply to look at. */
function repeatedKeys(document: Document): readonly Fault[] {
  const repeated: Fault[] = []
  try {
    visit(document, {
      Map(_, map) {
        const keys = new Set<string>()
        for (const pair of map.items) {
          const key = keyOf(pair)
          if (key === null) continue
          if (keys.has(key)) {
            const name = key.slice(0, LONGEST_NAME)
            repeated.push({message: `the key ${name} is there twice`, at: start(pair.key) ?? 0})
          }
          keys.add(key)
        }
      },
    })
    return repeated
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

/** @returns why there is no value. */
function valueOf(document: Document): {readonly value: unknown} | Fault {
  const aliases: Alias[] = []
  try {
    visit(document, {
      Alias(_, alias) {
        aliases.push(alias)
      },
    })
    const lost = aliases.find((alias) => alias.resolve(document) === undefined)
    if (lost !== undefined) {
      return {message: `there is no anchor &${lost.source} before it`, at: start(lost) ?? 0}
    }
    const value: unknown = document.toJS({maxAliasCount: MAX_ALIASES})
    return {value}
  } catch (error) {
    if (error instanceof RangeError) return {message: TOO_DEEP, at: 0}
    if (!(error instanceof ReferenceError)) throw error
    return {message: 'its aliases stand for too much', at: start(aliases[0]) ?? 0}
  }
}

/** The offset of a node in the text. */
function start(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null
}

/** The node at a path, or the last one on the way to it. */
function nearestNode(document: Document, path: DocumentPath): unknown {
  let node: unknown = document.contents
  for (const step of path) {
    const next: unknown = isCollection(node) ? node.get(step, true) : undefined
    if (next === undefined || next === null) break
    node = next
  }
  return node
}

/** As in the value, where every key is a string. */
function keyOf({key}: {readonly key: unknown}): string | null {
  return isScalar(key) ? String(key.value) : null
}

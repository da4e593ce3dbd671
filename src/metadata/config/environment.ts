import type {Diagnostic} from '../../core/diagnostic.ts'
import {errorAt} from '../../files/diagnostic-at.ts'
import type {DocumentPath, Positioned} from '../../files/positions.ts'
import {isReference, variableOf} from './reference.ts'

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A document after its references to the environment were replaced. */
export interface Resolved {
  readonly document: Positioned
  /** Whether the value at a path comes from the environment. */
  readonly isFromEnvironment: (path: DocumentPath) => boolean
  readonly diagnostics: readonly Diagnostic[]
}

export interface ResolveOptions {
  /** Of the file, relative to the workspace. */
  readonly path: string
  /** Null for a run that reads no environment: its references stay what they are. */
  readonly env: Environment | null
  /** Called with every value that is taken, before it is used. */
  readonly addSecret: (value: string) => void
}

/** Replaces every text `env:NAME` of a document by the value of the variable. What is wrong stays what it is. */
export function resolveEnvironment(
  document: Positioned,
  {path, env, addSecret}: ResolveOptions,
): Resolved {
  const taken = new Set<string>()
  const diagnostics: Diagnostic[] = []

  const valueOf = (reference: string, at: DocumentPath): string => {
    taken.add(keyOf(at))
    const {line} = document.positionOf(at)
    const name = variableOf(reference)
    if (name === null) {
      diagnostics.push(wrongReference(path, line))
      return reference
    }
    if (env === null) return reference
    const value = env[name]
    if (value === undefined || value.trim() === '') {
      diagnostics.push(unsetVariable(path, line, {name, isEmpty: value !== undefined}))
      return reference
    }
    addSecret(value)
    // A secret often ends with a line feed that nobody sees.
    return value.trimEnd()
  }

  /** @param outer - The values around it: an alias can make a value contain itself. */
  const replaced = (value: unknown, at: DocumentPath, outer: readonly unknown[]): unknown => {
    if (typeof value === 'string' && isReference(value)) return valueOf(value, at)
    if (typeof value !== 'object' || value === null || outer.includes(value)) return value
    const inner = [...outer, value]
    if (Array.isArray(value)) {
      return value.map((each, index) => replaced(each, [...at, index], inner))
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, replaced(each, [...at, key], inner)]),
    )
  }

  return {
    document: {...document, value: replaced(document.value, [], [])},
    isFromEnvironment: (at) => taken.has(keyOf(at)),
    diagnostics,
  }
}

function keyOf(path: DocumentPath): string {
  return JSON.stringify(path.map(String))
}

function wrongReference(path: string, line: number): Diagnostic {
  return errorAt(path, {
    line,
    code: 'wrong-variable',
    what: 'has `env:` without the name of an environment variable',
    next: 'write `env:` and the name, such as env:DEMO_PASSWORD; a name has letters, digits and underscores only',
  })
}

function unsetVariable(
  path: string,
  line: number,
  {name, isEmpty}: {readonly name: string; readonly isEmpty: boolean},
): Diagnostic {
  return errorAt(path, {
    line,
    code: 'unset-variable',
    what: `takes a value from the environment variable ${name}, which ${isEmpty ? 'is empty' : 'is not set'}`,
    next: `add ${name} to \`env\` of the step, and check that its secret exists`,
  })
}

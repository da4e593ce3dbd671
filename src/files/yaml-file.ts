import * as z from 'zod'

import type {Diagnostic} from '../core/diagnostic.ts'
import {errorAt} from './diagnostic-at.ts'
import {listWithOr, nearestNames} from './nearest-name.ts'
import {readPositioned} from './positions.ts'
import type {DocumentPath, Position, Positioned} from './positions.ts'
import type {TextFile} from './text-file.ts'

/** The value of a YAML file, and where each part of it is. */
export interface YamlFile<Value> {
  readonly value: Value
  /** The line of the value at a path, from 1. */
  readonly lineOf: (path: DocumentPath) => number
}

/**
 * Reads a YAML file that has to match a schema.
 *
 * @returns its value, or every way in which it is wrong, each with its line and column. An unknown key names the nearest
 *   right one.
 */
export function readYaml<Value>(
  file: TextFile,
  schema: z.ZodType<Value>,
): YamlFile<Value> | readonly Diagnostic[] {
  const document = parseYaml(file)
  if ('faults' in document) return document.faults
  if (document.value === null) return [emptyYaml(file.path, keysAt(schema, []))]
  return matchSchema(file.path, document, schema)
}

/** Reads any YAML file. Its value is null if it has none. */
export function parseYaml({
  path,
  text,
}: TextFile): Positioned | {readonly faults: readonly Diagnostic[]} {
  if (text.length > MOST_CHARACTERS) return {faults: [tooLong(path)]}
  const document = readPositioned(text)
  if (!('faults' in document)) return document
  const faults = document.faults.slice(0, MOST_FAULTS).map(({message, ...position}) =>
    wrongAt(path, position, {
      what: `is not valid YAML: ${sentence(message)}`,
      next: 'correct it',
    }),
  )
  return {faults}
}

/**
 * Holds what a YAML file says against a schema.
 *
 * @param path - Of the file, relative to the workspace.
 * @returns as {@link readYaml}.
 */
export function matchSchema<Value>(
  path: string,
  document: Positioned,
  schema: z.ZodType<Value>,
): YamlFile<Value> | readonly Diagnostic[] {
  const {success, data, error} = schema.safeParse(document.value)
  if (success) return {value: data, lineOf: (at) => document.positionOf(at).line}
  return error.issues
    .flatMap((issue) => faultsOf(issue))
    .slice(0, MOST_FAULTS)
    .map((fault) => diagnose(path, fault, {schema, document}))
}

/** More than all texts of a listing in all languages. */
const MOST_CHARACTERS = 500_000
/** In characters. */
const LONGEST_NAME = 60
/** A file with more is something else than was meant. */
const MOST_FAULTS = 20

interface Context {
  readonly schema: z.ZodType
  readonly document: Positioned
}

/** A way in which a value does not match its schema. */
type Fault =
  | {readonly unknownKey: string; readonly path: DocumentPath}
  | {readonly issue: z.core.$ZodIssue; readonly path: DocumentPath}

/** Several unknown keys are one issue. */
function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  const {path} = issue
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({unknownKey: key, path}))
    : [{issue, path}]
}

function diagnose(path: string, fault: Fault, context: Context): Diagnostic {
  if ('unknownKey' in fault) return unknownKey(path, fault.unknownKey, fault.path, context)
  const {document} = context
  const {issue} = fault
  const name = inWords(issue.path)
  const position = document.positionOf(issue.path)
  const isWrongType = issue.code === 'invalid_type'
  const value = valueAt(document.value, issue.path)
  if ((isWrongType || issue.code === 'invalid_union') && value === undefined) {
    return wrongAt(path, position, {what: `lacks ${name}`, next: 'add it'})
  }
  if (isWrongType && value === null) {
    return wrongAt(path, position, {
      what: `has no value for ${name}`,
      next: 'write one, or remove the key',
    })
  }
  const asText =
    isWrongType && issue.expected === 'string' ? faultOfText(value, issue.path, context) : null
  if (asText !== null) {
    return wrongAt(path, position, {what: `has a wrong ${name}: ${asText}`, next: 'correct it'})
  }
  return wrongAt(path, position, {
    what: `has a wrong ${name}: ${sentence(issue.message)}`,
    next: isWrongType ? remedyFor(issue.expected, value) : 'correct it',
  })
}

/** What is wrong with a number or a boolean even in quotes; null if nothing is, or it is neither. */
function faultOfText(value: unknown, at: DocumentPath, {schema}: Context): string | null {
  const inner = schemaAt(schema, at)
  if (typeof value !== 'number' && typeof value !== 'boolean') return null
  if (!(inner instanceof z.ZodType)) return null
  const [fault] = inner.safeParse(String(value)).error?.issues ?? []
  return fault === undefined ? null : sentence(fault.message)
}

/** What to do about a value of a wrong type. */
function remedyFor(expected: string, value: unknown): string {
  if (expected === 'string' && typeof value !== 'object') return 'put it in quotes'
  return expected === 'boolean' ? 'write true or false, without quotes' : 'correct it'
}

function tooLong(path: string): Diagnostic {
  return errorAt(path, {
    code: 'file-too-large',
    what: `has more than ${MOST_CHARACTERS} characters`,
    next: 'check that it is the right file',
  })
}

function emptyYaml(path: string, keys: readonly string[]): Diagnostic {
  return wrongAt(
    path,
    {line: 1, column: 1},
    {what: 'is empty', next: `the keys are ${keys.join(', ')}`},
  )
}

function unknownKey(
  path: string,
  key: string,
  at: DocumentPath,
  {schema, document}: Context,
): Diagnostic {
  const known = keysAt(schema, at)
  const near = nearestNames(key, known)
  return wrongAt(path, document.positionOfKey(at, key), {
    what: `has the unknown key ${key.slice(0, LONGEST_NAME)}`,
    next:
      near.length > 0 ? `did you mean ${listWithOr(near)}?` : `the keys are ${known.join(', ')}`,
  })
}

function wrongAt(
  path: string,
  {line, column}: Position,
  {what, next}: {readonly what: string; readonly next: string},
): Diagnostic {
  return errorAt(path, {
    line,
    code: 'wrong-yaml',
    what: `${what} (line ${line}, column ${column})`,
    next,
  })
}

/** As people count: `localizations[1].title` is that of the first. */
function inWords(path: DocumentPath): string {
  const words = path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`))
    .join('')
  return words === '' ? 'content' : words.replace(/^\./u, '')
}

/** The message of a library, as a part of our sentence. */
function sentence(message: string): string {
  const text = message.replace(/^Invalid (?:input|option): /u, '').replace(/[.\s]+$/u, '')
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined,
    value,
  )
}

/** The keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: DocumentPath): readonly string[] {
  const object = schemaAt(schema, path)
  if (object instanceof z.ZodObject) return Object.keys(object.shape)
  return object instanceof z.ZodRecord && object.keyType instanceof z.ZodEnum
    ? object.keyType.options.map(String)
    : []
}

/** The schema of what is at a path, if it has one. */
function schemaAt(schema: z.ZodType, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (inner, step) => unwrapped(innerSchema(inner, step)),
    unwrapped(schema),
  )
}

function innerSchema(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return Reflect.get(schema.shape, step)
  if (schema instanceof z.ZodRecord) return schema.valueType
  return schema instanceof z.ZodArray ? schema.element : undefined
}

function unwrapped(schema: unknown): unknown {
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  return isWrapped ? unwrapped(schema.unwrap()) : schema
}

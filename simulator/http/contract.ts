import {readFile} from 'node:fs/promises'
import type {RecordedRequest} from './recorder.ts'
import {member} from './route-class.ts'

/** Says what in a request Apple's OpenAPI file does not allow. */
export type Contract = (request: Pick<RecordedRequest, 'method' | 'path' | 'query'>) => string[]

interface Parameter {
  readonly values: readonly unknown[] | null
  readonly maximum: number | null
}

interface Operation {
  readonly template: readonly string[]
  readonly parameters: ReadonlyMap<string, Parameter>
}

/** By method and number of segments: a request is compared with few templates only. */
type Operations = ReadonlyMap<string, readonly Operation[]>

const known = new Map<string, Promise<Operations>>()

/**
 * Reads Apple's OpenAPI file, once, and gives a check of method, path and query parameters (names, values, limits).
 * Bodies are checked elsewhere, with or without the file. Without a file nothing is a violation.
 */
export async function loadContract(file: string | undefined): Promise<Contract> {
  if (file === undefined || file === '') return () => []
  const reading = known.get(file) ?? readOperations(file)
  known.set(file, reading)
  const operations = await reading
  return ({method, path, query}) => {
    const segments = path.split('/')
    const operation = operations
      .get(keyOf(method, segments))
      ?.find(({template}) => matches(template, segments))
    if (operation === undefined) return [`${method} ${path} is not in Apple's API`]
    return (
      [...query]
        // Apple's own links carry the cursor, though the file does not name it.
        .filter(([name]) => name !== 'cursor')
        .flatMap(([name, value]) => faultsOf(name, value, operation.parameters.get(name)))
        .map((fault) => `${method} ${path}: ${fault}`)
    )
  }
}

async function readOperations(file: string): Promise<Operations> {
  const document: unknown = JSON.parse(await readFile(file, 'utf8'))
  const operations = Object.entries(member(document, 'paths') ?? {}).flatMap(([path, item]) => {
    const template = path.split('/')
    return METHODS.flatMap((method) => {
      const operation: unknown = member(item, method.toLowerCase())
      return operation === undefined
        ? []
        : {key: keyOf(method, template), template, parameters: parametersOf(operation)}
    })
  })
  return Map.groupBy(operations, ({key}) => key)
}

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

function keyOf(method: string, segments: readonly string[]): string {
  return `${method} ${segments.length}`
}

function matches(template: readonly string[], segments: readonly string[]): boolean {
  return template.every((segment, index) => segment.startsWith('{') || segment === segments[index])
}

function parametersOf(operation: unknown): ReadonlyMap<string, Parameter> {
  const parameters = member(operation, 'parameters')
  return new Map(
    (Array.isArray(parameters) ? parameters : []).map((parameter) => {
      const schema = member(parameter, 'schema')
      const values = member(member(schema, 'items'), 'enum') ?? member(schema, 'enum')
      const maximum = member(schema, 'maximum')
      return [
        String(member(parameter, 'name')),
        {
          values: Array.isArray(values) ? values : null,
          maximum: typeof maximum === 'number' ? maximum : null,
        },
      ]
    }),
  )
}

function faultsOf(name: string, value: string, parameter: Parameter | undefined): string[] {
  if (parameter === undefined) return [`the parameter ${name} is unknown`]
  const {values, maximum} = parameter
  const wrong = values === null ? [] : value.split(',').filter((each) => !values.includes(each))
  return [
    ...wrong.map((each) => `${name} does not take the value ${each}`),
    ...(maximum !== null && Number(value) > maximum ? [`${name} is over ${maximum}`] : []),
  ]
}

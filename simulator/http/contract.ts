import {readFile} from 'node:fs/promises'
import type {RecordedRequest} from './recorder.ts'
import {member} from './route-class.ts'

/** Says what in a request Apple's OpenAPI file does not allow. */
export type Contract = (request: Pick<RecordedRequest, 'method' | 'path' | 'query'>) => string[]

interface Parameter {
  readonly values: readonly unknown[] | null
  readonly maximum: number | null
}

/**
 * Reads Apple's OpenAPI file and gives a check of method, path and query parameters (names, values, limits).
 * Bodies are checked elsewhere, with or without the file. Without a file nothing is a violation.
 */
export async function loadContract(file: string | undefined): Promise<Contract> {
  if (file === undefined || file === '') return () => []
  const document: unknown = JSON.parse(await readFile(file, 'utf8'))
  const paths = Object.entries(member(document, 'paths') ?? {})
  return ({method, path, query}) => {
    const operation = paths
      .filter(([template]) => matches(template, path))
      .map(([, item]) => member(item, method.toLowerCase()))
      .find((each) => each !== undefined)
    if (operation === undefined) return [`${method} ${path} is not in Apple's API`]
    const parameters = parametersOf(operation)
    return (
      [...query]
        // Apple's own links carry the cursor, though the file does not name it.
        .filter(([name]) => name !== 'cursor')
        .flatMap(([name, value]) => faultsOf(name, value, parameters.get(name)))
        .map((fault) => `${method} ${path}: ${fault}`)
    )
  }
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/')
  const segments = path.split('/')
  return (
    wanted.length === segments.length &&
    wanted.every((segment, index) => segment.startsWith('{') || segment === segments[index])
  )
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

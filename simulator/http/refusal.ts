import {randomUUID} from 'node:crypto'

export interface ErrorSource {
  readonly pointer?: string
  readonly parameter?: string
}

/** One entry of Apple's `errors`. */
export interface ErrorEntry {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly source?: ErrorSource
  readonly meta?: {
    /** By path of the record that is at fault. */
    readonly associatedErrors: Readonly<Record<string, readonly ErrorEntry[]>>
  }
}

/** Thrown by a handler that refuses a request; the server answers with Apple's error body. */
export class Refusal extends Error {
  readonly code = 'REFUSED'
  readonly status: number
  readonly entries: readonly ErrorEntry[]

  constructor(status: number, ...entries: readonly ErrorEntry[]) {
    super(entries.map(({detail}) => detail).join(' '))
    this.name = 'Refusal'
    this.status = status
    this.entries = entries
  }
}

/** Apple's page "Interpreting and handling errors": the shape of every error body. */
export function errorBody(status: number, entries: readonly ErrorEntry[]): object {
  return {errors: entries.map((entry) => shown(status, entry))}
}

function shown(status: number, entry: ErrorEntry): object {
  const {meta} = entry
  const associated = Object.entries(meta?.associatedErrors ?? {}).map(
    ([path, entries]) => [path, entries.map((each) => shown(409, each))] as const,
  )
  return {
    // Bodies of 401 seen in the field have no id.
    ...(status === 401 ? {} : {id: randomUUID()}),
    status: String(status),
    ...entry,
    ...(meta === undefined ? {} : {meta: {associatedErrors: Object.fromEntries(associated)}}),
  }
}

/** 404 as seen in public reports. */
export function notFound(type: string, id: string): Refusal {
  return new Refusal(404, {
    code: 'NOT_FOUND',
    title: 'The specified resource does not exist',
    detail: `There is no resource of type '${type}' with id '${id}'`,
  })
}

/** As live bodies have them, by what follows `ENTITY_ERROR.ATTRIBUTE.INVALID`. */
const TITLES: Readonly<Record<string, string>> = {
  '.DUPLICATE': 'The provided entity includes an attribute with a value that has already been used',
  '.TOO_LONG': 'An attribute value is too long.',
}

/** 409 for an attribute whose value is not acceptable. */
export function invalidAttribute(attribute: string, detail: string, suffix = ''): Refusal {
  return new Refusal(409, {
    code: `ENTITY_ERROR.ATTRIBUTE.INVALID${suffix}`,
    title: TITLES[suffix] ?? 'The provided entity includes an attribute with an invalid value',
    detail,
    source: {pointer: `/data/attributes/${attribute}`},
  })
}

/** 409 for a relationship that cannot be made. */
export function invalidRelationship(relationship: string, detail: string): Refusal {
  return new Refusal(409, {
    code: 'ENTITY_ERROR.RELATIONSHIP.INVALID',
    title: 'The provided entity includes a relationship with an invalid value',
    detail,
    source: {pointer: `/data/relationships/${relationship}`},
  })
}

/** 409 for a link to a record that the relationship does not take. */
export function unknownLink(relationship: string, id: string): Refusal {
  return invalidRelationship(
    relationship,
    `The provided entity includes a relationship with an invalid value: '${id}' is not a valid id for the relationship '${relationship}'`,
  )
}

/** 409 because of the state of this or another resource. @param locked - The attribute that cannot change now. */
export function stateError(detail: string, locked?: string): Refusal {
  return new Refusal(409, {
    code: 'STATE_ERROR',
    title: 'The request cannot be fulfilled because of the state of another resource.',
    detail,
    ...(locked === undefined ? {} : {source: {pointer: `/data/attributes/${locked}`}}),
  })
}

/** 409 with one of the codes that begin with `STATE_ERROR.`. @param kind - What follows. */
export function stateErrorOf(kind: string, detail: string, meta?: ErrorEntry['meta']): Refusal {
  return new Refusal(409, {
    code: `STATE_ERROR.${kind}`,
    title: 'The request cannot be fulfilled because of the state of another resource.',
    detail,
    ...(meta === undefined ? {} : {meta}),
  })
}

/** 400 for a query parameter. */
export function badParameter(parameter: string, detail: string, kind = 'INVALID'): Refusal {
  return new Refusal(400, {
    code: `PARAMETER_ERROR.${kind}`,
    title: 'A parameter has an invalid value',
    detail,
    source: {parameter},
  })
}

/** 401 as live bodies have it. */
export function notAuthorized(): Refusal {
  return new Refusal(401, {
    code: 'NOT_AUTHORIZED',
    title: 'Authentication credentials are missing or invalid.',
    detail:
      'Provide a properly configured and signed bearer token, and make sure that it has not expired. ' +
      'Learn more about Generating Tokens for API Requests https://developer.apple.com/go/?id=api-generating-tokens',
  })
}

/** 403 of a path that exists, with a method that does not. */
export function methodNotAllowed(
  resource: string,
  method: string,
  allowed: readonly string[],
): Refusal {
  const operations = allowed.length === 0 ? 'none' : allowed.join(', ')
  return new Refusal(403, {
    code: 'FORBIDDEN_ERROR',
    title: 'The given operation is not allowed',
    detail: `The resource '${resource}' does not allow '${method}'. Allowed operations are: ${operations}`,
  })
}

/** 429 of Apple's page "Identifying rate limits". */
export function tooManyRequests(): Refusal {
  return new Refusal(429, {
    code: 'RATE_LIMIT_EXCEEDED',
    title: 'The request rate limit has been reached.',
    detail:
      "We've received too many requests for this API. Please wait and try again or slow down your request rate.",
  })
}

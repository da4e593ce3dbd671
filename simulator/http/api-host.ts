import {requireBody} from './body-schemas.ts'
import type {Answer} from './answer.ts'
import type {Incoming} from './exchange.ts'
import {familyOf} from '../media/families.ts'
import {commitFile, deleteFile, reserveFile} from '../entities/writing-files.ts'
import {createRecord, deleteRecord, updateRecord} from '../entities/writing-records.ts'
import {attachBuild} from '../entities/builds.ts'
import {settleDue} from '../store/due.ts'
import {isEntityType} from '../store/records.ts'
import type {EntityType} from '../store/records.ts'
import {present} from './presentation.ts'
import type {Reference} from './presentation.ts'
import {attributesIn, ownId} from './request-body.ts'
import {parseQuery} from './query.ts'
import type {RateLimit} from './rate-limit.ts'
import {readList, readOne} from './reading.ts'
import {Refusal, errorBody, methodNotAllowed, tooManyRequests} from './refusal.ts'
import type {ErrorEntry} from './refusal.ts'
import {routesAt} from './routes.ts'
import type {Route} from './routes.ts'
import type {World} from '../store/world.ts'
import {deleteAsset, reserveAsset, updateAsset} from '../media/writing-assets.ts'
import {createSet, deleteSet, reorder} from '../media/writing-sets.ts'
import {updateApp, updateVersion} from '../version/changing-versions.ts'
import {updateTexts} from '../version/texts.ts'
import {createLocalization, createVersion, deleteLocalization} from '../version/writing-versions.ts'

/** Performs requests to the API: who asks, how often, what for. */
export function createApi(
  world: World,
  rateLimit: RateLimit,
): (incoming: Incoming) => Promise<Answer> {
  const {settings, credentials} = world
  return async (incoming) => {
    const headers: Record<string, string> = {'Content-Type': 'application/json'}
    try {
      const keyId = await credentials.admit(incoming.headers.authorization)
      const {allowed, remaining, retryAfter} = rateLimit.take(keyId)
      // Apple's page "Identifying rate limits", with the semicolon at the end.
      headers['X-Rate-Limit'] = `user-hour-lim:${settings.hourlyLimit};user-hour-rem:${remaining};`
      if (!allowed) {
        if (settings.retryAfter) headers['Retry-After'] = String(retryAfter)
        throw tooManyRequests()
      }
      const {status, body} = handle(world, incoming)
      return {status, headers, body: body === null ? Buffer.alloc(0) : json(body)}
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const entries = settings.errorsRepeatValues
        ? error.entries.map((entry) => repeating(entry, incoming.bytes))
        : error.entries
      return {status: error.status, headers, body: json(errorBody(error.status, entries))}
    }
  }
}

interface Result {
  readonly status: number
  readonly body: object | null
}

function handle(world: World, incoming: Incoming): Result {
  settleDue(world)
  const {method, path} = incoming
  const here = routesAt(path)
  const hit = here.find(({route}) => route.method === method)
  if (hit === undefined)
    throw unroutable(
      method,
      path,
      here.map(({route}) => route),
    )
  const {route, id} = hit
  if (method === 'GET') return {status: 200, body: read(world, route, id, incoming)}
  // Only reads take a query.
  parseQuery(route, incoming.search)
  const body = route.body === undefined ? undefined : bodyOf(route.body, incoming)
  return write(world, route, id, body)
}

function read(world: World, route: Route, id: string, incoming: Incoming): object {
  const {path, search} = incoming
  const parsed = parseQuery(route, search)
  const query = incoming.ignoreFilters ? {...parsed, filters: new Map()} : parsed
  const call = {route, id, path, search, query}
  return route.list ? readList(world, call) : readOne(world, call)
}

function write(world: World, route: Route, id: string, body: unknown): Result {
  const {type} = route
  if (isEntityType(type)) return writeEntity(world, {name: route.name, type}, id, body)
  const family = familyOf(type)
  switch (route.name) {
    case 'create-version':
      return created(world, {type, id: createVersion(world, body)})
    case 'update-app':
      updateApp(world, id, body)
      return {status: 200, body: single(world, {type, id})}
    case 'update-version':
      updateVersion(world, id, body)
      return {status: 200, body: single(world, {type, id})}
    case 'create-localization':
      return created(world, {type, id: createLocalization(world, body)})
    case 'texts':
      updateTexts(world, id, body)
      return {status: 200, body: single(world, {type, id})}
    case 'delete-localization':
      deleteLocalization(world, id)
      return {status: 204, body: null}
    case 'create-set':
      return created(world, {type, id: createSet(world, family, body)})
    case 'delete-set':
      deleteSet(world, family, id)
      return {status: 204, body: null}
    case 'reorder':
      reorder(world, family, id, body)
      return {status: 204, body: null}
    case 'reserve':
      return created(world, {type, id: reserveAsset(world, family, body)})
    case 'commit':
      updateAsset(world, family, id, body)
      return {status: 200, body: single(world, {type, id})}
    case 'delete':
      deleteAsset(world, family, id)
      return {status: 204, body: null}
    default:
      throw new Error(`${route.name} is not a write.`)
  }
}

function writeEntity(
  world: World,
  {name, type}: {readonly name: Route['name']; readonly type: EntityType},
  id: string,
  body: unknown,
): Result {
  switch (name) {
    case 'reserve':
      return created(world, {type, id: reserveFile(world, type, body)})
    case 'commit':
      commitFile(world, type, id, body)
      return {status: 200, body: single(world, {type, id})}
    case 'delete':
      deleteFile(world, type, id)
      return {status: 204, body: null}
    case 'attach-build':
      attachBuild(world, id, String(ownId(body)))
      return {status: 204, body: null}
    case 'create-record':
      return created(world, {type, id: createRecord(world, type, body)})
    case 'update-record':
      updateRecord(world, type, id, body)
      return {status: 200, body: single(world, {type, id})}
    case 'delete-record':
      deleteRecord(world, type, id)
      return {status: 204, body: null}
    default:
      throw new Error(`${name} is not a write.`)
  }
}

function created(world: World, reference: Reference): Result {
  return {status: 201, body: single(world, reference)}
}

function single(world: World, reference: Reference): object {
  const plain = {fields: new Map(), include: [], relatedLimits: new Map()}
  const data = present(world, reference, plain, {inList: false})
  return {data, links: data.links}
}

function bodyOf(schema: string, {headers, bytes}: Incoming): unknown {
  if (headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    throw unreadable(415, 'UNSUPPORTED_MEDIA_TYPE', 'The Content-Type must be application/json')
  }
  const body = parse(bytes.toString('utf8'))
  requireBody(schema, body)
  return body
}

function parse(source: string): unknown {
  try {
    const value: unknown = JSON.parse(source)
    return value
  } catch {
    throw unreadable(400, 'ENTITY_INVALID', 'The request body is not JSON')
  }
}

function unreadable(status: number, code: string, detail: string): Refusal {
  return new Refusal(status, {code, title: 'The request entity is not readable', detail})
}

/** A path without a route: 403 where Apple has a resource without such an operation, else 404. */
function unroutable(method: string, path: string, here: readonly Route[]): Refusal {
  const resource = path.split('/')[2] ?? ''
  if (here.length > 0) {
    return methodNotAllowed(
      resource,
      method,
      here.map((route) => route.method),
    )
  }
  return new Refusal(404, {
    code: 'PATH_ERROR',
    title: 'The requested resource does not exist',
    detail: `The path '${path}' is unknown (to the simulator)`,
  })
}

/** An error that repeats the attributes that were sent, as validators like to do. */
function repeating(entry: ErrorEntry, bytes: Buffer): ErrorEntry {
  if (bytes.length === 0) return entry
  const sent = JSON.stringify(attributesIn(parse(bytes.toString('utf8'))))
  return {...entry, detail: `${entry.detail} (the request had ${sent})`}
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value))
}

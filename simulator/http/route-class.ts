import {routesAt} from './routes.ts'
import type {RouteClass} from './routes.ts'

export interface ClassifiedRequest {
  readonly host: 'api' | 'upload'
  readonly method: string
  readonly path: string
  /** The parsed JSON body, if there is one. */
  readonly body?: unknown
}

/** Says which kind of request this is, so that a fault can be aimed at a kind. */
export function routeClass({host, method, path, body}: ClassifiedRequest): RouteClass {
  if (host === 'upload') return method === 'PUT' ? 'part' : 'image'
  const name = routesAt(path).find(({route}) => route.method === method)?.route.name
  return name === 'commit' && isPosterAlone(body) ? 'poster' : (name ?? 'unknown')
}

/** Whether the body has to be read before the class of a request is known. */
export function isClassedByBody(request: ClassifiedRequest): boolean {
  return routeClass(request) === 'commit'
}

function isPosterAlone(body: unknown): boolean {
  const attributes = member(member(body, 'data'), 'attributes')
  return (
    member(attributes, 'uploaded') === undefined &&
    member(attributes, 'previewFrameTimeCode') !== undefined
  )
}

/** A member of something that may be an object. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined
}

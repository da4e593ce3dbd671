import type {IncomingHttpHeaders} from 'node:http'
import type {RouteClass} from './routes.ts'

/** A request as the simulator saw it. */
export interface RecordedRequest {
  readonly host: 'api' | 'upload'
  readonly method: string
  readonly path: string
  /** Path and query, byte for byte. */
  readonly target: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** Milliseconds since 1970, by the real clock. */
  readonly at: number
  routeClass: RouteClass
  /** The parsed JSON of an API request; the number of bytes of an upload. */
  body: unknown
  /** What was answered, or would have been had the answer not been lost; 0 if the request took no effect and none was given. */
  status: number
}

import type {IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse} from 'node:http'
import {setTimeout as pause} from 'node:timers/promises'
import type {Answer} from './answer.ts'
import type {Effect, Faults} from './faults.ts'
import {faultyAnswer} from './faulty-answer.ts'
import type {RecordedRequest} from './recorder.ts'
import {isClassedByBody, routeClass} from './route-class.ts'

/** A request, read whole. */
export interface Incoming {
  readonly method: string
  /** Path and query as they came. */
  readonly target: string
  readonly path: string
  readonly search: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly ignoreFilters: boolean
}

export interface Host {
  readonly name: 'api' | 'upload'
  readonly faults: Faults
  /** Notes the request at its arrival. */
  record(request: Omit<RecordedRequest, 'status' | 'body' | 'at'>): RecordedRequest
  /** Does what the request asks for, and says what to answer. */
  perform(incoming: Incoming): Promise<Answer>
  /** Told after the effect, before the answer. */
  applied(request: RecordedRequest): void | Promise<void>
  /** Notes a failure of the simulator itself. */
  fail(error: unknown): void
}

/** One listener for both hosts: reads, lets a fault strike, performs, answers. */
export function exchange(host: Host): RequestListener {
  return (request, response) => {
    serve(host, request, response).catch((error: unknown) => {
      // A client that goes away in the middle of a body is no fault of the simulator.
      if (!request.destroyed || request.complete) host.fail(error)
      request.socket.destroy()
    })
  }
}

async function serve(
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = request.url ?? '/'
  const [path = '/', query = ''] = target.split(/\?(.*)/su)
  const method = request.method ?? 'GET'
  const known = {host: host.name, method, path}
  const early = isClassedByBody(known) ? null : routeClass(known)
  const record = host.record({
    ...known,
    target,
    query: new URLSearchParams(query),
    headers: request.headers,
    routeClass: early ?? 'commit',
  })
  const headStrike = early === null ? null : host.faults.strike(record)
  if (isReset(headStrike, 'before')) {
    request.socket.destroy()
    return
  }
  const bytes = await readBody(request, isReset(headStrike, 'during'))
  if (bytes === null) return
  record.body = host.name === 'api' ? parsed(bytes) : bytes.byteLength
  record.routeClass = early ?? routeClass({...known, body: record.body})
  const effect = early === null ? host.faults.strike(record) : headStrike
  if (isReset(effect, 'before') || isReset(effect, 'during')) {
    request.socket.destroy()
    return
  }

  const perform = async () => {
    const answer = await host.perform({
      method,
      target,
      path,
      search: record.query,
      headers: request.headers,
      bytes,
      ignoreFilters: effect?.kind === 'ignore-filters',
    })
    record.status = answer.status
    await host.applied(record)
    return answer
  }
  const instead = effect === null ? null : faultyAnswer(host.name, effect)
  const delay = effectDelay(effect)
  if (instead === null || delay === 0) {
    const answer = await perform()
    await deliver(response, instead ?? rewritten(answer, effect), effect, record)
    return
  }
  await deliver(response, instead, effect, record)
  if (delay === null) return
  await pause(delay, undefined, {ref: false})
  await perform()
  record.status = instead.status
}

async function deliver(
  response: ServerResponse,
  answer: Answer,
  effect: Effect | null,
  record: RecordedRequest,
): Promise<void> {
  const {socket} = response
  if (effect?.kind === 'hang') return
  if (effect?.kind === 'delay') await pause(effect.milliseconds, undefined, {ref: false})
  if (isReset(effect, 'after')) {
    socket?.destroy()
    return
  }
  record.status = answer.status
  if (effect?.kind === 'cut') {
    const {status, body} = answer
    // An answer without a body is cut in its head.
    const head = `HTTP/1.1 ${status} OK\r\nContent-Type: application/json\r\n`
    const rest = body.length === 0 ? '' : `Content-Length: ${body.length}\r\n\r\n`
    const half = body.subarray(0, Math.floor(body.length / 2))
    socket?.write(Buffer.concat([Buffer.from(head + rest), half]), () => socket.destroy())
    return
  }
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.status === 204 ? {} : {'Content-Length': String(answer.body.length)}),
  })
  response.end(answer.body)
}

function rewritten(answer: Answer, effect: Effect | null): Answer {
  if (effect?.kind !== 'rewrite') return answer
  const changed = effect.change(parsed(answer.body))
  const body = typeof changed === 'string' ? changed : JSON.stringify(changed)
  return {...answer, body: Buffer.from(body)}
}

/** Null when the connection was cut on purpose. */
async function readBody(request: IncomingMessage, cutInside: boolean): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk))
    if (cutInside) {
      request.socket.destroy()
      return null
    }
  }
  return Buffer.concat(chunks)
}

function isReset(effect: Effect | null, when: 'before' | 'during' | 'after'): boolean {
  return effect?.kind === 'reset' && effect.when === when
}

/** When a request takes effect whose true answer is lost, in milliseconds; null for never. */
function effectDelay(effect: Effect | null): number | null {
  if (effect?.kind !== 'status' && effect?.kind !== 'hang') return null
  const {applied = false} = effect
  if (typeof applied === 'object') return applied.laterMilliseconds
  return applied ? 0 : null
}

function parsed(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return value
  } catch {
    return bytes.toString('utf8')
  }
}

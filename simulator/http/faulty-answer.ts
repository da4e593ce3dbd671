import type {Answer} from './answer.ts'
import type {Effect} from './faults.ts'
import {errorBody, notAuthorized, tooManyRequests} from './refusal.ts'
import type {ErrorEntry} from './refusal.ts'

/** The answer that a fault gives instead of the true one; null when the true one is given after all. */
export function faultyAnswer(host: 'api' | 'upload', effect: Effect): Answer | null {
  if (effect.kind === 'hang') return {status: 0, headers: {}, body: Buffer.alloc(0)}
  if (effect.kind === 'redirect') {
    return {
      status: effect.status ?? 307,
      headers: {Location: effect.location},
      body: Buffer.alloc(0),
    }
  }
  if (effect.kind !== 'status') return null
  const kind = effect.body ?? (host === 'api' ? 'json' : 'xml')
  if (typeof kind === 'object') {
    const headers = {'Content-Type': mediaTypes.json, ...effect.headers}
    return {status: effect.status, headers, body: kind}
  }
  return {
    status: effect.status,
    headers: {'Content-Type': mediaTypes[kind], ...effect.headers},
    body: Buffer.from(bodies[kind](effect.status, effect.errors)),
  }
}

const mediaTypes = {
  json: 'application/json',
  html: 'text/html; charset=UTF-8',
  xml: 'application/xml',
  empty: 'text/plain',
}

const bodies = {
  json: (status: number, errors: readonly ErrorEntry[] = usualErrors(status)) =>
    JSON.stringify(errorBody(status, errors)),
  html: (status: number) =>
    `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center>` +
    '<p>Could not process this request</p></body></html>',
  xml: (status: number) =>
    status === 403
      ? storeError('AccessDenied', 'Request has expired')
      : storeError('InternalError', 'We encountered an internal error.'),
  empty: () => '',
}

/** An error body as S3-like stores write it; Apple's own store is not documented. */
export function storeError(code: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
}

function usualErrors(status: number): readonly ErrorEntry[] {
  if (status === 401) return notAuthorized().entries
  if (status === 429) return tooManyRequests().entries
  return [
    {
      code: 'UNEXPECTED_ERROR',
      title: 'An unexpected error occurred.',
      detail:
        'An unexpected error occurred on the server side. If this issue continues, contact us at ' +
        'https://developer.apple.com/contact/.',
    },
  ]
}

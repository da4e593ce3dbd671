import type {Answer} from './exchange.ts'
import type {Effect} from './faults.ts'
import {errorBody, notAuthorized, tooManyRequests} from './refusal.ts'
import type {ErrorEntry} from './refusal.ts'

/** The answer that a fault gives instead of the true one; null when the true one is given after all. */
export function faultyAnswer(host: 'api' | 'upload', effect: Effect): Answer | null {
  switch (effect.kind) {
    case 'status':
      return {
        status: effect.status,
        headers: {'Content-Type': mediaTypes[bodyKind(host, effect)], ...effect.headers},
        body: Buffer.from(bodyOf(host, effect)),
      }
    case 'redirect':
      return {
        status: effect.status ?? 307,
        headers: {Location: effect.location},
        body: Buffer.alloc(0),
      }
    case 'hang':
      return {status: 0, headers: {}, body: Buffer.alloc(0)}
    case 'reset':
    case 'cut':
    case 'delay':
    case 'ignore-filters':
      return null
  }
}

type StatusEffect = Extract<Effect, {kind: 'status'}>

const mediaTypes = {
  json: 'application/json',
  html: 'text/html; charset=UTF-8',
  xml: 'application/xml',
  empty: 'text/plain',
}

function bodyKind(host: 'api' | 'upload', effect: StatusEffect): keyof typeof mediaTypes {
  return effect.body ?? (host === 'api' ? 'json' : 'xml')
}

function bodyOf(host: 'api' | 'upload', effect: StatusEffect): string {
  const {status} = effect
  switch (bodyKind(host, effect)) {
    case 'json':
      return JSON.stringify(errorBody(status, effect.errors ?? usualErrors(status)))
    case 'html':
      return (
        `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center>` +
        '<p>Could not process this request</p></body></html>'
      )
    case 'xml':
      return storeError(status === 403 ? 'AccessDenied' : 'InternalError', usualText(status))
    case 'empty':
      return ''
  }
}

/** An error body as S3-like stores write it; Apple's own store is not documented. */
export function storeError(code: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
}

function usualText(status: number): string {
  return status === 403 ? 'Request has expired' : 'We encountered an internal error.'
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

import {expect} from '@jest/globals'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import type {RecordedRequest} from '../../../simulator/simulator.ts'

/** Debug logging, as the runner and a workflow turn it on. */
export const DEBUG_LOGGING = {
  RUNNER_DEBUG: '1',
  ACTIONS_STEP_DEBUG: 'true',
  ACTIONS_RUNNER_DEBUG: 'true',
  DEBUG: '*',
}

/** Everything a run has left behind for a person or a later step to read. */
export function everythingSaid({stdout, stderr, summary, outputs, plan}: BundleRun): string {
  return [stdout, stderr, summary, JSON.stringify(outputs), JSON.stringify(plan)].join('\n')
}

/** The pieces of a private key in which any text form of it could be told: each is a third of a line. */
export function piecesOfKey(pem: string): readonly string[] {
  const body = pem.replaceAll(/-----[^-]+-----|\s/gu, '')
  const whole = [
    body,
    Buffer.from(pem).toString('base64'),
    Buffer.from(body, 'base64').toString('hex'),
  ]
  return whole.flatMap((text) => text.match(/.{16}/gu) ?? [])
}

/** What the requests of a run carried that nobody else may know. */
export function secretsIn(requests: readonly RecordedRequest[]): readonly string[] {
  const tokens = requests.flatMap(({headers}) => {
    const token = headers.authorization?.replace('Bearer ', '') ?? ''
    return token === '' ? [] : token.split('.')
  })
  const addresses = requests
    .filter(({host}) => host === 'upload')
    .flatMap(({target, path, query}) => {
      const [signature = '', uploadId = ''] = [query.get('Signature'), query.get('uploadId')].map(
        (value) => value ?? '',
      )
      return [target, path, signature, encodeURIComponent(signature), uploadId]
    })
  return [...new Set([...tokens, ...addresses])].filter((secret) => secret.length >= 16)
}

/** Fails if a text holds one of the secrets, or a header that would carry one; also in its escaped forms. */
export function expectNoSecret(said: string, secrets: readonly string[]): void {
  const plain = said
    .replaceAll(/&#(\d+);/gu, (_, point: string) => String.fromCodePoint(Number(point)))
    .replaceAll(String.raw`\u003d`, '=')
    .replaceAll('\\/', '/')
    .replaceAll('Bearer ***', '')
  const leaked = secrets.filter((secret) => said.includes(secret) || plain.includes(secret))
  expect(leaked).toEqual([])
  expect(plain).not.toMatch(
    /authorization|bearer|BEGIN [A-Z ]*PRIVATE|eyJ[\w-]{10}|AWSAccessKeyId/iu,
  )
}

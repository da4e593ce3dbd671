import {describe, expect, test} from '@jest/globals'

import {ApiError, ConnectionError, UploadRefusedError} from '../../src/connect/errors.ts'
import {createRetry} from '../../src/connect/retry.ts'
import type {Hold} from '../../src/core/progress.ts'

/** Retries until the errors are used up. @returns what held the run up at each attempt, and at the end. */
async function retryAfter(...errors: readonly Error[]): Promise<readonly (readonly Hold[])[]> {
  const holds = new Set<Hold>()
  const seen: (readonly Hold[])[] = []
  const retry = createRetry({
    held(hold) {
      holds.add(hold)
      seen.push([...holds])
      return {[Symbol.dispose]: () => holds.delete(hold)}
    },
    signal: new AbortController().signal,
  })
  const left = [...errors]
  const attempt = async () => {
    const error = left.shift()
    if (error !== undefined) throw error
  }
  await retry(attempt).catch(() => undefined)
  return [...seen, [...holds]]
}

const reasons = [{code: 'UNEXPECTED_ERROR', description: 'Contact us.'}]

describe('A request that is tried again', () => {
  test('holds the run up from its first failure until it succeeds', async () => {
    const error = new ApiError('GET /v1/apps', 503, {reasons, retryAfter: null})
    const hold = {why: 'App Store Connect answered 503', until: null}
    expect(await retryAfter(error, error)).toEqual([[hold], []])
  })

  test('holds it up until the time that the answer asks for', async () => {
    const error = new ApiError('GET /v1/apps', 503, {reasons, retryAfter: 1})
    const why = 'App Store Connect answered 503'
    const until = expect.stringMatching(/^\d\d:\d\d:\d\d UTC$/)
    expect(await retryAfter(error)).toEqual([
      [{why, until: null}],
      [
        {why, until: null},
        {why, until},
      ],
      [],
    ])
  })

  test.each([
    [
      new ConnectionError('GET /v1/apps at api.example', 'ECONNRESET', {mayHaveArrived: true}),
      'GET /v1/apps at api.example: the connection was reset (ECONNRESET)',
    ],
  ])('says why: %s', async (error, why) => {
    expect(await retryAfter(error)).toEqual([[{why, until: null}], []])
  })

  test('does not hold the run up if its failure is final', async () => {
    expect(await retryAfter(new UploadRefusedError(400, null))).toEqual([[]])
  })
})

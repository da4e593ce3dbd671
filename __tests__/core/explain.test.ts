import {describe, expect, test} from '@jest/globals'

import {
  ApiError,
  ConnectionError,
  KeyRefusedError,
  ReservationExpiredError,
  unreadableAnswer,
  UploadRefusedError,
} from '../../src/connect/errors.ts'
import {ExpectedError} from '../../src/core/expected-error.ts'
import {explain} from '../../src/core/explain.ts'
import {ReservationError} from '../../src/transfer/reservation.ts'
import {FileChangedError} from '../../src/transfer/upload-part.ts'

class MissingAppError extends ExpectedError {
  override readonly name = 'MissingAppError'
  readonly code = 'NO_APP'
}

const AGAIN = 'Run the job again: it picks up where this run left off.'

function refusal(status: number, code: string): ApiError {
  const reasons = [{code, description: ''}]
  return new ApiError('GET /v1/apps', status, {reasons, retryAfter: null})
}

function connection(code: string): ConnectionError {
  return new ConnectionError('GET /v1/apps', code, {mayHaveArrived: true})
}

/** As Node.js makes it, which is an error of another realm where Jest is at work. */
function invalidUrl(input: string): TypeError {
  return Object.assign(new TypeError('Invalid URL'), {code: 'ERR_INVALID_URL', input})
}

describe('An error of ours', () => {
  test('is told with its code and what to do, at what it is about', () => {
    const cause = new Error('hidden')
    const error = new MissingAppError('There is no such app.', {remedy: 'Check `app-id`.', cause})
    expect(explain(error, {step: 'upload:1'})).toEqual({
      severity: 'error',
      code: 'NO_APP',
      what: 'There is no such app.',
      next: 'Check `app-id`.',
      about: {step: 'upload:1'},
    })
    expect(error.cause).toBe(cause)
  })

  test('may have nothing to do about it, and be about nothing', () => {
    expect(explain(new MissingAppError('There is no such app.'))).toMatchObject({
      next: '',
      about: null,
    })
  })

  test.each([
    [
      'a refusal for an agreement',
      refusal(403, 'FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED'),
      'The Account Holder must accept the pending agreements in App Store Connect.',
    ],
    [
      'a refusal for the role',
      refusal(403, 'FORBIDDEN_ERROR'),
      'Give the API key the App Manager role and access to the app.',
    ],
    [
      'something that is gone',
      refusal(404, 'NOT_FOUND'),
      'Somebody removed it during this run. Run the job again.',
    ],
    [
      'a conflict',
      refusal(409, 'STATE_ERROR'),
      'Look at the version in App Store Connect: somebody may have changed or submitted it during this run. Then run the job again.',
    ],
    ['a service that is not well', refusal(503, 'UNEXPECTED_ERROR'), AGAIN],
    ['a lost connection', connection('ECONNRESET'), AGAIN],
    ['a certificate that is not trusted', connection('CERT_HAS_EXPIRED'), ''],
    [
      "an answer that is not Apple's",
      unreadableAnswer('GET /v1/apps', 'the answer is truncated', false),
      `${AGAIN} If this happens again, check \`api-url\` and the proxies of your network.`,
    ],
    ['a key that is refused', new KeyRefusedError({cause: null}), ''],
    ['an upload that is refused', new UploadRefusedError(500, null), AGAIN],
    ['a reservation that has expired', new ReservationExpiredError(), AGAIN],
    ['a reservation that is of no use', new ReservationError('It cannot be followed.'), AGAIN],
    [
      'a file that changed',
      new FileChangedError(),
      'Wait until nothing writes to the file any more, then run the job again.',
    ],
  ])('says what to do about %s', (_, error, next) => {
    const {code, message} = error
    expect(explain(error)).toEqual({severity: 'error', code, what: message, next, about: null})
  })
})

test("An error of the system is the system's, with its code", () => {
  const message = "ENOENT: no such file or directory, open '/workspace/1.png'"
  const error = Object.assign(new Error(message), {
    code: 'ENOENT',
    syscall: 'open',
    path: '/workspace/1.png',
  })
  expect(explain(error, {path: '1.png'})).toEqual({
    severity: 'error',
    code: 'ENOENT',
    what: message,
    next: '',
    about: {path: '1.png'},
  })
})

describe('Everything else is a bug in the action', () => {
  test('with its stack, also where it has a code', () => {
    const {severity, code, what, next} = explain(invalidUrl('nonsense'))
    expect([severity, code, next]).toEqual(['error', 'bug', ''])
    expect(what).toMatch(
      /^This is a bug in the action. Please report it: TypeError: Invalid URL\n/u,
    )
    expect(what).toContain('explain.test.ts')
  })

  test('without the signed address or the token that it was about', () => {
    const cause = invalidUrl('host.example/part?Signature=hush')
    const options = {headers: {authorization: 'Bearer hush'}}
    const error = Object.assign(new Error('It broke.', {cause}), {options})
    for (const each of [cause, error]) expect(JSON.stringify(explain(each))).not.toContain('hush')
  })

  test('whatever was thrown', () => {
    expect(explain('no error at all').what).toBe(
      'This is a bug in the action. Please report it: no error at all',
    )
    expect(explain(null).code).toBe('bug')
    expect(explain({code: 'ENOENT'}).code).toBe('bug')
  })
})

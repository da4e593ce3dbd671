import {ExpectedError} from '../core/expected-error.ts'
import type {AppleReason} from '../core/vocabulary.ts'

/** What to do about a transient fault. */
export const RUN_AGAIN = 'Run the job again: it picks up where this run left off.'

/** App Store Connect refused a request. */
export class ApiError extends ExpectedError {
  override readonly name = 'ApiError'
  readonly code: string
  readonly status: number
  /** What Apple said. Text from outside. Empty if the answer was not Apple's JSON. */
  readonly reasons: readonly AppleReason[]
  /** Seconds that the answer asks to wait, or null. */
  readonly retryAfter: number | null

  constructor(
    request: string,
    status: number,
    {reasons, retryAfter}: {reasons: readonly AppleReason[]; retryAfter: number | null},
  ) {
    const code = reasons[0]?.code ?? `HTTP_${status}`
    super(`App Store Connect answered ${status} to ${request}${describeReasons(reasons)}`, {
      remedy: remedyForAnswer(status, code),
    })
    this.code = code
    this.status = status
    this.reasons = reasons
    this.retryAfter = retryAfter
  }
}

/** No answer, or one that cannot be read. The request may have been carried out all the same. */
export class ConnectionError extends ExpectedError {
  override readonly name = 'ConnectionError'
  readonly code: string
  /** Whether the request may have reached the server. */
  readonly mayHaveArrived: boolean
  /** Whether another attempt can succeed. */
  readonly isTransient: boolean

  constructor(
    what: string,
    code: string,
    {
      mayHaveArrived,
      why,
      isTransient,
    }: {mayHaveArrived: boolean; why?: string; isTransient?: boolean},
  ) {
    const untrusted = UNTRUSTED.has(code) ? NOT_TRUSTED : undefined
    const passes = isTransient ?? untrusted === undefined
    super(
      `${what}: ${why ?? untrusted ?? CONNECTION_FAULTS[code] ?? 'the connection failed'} (${code}).`,
      {
        remedy: remedyForFault(code, passes),
      },
    )
    this.code = code
    this.isTransient = passes
    this.mayHaveArrived = mayHaveArrived
  }
}

/**
 * An answer that does not come from App Store Connect, such as the page of a proxy.
 *
 * @param request - What was asked, such as `GET /v1/apps`.
 * @param why - What is wrong with the answer.
 * @param isTransient - Whether another attempt may get a better one.
 */
export function unreadableAnswer(
  request: string,
  why: string,
  isTransient = true,
): ConnectionError {
  return new ConnectionError(request, UNREADABLE_CODE, {mayHaveArrived: true, why, isTransient})
}

/** App Store Connect does not accept the key at all. */
export class KeyRefusedError extends ExpectedError {
  override readonly name = 'KeyRefusedError'
  readonly code = 'KEY_REFUSED'

  constructor(options: {readonly cause: unknown}) {
    super(
      'App Store Connect refused the API key (401). Check that `api-key-id`, `issuer-id` and `api-private-key` belong together, that the key has not been revoked, and, for an individual key, that `issuer-id` is empty.',
      options,
    )
  }
}

/** An upload host refused a part. */
export class UploadRefusedError extends ExpectedError {
  override readonly name = 'UploadRefusedError'
  readonly code: string
  readonly status: number
  /** Seconds that the answer asks to wait, or null. */
  readonly retryAfter: number | null

  constructor(status: number, retryAfter: number | null) {
    super(`Apple's upload host answered ${status}.`, {remedy: RUN_AGAIN})
    this.code = `HTTP_${status}`
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** An upload host no longer accepts the parts of a reservation. */
export class ReservationExpiredError extends ExpectedError {
  override readonly name = 'ReservationExpiredError'
  readonly code = 'RESERVATION_EXPIRED'

  constructor() {
    super('The upload reservation has expired.', {remedy: RUN_AGAIN})
  }
}

/** The code of an answer that does not come from App Store Connect. */
const UNREADABLE_CODE = 'UNREADABLE_ANSWER'
const CHECK_NETWORK = `${RUN_AGAIN} If this happens again, check \`api-url\` and the proxies of your network.`

const CONNECTION_FAULTS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  ENOTFOUND: 'the host name was not found',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'the request timed out',
  EPIPE: 'the connection was closed',
  ERR_PROXY_TUNNEL: 'the proxy did not connect to that address',
}

/** Error codes of Node.js for a certificate that it does not trust. */
const UNTRUSTED = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
const NOT_TRUSTED =
  'its certificate is not trusted; if a proxy of your network signs it, set `NODE_EXTRA_CA_CERTS` to the certificate file of its CA'

function remedyForFault(code: string, isTransient: boolean): string {
  if (code === UNREADABLE_CODE) return CHECK_NETWORK
  return isTransient ? RUN_AGAIN : ''
}

function remedyForAnswer(status: number, code: string): string {
  if (code.startsWith('FORBIDDEN.REQUIRED_AGREEMENTS')) {
    return 'The Account Holder must accept the pending agreements in App Store Connect.'
  }
  if (status === 403) return 'Give the API key the App Manager role and access to the app.'
  if (status === 404) return 'Somebody removed it during this run. Run the job again.'
  if (status === 409) {
    return 'Look at the version in App Store Connect: somebody may have changed or submitted it during this run. Then run the job again.'
  }
  return RUN_AGAIN
}

function describeReasons(reasons: readonly AppleReason[]): string {
  if (reasons.length === 0) return '.'
  return `: ${reasons.map(({code, description}) => `${code}: ${description}`).join('; ')}`
}

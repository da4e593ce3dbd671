import type {AppleReason} from '../sections/media/listing.ts'

/** App Store Connect answered, and said no. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string
  readonly status: number
  /** What Apple said; texts from outside. Empty if the answer was not Apple's JSON. */
  readonly reasons: readonly AppleReason[]
  /** Seconds that the answer asked to wait, or null. */
  readonly retryAfter: number | null

  constructor(
    request: string,
    status: number,
    {reasons, retryAfter}: {reasons: readonly AppleReason[]; retryAfter: number | null},
  ) {
    super(`App Store Connect answered ${status} to ${request}${said(reasons)}`)
    this.code = reasons[0]?.code ?? `HTTP_${status}`
    this.status = status
    this.reasons = reasons
    this.retryAfter = retryAfter
  }
}

/** No answer, or none that can be read. What the request asked for may have happened all the same. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
  readonly code: string
  /** Whether the request may have reached the server. */
  readonly mayHaveArrived: boolean
  /** Whether another attempt can succeed. */
  readonly isPassing: boolean

  constructor(
    what: string,
    code: string,
    {mayHaveArrived, why, isPassing}: {mayHaveArrived: boolean; why?: string; isPassing?: boolean},
  ) {
    const distrust = UNTRUSTED.has(code) ? NOT_TRUSTED : undefined
    super(`${what}: ${why ?? distrust ?? IN_WORDS[code] ?? 'the connection failed'} (${code}).`)
    this.code = code
    this.isPassing = isPassing ?? distrust === undefined
    this.mayHaveArrived = mayHaveArrived
  }
}

/**
 * An answer that is none of App Store Connect, such as the page of a proxy.
 *
 * @param request - What was asked, such as `GET /v1/apps`.
 * @param why - What is wrong with the answer.
 * @param isPassing - Whether another attempt may get a better one.
 */
export function unreadableAnswer(request: string, why: string, isPassing = true): ConnectionError {
  return new ConnectionError(request, 'UNREADABLE_ANSWER', {mayHaveArrived: true, why, isPassing})
}

/** App Store Connect does not accept the key at all. */
export class KeyRefusedError extends Error {
  override readonly name = 'KeyRefusedError'
  readonly code = 'KEY_REFUSED'

  constructor(options: {readonly cause: unknown}) {
    super(
      'App Store Connect does not accept the API key (401). Check that `api-key-id`, `issuer-id` and `api-private-key` belong together, that the key was not revoked, and, for an individual key, that `issuer-id` is empty.',
      options,
    )
  }
}

/** An upload host refused a part. */
export class UploadRefusedError extends Error {
  override readonly name = 'UploadRefusedError'
  readonly code: string
  readonly status: number
  /** Seconds that the answer asked to wait, or null. */
  readonly retryAfter: number | null

  constructor(status: number, retryAfter: number | null) {
    super(`Apple's upload host answered ${status}.`)
    this.code = `HTTP_${status}`
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** An upload host no longer takes the parts of a reservation. */
export class ReservationExpiredError extends Error {
  override readonly name = 'ReservationExpiredError'
  readonly code = 'RESERVATION_EXPIRED'
}

const IN_WORDS: Record<string, string> = {
  ECONNREFUSED: 'nothing answers at that address',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'no answer in time',
  EPIPE: 'the connection was cut',
  ERR_PROXY_TUNNEL: 'the proxy did not open a way to that address',
}

/** What Node.js says of a certificate that it does not trust. */
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
  'its certificate is not trusted; where a proxy of your network signs it, name its CA with `NODE_EXTRA_CA_CERTS`'

function said(reasons: readonly AppleReason[]): string {
  if (reasons.length === 0) return '.'
  return `: ${reasons.map(({code, description}) => `${code}: ${description}`).join('; ')}`
}

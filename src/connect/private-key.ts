import {createPrivateKey} from 'node:crypto'
import type {KeyObject} from 'node:crypto'

import {ExpectedError} from '../core/expected-error.ts'

/** The key input is not a key for App Store Connect. The message never quotes the input. */
export class PrivateKeyError extends ExpectedError {
  override readonly name = 'PrivateKeyError'
  readonly code = 'INVALID_PRIVATE_KEY'
}

/**
 * Reads the `.p8` key of App Store Connect in any form that secrets usually have: PEM, PEM with literal `\n`, with
 * CRLF, on one line, without its armour, or the whole file in base64.
 *
 * @throws {PrivateKeyError} if it is not a P-256 private key.
 */
export function parsePrivateKey(text: string): KeyObject {
  const key = readKey(text)
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new PrivateKeyError(
      '`api-private-key` is not an App Store Connect key: those are elliptic-curve keys on P-256. Use the `.p8` file exactly as you downloaded it.',
    )
  }
  return key
}

function readKey(text: string): KeyObject {
  const body = keyBody(text)
  for (const type of ['pkcs8', 'sec1'] as const) {
    try {
      return createPrivateKey({key: Buffer.from(body, 'base64'), format: 'der', type})
    } catch {
      // Not of this type. Its error says no more than the one below.
    }
  }
  throw new PrivateKeyError(
    '`api-private-key` is not a readable private key. Use the content of the `.p8` file, as it is or in base64, and check that the secret is complete.',
  )
}

/** The base64 between the armour lines, with or without line ends. */
function keyBody(text: string): string {
  const plain = text
    .replaceAll(String.raw`\r`, '')
    .replaceAll(String.raw`\n`, '\n')
    .trim()
  const armoured = /-----BEGIN [A-Z ]*PRIVATE KEY-----([^-]*)-----END/.exec(plain)?.[1]
  if (armoured !== undefined) return armoured.replaceAll(/\s/g, '')

  const compact = plain.replaceAll(/\s/g, '')
  const decoded = Buffer.from(compact, 'base64').toString('latin1')
  return decoded.includes('-----BEGIN') ? keyBody(decoded) : compact
}

import {SignJWT} from 'jose'

import {parsePrivateKey} from './private-key.ts'

export interface ApiKey {
  readonly keyId: string
  /** Null for an individual key. */
  readonly issuerId: string | null
  /** The text of the `.p8`, in any form that {@link parsePrivateKey} reads. */
  readonly privateKey: string
}

/** Tokens for the API, created when needed and shared by all requests. */
export interface Tokens {
  /** A token that stays valid for at least two minutes. */
  current(): Promise<string>
  /** A token other than the refused one. Requests that are refused together get the same new token. */
  renew(refused: string): Promise<string>
}

/** App Store Connect refuses tokens that live longer than 20 minutes. One minute is left for clock differences. */
const LIFETIME_SECONDS = 19 * 60
const BACKDATE_SECONDS = 60
const RENEW_BEFORE_END_SECONDS = 2 * 60

/**
 * @param now - Milliseconds since 1970.
 * @throws {PrivateKeyError} if the key cannot be read.
 */
export function createTokens(key: ApiKey, now: () => number = Date.now): Tokens {
  const privateKey = parsePrivateKey(key.privateKey)
  let latest: {token: Promise<string>; ends: number} | null = null

  const sign = () => {
    const seconds = Math.floor(now() / 1000)
    const issuedAt = seconds - BACKDATE_SECONDS
    const ends = issuedAt + LIFETIME_SECONDS
    const claims = key.issuerId === null ? {sub: 'user'} : {iss: key.issuerId}
    const token = new SignJWT(claims)
      .setProtectedHeader({alg: 'ES256', kid: key.keyId, typ: 'JWT'})
      .setIssuedAt(issuedAt)
      .setExpirationTime(ends)
      .setAudience('appstoreconnect-v1')
      .sign(privateKey)
    latest = {token, ends}
    return token
  }
  const current = () => {
    const isFresh = latest !== null && latest.ends - now() / 1000 > RENEW_BEFORE_END_SECONDS
    return isFresh && latest !== null ? latest.token : sign()
  }
  return {
    current: async () => current(),
    async renew(refused) {
      const before = latest
      const isNewest = (await current()) === refused
      return isNewest && latest === before ? sign() : current()
    },
  }
}

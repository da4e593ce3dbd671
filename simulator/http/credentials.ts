import {generateKeyPairSync, randomBytes, randomUUID} from 'node:crypto'
import type {KeyObject} from 'node:crypto'
import {jwtVerify} from 'jose'
import {notAuthorized} from './refusal.ts'

export interface TeamKey {
  readonly keyId: string
  readonly issuerId: string
  /** PKCS#8 PEM, as in Apple's `.p8` files. */
  readonly privateKey: string
}

export interface IndividualKey {
  readonly keyId: string
  readonly privateKey: string
}

export interface Credentials {
  readonly key: TeamKey
  readonly individualKey: IndividualKey
  /** Gives the id of the key that signed, or throws the 401 refusal. */
  admit(authorization: string | undefined): Promise<string>
  /** Refuses from now on every token that was admitted so far. */
  revokeTokens(): void
}

interface Claims {
  readonly keyId: string
  readonly issuedAt: number | null
  readonly expires: number
}

/** Apple's page "Generating tokens": a lifetime over 20 minutes is refused. */
const longestLifetimeSeconds = 20 * 60

/** Fresh P-256 keys, one of a team and one of a person, and the check of tokens signed with them. */
export function createCredentials(now: () => number): Credentials {
  const team = createKey()
  const person = createKey()
  const issuerId = randomUUID()
  const verified = new Map<string, Claims>()
  const revoked = new Set<string>()

  const verify = async (token: string): Promise<Claims> => {
    const currentDate = new Date(now())
    const {payload, protectedHeader} = await jwtVerify(
      token,
      ({kid}) => {
        if (kid === team.keyId) return team.publicKey
        if (kid === person.keyId) return person.publicKey
        throw new Error('The key ID is unknown.')
      },
      {algorithms: ['ES256'], audience: 'appstoreconnect-v1', typ: 'JWT', currentDate},
    )
    // An individual key's token says sub: user and has no issuer; a team key's has the issuer.
    const rightSubject =
      protectedHeader.kid === team.keyId
        ? payload.iss === issuerId
        : payload.iss === undefined && payload.sub === 'user'
    if (!rightSubject || payload.exp === undefined) throw new Error('A claim is missing.')
    return {
      keyId: String(protectedHeader.kid),
      issuedAt: payload.iat ?? null,
      expires: payload.exp,
    }
  }

  return {
    key: {keyId: team.keyId, issuerId, privateKey: team.privateKey},
    individualKey: {keyId: person.keyId, privateKey: person.privateKey},
    async admit(authorization) {
      const token = /^Bearer (?<token>\S+)$/u.exec(authorization ?? '')?.groups?.['token']
      if (token === undefined || revoked.has(token)) throw notAuthorized()
      const claims =
        verified.get(token) ??
        (await verify(token).catch(() => {
          throw notAuthorized()
        }))
      verified.set(token, claims)
      if (!isTimely(claims, now() / 1000)) throw notAuthorized()
      return claims.keyId
    },
    revokeTokens() {
      for (const token of verified.keys()) revoked.add(token)
    },
  }
}

function isTimely({issuedAt, expires}: Claims, seconds: number): boolean {
  if (seconds >= expires || expires - seconds > longestLifetimeSeconds) return false
  if (issuedAt === null) return true
  // Whole seconds: a token signed in this very second is not from the future.
  return issuedAt <= Math.ceil(seconds) && expires - issuedAt <= longestLifetimeSeconds
}

function createKey(): {keyId: string; privateKey: string; publicKey: KeyObject} {
  const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'})
  return {
    keyId: randomBytes(5).toString('hex').toUpperCase(),
    privateKey: privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
    publicKey,
  }
}

import {SignJWT, importPKCS8} from 'jose'

import type {BenchmarkStore} from '../start-store.ts'

/** @returns a token for the API that is valid for 20 minutes, the most that Apple takes. */
export async function createToken({keyId, issuerId, privateKey}: BenchmarkStore['key']) {
  const issuedAt = Math.floor(Date.now() / 1000)
  return new SignJWT({iss: issuerId, iat: issuedAt, exp: issuedAt + 20 * 60})
    .setProtectedHeader({alg: 'ES256', kid: keyId, typ: 'JWT'})
    .setAudience('appstoreconnect-v1')
    .sign(await importPKCS8(privateKey, 'ES256'))
}

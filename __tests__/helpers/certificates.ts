import {execFile} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {promisify} from 'node:util'
import {folderWith} from './media.ts'

/** A CA of ones own, and a certificate for `localhost` that it signed; all PEM but for the path. */
export interface Certificates {
  /** Path of the CA's certificate. */
  readonly authority: string
  readonly key: string
  readonly cert: string
}

/** Makes a new CA and a certificate, with OpenSSL. */
export async function makeCertificates(): Promise<Certificates> {
  const folder = await folderWith({'names.cnf': 'subjectAltName=DNS:localhost'})
  const openssl = (words: string, ...more: readonly string[]) =>
    promisify(execFile)('openssl', [...words.split(' '), ...more], {cwd: folder})
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -batch'
  await openssl(`req -x509 ${newKey} -keyout ca.key -out ca.pem -days 2`, '-subj', '/CN=Test CA')
  await openssl(`req ${newKey} -keyout key.pem -out request.pem -subj /CN=localhost`)
  await openssl(
    'x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -out cert.pem -days 2 -extfile names.cnf',
  )
  const [key, cert] = await Promise.all(
    ['key.pem', 'cert.pem'].map((name) => readFile(path.join(folder, name), 'utf8')),
  )
  return {authority: path.join(folder, 'ca.pem'), key: key ?? '', cert: cert ?? ''}
}

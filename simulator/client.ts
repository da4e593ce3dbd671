import {createHash} from 'node:crypto'
import {SignJWT, importPKCS8} from 'jose'
import {member} from './http/route-class.ts'
import type {Simulator} from './simulator.ts'

/** A plain client, made of fetch alone, for the tests of the simulator. */
export interface Client {
  readonly token: string
  send(method: string, target: string, body?: unknown): Promise<Reply>
  /** Reserves, sends all parts and commits; gives the id of the asset. */
  upload(setId: string, fileName: string, bytes: Uint8Array, checksum?: string): Promise<string>
  /** The ids from the app down to the first localization. */
  firstLocalization(): Promise<{appId: string; versionId: string; localizationId: string}>
  createSet(localizationId: string, type: string): Promise<string>
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export interface Operation {
  readonly method: string
  readonly url: string
  readonly offset: number
  readonly length: number
  readonly requestHeaders: readonly {readonly name: string; readonly value: string}[]
}

export interface TokenOverrides {
  readonly keyId?: string
  readonly privateKey?: string
  readonly claims?: Readonly<Record<string, unknown>>
  readonly lifetimeSeconds?: number
  /** Seconds from now; null leaves `iat` out. Default -10. */
  readonly issued?: number | null
}

/** A token as Apple's page "Generating tokens" wants it, unless told otherwise. */
export async function createToken(
  {key}: Simulator,
  {keyId, privateKey, claims, lifetimeSeconds = 600, issued = -10}: TokenOverrides = {},
): Promise<string> {
  const seconds = Math.floor(Date.now() / 1000)
  const issuedAt = issued === null ? {} : {iat: seconds + issued}
  return new SignJWT({...(claims ?? {iss: key.issuerId}), ...issuedAt})
    .setProtectedHeader({alg: 'ES256', kid: keyId ?? key.keyId, typ: 'JWT'})
    .setAudience('appstoreconnect-v1')
    .setExpirationTime(seconds + lifetimeSeconds)
    .sign(await importPKCS8(privateKey ?? key.privateKey, 'ES256'))
}

export async function createClient(simulator: Simulator): Promise<Client> {
  const token = await createToken(simulator)
  const send = async (method: string, target: string, body?: unknown): Promise<Reply> =>
    request(`${simulator.apiUrl}${target}`, method, token, body)
  const idOf = async (method: string, target: string, body?: unknown) => {
    const reply = await send(method, target, body)
    return text(reply.body, 'data', 'id') || text(reply.body, 'data', '0', 'id')
  }
  return {
    token,
    send,
    async upload(setId, fileName, bytes, checksum = md5(bytes)) {
      const assets = /\.(png|jpe?g)$/u.test(fileName) ? 'appScreenshots' : 'appPreviews'
      const reserved = await send(
        'POST',
        `/v1/${assets}`,
        reservation(setId, fileName, bytes.length),
      )
      const id = text(reserved.body, 'data', 'id')
      for (const operation of operationsOf(reserved.body)) await sendPart(operation, bytes)
      await send('PATCH', `/v1/${assets}/${id}`, commit(assets, id, checksum))
      return id
    },
    async firstLocalization() {
      const appId = await idOf('GET', '/v1/apps')
      const versionId = await idOf('GET', `/v1/apps/${appId}/appStoreVersions`)
      const path = `/v1/appStoreVersions/${versionId}/appStoreVersionLocalizations`
      return {appId, versionId, localizationId: await idOf('GET', path)}
    },
    async createSet(localizationId, type) {
      const [sets, attribute] = type.startsWith('APP_')
        ? ['appScreenshotSets', 'screenshotDisplayType']
        : ['appPreviewSets', 'previewType']
      return idOf('POST', `/v1/${sets}`, {
        data: {
          type: sets,
          attributes: {[attribute]: type},
          relationships: {
            appStoreVersionLocalization: {
              data: {type: 'appStoreVersionLocalizations', id: localizationId},
            },
          },
        },
      })
    },
  }
}

export async function request(
  url: string,
  method: string,
  token: string | null,
  body?: unknown,
): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === null ? {} : {Authorization: `Bearer ${token}`}),
      ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
    },
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  })
  const source = await response.text()
  const parsed: unknown = source === '' ? null : JSON.parse(source)
  return {status: response.status, headers: response.headers, body: parsed}
}

export async function sendPart(
  {method, url, offset, length, requestHeaders}: Operation,
  bytes: Uint8Array,
): Promise<Response> {
  const headers = Object.fromEntries(requestHeaders.map(({name, value}) => [name, value]))
  return fetch(url, {method, headers, body: Buffer.from(bytes.subarray(offset, offset + length))})
}

export function reservation(setId: string, fileName: string, fileSize: number): object {
  const isImage = /\.(png|jpe?g)$/u.test(fileName)
  const [type, set] = isImage
    ? ['appScreenshots', 'appScreenshotSet']
    : ['appPreviews', 'appPreviewSet']
  return {
    data: {
      type,
      attributes: {fileName, fileSize},
      relationships: {[set]: {data: {type: `${set}s`, id: setId}}},
    },
  }
}

export function commit(type: string, id: string, sourceFileChecksum: string): object {
  return {data: {type, id, attributes: {uploaded: true, sourceFileChecksum}}}
}

export function operationsOf(body: unknown): readonly Operation[] {
  const operations = dig(body, 'data', 'attributes', 'uploadOperations')
  return Array.isArray(operations) ? operations : []
}

export function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex')
}

/** A member deep inside; numbers as text pick from lists. */
export function dig(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => member(inner, name), value)
}

/** As {@link dig}, for text; empty when there is none. */
export function text(value: unknown, ...names: readonly string[]): string {
  const found = dig(value, ...names)
  return typeof found === 'string' ? found : ''
}

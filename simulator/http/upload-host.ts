import {createHash} from 'node:crypto'
import type {Answer} from './answer.ts'
import type {Incoming} from './exchange.ts'
import {storeError} from './faulty-answer.ts'
import {servePicture} from '../media/pictures.ts'
import type {Operation, Upload} from '../store/records.ts'
import {uploadOf} from '../store/store.ts'
import type {World} from '../store/world.ts'

/** Performs requests to the upload host: parts of reservations, and pictures of what was accepted. */
export function createUploads(world: World): (incoming: Incoming) => Promise<Answer> {
  return async (incoming) => {
    // Apple's page on uploading assets: the URLs are unauthenticated; the token belongs to the API alone.
    if (incoming.headers.authorization !== undefined) {
      world.violations.push(`${incoming.method} ${incoming.path} carried an Authorization header`)
    }
    return incoming.method === 'GET'
      ? ((await servePicture(world, incoming.path)) ?? refuse(404, 'NoSuchKey', 'No such picture'))
      : takePart(world, incoming)
  }
}

/** Step 2 of Apple's page: exactly the operation's method, URL, headers and bytes. */
async function takePart(world: World, incoming: Incoming): Promise<Answer> {
  const asset = uploadOf(world.store, world.targets.get(incoming.target) ?? '')
  const operation = asset?.operations.find(({target}) => target === incoming.target)
  if (asset === undefined || operation === undefined) {
    return refuse(403, 'SignatureDoesNotMatch', 'The URL is not one that was given out')
  }
  const refusal = objection(world, asset, operation, incoming)
  if (refusal !== null) return refusal
  await asset.vessel.write(operation.offset, incoming.bytes)
  asset.received.add(operation.partNumber)
  const tag = createHash('md5').update(incoming.bytes).digest('hex')
  return {status: 200, headers: {ETag: `"${tag}"`}, body: Buffer.alloc(0)}
}

function objection(
  {settings}: World,
  asset: Upload,
  operation: Operation,
  {method, headers, bytes}: Incoming,
): Answer | null {
  if (settings.now() / 1000 >= asset.expires) {
    return refuse(403, 'AccessDenied', 'Request has expired')
  }
  // A part may be sent again, but not after the commit.
  if (asset.committedAt !== null) {
    return refuse(403, 'AccessDenied', 'The upload has been completed')
  }
  if (method !== operation.method) {
    return refuse(403, 'SignatureDoesNotMatch', `The method must be ${operation.method}`)
  }
  const missing = operation.requestHeaders.find(
    ({name, value}) => headers[name.toLowerCase()] !== value,
  )
  if (missing !== undefined) {
    return refuse(403, 'SignatureDoesNotMatch', `${missing.name} must be ${missing.value}`)
  }
  if (headers['content-length'] === undefined) {
    return refuse(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.')
  }
  return bytes.length === operation.length
    ? null
    : refuse(400, 'IncompleteBody', `The part has ${operation.length} bytes, not ${bytes.length}`)
}

function refuse(status: number, code: string, message: string): Answer {
  return {
    status,
    headers: {'Content-Type': 'application/xml'},
    body: Buffer.from(storeError(code, message)),
  }
}

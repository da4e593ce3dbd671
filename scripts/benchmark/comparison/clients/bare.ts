/**
 * The lower bound: carries out what it is told, over keep-alive connections, and decides nothing. It knows every id,
 * size and MD5 beforehand, so it reads, compares, validates, hashes, paces, repeats, checks and reports nothing.
 */
import {once} from 'node:events'
import {createReadStream} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {Agent, request} from 'node:http'
import type {IncomingMessage, OutgoingHttpHeaders} from 'node:http'
import type {Readable} from 'node:stream'
import {text} from 'node:stream/consumers'
import {pipeline} from 'node:stream/promises'
import {setTimeout as pause} from 'node:timers/promises'

import type {One, Resource, UploadOperation} from './answers.ts'
import {FAMILIES, commit, newLocalization, newSet, reservation} from './bodies.ts'
import type {Family} from './bodies.ts'
import type {BareJob, FileWork, LocaleWork, SetWork} from './job.ts'

/** To each of Apple's two hosts. */
const CONNECTIONS = 50

const job: BareJob = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'))
const agent = new Agent({keepAlive: true, maxSockets: CONNECTIONS})

await Promise.all(job.locales.map(fillLocale))
if (job.locales.length > 0) await pause(job.processingMilliseconds)
agent.destroy()

async function fillLocale({locale, id, sets}: LocaleWork): Promise<void> {
  const localizationId =
    id ?? (await create('appStoreVersionLocalizations', newLocalization(job.versionId, locale))).id
  await Promise.all(sets.map((work) => fillSet(localizationId, work)))
}

async function fillSet(localizationId: string, work: SetWork): Promise<void> {
  const family = FAMILIES[work.family]
  const {deletions, files, order, type} = work
  const setId = work.id ?? (await create(family.sets, newSet(family, localizationId, type))).id
  await Promise.all(deletions.map((id) => api('DELETE', `/v1/${family.assets}/${id}`)))
  const uploads: Promise<void>[] = []
  const created: string[] = []
  for (const file of files) {
    // The order of the reservations is the order of the set.
    const asset = await create(family.assets, reservation(family, setId, file))
    created.push(asset.id)
    uploads.push(fillAsset(family, asset, file))
  }
  await Promise.all([...uploads, reorder(family, setId, {order, created})])
}

async function reorder(
  family: Family,
  setId: string,
  {order, created}: {order: SetWork['order']; created: readonly string[]},
): Promise<void> {
  if (order === null) return
  const fresh = created.values()
  const data = order.map((id) => ({type: family.assets, id: id ?? fresh.next().value}))
  await api('PATCH', `/v1/${family.sets}/${setId}/relationships/${family.assets}`, {data})
}

async function fillAsset(family: Family, asset: Resource, file: FileWork): Promise<void> {
  const operations = asset.attributes.uploadOperations ?? []
  await Promise.all(operations.map((operation) => sendPart(operation, file.path)))
  await api('PATCH', `/v1/${family.assets}/${asset.id}`, commit(family, asset.id, file.md5))
}

async function sendPart(operation: UploadOperation, file: string): Promise<void> {
  const {method, url, offset, length, requestHeaders} = operation
  const headers = Object.fromEntries(requestHeaders.map(({name, value}) => [name, value]))
  const bytes = createReadStream(file, {start: offset, end: offset + length - 1})
  await exchange(url, {method, headers: {...headers, 'Content-Length': length}, body: bytes})
}

async function create(type: string, body: object): Promise<Resource> {
  const answer: One = JSON.parse(await api('POST', `/v1/${type}`, body))
  return answer.data
}

function api(method: string, address: string, body?: object): Promise<string> {
  const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body))
  return exchange(`${job.apiUrl}${address}`, {
    method,
    headers: {
      Authorization: `Bearer ${job.token}`,
      'Content-Type': 'application/json',
      'Content-Length': bytes.length,
    },
    body: bytes,
  })
}

interface Exchange {
  readonly method: string
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer | Readable
}

/** @returns the body of the answer. @throws for any status but 2xx. */
async function exchange(url: string, {method, headers, body}: Exchange): Promise<string> {
  const outgoing = request(url, {method, headers, agent})
  const answered: Promise<IncomingMessage[]> = once(outgoing, 'response')
  const sent = Buffer.isBuffer(body) ? outgoing.end(body) : pipeline(body, outgoing)
  const [[response]] = await Promise.all([answered, sent])
  if (response === undefined) throw new Error(`${method} ${url} was not answered.`)
  const answer = await text(response)
  const {statusCode = 0} = response
  if (statusCode < 200 || statusCode > 299) {
    throw new Error(`${method} ${url}: ${statusCode} ${answer}`)
  }
  return answer
}

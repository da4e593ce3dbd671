/**
 * Uploads a folder as Apple's page "Uploading Assets to App Store Connect", its sample "Uploading App Previews" and
 * tutorials show it: find the app, the version and the localization; find or create the set; for each file reserve,
 * PUT part after part, commit with the MD5; then look at each file until it is COMPLETE. One request at a time.
 *
 * None of them compares the files with the store. As "once you commit the asset, […] you must delete it and create
 * another upload", a set that exists is emptied and uploaded again.
 */
import {createHash} from 'node:crypto'
import {open, readFile, readdir, stat} from 'node:fs/promises'
import path from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'

import type {Many, One, Resource, UploadOperation} from './answers.ts'
import {FAMILIES, commit, newLocalization, newSet, reservation} from './bodies.ts'
import type {Family, FamilyName} from './bodies.ts'
import type {SequentialJob} from './job.ts'

/** The documents leave open how often to look. */
const LOOK_EVERY_MILLISECONDS = 1000

const job: SequentialJob = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'))

const app = first(await get<Many>(`/v1/apps?filter[bundleId]=${job.bundleId}`))
const version = first(await get<Many>(`/v1/apps/${app.id}/appStoreVersions?filter[platform]=IOS`))
// The documents have no limit, and would miss locales beyond the first page.
const localizations = await get<Many>(
  `/v1/appStoreVersions/${version.id}/appStoreVersionLocalizations?limit=200`,
)
const uploaded: string[] = []
for (const name of ['screenshots', 'previews'] as const) {
  for (const locale of await namesIn(name)) uploaded.push(...(await uploadLocale(name, locale)))
}
for (const address of uploaded) await waitUntilComplete(address)

/** @returns the addresses of the new assets. */
async function uploadLocale(name: FamilyName, locale: string): Promise<readonly string[]> {
  const found = localizations.data.find(({attributes}) => attributes.locale === locale)
  const localization = found ?? (await createLocalization(locale))
  const addresses: string[] = []
  for (const type of await namesIn(name, locale)) {
    const setId = await emptySet(FAMILIES[name], localization.id, type)
    for (const file of await namesIn(name, locale, type)) {
      const absolute = path.join(job.workspace, name, locale, type, file)
      addresses.push(await upload(FAMILIES[name], setId, absolute))
    }
  }
  return addresses
}

async function createLocalization(locale: string): Promise<Resource> {
  const body = newLocalization(version.id, locale)
  const {data} = await send<One>('POST', '/v1/appStoreVersionLocalizations', body)
  return data
}

/** @returns the id of a set without assets: a new one, or the one that is there, emptied. */
async function emptySet(family: Family, localizationId: string, type: string): Promise<string> {
  const sets = await get<Many>(`/v1/appStoreVersionLocalizations/${localizationId}/${family.sets}`)
  const found = sets.data.find(({attributes}) => attributes[family.type] === type)
  if (found === undefined) {
    const body = newSet(family, localizationId, type)
    const {data} = await send<One>('POST', `/v1/${family.sets}`, body)
    return data.id
  }
  const assets = await get<Many>(`/v1/${family.sets}/${found.id}/${family.assets}`)
  for (const {id} of assets.data) await request('DELETE', `/v1/${family.assets}/${id}`)
  return found.id
}

/** @returns the address of the new asset. */
async function upload(family: Family, setId: string, file: string): Promise<string> {
  const {size} = await stat(file)
  const reserved = await send<One>(
    'POST',
    `/v1/${family.assets}`,
    reservation(family, setId, {fileName: path.basename(file), fileSize: size}),
  )
  const {id, attributes} = reserved.data
  for (const operation of attributes.uploadOperations ?? []) await sendPart(operation, file)
  // As in Apple's sample: `hashlib.md5(open(filePath, 'rb').read())`.
  const md5 = createHash('md5')
    .update(await readFile(file))
    .digest('hex')
  const address = `/v1/${family.assets}/${id}`
  await send<One>('PATCH', address, commit(family, id, md5))
  return address
}

async function sendPart(operation: UploadOperation, file: string): Promise<void> {
  const {method, url, offset, length, requestHeaders} = operation
  await using handle = await open(file)
  const bytes = Buffer.alloc(length)
  await handle.read(bytes, 0, length, offset)
  const headers = Object.fromEntries(requestHeaders.map(({name, value}) => [name, value]))
  await mustSucceed(await fetch(url, {method, headers, body: bytes}))
}

async function waitUntilComplete(address: string): Promise<void> {
  for (;;) {
    const {data} = await get<One>(address)
    const {videoDeliveryState, assetDeliveryState} = data.attributes
    // For a preview the latter says COMPLETE before the video is processed.
    const {state} = videoDeliveryState ?? assetDeliveryState ?? {}
    if (state === 'COMPLETE') return
    if (state === 'FAILED') throw new Error(`${address} has failed.`)
    await pause(LOOK_EVERY_MILLISECONDS)
  }
}

function get<Answer>(address: string): Promise<Answer> {
  return send('GET', address)
}

async function send<Answer>(method: string, address: string, body?: object): Promise<Answer> {
  const answer: Answer = JSON.parse(await request(method, address, body))
  return answer
}

/** @throws whatever is not 2xx ends the run: the documents neither pace nor repeat. */
async function request(method: string, address: string, body?: object): Promise<string> {
  const response = await fetch(`${job.apiUrl}${address}`, {
    method,
    headers: {Authorization: `Bearer ${job.token}`, 'Content-Type': 'application/json'},
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  })
  return mustSucceed(response)
}

async function mustSucceed(response: Response): Promise<string> {
  const answer = await response.text()
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${answer}`)
  return answer
}

function first({data}: Many): Resource {
  const [found] = data
  if (found === undefined) throw new Error('The list is empty.')
  return found
}

/** The names in a folder of the workspace, `2.png` before `10.png`; none if there is no such folder. */
async function namesIn(...folder: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(path.join(job.workspace, ...folder)).catch(() => [])
  return names.toSorted((one, other) => one.localeCompare(other, 'en', {numeric: true}))
}

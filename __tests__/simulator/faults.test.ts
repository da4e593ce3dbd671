import {setTimeout as pause} from 'node:timers/promises'
import {afterEach, expect, test} from '@jest/globals'
import {dig, operationsOf, reservation, sendPart} from '../../simulator/client.ts'
import type {Effect} from '../../simulator/http/faults.ts'
import {closeAll, start, startWithSet} from '../../simulator/harness.ts'
import type {Simulator} from '../../simulator/simulator.ts'

afterEach(closeAll)

/** Each effect on a reservation: what the client sees, and whether the place exists afterwards. */
test.each<[string, Effect, string, boolean]>([
  ['an error', {kind: 'status', status: 500}, '500 application/json', false],
  ['a page', {kind: 'status', status: 502, body: 'html'}, '502 text/html; charset=UTF-8', false],
  ['an applied error', {kind: 'status', status: 503, applied: true}, '503 application/json', true],
  ['a reset before', {kind: 'reset', when: 'before'}, 'lost', false],
  ['a reset during', {kind: 'reset', when: 'during'}, 'lost', false],
  ['a reset after', {kind: 'reset', when: 'after'}, 'lost', true],
  ['a cut answer', {kind: 'cut'}, 'lost', true],
  ['a delay', {kind: 'delay', milliseconds: 5}, '201 application/json', true],
  ['a delay past the timeout', {kind: 'delay', milliseconds: 5000}, 'lost', true],
  ['silence', {kind: 'hang'}, 'lost', false],
  ['silence after the effect', {kind: 'hang', applied: true}, 'lost', true],
  ['a redirect', {kind: 'redirect', location: 'http://localhost:1/'}, '307 null', false],
])('A fault can be %s', async (_, effect, seen, applied) => {
  const {simulator, client, setId} = await startWithSet('APP_IPHONE_67')
  const struck = simulator.faults.add({match: {path: 'reserve'}, effect})
  expect(await attempt(simulator, client.token, setId)).toBe(seen)
  expect(struck()).toBe(1)
  expect(simulator.listing()['en-US']?.['APP_IPHONE_67']).toHaveLength(applied ? 1 : 0)
  expect(await attempt(simulator, client.token, setId)).toBe('201 application/json')
})

test('A fault strikes the nth request of its kind, as often as it says', async () => {
  const {simulator, client} = await startWithSet('APP_IPHONE_67')
  simulator.faults.add({
    match: {host: 'api', method: 'GET', path: /^\/v1\/apps$/u},
    nth: 2,
    times: 2,
    effect: {kind: 'status', status: 429, headers: {'Retry-After': '1'}},
  })
  const statuses: number[] = []
  for (const path of ['/v1/apps', '/v1/apps?limit=1', '/v1/apps', '/v1/apps']) {
    statuses.push((await client.send('GET', path)).status)
  }
  expect(statuses).toEqual([200, 429, 429, 200])
})

test('A fault on the upload host can be an expired URL, and leaves the part unsent', async () => {
  const {simulator, client, setId} = await startWithSet('APP_IPHONE_67', {processing: 'accept'})
  simulator.faults.add({match: {path: 'part'}, effect: {kind: 'status', status: 403}})
  const {body} = await client.send('POST', '/v1/appScreenshots', reservation(setId, 'a.png', 3))
  const [operation] = operationsOf(body)
  if (operation === undefined) throw new Error('There is no operation.')
  const first = await sendPart(operation, Buffer.from('abc'))
  expect([first.status, await first.text()]).toEqual([403, expect.stringContaining('has expired')])
  expect((await sendPart(operation, Buffer.from('abc'))).status).toBe(200)
})

test('Filters can be ignored, and lists can lag', async () => {
  const clock = {time: Date.now()}
  const {simulator, client} = await startWithSet('APP_IPHONE_67', {
    now: () => clock.time,
    listLagMilliseconds: 100,
  })
  const {localizationId} = await client.firstLocalization()
  const path = `/v1/appStoreVersionLocalizations/${localizationId}/appScreenshotSets`
  const total = async (query: string) =>
    dig((await client.send('GET', `${path}${query}`)).body, 'meta', 'paging', 'total')
  expect(await total('')).toBe(0)
  clock.time += 100
  expect(await total('')).toBe(1)
  const filter = '?filter[screenshotDisplayType]=APP_IPHONE_65'
  expect(await total(filter)).toBe(0)
  simulator.faults.add({match: {path: 'set-list'}, effect: {kind: 'ignore-filters'}})
  expect(await total(filter)).toBe(1)
})

test('Processing of a file can be told to fail', async () => {
  const {simulator, client, setId} = await startWithSet('APP_IPHONE_67', {processing: 'accept'})
  const errors = [{code: 'SOME_CODE', description: '::error::<b>'}]
  simulator.faults.addProcessing({fileName: 'a.png', outcome: errors})
  simulator.faults.addProcessing({fileName: /^b/u, outcome: 'never'})
  const a = await client.upload(setId, 'a.png', Buffer.from('a'))
  const b = await client.upload(setId, 'b.png', Buffer.from('b'))
  await pause(20)
  const stateOf = async (id: string) => {
    const {body} = await client.send('GET', `/v1/appScreenshots/${id}`)
    return dig(body, 'data', 'attributes', 'assetDeliveryState')
  }
  expect(await stateOf(a)).toMatchObject({state: 'FAILED', errors})
  expect(await stateOf(b)).toMatchObject({state: 'UPLOAD_COMPLETE', errors: []})
})

test('Processing of a file can be told to take its own time', async () => {
  let time = Date.now()
  const options = {processing: 'accept', now: () => time} as const
  const {simulator, client, setId} = await startWithSet('APP_IPHONE_67', options)
  simulator.faults.addProcessing({fileName: 'a.png', outcome: {tookMilliseconds: 60_000}})
  const id = await client.upload(setId, 'a.png', Buffer.from('a'))
  const state = async () => {
    const {body} = await client.send('GET', `/v1/appScreenshots/${id}`)
    return dig(body, 'data', 'attributes', 'assetDeliveryState', 'state')
  }
  time += 59_000
  expect(await state()).toBe('UPLOAD_COMPLETE')
  time += 2000
  expect(await state()).toBe('COMPLETE')
})

test('An effect can come after an answer that denied it', async () => {
  const {simulator, client, setId} = await startWithSet('APP_IPHONE_67')
  const applied = {laterMilliseconds: 100}
  simulator.faults.add({match: {path: 'reserve'}, effect: {kind: 'status', status: 504, applied}})
  const count = () => simulator.listing()['en-US']?.['APP_IPHONE_67']?.length
  expect(await attempt(simulator, client.token, setId)).toBe('504 application/json')
  const before = count()
  await pause(150)
  expect([before, count()]).toEqual([0, 1])
})

test('A listener is told after the effect and before the answer', async () => {
  const {simulator, client, setId} = await startWithSet('APP_IPHONE_67')
  const told: string[] = []
  simulator.onApplied(({routeClass, status}) => {
    const count = simulator.listing()['en-US']?.['APP_IPHONE_67']?.length
    told.push(`${routeClass} ${status} ${count}`)
  })
  const reply = client.send('POST', '/v1/appScreenshots', reservation(setId, 'a.png', 3))
  told.push(`answered ${(await reply).status}`)
  expect(told).toEqual(['reserve 201 1', 'answered 201'])
})

test('A token that reaches the upload host is noted', async () => {
  const simulator = await start()
  await fetch(`${simulator.uploadUrl}/image/none`, {headers: {Authorization: 'Bearer secret'}})
  expect(simulator.violations).toEqual(['GET /image/none carried an Authorization header'])
  await expect(closeAll()).rejects.toThrow('carried an Authorization header')
})

/** Status and media type of the answer to a reservation, or `lost` when there is none within 400 ms. */
async function attempt({apiUrl}: Simulator, token: string, setId: string): Promise<string> {
  try {
    const response = await fetch(`${apiUrl}/v1/appScreenshots`, {
      method: 'POST',
      headers: {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'},
      body: JSON.stringify(reservation(setId, 'a.png', 3)),
      redirect: 'manual',
      signal: AbortSignal.timeout(3000),
    })
    await response.bytes()
    return `${response.status} ${response.headers.get('Content-Type')}`
  } catch {
    return 'lost'
  }
}

import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {annotated} from '../../helpers/annotated.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import {config, costOf, METADATA, planned, reads, storeOf, UNCHANGED} from './declared.ts'

afterAll(closeScenarios)

/** A checkout that declares a price in the United States. */
function price(amount: string, territory = 'USA') {
  return config('app:', `  price: {base-territory: ${territory}, customer-price: "${amount}"}`)
}

/** The territory of each price in the store, and whose prices the others follow. */
function prices({simulator}: Pick<Scenario, 'simulator'>) {
  const [schedule] = simulator.records('appPriceSchedules')
  const own = simulator
    .records('appPrices')
    .filter(({related}) => related['appPriceSchedule'] === schedule?.id)
  return {
    base: schedule?.related['baseTerritory'] ?? null,
    territories: own.map(({related}) => String(related['territory'])).toSorted(),
  }
}

const MANUAL = '/v1/appPriceSchedules/:id/manualPrices'

test.concurrent('The first price is looked up and set in one request, and the second run sends nothing', async () => {
  const stage = await scenario(price('0.99'), storeOf())
  const {run} = stage
  const plan = green(await run({...METADATA, mode: 'plan'}))
  expect(planned(plan)).toEqual({price: [null, '0.99 (USA)']})
  expect(costOf(plan)).toBe(1)
  const first = green(await run(METADATA))
  expect(first.writes.map(({path}) => path)).toEqual(['/v1/appPriceSchedules'])
  expect(prices(stage)).toEqual({base: 'USA', territories: ['USA']})

  const second = green(await run(METADATA))
  expect(second.writes).toEqual([])
  expect(reads(second)).toEqual([...UNCHANGED, MANUAL].toSorted())
})

test.concurrent.each(
  sampled([
    ['0', '0.0'],
    ['0.00', '0.0'],
    ['4.990', '4.99'],
    ['5', '5.0'],
  ]),
)('%s is the price that Apple writes as %s', async (declared, customerPrice) => {
  const {run} = await scenario(price(declared), storeOf({price: {territory: 'USA', customerPrice}}))
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('Another price, and another base territory, take the place of the old one', async () => {
  const stage = await scenario(
    price('4.99'),
    storeOf({price: {territory: 'USA', customerPrice: '0.99'}}),
  )
  const {run, write} = stage
  const dearer = green(await run(METADATA))
  expect(planned(dearer)).toEqual({price: ['0.99 (USA)', '4.99 (USA)']})
  await write(price('4.99', 'DEU'))
  const moved = green(await run(METADATA))
  expect(planned(moved)).toEqual({price: ['4.99 (USA)', '4.99 (DEU)']})
  expect(prices(stage)).toEqual({base: 'DEU', territories: ['DEU']})
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('A price that somebody has set for another territory stays', async () => {
  const stage = await scenario(
    price('4.99'),
    storeOf({price: {territory: 'USA', customerPrice: '0.99'}}),
  )
  const {simulator, run} = stage
  const [schedule] = simulator.records('appPriceSchedules')
  const [own] = simulator.records('appPrices')
  const point = Buffer.from(own?.related['appPricePoint'] ?? '', 'base64url').toString()
  simulator.addRecord({
    type: 'appPrices',
    attributes: {manual: true, startDate: null, endDate: null},
    related: {
      appPriceSchedule: schedule?.id ?? '',
      territory: 'JPN',
      appPricePoint: Buffer.from(point.replace('USA', 'JPN')).toString('base64url'),
    },
  })
  green(await run(METADATA))
  expect(prices(stage)).toEqual({base: 'USA', territories: ['JPN', 'USA']})
})

test.concurrent.each([
  ['0.985', 'USA', '0.89 or 0.99'],
  ['123456', 'USA', 'Write 999.99'],
  ['0.99', 'XYZ', 'has no prices'],
])(
  '%s in %s, which Apple does not have, is an error on its line',
  async (amount, territory, words) => {
    const {run} = await scenario(price(amount, territory), storeOf())
    const failed = red(await run(METADATA))
    expect(annotated(failed.stdout)).toEqual(['error app-store.yml:2'])
    expect(failed.stdout).toContain(words)
    expect(failed.writes).toEqual([])
  },
)

test.concurrent('A price that nobody declares is not compared', async () => {
  const {run} = await scenario(
    config('version: {copyright: 2026 Example GmbH}'),
    storeOf({price: {territory: 'USA', customerPrice: '0.99'}}),
  )
  expect(reads(green(await run(METADATA)))).toEqual(UNCHANGED)
})

test.concurrent.each(
  sampled([
    ['503 though applied', 1, {kind: 'status', status: 503, applied: true}],
    ['a reset after it was applied', 1, {kind: 'reset', when: 'after'}],
    ['503 and not applied', 2, {kind: 'status', status: 503}],
  ] as const),
)(
  'A price whose answer is lost is sent again only if it is not there: %s',
  async (_, times, effect) => {
    const stage = await scenario(price('0.99'), storeOf())
    const match = {method: 'POST', path: /^\/v1\/appPriceSchedules$/u}
    const struck = stage.simulator.faults.add({match, effect})
    expect(green(await stage.run(METADATA)).writes).toHaveLength(times)
    expect(struck()).toBe(1)
    expect(prices(stage)).toEqual({base: 'USA', territories: ['USA']})
    expect(green(await stage.run(METADATA)).writes).toEqual([])
  },
)

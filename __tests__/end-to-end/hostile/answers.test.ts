import {afterAll, expect, test} from '@jest/globals'
import {resourceMeter} from '../../../simulator/runner/resource-meter.ts'
import {red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shot, shots, WATCH} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import type {Effect, FaultMatch} from '../../../simulator/http/faults.ts'

afterAll(closeScenarios)

const HUGE = '<&\u202E'.repeat(1_000_000)
const MOST_KILOBYTES = 250_000

/** Runs the action. @returns the run, and the most memory that it ever had, in kilobytes. */
async function measured({run}: Scenario, inputs = {}) {
  const meter = await resourceMeter()
  const ended = await run(inputs, {env: meter.env})
  const {peakKilobytes} = await meter.usage()
  return {ended, kilobytes: peakKilobytes}
}

const ANSWERS: readonly (readonly [string, FaultMatch, Effect])[] = [
  [
    'an error of many megabytes',
    {path: 'apps'},
    {kind: 'status', status: 403, errors: [{code: HUGE, title: HUGE, detail: HUGE}]},
  ],
  [
    'errors without end',
    {path: 'reserve'},
    {
      kind: 'status',
      status: 409,
      errors: Array.from({length: 20_000}, () => ({
        code: 'A'.repeat(50),
        title: '',
        detail: 'B'.repeat(200),
      })),
    },
  ],
  ['a page of HTML instead of JSON', {path: 'apps'}, {kind: 'status', status: 418, body: 'html'}],
]

test.concurrent.each(ANSWERS)(
  'An answer of %s ends the run with a log and a summary of bearable size',
  async (_, match, effect) => {
    const made = await scenario(await shots({'1.png': 1}))
    made.simulator.faults.add({match, times: Number.POSITIVE_INFINITY, effect})
    const {ended, kilobytes} = await measured(made)
    red(ended)
    expect(ended.stdout.length).toBeLessThan(500_000)
    expect(ended.stdout).toMatch(/App Store Connect answered 4\d\d/)
    expect(ended.summary).toMatch(/App Store Connect answered 4\d\d/)
    expect(Buffer.byteLength(ended.summary)).toBeLessThan(1024 * 1024)
    expect(kilobytes).toBeLessThan(MOST_KILOBYTES)
  },
)

test.concurrent('Names of many megabytes leave a log and a summary of bearable size', async () => {
  const assets = [{fileName: HUGE, bytes: await shot(5)}]
  const localizations = [{locale: 'en-US', sets: [{type: WATCH, assets}]}]
  const made = await scenario(await shots({'1.png': 1}), {
    apps: [{bundleId: HUGE, id: '1', versions: [{versionString: HUGE, localizations}]}],
  })
  const {ended, kilobytes} = await measured(made, {'bundle-id': '', 'app-id': '1'})
  expect(ended.code).toBe(0)
  expect(ended.stdout.length).toBeLessThan(500_000)
  expect(Buffer.byteLength(ended.summary)).toBeLessThan(1024 * 1024)
  expect(kilobytes).toBeLessThan(2 * MOST_KILOBYTES)
})

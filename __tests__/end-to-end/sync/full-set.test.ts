import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots, stored, storeWith, WATCH} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const range = (from: number, to: number) =>
  Array.from({length: to - from + 1}, (_, index) => from + index)
/** `1.png` to `10.png`, each with the picture of its number plus some. */
const named = (numbers: readonly number[], plus = 0) =>
  Object.fromEntries(numbers.map((number) => [`${number}.png`, number + plus]))

/** Notes how many assets the store shows after each request. */
function watch({simulator, assets}: Scenario): readonly number[] {
  const counts: number[] = []
  simulator.onApplied(() => {
    counts.push(assets(WATCH).filter(({state}) => state === 'COMPLETE').length)
  })
  return counts
}

test.concurrent('A full set of which one file changes makes room for it first, and says so', async () => {
  const made = await scenario(
    await shots({...named(range(1, 10)), '4.png': 44}),
    storeWith(await stored(named(range(1, 10)))),
  )
  const counts = watch(made)
  const planned = green(await made.run({mode: 'plan'}))
  const run = green(await made.run())

  expect(run.writes.map(({routeClass}) => routeClass)).toEqual([
    'delete',
    'reserve',
    'commit',
    'reorder',
  ])
  expect(Math.min(...counts)).toBe(9)
  expect(made.names(WATCH)).toEqual(range(1, 10).map((number) => `${number}.png`))
  for (const {stdout, summary} of [planned, run]) {
    expect(stdout).toMatch(/4\.png.*(full|room)|(full|room).*4\.png/)
    expect(summary).toMatch(/full: 4\.png/)
  }
  expect(run.outputs).toMatchObject({uploaded: '1', deleted: '1', unchanged: '9'})
})

test.concurrent('A full set of which every file changes never shows fewer than five', async () => {
  const made = await scenario(
    await shots(named(range(1, 10), 100)),
    storeWith(await stored(named(range(1, 10)))),
  )
  const counts = watch(made)
  const run = green(await made.run())

  expect(Math.min(...counts)).toBeGreaterThanOrEqual(5)
  expect(made.assets(WATCH)).toHaveLength(10)
  expect(made.names(WATCH)).toEqual(range(1, 10).map((number) => `${number}.png`))
  expect(run.outputs).toMatchObject({uploaded: '10', deleted: '10', failed: '0'})
  expect(green(await made.run({mode: 'plan'})).outputs).toMatchObject({
    changed: 'false',
    unchanged: '10',
  })
})

test.concurrent('A full set whose first half Apple rejects keeps the second half of the old', async () => {
  const made = await scenario(
    await shots(named(range(1, 10), 100)),
    storeWith(await stored(named(range(1, 10)))),
  )
  made.simulator.faults.addProcessing({
    fileName: /./,
    outcome: [{code: 'IMAGE_ALPHA_NOT_ALLOWED', description: ''}],
    times: 10,
  })
  const counts = watch(made)
  const run = red(await made.run())
  expect(Math.min(...counts)).toBe(5)
  expect(made.assets(WATCH)).toHaveLength(5)
  expect(run.outputs).toMatchObject({uploaded: '0', failed: '10', deleted: '5', changed: 'true'})
})

test.concurrent('A full set that nobody waits for is replaced by halves, one run each', async () => {
  const made = await scenario(
    await shots(named(range(1, 10), 100)),
    storeWith(await stored(named(range(1, 10)))),
  )
  const counts = watch(made)
  const first = green(await made.run({'processing-timeout': '0'}))
  expect(first.outputs).toMatchObject({uploaded: '5', deleted: '5'})
  expect(first.summary).toMatch(/next run uploads them/)
  expect(made.assets(WATCH)).toHaveLength(10)

  const second = green(await made.run({'processing-timeout': '0'}))
  expect(second.outputs).toMatchObject({uploaded: '5', deleted: '5', unchanged: '5'})
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(5)
  green(await made.run({'processing-timeout': '0'}))
  expect(made.names(WATCH)).toEqual(range(1, 10).map((number) => `${number}.png`))
})

test.concurrent('A full set of extras and files beyond the maximum is refused before anything is written', async () => {
  const made = await scenario(
    {...(await shots(named(range(1, 4)))), ...(await shots({'1.png': 1}, 'ja'))},
    storeWith(await stored(named(range(11, 17)))),
  )
  const run = red(await made.run())
  expect(run.writes).toEqual([])
  expect(run.outputs).toMatchObject({changed: 'false', uploaded: '0'})
  const [refusal] = run.annotations
  expect(refusal).toMatchObject({level: 'error', file: `screenshots/en-US/${WATCH}`})
  expect(refusal?.message).toMatch(/4 files.*7 others.*11\.png.*10 that Apple allows.*prune: true/)
  expect(run.summary).toContain('prune: true')
})

test.concurrent('A full set of extras gives them up for the files with prune, never more than five at once', async () => {
  const made = await scenario(
    await shots(named(range(1, 8))),
    storeWith(await stored(named(range(11, 20)))),
  )
  const counts = watch(made)
  const run = green(await made.run({prune: 'true'}))
  expect(made.names(WATCH)).toEqual(range(1, 8).map((number) => `${number}.png`))
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(5)
  expect(run.outputs).toMatchObject({uploaded: '8', deleted: '10'})
  expect(run.annotations.map(({level}) => level)).not.toContain('error')
})

test.concurrent('A full set of eleven files is a problem of the folder, and nothing is asked of Apple but reads', async () => {
  const made = await scenario(await shots(named(range(1, 11))))
  const run = red(await made.run())
  expect(run.writes).toEqual([])
  expect(run.annotations[0]).toMatchObject({
    file: `screenshots/en-US/${WATCH}`,
    message: expect.stringMatching(/11 screenshots.*Apple allows 10/),
  })
})

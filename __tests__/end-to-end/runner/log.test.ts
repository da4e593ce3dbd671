import {once} from 'node:events'
import {afterAll, expect, test} from '@jest/globals'
import {duration} from '../../../src/face/log/duration.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {fastTime} from '../../../simulator/runner/time.ts'
import {video} from '../../helpers/media.ts'
import {closeScenarios, place, scenario, shots} from '../../helpers/scenario.ts'
import type {Files} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const WHERE = 'en-US, Apple Watch Series 3'
const TARGET =
  'App Store Connect: com.example.app (com.example.app), version 1.0.0 (Prepare for Submission).'
const TWO = {'1.png': 1, '2.png': 2}

/** The lines that a reader sees, errors included, without what only the runner is told. */
function linesOf({stdout}: BundleRun): readonly string[] {
  return stdout.split('\n').filter((line) => line !== '' && !/^::(?:debug|add-mask)/u.test(line))
}

/** The last lines, whatever the run took and wherever it put the report. */
function closingOf(run: BundleRun): readonly string[] {
  return linesOf(run)
    .slice(-3)
    .map((line) => line.replace(/^Took [\dhmins. ]+?(?= and|\.$)/u, 'Took a while'))
}

async function withTour(): Promise<Files> {
  return {
    ...(await shots(TWO)),
    'previews/en-US/IPHONE_67/tour.mp4': await video('iphone.mp4'),
  }
}

test.concurrent('The log of an upload folds the plan and nothing else, has a line for each step, and ends with what it took', async () => {
  const {run} = await scenario(await shots(TWO))
  const done = green(await run())
  // Files end in the order of Apple's answers, and a slow machine has something to say while it waits.
  const lines = linesOf(done).filter((line) => !/^(?:Uploaded\.|Uploading:|Working:)/u.test(line))
  expect([...lines.slice(0, 7), ...lines.slice(7, -3).toSorted()]).toEqual([
    'Folder: 2 files (6.98 kB) in 1 set across 1 locale.',
    TARGET,
    '::group::Plan: 3 steps, 6.98 kB to upload',
    `+ ${WHERE}: create the set`,
    `+ ${WHERE}: upload 1.png, 2.png (6.98 kB) · not in App Store Connect yet`,
    '::endgroup::',
    `✓ ${WHERE}: created the set`,
    `✓ ${WHERE}: uploaded 1.png (3.49 kB)`,
    `✓ ${WHERE}: uploaded 2.png (3.49 kB)`,
  ])
  expect(closingOf(done)).toEqual([
    expect.stringMatching(/^Version 1\.0\.0 /),
    `Took a while and ${done.requests.length} API requests.`,
    `Report: ${done.outputs['report-path']} (output \`report-path\`)`,
  ])
})

test.concurrent('The log of a plan shows the plan', async () => {
  const {run} = await scenario(await shots(TWO))
  const planned = green(await run({mode: 'plan'}))
  expect(planned.stdout).not.toContain('::group::')
  expect(linesOf(planned).slice(1, -3)).toEqual([
    TARGET,
    `+ ${WHERE}: create the set`,
    `+ ${WHERE}: upload 1.png, 2.png (6.98 kB) · not in App Store Connect yet`,
  ])
})

test.concurrent('The log of a run with nothing to do says so once', async () => {
  const {run} = await scenario(await shots(TWO))
  green(await run())
  const again = green(await run())
  expect(linesOf(again)).toHaveLength(5)
  expect(again.stdout.match(/nothing to do/giu)).toHaveLength(1)
  expect(again.stdout).not.toContain('::group::')
})

test.concurrent('While Apple processes a file the log says which and for how long, every half minute, and no speed', async () => {
  const clock = fastTime(20)
  const {run, simulator} = await scenario(await withTour(), {now: clock.now})
  const took = {tookMilliseconds: 150_000}
  simulator.faults.addProcessing({fileName: 'tour.mp4', outcome: took})
  const lines = linesOf(green(await run({}, {env: clock.env})))
  const waits = lines.filter((line) => line.startsWith('Uploaded. Waiting for Apple to process'))
  const times = waits.flatMap((line) => / tour\.mp4, (.*) so far\.$/u.exec(line)?.[1] ?? [])
  expect(times.length).toBeGreaterThanOrEqual(2)
  const every = Array.from({length: 20}, (_, index) => duration((index + 1) * 30_000))
  expect(every.filter((time) => times.includes(time))).toEqual(times)
  expect(lines.slice(lines.indexOf(waits[0] ?? '')).join('\n')).not.toMatch(/B\/s| left/)
})

test.concurrent('Several files that Apple processes are one line', async () => {
  const time = fastTime(20)
  const {run, simulator} = await scenario(await shots(TWO), {now: time.now})
  simulator.faults.addProcessing({
    fileName: /png$/u,
    outcome: {tookMilliseconds: 60_000},
    times: 2,
  })
  const {stdout} = green(await run({}, {env: time.env}))
  expect(stdout).toMatch(
    /^Uploaded\. Waiting for Apple to process [12]\.png and 1 more(?:, .* so far)?\.$/mu,
  )
})

test.concurrent('A file of an earlier run that Apple still processes is waited for by its name', async () => {
  const time = fastTime(20)
  const {run} = await scenario(await shots({'1.png': 1}), {now: time.now, processing: 'never'})
  green(await run({'processing-timeout': '0'}, {env: time.env}))
  const {stdout} = green(await run({mode: 'plan'}, {env: time.env}))
  expect(stdout).toMatch(
    /^Waiting for Apple to process 1\.png from an earlier upload(?:, .* so far)?\.$/mu,
  )
})

test.concurrent('A pause of the rate limit is told with its end, once, and with no speed', async () => {
  const time = fastTime(20)
  const {run, simulator} = await scenario(await shots(TWO), {now: time.now})
  simulator.faults.add({
    match: {path: 'commit'},
    effect: {kind: 'status', status: 429, headers: {'Retry-After': '120'}},
  })
  const lines = linesOf(green(await run({}, {env: time.env})))
  const told = lines.filter((line) => line.includes('rate limit'))
  expect(told).toEqual([
    expect.stringMatching(
      /^App Store Connect's rate limit is reached: waiting until \d\d:\d\d:\d\d UTC\.$/,
    ),
  ])
  expect(lines.slice(lines.indexOf(told[0] ?? '')).join('\n')).not.toMatch(/B\/s| left/)
})

test.concurrent('A request that succeeds when it is tried again has no line, and one that fails for long has', async () => {
  const short = await scenario(await shots({'1.png': 1}))
  const failing = {kind: 'status', status: 503} as const
  short.simulator.faults.add({match: {path: 'reserve'}, effect: failing})
  const {stdout: quiet, requests} = green(await short.run())
  const [first, second] = requests.filter(({routeClass}) => routeClass === 'reserve')
  // A machine may stand still for seconds.
  const wasShort = (second?.at ?? 0) - (first?.at ?? 0) < 4000
  expect(wasShort && /503|Trying/u.test(quiet)).toBe(false)

  const time = fastTime(10)
  const long = await scenario(await shots({'1.png': 1}), {now: time.now})
  long.simulator.faults.add({
    match: {host: 'api'},
    times: Number.POSITIVE_INFINITY,
    effect: failing,
  })
  const {stdout} = red(await long.run({}, {env: time.env}))
  expect(stdout).toMatch(/^App Store Connect answered 503\. Trying again(?:, .* so far)?\.$/mu)
})

test.concurrent('A rejected file has a line in its turn, and its reason is told once', async () => {
  const {run, simulator} = await scenario(await shots(TWO))
  const outcome = [{code: 'IMAGE_TOOL_FAILURE', description: 'The tool failed.'}]
  simulator.faults.addProcessing({fileName: '2.png', outcome})
  const failed = red(await run())
  expect(linesOf(failed)).toContain(`✗ ${WHERE}: could not upload 2.png (IMAGE_TOOL_FAILURE)`)
  expect(failed.stdout.match(/The tool failed/gu)).toHaveLength(1)
})

test.concurrent('A cancelled run counts what it did not do in one line, and says why once', async () => {
  const {start} = await scenario(await shots({...TWO, '3.png': 3}), {processing: 'never'})
  const {child, ended} = await start()
  let said = ''
  child.stdout?.on('data', (piece: Buffer) => (said += piece.toString()))
  while (!said.includes('Uploaded.')) await once(child.stdout ?? child, 'data')
  child.kill('SIGINT')
  const cancelled = red(await ended)
  expect(linesOf(cancelled).filter((line) => line.startsWith('✗'))).toEqual([
    '✗ 3 steps not done: 1.png, 2.png, 3.png',
  ])
  expect(cancelled.stdout.match(/cancelled/gu)).toHaveLength(1)
  const sent = /^Took a while and (\d+) API requests\.$/u.exec(closingOf(cancelled).at(-1) ?? '')
  const arrived = cancelled.requests.length
  // One may have been on its way.
  expect([arrived, arrived + 1]).toContain(Number(sent?.[1]))
})

test.concurrent('More problems than there can be annotations are all in the log, each once', async () => {
  const names = Array.from({length: 14}, (_, index) => place(`${index + 1}.png`))
  const {run} = await scenario(Object.fromEntries(names.map((name) => [name, 'x'])))
  const lines = linesOf(red(await run({mode: 'validate'})))
  const saying = lines.filter((line) => line.includes('is not a readable PNG file'))
  // Eight annotations, and a line for the six that GitHub would not show.
  expect(saying).toHaveLength(9)
  for (const name of names) {
    expect(
      saying.filter((line) => line.includes(`${name}: `) || line.includes(`${name}, `)),
    ).toHaveLength(1)
  }
})

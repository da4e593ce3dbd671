import {afterAll, expect, test} from '@jest/globals'
import {video} from '../../helpers/media.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {
  closeScenarios,
  place,
  scenario,
  shot,
  shots,
  stored,
  storeWith,
  WATCH,
} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

test.concurrent('A file that Apple rejects is told in words with Apple’s code, its record removed, and the others go on', async () => {
  const {run, simulator, names} = await scenario(await shots({'1.png': 1, '2.png': 2, '3.png': 3}))
  simulator.faults.addProcessing({
    fileName: '2.png',
    outcome: [
      {code: 'IMAGE_ALPHA_NOT_ALLOWED', description: 'IMAGE_ALPHA_NOT_ALLOWED'},
      {code: 'SOMETHING_NEW', description: 'Apple says <b>no</b>'},
    ],
  })
  const failed = red(await run())

  expect(names(WATCH)).toEqual(['1.png', '3.png'])
  expect(failed.outputs).toMatchObject({
    uploaded: '2',
    failed: '1',
    unchanged: '0',
    changed: 'true',
  })
  const annotation = failed.annotations.find(({file}) => file !== null)
  expect(annotation).toMatchObject({level: 'error', file: place('2.png')})
  expect(annotation?.message).toMatch(/rejected.*IMAGE_ALPHA_NOT_ALLOWED.*without an alpha channel/)
  expect(annotation?.message).toContain('SOMETHING_NEW (Apple says <b>no</b>)')
  expect(failed.summary.split('\n')[0]).toMatch(/❌ 1 of 3 files/)
  expect(failed.summary).toContain(`title="${place('2.png').replaceAll('_', '&#95;')}"`)
  expect(failed.summary).not.toContain('<b>no</b>')
  const step = failed.plan?.steps.find(({subject}) => subject.name === '2.png')
  expect(step).toMatchObject({action: 'upload', result: {status: 'rejected'}})

  const healed = green(await run())
  expect(names(WATCH)).toEqual(['1.png', '2.png', '3.png'])
  expect(healed.outputs).toMatchObject({uploaded: '1', unchanged: '2', failed: '0'})
})

test.concurrent('A file that Apple rejects makes the step red even if all its bytes were right to us', async () => {
  const {run, simulator, assets} = await scenario({
    'previews/en-US/IPHONE_67/intro.mp4': await video('iphone.mp4'),
  })
  simulator.faults.addProcessing({
    fileName: 'intro.mp4',
    outcome: [{code: 'MOV_RESAVE_STEREO', description: 'MOV_RESAVE_STEREO'}],
  })
  const failed = red(await run())
  expect(assets('IPHONE_67')).toEqual([])
  expect(failed.annotations[0]?.message).toMatch(/MOV_RESAVE_STEREO.*stereo audio track/)
})

test.concurrent('Without waiting, a run ends green and leaves the deletion of replaced files to the next, saying so', async () => {
  const {run, names} = await scenario(
    await shots({'1.png': 11, '2.png': 2}),
    storeWith(await stored({'1.png': 1, '2.png': 2, 'old.png': 3})),
  )
  const inputs = {'processing-timeout': '0', prune: 'true'}
  const first = green(await run(inputs))
  // One look at the set before the plan, and none at what Apple makes of the file.
  expect(first.requests.filter(({routeClass}) => routeClass === 'set-list')).toHaveLength(1)
  expect(first.outputs).toMatchObject({uploaded: '1', deleted: '0', failed: '0', changed: 'true'})
  expect(first.stdout).toMatch(/1\.png, old\.png.*next run deletes them/)
  expect(first.summary).toMatch(/next run deletes them/)
  expect(first.summary.split('\n')[0]).toMatch(/still has to process/)
  expect(names(WATCH)).toContain('old.png')

  const second = green(await run(inputs))
  expect(second.outputs).toMatchObject({uploaded: '0', deleted: '2', unchanged: '2'})
  expect(names(WATCH)).toEqual(['1.png', '2.png'])
  const third = green(await run(inputs))
  expect(third.writes).toEqual([])
})

test.concurrent('Without waiting, a run does not read the store again after its last commit', async () => {
  const {run} = await scenario(await shots({'1.png': 1}))
  const {requests} = green(await run({'processing-timeout': '0'}))
  expect(requests.at(-1)?.routeClass).toBe('commit')
})

test.concurrent('Without waiting, a second run beside Apple’s processing sends nothing twice', async () => {
  const {run, assets} = await scenario(await shots({'1.png': 1}), {processing: 'never'})
  green(await run({'processing-timeout': '0'}))
  const second = green(await run({'processing-timeout': '0'}))
  expect(second.writes).toEqual([])
  expect(second.outputs).toMatchObject({failed: '0', unchanged: '1'})
  expect(assets(WATCH)).toHaveLength(1)
})

test.concurrent('A file that Apple is still processing when the time is up fails by name, keeps the old one, and is not sent again', async () => {
  const {run, names, assets} = await scenario(await shots({'1.png': 11}), {
    ...storeWith(await stored({'1.png': 1})),
    processing: 'never',
  })
  const failed = red(await run({'processing-timeout': '0.05'}))
  expect(failed.outputs).toMatchObject({uploaded: '0', failed: '1', deleted: '0'})
  expect(failed.annotations[0]).toMatchObject({file: place('1.png')})
  expect(failed.annotations[0]?.message).toMatch(
    /still processing.*after 3 seconds.*processing-timeout/,
  )
  expect(names(WATCH)).toEqual(['1.png', '1.png'])

  const again = red(await run({'processing-timeout': '0.02'}))
  expect(again.writes).toEqual([])
  expect(again.annotations[0]).toMatchObject({level: 'error', file: place('1.png')})
  expect(assets(WATCH)).toHaveLength(2)
})

test.concurrent('A file that Apple is still processing when the time is up does not hold up those that are done', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1, '2.png': 2}))
  simulator.faults.addProcessing({fileName: '1.png', outcome: 'never'})
  const failed = red(await run({'processing-timeout': '0.05'}))
  expect(failed.outputs).toMatchObject({uploaded: '1', failed: '1'})
  expect(failed.stdout).toMatch(/^✓ en-US, Apple Watch Series 3: uploaded 2\.png /mu)
})

test.concurrent('Reading waits for what another run has sent, and sends nothing twice', async () => {
  const {run, assets} = await scenario(await shots({'1.png': 1}), {
    ...storeWith([{fileName: '1.png', bytes: await shot(1), state: 'UPLOAD_COMPLETE'}]),
    processingMilliseconds: 1500,
  })
  const {writes, outputs} = green(await run())
  expect(writes).toEqual([])
  expect(outputs).toMatchObject({unchanged: '1', failed: '0'})
  expect(assets(WATCH)).toHaveLength(1)
})

test.concurrent('A plan waits no longer than it may, and shows the rest as undecided', async () => {
  const {run} = await scenario(await shots({'1.png': 1}), {
    ...storeWith([{fileName: '1.png', bytes: await shot(1), state: 'UPLOAD_COMPLETE'}]),
    processing: 'never',
  })
  const planned = green(await run({mode: 'plan', 'processing-timeout': '0.02'}))
  expect(planned.outputs).toMatchObject({changed: 'false', uploaded: '0'})
  expect(planned.summary.split('\n')[0]).toMatch(/still processing 1 file/)
  expect(planned.summary.split('\n')[0]).not.toMatch(/already in App Store Connect/)
})

test.concurrent('Reading waits until a checksum shows that comes after COMPLETE', async () => {
  const {run, assets} = await scenario(await shots({'1.png': 1}), {checksumLagMilliseconds: 2600})
  const first = green(await run())
  // The first look shows the file complete, and only the second its checksum.
  const looks = first.requests.filter(({routeClass}) => routeClass === 'set-list')
  expect(looks).toHaveLength(2)
  expect(first.outputs).toMatchObject({uploaded: '1', failed: '0'})
  expect(assets(WATCH)).toHaveLength(1)
})

test.concurrent('A preview counts as done by its video’s state, not by the asset’s', async () => {
  const {run, simulator, assets} = await scenario(
    {'previews/en-US/IPHONE_67/intro.mp4': await video('iphone.mp4')},
    {processingMilliseconds: 4000},
  )
  // The asset's own state says COMPLETE from the half of the time on, when the first look comes.
  const first = green(await run())
  expect(assets('IPHONE_67').map(({state}) => state)).toEqual(['COMPLETE'])
  const looks = first.requests.filter(({routeClass}) => routeClass === 'set-list')
  expect(looks.length).toBe(2)
  expect(simulator.violations).toEqual([])
})

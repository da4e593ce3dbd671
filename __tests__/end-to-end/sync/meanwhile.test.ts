import {afterAll, expect, test} from '@jest/globals'
import {image} from '../../helpers/media.ts'
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
import type {Scenario} from '../../helpers/scenario.ts'
import {createClient, dig, reservation, text} from '../../../simulator/client.ts'
import type {RouteClass} from '../../../simulator/http/routes.ts'

afterAll(closeScenarios)

/** Does something in the store when it has applied the nth request of a kind, before that is answered. */
function once({simulator}: Scenario, kind: RouteClass, act: () => Promise<unknown>, nth = 1): void {
  let seen = 0
  simulator.onApplied(async ({routeClass}) => {
    if (routeClass !== kind) return
    seen += 1
    if (seen === nth) await act()
  })
}

/** What a person does in App Store Connect: removes the assets of a name. */
async function remove({simulator, assets}: Scenario, name: string): Promise<void> {
  const client = await createClient(simulator)
  for (const {fileName, id} of assets(WATCH)) {
    // oxlint-disable-next-line no-await-in-loop -- mostly one
    if (fileName === name) await client.send('DELETE', `/v1/appScreenshots/${id}`)
  }
}

async function setId({simulator}: Scenario): Promise<string> {
  const client = await createClient(simulator)
  const {localizationId} = await client.firstLocalization()
  const path = `/v1/appStoreVersionLocalizations/${localizationId}/appScreenshotSets`
  const {body} = await client.send('GET', path)
  return text(dig(body, 'data', '0'), 'id')
}

async function reserveByHand(made: Scenario, name: string, size: number): Promise<void> {
  const client = await createClient(made.simulator)
  await client.send('POST', '/v1/appScreenshots', reservation(await setId(made), name, size))
}

test.concurrent('An order names a reservation that had to be made anew by what it became', async () => {
  const made = await scenario(
    await shots({'1.png': 1, '2.png': 2}),
    storeWith([
      ...(await stored({'2.png': 2})),
      {fileName: '1.png', state: 'AWAITING_UPLOAD', size: (await shot(1)).length},
    ]),
  )
  const left = made.assets(WATCH)[1]?.id
  made.simulator.faults.add({match: {path: 'part'}, effect: {kind: 'status', status: 403}})
  green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png', '2.png'])
  expect(made.assets(WATCH).map(({id}) => id)).not.toContain(left)
})

test.concurrent('A ghost that no list has shown before the order is removed, and the order sent once more', async () => {
  const made = await scenario(
    await shots({'1.png': 1, '2.png': 2, '3.png': 3}),
    storeWith(await stored({'1.png': 1, '3.png': 3})),
  )
  // The first answer is lost with the reservation, which then appears right after the last look at the set.
  made.simulator.faults.add({match: {path: 'reserve'}, effect: {kind: 'status', status: 503}})
  const {length} = await shot(2)
  once(made, 'commit', async () => {
    once(made, 'set-list', () => reserveByHand(made, '2.png', length))
  })
  const run = green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png', '2.png', '3.png'])
  expect(run.writes.slice(-3).map(({routeClass}) => routeClass)).toEqual([
    'reorder',
    'delete',
    'reorder',
  ])
})

test.concurrent('A picture that somebody adds before the order ends the run with Apple’s refusal, and stays', async () => {
  const made = await scenario(
    await shots({'1.png': 1, '2.png': 2}),
    storeWith(await stored({'2.png': 2, '1.png': 1})),
  )
  once(made, 'set-list', () => reserveByHand(made, 'by hand.png', 5))
  const run = red(await made.run())
  expect(run.annotations[0]?.message).toMatch(/409/)
  expect(made.names(WATCH)).toEqual(['2.png', '1.png', 'by hand.png'])
})

test.concurrent('A kept file that somebody removes while another one is processed makes the run red, and the next one heals it', async () => {
  const made = await scenario(
    await shots({'1.png': 1, '2.png': 2, '3.png': 33}),
    storeWith(await stored({'1.png': 1, '2.png': 2, '3.png': 3})),
  )
  once(made, 'commit', () => remove(made, '1.png'))
  const run = red(await made.run())
  const told = run.annotations.find(({file}) => file === place('1.png'))
  expect(told?.message).toMatch(/no longer in App Store Connect: somebody removed it/)
  expect(run.outputs).toMatchObject({uploaded: '1', unchanged: '1', failed: '1', deleted: '0'})
  // What the new file replaces is not deleted from a set that has lost a file.
  expect(made.names(WATCH)).toEqual(['2.png', '3.png', '3.png'])

  green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png', '2.png', '3.png'])
})

test.concurrent('A kept file that somebody removes from a set without work is missed by the look at its locale', async () => {
  const made = await scenario(
    {
      ...(await shots({'1.png': 1})),
      'screenshots/en-US/APP_WATCH_SERIES_4/1.png': await image(368, 448),
    },
    storeWith(await stored({'1.png': 1})),
  )
  once(made, 'commit', () => remove(made, '1.png'))
  const run = red(await made.run())
  expect(run.annotations[0]?.file).toBe(place('1.png'))
})

test.concurrent('What was replaced is not deleted when somebody has removed the new file since it was read', async () => {
  const made = await scenario(
    await shots({'1.png': 11, '2.png': 2}),
    storeWith([...(await stored({'2.png': 2, '1.png': 1})), ...(await stored({'1.png': 11}))]),
  )
  const [, , replacement] = made.assets(WATCH)
  const client = await createClient(made.simulator)
  once(made, 'set-list', () => client.send('DELETE', `/v1/appScreenshots/${replacement?.id}`))
  const run = red(await made.run())
  expect(made.names(WATCH)).toEqual(['2.png', '1.png'])
  const byHand = `/v1/appScreenshots/${replacement?.id}`
  expect(run.writes.map(({method, path}) => `${method} ${path}`)).toEqual([`DELETE ${byHand}`])
  expect(run.outputs).toMatchObject({deleted: '0', unchanged: '1', failed: '1'})
  // The set once more, and the file that it lacks.
  expect(run.requests.slice(-2).map(({routeClass}) => routeClass)).toEqual(['set-list', 'asset'])

  green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png', '2.png'])
})

test.concurrent('An uploaded file that somebody removes after Apple has accepted it makes the run red', async () => {
  const made = await scenario(await shots({'1.png': 1, '2.png': 2}), {
    processingMilliseconds: 200,
  })
  made.simulator.faults.addProcessing({fileName: '2.png', outcome: 'never'})
  once(made, 'set-list', () => remove(made, '1.png'))
  const run = red(await made.run({'processing-timeout': '0.12'}))
  expect(run.outputs).toMatchObject({failed: '2', uploaded: '0'})
})

test.concurrent('A kept file that somebody removes before an order is told by its name', async () => {
  const made = await scenario(
    await shots({'1.png': 1, '2.png': 2, '3.png': 3}),
    storeWith(await stored({'2.png': 2, '1.png': 1, '3.png': 3})),
  )
  once(made, 'set-list', () => remove(made, '3.png'))
  const run = red(await made.run())
  expect(run.annotations.map(({message}) => message).join('\n')).toMatch(
    /3\.png is no longer in App Store Connect/,
  )
  expect(run.outputs).toMatchObject({unchanged: '2', failed: '1'})
})

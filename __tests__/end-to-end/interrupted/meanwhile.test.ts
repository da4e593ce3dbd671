import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {rm} from 'node:fs/promises'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shot, shots, WATCH} from '../../helpers/scenario.ts'
import {createClient} from '../../../simulator/client.ts'
import {deletedAt, secondRunAt, submittedAt} from '../matrix/meanwhile.ts'
import {tellMediaStory} from '../matrix/media-story.ts'
import type {Story} from '../matrix/story.ts'

let story: Story
beforeAll(async () => {
  story = await tellMediaStory()
})
afterAll(async () => {
  await rm(story.workspace, {recursive: true})
  await closeScenarios()
})

test.concurrent('Of two runs that begin together nothing is lost, and one more leaves nothing twice', async () => {
  const files = ['1.png', '2.png', '3.png']
  const made = await scenario(await shots({'1.png': 1, '2.png': 2, '3.png': 3}))
  await Promise.all([made.run(), made.run()])
  green(await made.run({prune: 'true'}))
  expect(made.names(WATCH)).toEqual(files)
  expect(made.assets(WATCH).every(({state}) => state === 'COMPLETE')).toBe(true)
})

test.concurrent('Of two runs, the second begun in the middle of the first, nothing is lost, and one more leaves nothing twice', async () => {
  expect(await secondRunAt(story, 40).play()).toEqual([])
})

test.concurrent('A set that another run makes and fills first ends a run with Apple’s refusal, and the next one has the whole folder', async () => {
  const made = await scenario(await shots({'1.png': 1, '2.png': 2}))
  const other = await createClient(made.simulator)
  const {localizationId} = await other.firstLocalization()
  let seen = 0
  made.simulator.onApplied(async ({routeClass}) => {
    seen += routeClass === 'localizations' ? 1 : 0
    if (routeClass !== 'localizations' || seen > 1) return
    await other.upload(await other.createSet(localizationId, WATCH), '1.png', await shot(1))
  })
  const {annotations} = red(await made.run())
  expect(annotations[0]?.message).toMatch(/Screenshot Set Already Exists/)
  green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png', '2.png'])
})

test.concurrent.each([9, 24])(
  'A version that is submitted at request %i of a run ends it with the reason, and the next run goes on',
  async (nth) => {
    expect(await submittedAt(story, nth).play()).toEqual([])
  },
)

test.concurrent('A screenshot that somebody deletes during a run is there again after the next one', async () => {
  expect(await deletedAt(story, 10).play()).toEqual([])
})

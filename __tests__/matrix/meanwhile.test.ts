import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {rm} from 'node:fs/promises'
import {green} from '../helpers/run-bundle.ts'
import {closeScenarios, scenario, shots, WATCH} from '../helpers/scenario.ts'
import {deletedAt, secondRunAt, submittedAt} from './meanwhile.ts'
import {tellStory} from './story.ts'
import type {Story} from './story.ts'

let story: Story
beforeAll(async () => {
  story = await tellStory()
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

test.concurrent.each([9, 24])(
  'A version that is submitted at request %i of a run ends it with the reason, and the next run goes on',
  async (nth) => {
    expect(await submittedAt(story, nth).play()).toEqual([])
  },
)

test.concurrent('A screenshot that somebody deletes during a run is there again after the next one', async () => {
  expect(await deletedAt(story, 10).play()).toEqual([])
})

import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {rm} from 'node:fs/promises'

import {interruptedAt} from '../matrix/interruptions.ts'
import {onStage} from '../matrix/stage.ts'
import {tellAssetStory} from '../matrix/asset-story.ts'
import type {Story} from '../matrix/story.ts'

let story: Story
beforeAll(async () => {
  story = await tellAssetStory()
})
afterAll(() => rm(story.workspace, {recursive: true}))

test.concurrent('One step brings every family of files to the store, and a second run writes nothing', async () => {
  const wrong = await onStage({story}, async ({run, simulator, differences}) => {
    const first = await run()
    expect(first.code).toBe(0)
    expect(first.outputs).toMatchObject({uploaded: '10', failed: '0', changed: 'true'})
    expect(differences()).toEqual([])
    expect(simulator.requests.filter(({status}) => status >= 400)).toEqual([])

    simulator.clearRequests()
    const second = await run()
    expect(second.code).toBe(0)
    expect(simulator.requests.filter(({method}) => method !== 'GET')).toEqual([])
    // With the texts: an action, two subtitles, and two experiences.
    expect(second.outputs).toMatchObject({uploaded: '0', unchanged: '15', changed: 'false'})
    return differences()
  })
  expect(wrong).toEqual([])
})

// A sample; `npm run test:slow` interrupts a run at many more of its requests.
test.concurrent.each([12, 24, 36])(
  'A run for every family that is killed at its request %i is finished by the next one',
  async (nth) => {
    expect(await interruptedAt(story, nth, 'SIGKILL').play()).toEqual([])
  },
)

import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {rm} from 'node:fs/promises'
import {interruptedAt} from './interruptions.ts'
import {tellStory} from './story.ts'
import type {Story} from './story.ts'

// A sample; `npm run test:slow` interrupts a run at every one of its requests.

let story: Story
beforeAll(async () => {
  story = await tellStory()
})
afterAll(() => rm(story.workspace, {recursive: true}))

test.concurrent.each([4, 11, 18, 25, 32, 40, 48, 56])(
  'A run that is killed at its request %i is finished by the next one, and nothing is there twice',
  async (nth) => {
    expect(await interruptedAt(story, nth, 'SIGKILL').play()).toEqual([])
  },
)

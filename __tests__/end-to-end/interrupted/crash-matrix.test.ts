import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {rm} from 'node:fs/promises'
import {interruptedAt, SHORT_LIVES} from '../matrix/interruptions.ts'
import {tellMediaStory} from '../matrix/media-story.ts'
import type {Story} from '../matrix/story.ts'

// A sample; `npm run test:slow` interrupts a run at every one of its requests.

let story: Story
beforeAll(async () => {
  story = await tellMediaStory()
})
afterAll(() => rm(story.workspace, {recursive: true}))

test.concurrent.each([4, 48])(
  'A run that is killed at its request %i is finished by the next one, and nothing is there twice',
  async (nth) => {
    expect(await interruptedAt(story, nth, 'SIGKILL').play()).toEqual([])
  },
)

test.concurrent.each([25])(
  'A run that is killed at its request %i and leaves reservations that nobody can fill is finished by the next one',
  async (nth) => {
    expect(await interruptedAt(story, nth, 'SIGKILL', SHORT_LIVES).play()).toEqual([])
  },
)

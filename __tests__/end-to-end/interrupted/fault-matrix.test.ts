import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {rm} from 'node:fs/promises'
import {faultCases} from '../matrix/fault-cases.ts'
import {tellMediaStory} from '../matrix/media-story.ts'
import type {Story} from '../matrix/story.ts'

// A sample; `npm run test:slow` plays far more of them.

let story: Story
beforeAll(async () => {
  story = await tellMediaStory()
})
afterAll(() => rm(story.workspace, {recursive: true}))

test.concurrent.each([
  '502 with HTML at versions',
  'reset during at create-localization',
  '503 and applied two seconds later at reserve',
  '504 though applied at commit',
  '429 with Retry-After at reorder',
  '403 expired at part',
  'what is complete shows no state',
  'lists lag three seconds and the answer of reserve is lost',
  'three reservations are made seven seconds after their answers were lost',
])(
  'With this fault a run ends well or says why not, and the next one mends it: %s',
  async (name) => {
    const found = faultCases(story).find((each) => each.name === name)
    expect(await found?.play()).toEqual([])
  },
)

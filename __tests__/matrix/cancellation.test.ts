import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {rm} from 'node:fs/promises'
import {cancelledWhile, PHASES} from './interruptions.ts'
import {tellStory} from './story.ts'
import type {Story} from './story.ts'

let story: Story
beforeAll(async () => {
  story = await tellStory()
})
afterAll(() => rm(story.workspace, {recursive: true}))

test.concurrent.each(
  PHASES.map((phase, index) => ({phase, signal: index % 2 === 0 ? 'SIGINT' : 'SIGTERM'}) as const),
)(
  'A run that gets $signal while $phase.name begins nothing more, ends soon with a report, and the next one goes on',
  async ({phase, signal}) => {
    expect(await cancelledWhile(story, phase, signal).play()).toEqual([])
  },
)

import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {rm, truncate} from 'node:fs/promises'
import path from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {video} from '../../helpers/media.ts'
import {red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {cancelledWhile, PHASES} from '../matrix/interruptions.ts'
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

/** Holes of files are read as fast as bytes are hashed, and take no place. */
const LARGEST_PREVIEW = 500_000_000

test.concurrent.each(
  // `npm run test:slow` has all of them with both signals.
  PHASES.map(
    (phase, index) => ({phase, signal: index % 4 === 0 ? 'SIGINT' : 'SIGTERM'}) as const,
  ).filter((_, index) => index % 2 === 0),
)(
  'A run that gets $signal while $phase.name begins nothing more, ends with a report, and the next one goes on',
  async ({phase, signal}) => {
    expect(await cancelledWhile(story, phase, signal).play()).toEqual([])
  },
)

test('A run that is cancelled while it reads gigabytes says so', async () => {
  const head = await video('iphone.mp4')
  const files = ['en-US', 'ja', 'fr-FR', 'de-DE'].flatMap((locale) =>
    [1, 2, 3].map((number) => `previews/${locale}/IPHONE_67/${number}.mp4`),
  )
  const made = await scenario(Object.fromEntries(files.map((file) => [file, head])))
  for (const file of files) await truncate(path.join(made.workspace, file), LARGEST_PREVIEW)
  const {child, ended} = await made.start()
  while (made.simulator.requests.length === 0) await pause(20)
  child.kill('SIGINT')
  const run = red(await ended)
  expect(run.summary).toContain('cancelled')
})

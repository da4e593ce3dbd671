import {afterAll, expect, test} from '@jest/globals'
import {closeScenarios} from '../helpers/scenario.ts'
import {blocks} from './parse/blocks.ts'
import {removeFolders} from './rehearsals/folders.ts'
import {JOBS} from './rehearsals/jobs.ts'
import {OWN_WORKFLOWS} from './rehearsals/own-workflows.ts'
import {PULL_REQUESTS} from './rehearsals/pull-requests.ts'
import {RELEASES} from './rehearsals/releases.ts'
import {STEPS} from './rehearsals/steps.ts'
import {closeRehearsals} from './run/rehearse.ts'

afterAll(closeRehearsals)
afterAll(closeScenarios)
afterAll(removeFolders)

const SCENES = [...RELEASES, ...JOBS, ...PULL_REQUESTS, ...STEPS, ...OWN_WORKFLOWS]

test('Every workflow of the documents, and every part of one, is rehearsed', () => {
  const rehearsed = new Set(SCENES.map(({block}) => block))
  expect(blocks.map(({title}) => title).filter((title) => !rehearsed.has(title))).toEqual([])
})

// oxlint-disable-next-line jest/expect-expect -- the scenes have them
test.concurrent.each(SCENES)('$block $does', async ({play}) => {
  await play()
})

import fs from 'node:fs'
import path from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'
import {afterAll, expect, jest, test} from '@jest/globals'
import {findFiles} from '../../../src/files/discover/find-files.ts'
import {readPlanFile} from '../../../src/inputs/read-plan-file.ts'
import {closeReviews, review} from '../../helpers/pull-request.ts'
import {folderWith, image} from '../../helpers/media.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots} from '../../helpers/scenario.ts'
import {withComment} from '../../helpers/with-comment.ts'

afterAll(closeReviews)
afterAll(closeScenarios)

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

async function until(isSo: () => boolean): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- until it is so
  while (!isSo()) await delay(20)
}

test.concurrent.each(SIGNALS)(
  'A plan that gets %s while GitHub is silent ends green, with its outputs and summary',
  async (signal) => {
    const {github, start} = await review(await scenario(await shots({'1.png': 1})))
    github.fail({method: 'GET', times: 99, hang: 'silent'})
    const {child, ended} = await start()
    await until(() => github.requests.length > 0)
    child.kill(signal)
    const run = green(await ended)
    expect(run.outputs).toMatchObject({changed: 'true', uploaded: '1'})
    expect(run.summary).toContain('Plan: 1 new')
    expect(run.annotations).toEqual([
      {level: 'warning', file: null, message: expect.stringMatching(/The run was cancelled/)},
    ])
    expect(run.report).toBe('')
  },
)

test('A run that is cancelled while its report is made ends green, with its outputs and summary', async () => {
  const locales = ['en-US', 'ja', 'de-DE', 'it', 'ko', 'fr-FR', 'es-ES', 'nl-NL', 'pl', 'sv']
  const picture = await image(2880, 1800)
  const pictures = locales.flatMap((locale) =>
    Array.from({length: 10}, (_, column) => {
      const file = `screenshots/${locale}/APP_DESKTOP/${column}.png`
      return [file, withComment(picture, file)] as const
    }),
  )
  const {start} = await scenario(Object.fromEntries(pictures))
  const {child, ended} = await start({mode: 'validate', platform: 'MAC_OS'})
  let said = ''
  child.stdout?.on('data', (piece: Buffer) => (said += piece.toString()))
  await until(() => said.includes('No problems found in 100 files in 10 locales'))
  child.kill('SIGINT')
  const run = green(await ended)
  expect(run.outputs).toMatchObject({changed: 'false'})
  expect(run.summary).toContain('No problems found in 100 files in 10 locales')
  expect(run.report).toBe('')
})

test('Discovery that is cancelled looks into no more folders', async () => {
  const folders = Array.from({length: 1000}, (_, number) => [`root/${number}/1.png`, 'x'] as const)
  const workspace = await folderWith(Object.fromEntries(folders))
  const cancellation = new AbortController()
  const readdir = jest.spyOn(fs.promises, 'readdir')
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    const found = findFiles('root', workspace, cancellation.signal)
    await until(() => readdir.mock.calls.length > 2)
    cancellation.abort(new Error('Enough.'))
    await expect(found).rejects.toThrow('Enough.')
    await delay(100)
    expect(readdir.mock.calls.length).toBeLessThan(1000)
  } finally {
    readdir.mockRestore()
    write.mockRestore()
  }
})

test.concurrent('A pipe is refused as a plan file, and not waited for', async () => {
  const store = await scenario({...(await shots({'1.png': 1})), 'approved.json': {pipe: true}})
  const refused = red(await store.run({'plan-file': 'approved.json'}))
  expect(refused.annotations[0]?.message).toMatch(/`plan-file`: approved\.json is not a file\./)
  expect(refused.requests).toEqual([])
})

test('A plan file that nobody would call a plan is not read', async () => {
  const workspace = await folderWith({'approved.json': ''})
  fs.truncateSync(path.join(workspace, 'approved.json'), 4_000_000_000)
  const never = new AbortController().signal
  await expect(readPlanFile('approved.json', workspace, never)).rejects.toThrow(
    /too large to be a plan/,
  )
})

test('A plan file is not read on once the run is cancelled', async () => {
  const workspace = await folderWith({'approved.json': 'x'.repeat(1_000_000)})
  const cancellation = new AbortController()
  const read = readPlanFile('approved.json', workspace, cancellation.signal)
  cancellation.abort(new Error('Enough.'))
  await expect(read).rejects.toThrow('Enough.')
})

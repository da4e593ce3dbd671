import path from 'node:path'
import {pathToFileURL} from 'node:url'

import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {cardsOf as cardsIn, elementById, wordsOf} from '../../report/html/page-elements.ts'
import {image} from '../../helpers/media.ts'
import {slowJpeg} from '../../helpers/slow-jpeg.ts'
import {withComment} from '../../helpers/with-comment.ts'
import {closeScenarios, place, scenario, shots, stored, storeWith} from '../../helpers/scenario.ts'
import type {Files} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

/** The environment of a bundle that tells of each worker that it starts. */
const tellWorkers = {
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, '../../helpers/tell-workers.ts')).href}`,
}

/** The pictures of a report: what becomes of them, and where they come from, in the page's order. */
function cardsOf({report}: BundleRun) {
  return cardsIn(report).map(({fate, pictures}) => ({
    fate,
    pictures: pictures.map((address) =>
      address.startsWith('data:image/') ? 'embedded' : 'by address',
    ),
  }))
}

/** Of too many bytes to stand in a page as they are. */
const largePictures: Files = Object.fromEntries(
  await Promise.all(
    ['1.png', '2.png'].map(
      async (name) => [`screenshots/en-US/APP_WATCH_SERIES_4/${name}`, await large(name)] as const,
    ),
  ),
)

async function large(name: string): Promise<Buffer> {
  return withComment(await image(368, 448), name.repeat(800_000))
}

function workersOf({stderr}: BundleRun): number {
  return stderr.split('A worker starts.').length - 1
}

/** One file is replaced, one stays, and three are new. */
async function changes() {
  return scenario(
    {
      ...(await shots({'1.png': 11, '2.png': 2, '3.png': 3})),
      ...largePictures,
    },
    storeWith(await stored({'1.png': 1, '2.png': 2})),
  )
}

test.concurrent('`sync` decodes nothing: its report has copies of what goes, and Apple’s pictures of the rest', async () => {
  const {run} = await changes()
  const first = green(await run({}, {env: tellWorkers}))
  expect(cardsOf(first)).toEqual([
    {fate: 'replaced', pictures: ['embedded', 'by address']},
    {fate: 'new', pictures: ['by address']},
    {fate: 'new', pictures: ['by address']},
    {fate: 'new', pictures: ['by address']},
    {fate: 'unchanged', pictures: ['by address']},
  ])
  expect(workersOf(first)).toBe(0)
})

test.concurrent.each(['sync', 'plan'])('`%s` without changes embeds nothing', async (mode) => {
  const {run} = await scenario(
    await shots({'1.png': 1, '2.png': 2}),
    storeWith(await stored({'1.png': 1, '2.png': 2})),
  )
  const unchanged = green(await run({mode}, {env: tellWorkers}))
  expect(cardsOf(unchanged)).toEqual([
    {fate: 'unchanged', pictures: ['by address']},
    {fate: 'unchanged', pictures: ['by address']},
  ])
  expect(workersOf(unchanged)).toBe(0)
})

test.concurrent('`plan` embeds what it would change, before and after', async () => {
  const {run} = await changes()
  const planned = green(await run({mode: 'plan'}, {env: tellWorkers}))
  expect(cardsOf(planned)).toEqual([
    {fate: 'replaced', pictures: ['embedded', 'embedded']},
    {fate: 'new', pictures: ['embedded']},
    {fate: 'new', pictures: ['embedded']},
    {fate: 'new', pictures: ['embedded']},
    {fate: 'unchanged', pictures: ['by address']},
  ])
  expect(workersOf(planned)).toBe(1)
})

const FIVE = [1, 2, 3, 4, 5]

test.concurrent('`validate` embeds the files, and so does a plan of files that are wrong', async () => {
  const {run, write} = await changes()
  const embedded = {fate: 'file', pictures: ['embedded']}
  expect(cardsOf(green(await run({mode: 'validate'})))).toEqual(FIVE.map(() => embedded))
  await write({[place('4.png')]: 'no picture'})
  const wrong = red(await run({mode: 'plan'}))
  expect(wordsOf(elementById(wrong.report, 'problems'))).toContain('4.png')
  expect(cardsOf(wrong)).toEqual(FIVE.map(() => embedded))
})

test.concurrent('A picture that keeps a decoder busy for minutes does not hold up `validate`', async () => {
  const {run} = await scenario({
    ...(await shots({'1.png': 1})),
    ...largePictures,
    'screenshots/en-US/APP_IPAD_PRO_3GEN_129/1.jpg': await slowJpeg(2064, 2752, 1_000_000),
  })
  const checked = green(await run({mode: 'validate'}))
  expect(cardsOf(checked)).toEqual([
    {fate: 'file', pictures: []},
    {fate: 'file', pictures: ['embedded']},
    {fate: 'file', pictures: ['embedded']},
    {fate: 'file', pictures: ['embedded']},
  ])
})

test.concurrent('A report comes of a run that failed, with what Apple said beside the file', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1, '2.png': 2}))
  simulator.faults.addProcessing({
    fileName: '2.png',
    outcome: [{code: 'IMAGE_ALPHA_NOT_ALLOWED', description: ''}],
  })
  const {report} = red(await run())
  expect(wordsOf(elementById(report, 'problem1'))).toMatch(/IMAGE.*2\.png/)
  expect(cardsIn(report).map(({part, fate, id}) => [part, fate, id])).toEqual([
    ['problems', 'failed', 'en-us-apple-watch-series-3-2'],
    ['changes', 'new', 'en-us-apple-watch-series-3-1'],
  ])
})

test.concurrent('A report comes of files that are wrong, and of inputs that are', async () => {
  const {run} = await scenario({...(await shots({'1.png': 1})), [place('2.png')]: 'no picture'})
  const wrongFile = red(await run({mode: 'validate'}))
  expect(wordsOf(elementById(wrongFile.report, 'problems'))).toContain('2.png')
  const wrongInput = red(await run({mode: 'everything'}))
  expect(wrongInput.report).toContain('mode')
  expect(wrongInput.report).toMatch(/<h1 class="failure\b/)
})

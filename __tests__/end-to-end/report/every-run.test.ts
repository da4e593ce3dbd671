import path from 'node:path'
import {pathToFileURL} from 'node:url'

import {afterAll, expect, test} from '@jest/globals'
import sharp from 'sharp'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {slowJpeg} from '../../helpers/slow-jpeg.ts'
import {closeScenarios, place, scenario, shots, stored, storeWith} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

/** The environment of a bundle that tells of each worker that it starts. */
const tellWorkers = {
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, '../../helpers/tell-workers.ts')).href}`,
}

/** The cards of a report: their kinds, and whence their pictures come, in their order. */
function cardsOf({report}: BundleRun) {
  return report
    .split('<li class="card ')
    .slice(1)
    .map((card) => ({
      kinds: /data-kinds="([^"]*)"/.exec(card)?.[1],
      pictures: [...card.matchAll(/<img\s+src="([^"]*)"/g)].map(([, address = '']) =>
        address.startsWith('data:image/') ? 'embedded' : 'by address',
      ),
    }))
}

function noise(): Promise<Buffer> {
  const picture = sharp({
    create: {
      width: 1290,
      height: 2796,
      channels: 3,
      background: '#888',
      noise: {type: 'gaussian', mean: 128, sigma: 60},
    },
  })
  return picture.jpeg({quality: 40}).toBuffer()
}

function workersOf({stderr}: BundleRun): number {
  return stderr.split('A worker starts.').length - 1
}

/** One file is replaced, one stays, and two are new, one of them too large to stand in a page as it is. */
async function changes() {
  return scenario(
    {
      ...(await shots({'1.png': 11, '2.png': 2, '3.png': 3})),
      'screenshots/en-US/APP_IPHONE_67/1.jpg': await noise(),
    },
    storeWith(await stored({'1.png': 1, '2.png': 2})),
  )
}

test.concurrent('`sync` decodes nothing: its report has copies of what goes, and Apple’s pictures of the rest', async () => {
  const {run} = await changes()
  const first = green(await run({}, {env: tellWorkers}))
  expect(cardsOf(first)).toEqual([
    {kinds: 'new', pictures: ['by address']},
    {kinds: 'replaced', pictures: ['embedded', 'by address']},
    {kinds: 'unchanged', pictures: ['by address']},
    {kinds: 'new', pictures: ['by address']},
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
    {kinds: 'unchanged', pictures: ['by address']},
    {kinds: 'unchanged', pictures: ['by address']},
  ])
  expect(workersOf(unchanged)).toBe(0)
})

test.concurrent('`plan` embeds what it would change, before and after', async () => {
  const {run} = await changes()
  const planned = green(await run({mode: 'plan'}, {env: tellWorkers}))
  expect(cardsOf(planned)).toEqual([
    {kinds: 'new', pictures: ['embedded']},
    {kinds: 'replaced', pictures: ['embedded', 'embedded']},
    {kinds: 'unchanged', pictures: ['by address']},
    {kinds: 'new', pictures: ['embedded']},
  ])
  expect(workersOf(planned)).toBe(1)
})

test.concurrent('`validate` embeds the files, and so does a plan of files that are wrong', async () => {
  const {run, write} = await changes()
  const embedded = {kinds: 'file', pictures: ['embedded']}
  expect(cardsOf(green(await run({mode: 'validate'})))).toEqual([
    embedded,
    embedded,
    embedded,
    embedded,
  ])
  await write({[place('4.png')]: 'no picture'})
  const wrong = red(await run({mode: 'plan'}))
  expect(cardsOf(wrong)).toEqual([
    embedded,
    embedded,
    embedded,
    embedded,
    {kinds: 'problem', pictures: []},
  ])
})

test.concurrent('A picture that keeps a decoder busy for minutes does not hold up `validate`', async () => {
  const {run} = await scenario({
    ...(await shots({'1.png': 1})),
    'screenshots/en-US/APP_IPAD_PRO_3GEN_129/1.jpg': await slowJpeg(2064, 2752, 1_000_000),
  })
  const checked = green(await run({mode: 'validate'}))
  expect(cardsOf(checked)).toEqual([
    {kinds: 'file', pictures: []},
    {kinds: 'file', pictures: ['embedded']},
  ])
})

test.concurrent('A report comes of a run that failed, with what Apple said beside the file', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1, '2.png': 2}))
  simulator.faults.addProcessing({
    fileName: '2.png',
    outcome: [{code: 'IMAGE_ALPHA_NOT_ALLOWED', description: ''}],
  })
  const {report} = red(await run())
  expect(report).toMatch(/data-kinds="new problem".*?2\.png.*?IMAGE/s)
  expect(report).not.toMatch(/data-kinds="new problem".*?1\.png.*?IMAGE/s)
})

test.concurrent('A report comes of files that are wrong, and of inputs that are', async () => {
  const {run} = await scenario({...(await shots({'1.png': 1})), [place('2.png')]: 'no picture'})
  const wrongFile = red(await run({mode: 'validate'}))
  expect(wrongFile.report).toMatch(/data-kinds="problem".*?2\.png/s)
  const wrongInput = red(await run({mode: 'everything'}))
  expect(wrongInput.report).toContain('mode')
  expect(wrongInput.report).toContain('class="failure"')
})

import {afterAll, expect, test} from '@jest/globals'

import {red} from '../../../simulator/runner/run-bundle.ts'
import {annotated} from '../../helpers/annotated.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {image} from '../../helpers/media.ts'
import {addCard, addClip, CLIP, header} from './app-clip.ts'

afterAll(closeScenarios)

test.concurrent('`validate` says what is wrong with each file, without a request', async () => {
  const {run} = await scenario({
    'app-clip/action.txt': 'PLAI',
    'app-clip/en-US/subtitle.txt': `x\n${'y'.repeat(56)}`,
    'app-clip/en-US/header.png': await image(1800, 1201),
    'app-clip/de-DE/header.png': await image(1800, 1200, {alpha: true}),
    'app-clip/ja/header.png': await header(1),
    'app-clip/ja/header.jpg': await image(1800, 1200, {format: 'jpeg'}),
    'app-clip/en_US/subtitle.txt': 'x',
    'app-clip/README.md': 'x',
  })
  const told = red(await run({...CLIP, mode: 'validate'}))
  expect(told.requests).toEqual([])
  expect(annotated(told.stdout).toSorted()).toEqual([
    'error app-clip/action.txt:1',
    'error app-clip/de-DE/header.png',
    'error app-clip/en-US/header.png',
    'error app-clip/en-US/subtitle.txt:2',
    'error app-clip/en_US',
    'error app-clip/ja/header.png',
  ])
  expect(told.stdout).toContain('Write PLAY')
})

test.concurrent('`validate` says which files are no images, and which have no place', async () => {
  const gif = await image(1800, 1200, {format: 'gif'})
  const {run} = await scenario({
    'app-clip/fr-FR/header.gif': gif,
    'app-clip/fr-FR/header.png': gif,
    'app-clip/fr-FR/more/header.png': '',
    'app-clip/it/header.png': '',
    'app-clip/header.png': await header(1),
  })
  const told = red(await run({...CLIP, mode: 'validate'}))
  expect(annotated(told.stdout).toSorted()).toEqual([
    'error app-clip/fr-FR/header.gif',
    'error app-clip/fr-FR/header.png',
    'error app-clip/fr-FR/more',
    'error app-clip/header.png',
    'error app-clip/it/header.png',
  ])
})

test.concurrent('The folder has to be there', async () => {
  const {run} = await scenario({'metadata/en-US/keywords.txt': 'x'})
  const told = red(await run(CLIP))
  expect(told.writes).toEqual([])
  expect(annotated(told.stdout)).toEqual(['error app-clip'])
})

test.concurrent('An image that the store shows is right, whatever its size', async () => {
  const odd = await image(1800, 1201)
  const there = await scenario({'app-clip/en-US/header.png': odd})
  const clip = addClip(there)
  addCard(there, {clip, versionString: '1.0.0', locales: {'en-US': {header: odd}}})
  const {code, writes} = await there.run(CLIP)
  expect({code, writes}).toEqual({code: 0, writes: []})
})

const ONE = 'com.example.app.One'
const TWO = 'com.example.app.Two'

test.concurrent.each([
  ['no App Clip', [], 'app-clip', 'has no App Clip'],
  ['several App Clips', [ONE, TWO], 'app-clip', `${ONE}, ${TWO}`],
  ['an unknown App Clip', [ONE, TWO], 'app-clip/com.example.app.Three', `${ONE}, ${TWO}`],
] as const)('With %s, nothing is written, and the error says which there are', async (...row) => {
  const [, clips, folder, message] = row
  const there = await scenario({[`${folder}/en-US/subtitle.txt`]: 'x'})
  for (const bundleId of clips) addClip(there, bundleId)
  const told = red(await there.run(CLIP))
  expect(told.writes).toEqual([])
  expect(told.annotations[0]).toMatchObject({
    level: 'error',
    file: folder,
    message: expect.stringContaining(message),
  })
})

test.concurrent('A folder that is named after one of several App Clips is for that one', async () => {
  const there = await scenario({[`app-clip/${TWO}/en-US/subtitle.txt`]: 'x'})
  addClip(there, ONE)
  const clip = addClip(there, TWO)
  const {code} = await there.run(CLIP)
  expect(code).toBe(0)
  expect(there.simulator.records('appClipDefaultExperiences')).toMatchObject([
    {related: {appClip: clip}},
  ])
  expect((await there.run(CLIP)).writes).toEqual([])
})

test.concurrent('A version has one card: two folders, or the card of another App Clip, are errors', async () => {
  const there = await scenario({
    [`app-clip/${ONE}/en-US/subtitle.txt`]: 'x',
    [`app-clip/${TWO}/en-US/subtitle.txt`]: 'x',
  })
  const told = red(await there.run({...CLIP, mode: 'validate'}))
  expect(annotated(told.stdout)).toEqual([`error app-clip/${TWO}`])

  const other = await scenario({[`app-clip/${ONE}/en-US/subtitle.txt`]: 'x'})
  addClip(other, ONE)
  const clip = addClip(other, TWO)
  addCard(other, {clip, versionString: '1.0.0', locales: {}})
  const refused = red(await other.run(CLIP))
  expect(refused.writes).toEqual([])
  expect(refused.annotations[0]).toMatchObject({
    file: `app-clip/${ONE}`,
    message: expect.stringContaining(TWO),
  })
})

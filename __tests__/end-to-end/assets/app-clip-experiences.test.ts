import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Files, ScenarioRun} from '../../helpers/scenario.ts'
import {addClip, header, withoutIncluded} from './app-clip.ts'
import {
  addExperience,
  CAFE,
  experience,
  experiencesOf,
  EXPERIENCES,
  fileOf,
  headerOf,
  SHOP,
} from './app-clip-experiences.ts'
import {kindsOf} from './kinds-of.ts'

afterAll(closeScenarios)

async function shop(): Promise<Files> {
  return {[fileOf('shop')]: experience(SHOP), [headerOf('shop')]: await header(1)}
}

const stepIds = ({plan}: ScenarioRun) => plan?.steps.map(({id}) => id)

test.concurrent('A first run makes an experience with its image, a second one sends three requests that write nothing', async () => {
  const there = await scenario({
    [fileOf('shop')]: experience(
      SHOP,
      `    subtitle: Buy it
  - {language: DE, title: Laden}
action: VIEW
businessCategory: SHOPPING
place:
  names: [Shop]
  displayPoint: {coordinates: {latitude: 52.5, longitude: 13.4}}
`,
    ),
    [headerOf('shop')]: await header(1),
  })
  addClip(there)
  const first = green(await there.run(EXPERIENCES))
  expect(first.outputs).toMatchObject({uploaded: '1', changed: 'true', failed: '0'})
  expect(kindsOf(first)).toEqual(['reserve', 'commit', 'create-record'])
  expect(experiencesOf(there)).toMatchObject({
    [SHOP]: {
      attributes: {
        action: 'VIEW',
        businessCategory: 'SHOPPING',
        isPoweredBy: false,
        defaultLanguage: 'EN',
        place: {names: ['Shop']},
      },
      texts: ['EN Shop Buy it', 'DE Laden'],
      image: 'header.png COMPLETE',
    },
  })

  const second = green(await there.run(EXPERIENCES))
  expect(second.writes).toEqual([])
  expect(second.requests).toHaveLength(3)
  expect(second.outputs).toMatchObject({uploaded: '0', unchanged: '2', changed: 'false'})
})

test.concurrent('An app without a version can have experiences', async () => {
  const there = await scenario(await shop(), {apps: [{bundleId: 'com.example.app', versions: []}]})
  addClip(there)
  green(await there.run(EXPERIENCES))
  expect(Object.keys(experiencesOf(there))).toEqual([SHOP])
})

test.concurrent('What changes is one request that says nothing else, and a plan shows it', async () => {
  const there = await scenario(await shop())
  const clip = addClip(there)
  const attributes = {action: 'PLAY', place: {placeId: '1', names: ['Shop']}}
  addExperience(there, {clip, link: SHOP, title: 'Old', image: await header(1), attributes})
  await there.write({[fileOf('shop')]: experience(SHOP, 'place: {names: [Shop]}\n', 'New')})
  const planned = green(await there.run({...EXPERIENCES, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  expect(stepIds(planned)).toEqual(['update-app-clip-experience:shop'])
  const run = green(await there.run(EXPERIENCES))
  expect(stepIds(run)).toEqual(stepIds(planned))
  expect(run.writes).toMatchObject([
    {method: 'PATCH', body: {included: [{attributes: {language: 'EN', title: 'New'}}]}},
  ])
  expect(JSON.stringify(run.writes[0]?.body)).not.toMatch(/"attributes":\{"(?:place|action)/u)
  expect(experiencesOf(there)[SHOP]).toMatchObject({attributes, texts: ['EN New']})
  for (const each of [planned, run]) expect(each.report).toContain('title (EN)')
  expect(green(await there.run(EXPERIENCES)).writes).toEqual([])
})

test.concurrent('A new image is uploaded and takes the place of the old one', async () => {
  const there = await scenario(await shop())
  const clip = addClip(there)
  addExperience(there, {clip, link: SHOP, title: 'Shop', image: await header(2)})
  const run = green(await there.run(EXPERIENCES))
  expect(kindsOf(run)).toEqual(['reserve', 'commit', 'update-record'])
  expect(there.simulator.records('appClipAdvancedExperienceImages')).toHaveLength(2)
  const [, shown = ''] = run.summary.split(/^#### What .* shows$/mu)
  expect(shown.match(/<img/gu)).toHaveLength(1)
  expect(green(await there.run(EXPERIENCES)).writes).toEqual([])
})

test.concurrent('An experience without a folder stays, is removed with `prune`, and can come back', async () => {
  const there = await scenario(await shop())
  const clip = addClip(there)
  for (const link of [SHOP, CAFE]) {
    // oxlint-disable-next-line no-await-in-loop -- each with an image of its own
    addExperience(there, {clip, link, title: 'Shop', image: await header(1)})
  }
  const kept = green(await there.run(EXPERIENCES))
  expect(kept.writes).toEqual([])
  expect(kept.report).toContain('example.com/cafe')

  const pruned = green(await there.run({...EXPERIENCES, prune: 'true'}))
  expect(pruned.writes).toMatchObject([
    {method: 'PATCH', body: {data: {attributes: {removed: true}}}},
  ])
  expect(pruned.outputs).toMatchObject({deleted: '1', changed: 'true'})
  expect(Object.keys(experiencesOf(there))).toEqual([SHOP])
  expect(green(await there.run({...EXPERIENCES, prune: 'true'})).writes).toEqual([])

  await there.write({
    [fileOf('cafe')]: experience(CAFE),
    [headerOf('cafe')]: await header(1),
  })
  green(await there.run(EXPERIENCES))
  expect(Object.keys(experiencesOf(there)).toSorted()).toEqual([CAFE, SHOP])
})

test.concurrent('Each App Clip has the experiences of its folder', async () => {
  const ONE = 'com.example.app.One'
  const TWO = 'com.example.app.Two'
  const there = await scenario({
    [fileOf(`${ONE}/v1.0`)]: experience(SHOP),
    [headerOf(`${ONE}/v1.0`)]: await header(1),
    [fileOf(`${TWO}/shop`)]: experience(CAFE),
    [headerOf(`${TWO}/shop`)]: await header(2),
  })
  const clips = [addClip(there, ONE), addClip(there, TWO)]
  green(await there.run(EXPERIENCES))
  const made = there.simulator
    .records('appClipAdvancedExperiences')
    .map(({attributes, related}) => [attributes['link'], related['appClip']])
  expect(Object.fromEntries(made)).toEqual({[SHOP]: clips[0], [CAFE]: clips[1]})
  const second = green(await there.run(EXPERIENCES))
  expect(second.writes).toEqual([])
  expect(second.requests).toHaveLength(4)
})

test.concurrent('Experiences beside the folder of the only App Clip are not taken for those without a folder', async () => {
  const inClip = 'com.example.app.Clip/cafe'
  const image = await header(1)
  const there = await scenario({
    ...(await shop()),
    [fileOf(inClip)]: experience(CAFE),
    [headerOf(inClip)]: image,
  })
  const clip = addClip(there)
  for (const link of [SHOP, CAFE]) addExperience(there, {clip, link, title: 'Shop', image})
  const run = green(await there.run({...EXPERIENCES, prune: 'true'}))
  expect(run.writes).toEqual([])
  expect(run.outputs).toMatchObject({unchanged: '4'})
  expect(Object.keys(experiencesOf(there)).toSorted()).toEqual([CAFE, SHOP])
})

test.concurrent('An image that Apple does not accept is named, and its experience is not made', async () => {
  const there = await scenario(await shop())
  addClip(there)
  there.simulator.faults.addProcessing({
    fileName: 'header.png',
    outcome: [{code: 'IMAGE_ODD', description: 'Too odd.'}],
  })
  const refused = red(await there.run(EXPERIENCES))
  expect(refused.annotations).toMatchObject([
    {level: 'error', file: headerOf('shop'), message: expect.stringContaining('IMAGE_ODD')},
    {level: 'error', file: null},
  ])
  expect(experiencesOf(there)).toEqual({})
  green(await there.run(EXPERIENCES))
  expect(Object.keys(experiencesOf(there))).toEqual([SHOP])
})

test.concurrent('A run that does not wait for Apple makes an experience nevertheless', async () => {
  const there = await scenario(await shop(), {processingMilliseconds: 1500})
  addClip(there)
  green(await there.run({...EXPERIENCES, 'processing-timeout': '0'}))
  expect(experiencesOf(there)).toMatchObject({[SHOP]: {image: 'header.png COMPLETE'}})
})

test.concurrent('What Apple refuses is told with its words, and that the image stays unused', async () => {
  const there = await scenario(await shop())
  addClip(there)
  const errors = [{code: 'ODD', title: 'Odd', detail: 'The link is odd'}]
  there.simulator.faults.add({
    match: {path: 'create-record'},
    effect: {kind: 'status', status: 422, errors},
  })
  const refused = red(await there.run(EXPERIENCES))
  const [message] = refused.annotations.filter(({file}) => file === fileOf('shop'))
  expect(message?.message).toContain('The link is odd')
  expect(message?.message).toContain('nothing has to be done about it')
})

test.concurrent('Lists that Apple cuts short are read whole', async () => {
  const there = await scenario({
    [fileOf('shop')]: experience(SHOP, '  - {language: DE, title: Laden}\n'),
    [headerOf('shop')]: await header(1),
  })
  addClip(there)
  green(await there.run(EXPERIENCES))
  const cut = there.simulator.faults.add({
    match: {path: /appClips\/.*\/appClipAdvancedExperiences/u},
    effect: {kind: 'rewrite', change: withoutIncluded},
  })
  expect(green(await there.run(EXPERIENCES)).writes).toEqual([])
  expect(cut()).toBe(1)
})

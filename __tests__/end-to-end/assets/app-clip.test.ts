import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Files, ScenarioRun} from '../../helpers/scenario.ts'
import {addCard, addClip, cardOf, CLIP, header, TWO_VERSIONS, withoutIncluded} from './app-clip.ts'
import {kindsOf} from './kinds-of.ts'

afterAll(closeScenarios)

const FOLDER = async (): Promise<Files> => ({
  'app-clip/action.txt': 'PLAY\n',
  'app-clip/en-US/subtitle.txt': 'Play now\n',
  'app-clip/en-US/header.png': await header(1),
  'app-clip/de-DE/subtitle.txt': 'Jetzt spielen\n',
})
const WANTED = {
  action: 'PLAY',
  locales: {
    'de-DE': {subtitle: 'Jetzt spielen', header: null},
    'en-US': {subtitle: 'Play now', header: 'header.png COMPLETE'},
  },
}
const stepIds = ({plan}: ScenarioRun) => plan?.steps.map(({id}) => id)

test.concurrent('A first run makes the card of the version, a second one sends four requests that write nothing', async () => {
  const there = await scenario(await FOLDER())
  addClip(there)
  const first = green(await there.run(CLIP))
  expect(first.outputs).toMatchObject({uploaded: '1', changed: 'true', failed: '0'})
  expect(cardOf(there)).toEqual(WANTED)

  const second = green(await there.run(CLIP))
  expect(second.writes).toEqual([])
  expect(second.requests).toHaveLength(4)
  expect(second.outputs).toMatchObject({uploaded: '0', unchanged: '4', changed: 'false'})
})

test.concurrent('Each change is one request, and a new image replaces the old one', async () => {
  const there = await scenario(await FOLDER())
  const clip = addClip(there)
  addCard(there, {
    clip,
    versionString: '1.0.0',
    action: 'PLAY',
    locales: {
      'en-US': {subtitle: 'Play now', header: await header(1)},
      'de-DE': {subtitle: 'Jetzt spielen'},
    },
  })
  expect(green(await there.run(CLIP)).writes).toEqual([])
  await there.write({
    'app-clip/action.txt': 'view',
    'app-clip/en-US/header.png': await header(2),
    'app-clip/de-DE/subtitle.txt': 'Sofort spielen',
  })
  const planned = green(await there.run({...CLIP, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  const changed = green(await there.run(CLIP))
  expect(stepIds(changed)).toEqual(stepIds(planned))
  expect(kindsOf(changed).toSorted()).toEqual([
    'commit',
    'delete',
    'reserve',
    'update-record',
    'update-record',
  ])
  expect(changed.outputs).toMatchObject({uploaded: '1'})
  expect(cardOf(there)).toEqual({
    action: 'VIEW',
    locales: {...WANTED.locales, 'de-DE': {subtitle: 'Sofort spielen', header: null}},
  })
  for (const each of [planned, changed]) {
    expect(each.report).toContain('Sofort')
    expect(each.report).toContain('App Clip card')
  }
})

test.concurrent('What has no file stays as it is', async () => {
  const there = await scenario({'app-clip/en-US/subtitle.txt': 'New', 'app-clip/action.txt': ''})
  const clip = addClip(there)
  addCard(there, {
    clip,
    versionString: '1.0.0',
    locales: {'en-US': {subtitle: 'Old', header: await header(1)}, ja: {subtitle: '旧'}},
  })
  const run = green(await there.run(CLIP))
  expect(kindsOf(run)).toEqual(['update-record'])
  expect(cardOf(there)).toEqual({
    action: 'OPEN',
    locales: {
      'en-US': {subtitle: 'New', header: 'header.png COMPLETE'},
      ja: {subtitle: '旧', header: null},
    },
  })
})

test.concurrent('With `prune`, locales without a folder go, but never the one of the primary language', async () => {
  const there = await scenario({'app-clip/de-DE/subtitle.txt': 'Neu'})
  const clip = addClip(there)
  const subtitle = 'Old'
  addCard(there, {
    clip,
    versionString: '1.0.0',
    locales: {'en-US': {subtitle}, ja: {subtitle, header: await header(1)}, 'de-DE': {subtitle}},
  })
  const run = green(await there.run({...CLIP, prune: 'true'}))
  expect(kindsOf(run)).toEqual(['update-record', 'delete-record'])
  expect(run.outputs).toMatchObject({deleted: '1'})
  expect(Object.keys(cardOf(there)?.locales ?? {}).toSorted()).toEqual(['de-DE', 'en-US'])
  expect(green(await there.run({...CLIP, prune: 'true'})).writes).toEqual([])
})

test.concurrent('A run that is limited to some locales leaves the others alone', async () => {
  const there = await scenario(await FOLDER())
  const clip = addClip(there)
  addCard(there, {clip, versionString: '1.0.0', locales: {ja: {subtitle: '旧'}}})
  green(await there.run({...CLIP, locales: 'de-DE', prune: 'true'}))
  expect(cardOf(there)).toEqual({
    action: 'PLAY',
    locales: {
      ja: {subtitle: '旧', header: null},
      'de-DE': {subtitle: 'Jetzt spielen', header: null},
    },
  })
})

test.concurrent('A version without a card starts from the one before it, whose image is not sent again', async () => {
  const there = await scenario(await FOLDER(), TWO_VERSIONS)
  const clip = addClip(there)
  const before = {
    clip,
    versionString: '0.9.0',
    locales: {'en-US': {subtitle: 'Play now', header: await header(1)}, 'de-DE': {subtitle: 'Alt'}},
  }
  addCard(there, before)
  const planned = green(await there.run({...CLIP, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  expect(stepIds(planned)).toEqual([
    'create-app-clip-card',
    'set-app-clip-action',
    'set-app-clip-subtitle:de-DE',
  ])
  const run = green(await there.run(CLIP))
  expect(stepIds(run)).toEqual(stepIds(planned))
  expect(kindsOf(run).toSorted()).toEqual(['create-record', 'update-record', 'update-record'])
  expect(run.outputs).toMatchObject({uploaded: '0'})
  expect(cardOf(there)).toEqual(WANTED)
  expect(cardOf(there, '0.9.0')).toMatchObject({
    action: 'OPEN',
    locales: {'de-DE': {subtitle: 'Alt'}},
  })
  expect(green(await there.run(CLIP)).writes).toEqual([])
})

const UNKIND: readonly (readonly [string, SimulatorOptions])[] = [
  ['Apple copies nothing', {newVersionInherits: false}],
  ['lists show the copies late', {listLagMilliseconds: 1500}],
]

test.concurrent.each(UNKIND)('The card is right even if %s', async (_, options) => {
  const there = await scenario(await FOLDER(), {...TWO_VERSIONS, ...options})
  const clip = addClip(there)
  addCard(there, {
    clip,
    versionString: '0.9.0',
    locales: {'en-US': {subtitle: 'Play now', header: await header(1)}},
  })
  green(await there.run(CLIP))
  expect(cardOf(there)).toEqual(WANTED)
})

test.concurrent('A version and its card are made in one run', async () => {
  const there = await scenario(await FOLDER(), {
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [{versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'}],
      },
    ],
  })
  const clip = addClip(there)
  addCard(there, {clip, versionString: '0.9.0', locales: {'en-US': {subtitle: 'Old'}}})
  const inputs = {...CLIP, version: '1.0.0', 'create-version': 'true'}
  const planned = green(await there.run({...inputs, mode: 'plan'}))
  const run = green(await there.run(inputs))
  expect(stepIds(run)).toEqual(stepIds(planned))
  expect(cardOf(there)).toEqual(WANTED)
  expect(green(await there.run(inputs)).writes).toEqual([])
})

test.concurrent('A plan that was approved may create the card', async () => {
  const there = await scenario(await FOLDER(), TWO_VERSIONS)
  const clip = addClip(there)
  addCard(there, {
    clip,
    versionString: '0.9.0',
    locales: {'en-US': {subtitle: 'Old', header: await header(2)}},
  })
  const planned = green(await there.run({...CLIP, mode: 'plan'}))
  await there.write({'plan.json': JSON.stringify(planned.plan)})
  green(await there.run({...CLIP, 'plan-file': 'plan.json'}))
  expect(cardOf(there)).toEqual(WANTED)
})

test.concurrent('An image that Apple does not accept is named with its code, and does not stay there', async () => {
  const there = await scenario(await FOLDER())
  addClip(there)
  there.simulator.faults.addProcessing({
    fileName: 'header.png',
    outcome: [{code: 'IMAGE_ODD', description: 'Too odd.'}],
  })
  const refused = red(await there.run(CLIP))
  expect(refused.annotations).toMatchObject([
    {
      level: 'error',
      file: 'app-clip/en-US/header.png',
      message: expect.stringContaining('IMAGE_ODD (Too odd)'),
    },
    {level: 'error', file: null, message: expect.stringContaining('1 of 4 files failed')},
  ])
  expect(cardOf(there)?.locales['en-US']).toEqual({subtitle: 'Play now', header: null})
  green(await there.run(CLIP))
  expect(cardOf(there)).toEqual(WANTED)
})

test.concurrent('The card is neither read nor touched unless `manage` names it', async () => {
  const there = await scenario({...(await FOLDER()), 'metadata/en-US/keywords.txt': 'one'})
  addClip(there)
  const run = green(await there.run({manage: 'metadata'}))
  expect(run.requests.filter(({target}) => /clip/iu.test(target))).toEqual([])
})

test.concurrent.each([0, 1500])(
  'Several jobs make one card, and the last one removes what has no folder, with lists that lag %d ms',
  async (listLagMilliseconds) => {
    const there = await scenario(
      {...(await FOLDER()), 'app-clip/de-DE/header.png': await header(2)},
      {...TWO_VERSIONS, listLagMilliseconds},
    )
    const clip = addClip(there)
    const old = {subtitle: 'Alt', header: await header(1)}
    const locales = {ja: old, 'en-US': old, 'de-DE': old}
    addCard(there, {clip, versionString: '0.9.0', locales})
    const job = (shard: string, limit: string) =>
      there.run({...CLIP, prune: 'true', shard, shards: '2', locales: limit})
    for (const run of await Promise.all([job('1', 'de-DE'), job('2', 'en-US')])) green(run)
    expect(cardOf(there)).toEqual({
      ...WANTED,
      locales: {
        ...WANTED.locales,
        'de-DE': {subtitle: 'Jetzt spielen', header: 'header.png COMPLETE'},
      },
    })
  },
)

test.concurrent('The last of several jobs removes what has no folder, even if it has no file of the card', async () => {
  const there = await scenario({
    'app-clip/de-DE/subtitle.txt': 'Neu',
    'metadata/fr-FR/keywords.txt': 'un',
  })
  const clip = addClip(there)
  addCard(there, {clip, versionString: '1.0.0', locales: {ja: {subtitle: '旧'}}})
  const inputs = {manage: 'app-clip, metadata', prune: 'true', shards: '2'}
  green(await there.run({...inputs, shard: '1', locales: 'de-DE'}))
  green(await there.run({...inputs, shard: '2', locales: 'fr-FR'}))
  expect(Object.keys(cardOf(there)?.locales ?? {})).toEqual(['de-DE'])
})

test.concurrent('A run that is limited to some locales asks for no image of another one', async () => {
  const there = await scenario(await FOLDER())
  const clip = addClip(there)
  const seeds = {'en-US': {header: await header(1)}, ja: {header: await header(2)}}
  const ids = addCard(there, {clip, versionString: '1.0.0', action: 'PLAY', locales: seeds})
  there.simulator.faults.add({
    match: {path: /\/appClipDefaultExperienceLocalizations$/u},
    times: Infinity,
    effect: {kind: 'rewrite', change: withoutIncluded},
  })
  const run = green(await there.run({...CLIP, locales: 'en-US'}))
  const asked = run.requests.flatMap(
    ({target}) => /\/([\w-]+)\/appClipHeaderImage/u.exec(target)?.[1] ?? [],
  )
  expect(new Set(asked)).toEqual(new Set([ids['en-US']]))
})

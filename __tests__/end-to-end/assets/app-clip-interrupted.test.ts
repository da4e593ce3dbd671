import {afterAll, expect, test} from '@jest/globals'

import type {Effect} from '../../../simulator/http/faults.ts'
import type {RouteClass} from '../../../simulator/http/routes.ts'
import {createClient} from '../../../simulator/client.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import {addCard, addClip, cardOf, CLIP, header, TWO_VERSIONS} from './app-clip.ts'
import {killAtChange} from './kill-at-change.ts'

afterAll(closeScenarios)

const WANTED = {
  action: 'PLAY',
  locales: {
    'en-US': {subtitle: 'Play now', header: 'header.png COMPLETE'},
    'de-DE': {subtitle: 'Jetzt spielen', header: 'header.png COMPLETE'},
  },
}

/** A card to make from another one: a text and an image to change, a locale with an image to add. */
async function stage(): Promise<Scenario> {
  const there = await scenario(
    {
      'app-clip/action.txt': 'PLAY\n',
      'app-clip/en-US/subtitle.txt': 'Play now\n',
      'app-clip/en-US/header.png': await header(1),
      'app-clip/de-DE/subtitle.txt': 'Jetzt spielen\n',
      'app-clip/de-DE/header.png': await header(2),
    },
    TWO_VERSIONS,
  )
  const clip = addClip(there)
  const old = {subtitle: 'Old', header: await header(3)}
  addCard(there, {clip, versionString: '0.9.0', locales: {'en-US': old}})
  return there
}

/** The card, the action, a text, a locale; an image to delete; two to reserve and to commit. */
const WRITES = 4 + 1 + 2 * 2

test.concurrent('An undisturbed run makes as many changes as are interrupted below', async () => {
  const there = await stage()
  expect(green(await there.run(CLIP)).writes).toHaveLength(WRITES)
  expect(cardOf(there)).toEqual(WANTED)
})

test.concurrent.each(sampled(Array.from({length: WRITES}, (_, index) => index + 1)))(
  'A run that is killed at its change %i is finished by the next one',
  async (nth) => {
    const there = await stage()
    await killAtChange(there, nth, CLIP)
    green(await there.run(CLIP))
    expect(cardOf(there)).toEqual(WANTED)
    expect(green(await there.run(CLIP)).writes).toEqual([])
  },
)

const EFFECTS: readonly (readonly [string, Effect])[] = [
  ['503 though applied', {kind: 'status', status: 503, applied: true}],
  ['a reset after it was applied', {kind: 'reset', when: 'after'}],
]
const ROUTES: readonly (readonly [RouteClass, number])[] = [
  ['create-record', 1],
  ['create-record', 2],
  ['update-record', 1],
  ['reserve', 1],
  ['commit', 1],
  ['delete', 1],
]
const LOST = EFFECTS.flatMap(([name, effect]) =>
  ROUTES.map(([path, nth]) => [name, path, nth, effect] as const),
)

test.concurrent.each(sampled(LOST))('A lost answer makes no twins: %s, %s %i', async (...row) => {
  const [, path, nth, effect] = row
  const there = await stage()
  const struck = there.simulator.faults.add({match: {path}, nth, effect})
  green(await there.run(CLIP))
  expect(struck()).toBe(1)
  expect(cardOf(there)).toEqual(WANTED)
  expect(green(await there.run(CLIP)).writes).toEqual([])
})

test.concurrent('A card and a locale that somebody makes meanwhile get the right content', async () => {
  const there = await scenario({'app-clip/en-US/subtitle.txt': 'Play now'})
  const clip = addClip(there)
  let isMade = false
  there.simulator.onApplied(({target}) => {
    if (isMade || !target.includes('/appClipDefaultExperiences?')) return
    isMade = true
    addCard(there, {clip, versionString: '1.0.0', locales: {}})
  })
  const card = () => there.simulator.records('appClipDefaultExperiences')[0]?.id ?? ''
  let hasLocale = false
  there.simulator.onApplied(({target}) => {
    if (hasLocale || !target.includes('/appClipDefaultExperienceLocalizations?')) return
    hasLocale = true
    there.simulator.addRecord({
      type: 'appClipDefaultExperienceLocalizations',
      attributes: {locale: 'en-US', subtitle: 'By hand'},
      related: {appClipDefaultExperience: card()},
    })
  })
  green(await there.run(CLIP))
  expect({isMade, hasLocale}).toEqual({isMade: true, hasLocale: true})
  expect(cardOf(there)?.locales).toEqual({'en-US': {subtitle: 'Play now', header: null}})
})

test.concurrent('A locale that somebody makes meanwhile is found although lists show it late', async () => {
  const there = await scenario({'app-clip/en-US/subtitle.txt': 'Play now'})
  const clip = addClip(there)
  addCard(there, {clip, versionString: '1.0.0', locales: {}})
  onceRead(there, '/appClipDefaultExperienceLocalizations?', () => {
    there.simulator.addRecord({
      type: 'appClipDefaultExperienceLocalizations',
      attributes: {locale: 'en-US', subtitle: 'By hand'},
      related: {
        appClipDefaultExperience: there.simulator.records('appClipDefaultExperiences')[0]?.id ?? '',
      },
    })
  })
  const late = there.simulator.faults.add({
    match: {method: 'GET', path: LOCALES},
    nth: 2,
    effect: {kind: 'rewrite', change: withoutData},
  })
  green(await there.run(CLIP))
  expect(late()).toBe(1)
  expect(cardOf(there)?.locales).toEqual({'en-US': {subtitle: 'Play now', header: null}})
})

test.concurrent('A card that another job makes meanwhile is waited for until it has what Apple copies', async () => {
  const there = await scenario(
    {'app-clip/en-US/subtitle.txt': 'Play now', 'app-clip/en-US/header.png': await header(1)},
    TWO_VERSIONS,
  )
  const clip = addClip(there)
  const old = {subtitle: 'Old', header: await header(1)}
  addCard(there, {clip, versionString: '0.9.0', locales: {'en-US': old}})
  const late: (() => number)[] = []
  onceRead(there, '/appStoreVersions?', () => {
    addCard(there, {clip, versionString: '1.0.0', locales: {'en-US': old}})
    const made = there.simulator.records('appClipDefaultExperiences').at(-1)?.id ?? ''
    late.push(
      there.simulator.faults.add({
        match: {method: 'GET', path: new RegExp(`${made}.*${LOCALES.source}`, 'u')},
        effect: {kind: 'rewrite', change: withoutData},
      }),
    )
  })
  const run = green(await there.run(CLIP))
  expect(late.map((struck) => struck())).toEqual([1])
  expect(run.writes).toMatchObject([
    {method: 'PATCH', body: {data: {attributes: {subtitle: 'Play now'}}}},
  ])
  expect(cardOf(there)?.locales).toEqual({
    'en-US': {subtitle: 'Play now', header: 'header.png COMPLETE'},
  })
})

test.concurrent('An image that somebody removes during the run is not told to be there', async () => {
  const there = await scenario({
    'app-clip/en-US/header.png': await header(1),
    'app-clip/de-DE/header.png': await header(2),
  })
  const clip = addClip(there)
  const locales = {'en-US': {header: await header(1)}, 'de-DE': {header: await header(3)}}
  const ids = addCard(there, {clip, versionString: '1.0.0', locales})
  const gone = there.simulator
    .records('appClipHeaderImages')
    .find(({related}) => related['appClipDefaultExperienceLocalization'] === ids['en-US'])
  const person = await createClient(there.simulator)
  let isRemoved = false
  there.simulator.onApplied(async ({routeClass}) => {
    if (isRemoved || routeClass !== 'reserve') return
    isRemoved = true
    await person.send('DELETE', `/v1/appClipHeaderImages/${gone?.id}`)
  })
  const run = red(await there.run(CLIP))
  expect(run.annotations[0]).toMatchObject({
    file: 'app-clip/en-US/header.png',
    message: expect.stringContaining('somebody removed it'),
  })
})

const LOCALES = /\/appClipDefaultExperienceLocalizations$/u

/** Does something once, when a request with these words in its address has been carried out. */
function onceRead({simulator}: Scenario, words: string, act: () => void): void {
  let isDone = false
  simulator.onApplied(({target}) => {
    if (isDone || !target.includes(words)) return
    isDone = true
    act()
  })
}

function withoutData(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null
    ? {...answer, data: [], included: []}
    : answer
}

import {once} from 'node:events'
import {afterAll, expect, test} from '@jest/globals'
import type {Effect} from '../../../simulator/http/faults.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'
import {infoTexts, METADATA, storeWithTexts, textFiles, UNSET} from './texts.ts'

afterAll(closeScenarios)

const WANTED = {
  'de-DE': {...UNSET, description: 'Alt', keywords: 'neu'},
  'en-US': {...UNSET, description: 'New', whatsNew: 'Faster'},
  ja: {...UNSET, description: '説明'},
}

const WANTED_INFO = {
  'de-DE': {name: 'App', subtitle: 'Neu'},
  'en-US': {name: 'New', privacyPolicyUrl: 'https://a.b'},
  ja: {name: 'Old', subtitle: '新'},
}

/** Two locales to change, and one to add; the app info has two of them. */
function stage(options: SimulatorOptions = {}): Promise<Scenario> {
  return scenario(
    {
      ...textFiles('en-US', {
        description: 'New',
        release_notes: 'Faster',
        name: 'New',
        privacy_url: 'https://a.b',
      }),
      ...textFiles('de-DE', {keywords: 'neu', subtitle: 'Neu'}),
      ...textFiles('ja', {description: '説明', subtitle: '新', name: 'Old'}),
    },
    storeWithTexts(
      [
        {locale: 'en-US', texts: {description: 'Old'}},
        {locale: 'de-DE', texts: {description: 'Alt', keywords: 'alt'}},
      ],
      [
        {locale: 'en-US', name: 'Old'},
        {locale: 'de-DE', name: 'App', subtitle: 'Alt'},
      ],
      options,
    ),
  )
}

/**
 * The app, its versions, their locales, the app info, the price, and whether it is the first version; the new locale; a
 * request for each locale of the version, and of the app info.
 */
const REQUESTS = 6 + 1 + 3 + 3

function expectWanted({simulator}: Pick<Scenario, 'simulator'>): void {
  expect(simulator.texts('1.0.0')).toEqual(WANTED)
  expect(infoTexts(simulator)).toEqual(WANTED_INFO)
}

test.concurrent('An undisturbed run makes as many requests as are interrupted below', async () => {
  const {simulator, run} = await stage()
  expect(green(await run(METADATA)).requests).toHaveLength(REQUESTS)
  expectWanted({simulator})
})

test.concurrent.each(sampled(Array.from({length: REQUESTS}, (_, index) => index + 1)))(
  'A run that is killed at its request %i is finished by the next one',
  async (nth) => {
    const {simulator, start, run} = await stage()
    const {child, ended} = await start(METADATA)
    let seen = 0
    simulator.onApplied(async () => {
      seen += 1
      if (seen !== nth) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    })
    expect((await ended).code).toBeNull()
    green(await run(METADATA))
    expectWanted({simulator})
    expect(green(await run(METADATA)).writes).toEqual([])
  },
)

const LOST: readonly (readonly [string, Effect])[] = [
  ['503 though applied', {kind: 'status', status: 503, applied: true}],
  ['503 and not applied', {kind: 'status', status: 503}],
  ['a reset after it was applied', {kind: 'reset', when: 'after'}],
  ['an answer that is cut', {kind: 'cut'}],
]

test.concurrent.each(sampled(LOST))(
  'A run bears a lost answer to a change of texts: %s',
  async (_, effect) => {
    const {simulator, run} = await stage()
    const struck = simulator.faults.add({match: {path: 'texts'}, nth: 2, effect})
    green(await run(METADATA))
    expect(struck()).toBe(1)
    expectWanted({simulator})
  },
)

test.concurrent.each(sampled(LOST))(
  'A locale of the app info whose creation was answered by nobody is there once: %s',
  async (_, effect) => {
    const {simulator, run} = await stage()
    const match = {method: 'POST', path: /appInfoLocalizations/u}
    const struck = simulator.faults.add({match, effect})
    green(await run(METADATA))
    expect(struck()).toBe(1)
    expectWanted({simulator})
    expect(green(await run(METADATA)).writes).toEqual([])
  },
)

test.concurrent('A locale of the app info that Apple makes together with the version’s is filled', async () => {
  const {simulator, run} = await stage({localizationsAppearInBoth: true})
  const done = green(await run(METADATA))
  expectWanted({simulator})
  const own = done.writes.filter(({path}) => path.includes('appInfoLocalizations'))
  expect(own.filter(({method}) => method === 'POST').map(({status}) => status)).toEqual([409])
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('A locale whose creation was answered by nobody is there once', async () => {
  const {simulator, run} = await stage()
  const effect = {kind: 'status', status: 504, applied: true} as const
  const struck = simulator.faults.add({match: {path: 'create-localization'}, effect})
  green(await run(METADATA))
  expect(struck()).toBe(1)
  expectWanted({simulator})
})

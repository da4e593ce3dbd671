import {once} from 'node:events'
import {afterAll, expect, test} from '@jest/globals'
import type {Effect} from '../../../simulator/http/faults.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import {METADATA, storeWithTexts, textFiles, UNSET} from './texts.ts'

afterAll(closeScenarios)

const WANTED = {
  'de-DE': {...UNSET, description: 'Alt', keywords: 'neu'},
  'en-US': {...UNSET, description: 'New', whatsNew: 'Faster'},
  ja: {...UNSET, description: '説明'},
}

/** Two locales to change, and one to add. */
function stage(): Promise<Scenario> {
  return scenario(
    {
      ...textFiles('en-US', {description: 'New', release_notes: 'Faster'}),
      ...textFiles('de-DE', {keywords: 'neu'}),
      ...textFiles('ja', {description: '説明'}),
    },
    storeWithTexts([
      {locale: 'en-US', texts: {description: 'Old'}},
      {locale: 'de-DE', texts: {description: 'Alt', keywords: 'alt'}},
    ]),
  )
}

/** The app, its versions, their locales; the new locale; a request for each locale. */
const REQUESTS = 3 + 1 + 3

test.concurrent('An undisturbed run makes as many requests as are interrupted below', async () => {
  const {simulator, run} = await stage()
  expect(green(await run(METADATA)).requests).toHaveLength(REQUESTS)
  expect(simulator.texts('1.0.0')).toEqual(WANTED)
})

test.concurrent.each(Array.from({length: REQUESTS}, (_, index) => index + 1))(
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
    expect(simulator.texts('1.0.0')).toEqual(WANTED)
    expect(green(await run(METADATA)).writes).toEqual([])
  },
)

const LOST: readonly (readonly [string, Effect])[] = [
  ['503 though applied', {kind: 'status', status: 503, applied: true}],
  ['503 and not applied', {kind: 'status', status: 503}],
  ['a reset after it was applied', {kind: 'reset', when: 'after'}],
  ['an answer that is cut', {kind: 'cut'}],
]

test.concurrent.each(LOST)(
  'A run bears a lost answer to a change of texts: %s',
  async (_, effect) => {
    const {simulator, run} = await stage()
    const struck = simulator.faults.add({match: {path: 'texts'}, nth: 2, effect})
    green(await run(METADATA))
    expect(struck()).toBe(1)
    expect(simulator.texts('1.0.0')).toEqual(WANTED)
  },
)

test.concurrent('A locale whose creation was answered by nobody is there once', async () => {
  const {simulator, run} = await stage()
  const effect = {kind: 'status', status: 504, applied: true} as const
  const struck = simulator.faults.add({match: {path: 'create-localization'}, effect})
  green(await run(METADATA))
  expect(struck()).toBe(1)
  expect(simulator.texts('1.0.0')).toEqual(WANTED)
})

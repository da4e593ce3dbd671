import {afterAll, expect, test} from '@jest/globals'

import type {Effect} from '../../../simulator/http/faults.ts'
import type {RouteClass} from '../../../simulator/http/routes.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import {addClip, header} from './app-clip.ts'
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
import {killAtChange} from './kill-at-change.ts'

afterAll(closeScenarios)

const WANTED = {
  [SHOP]: {texts: ['EN Shop'], image: 'header.png COMPLETE'},
  [CAFE]: {texts: ['EN Café'], image: 'header.png COMPLETE'},
}

/** One experience to make, one whose text and image change. */
async function stage(): Promise<Scenario> {
  const there = await scenario({
    [fileOf('shop')]: experience(SHOP),
    [headerOf('shop')]: await header(1),
    [fileOf('cafe')]: experience(CAFE, '', 'Café'),
    [headerOf('cafe')]: await header(2),
  })
  const clip = addClip(there)
  addExperience(there, {clip, link: CAFE, title: 'Old', image: await header(3)})
  return there
}

/** Two images to reserve and to commit, one experience to make and one to change. */
const WRITES = 6

test.concurrent('An undisturbed run makes as many changes as are interrupted below', async () => {
  const there = await stage()
  expect(green(await there.run(EXPERIENCES)).writes).toHaveLength(WRITES)
  expect(experiencesOf(there)).toMatchObject(WANTED)
})

test.concurrent.each(sampled(Array.from({length: WRITES}, (_, index) => index + 1)))(
  'A run that is killed at its change %i is finished by the next one',
  async (nth) => {
    const there = await stage()
    await killAtChange(there, nth, EXPERIENCES)
    green(await there.run(EXPERIENCES))
    expect(experiencesOf(there)).toMatchObject(WANTED)
    expect(green(await there.run(EXPERIENCES)).writes).toEqual([])
  },
)

const EFFECTS: readonly (readonly [string, Effect])[] = [
  ['503 though applied', {kind: 'status', status: 503, applied: true}],
  ['a reset after it was applied', {kind: 'reset', when: 'after'}],
]
const ROUTES: readonly RouteClass[] = ['create-record', 'update-record', 'reserve', 'commit']
const LOST = EFFECTS.flatMap(([name, effect]) =>
  ROUTES.map((path) => [name, path, effect] as const),
)

test.concurrent.each(sampled(LOST))(
  'A lost answer makes no twins: %s, %s',
  async (_, path, effect) => {
    const there = await stage()
    const struck = there.simulator.faults.add({match: {path}, effect})
    green(await there.run(EXPERIENCES))
    expect(struck()).toBe(1)
    expect(experiencesOf(there)).toMatchObject(WANTED)
    expect(green(await there.run(EXPERIENCES)).writes).toEqual([])
  },
)

test.concurrent('An experience that somebody makes meanwhile gets the content of the folder', async () => {
  const there = await scenario({
    [fileOf('shop')]: experience(SHOP),
    [headerOf('shop')]: await header(1),
  })
  const clip = addClip(there)
  const other = await header(2)
  let isMade = false
  there.simulator.onApplied(({routeClass}) => {
    if (isMade || routeClass !== 'commit') return
    isMade = true
    addExperience(there, {clip, link: SHOP, title: 'By hand', image: other})
  })
  green(await there.run(EXPERIENCES))
  expect(isMade).toBe(true)
  expect(experiencesOf(there)).toMatchObject({[SHOP]: WANTED[SHOP]})
  expect(green(await there.run(EXPERIENCES)).writes).toEqual([])
})

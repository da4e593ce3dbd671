import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import {afterAll, expect, test} from '@jest/globals'
import {everyKindOfStep} from '../../helpers/every-kind-of-step.ts'
import {image} from '../../helpers/media.ts'
import {kindOf} from '../../helpers/planned-steps.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import {
  closeScenarios,
  place,
  scenario,
  shots,
  storeWith,
  stored,
  WATCH,
} from '../../helpers/scenario.ts'
import type {Scenario, ScenarioRun} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

/** Makes a plan and puts its file where a download would. */
async function approve({run, workspace}: Scenario, inputs: Inputs = {}): Promise<ScenarioRun> {
  const planned = green(await run({...inputs, mode: 'plan'}))
  await writeFile(path.join(workspace, 'approved.json'), JSON.stringify(planned.plan))
  return planned
}

const APPROVED = {'plan-file': 'approved.json'}
const newVersion = {version: '1.1.0', 'create-version': 'true'}
const told = ({plan}: ScenarioRun) => plan?.steps.map((step) => `${kindOf(step)} ${step.id}`)
const firstLine = ({summary}: ScenarioRun) => summary.split('\n')[0] ?? ''
const messages = ({annotations}: ScenarioRun) => annotations.map(({message}) => message).join('\n')

test.concurrent('What was approved is done, step for step, when nothing has changed', async () => {
  const given = await everyKindOfStep()
  const planned = await approve(given, {prune: 'true'})
  const done = green(await given.run({...APPROVED, prune: 'true'}))
  expect(told(done)).toEqual(told(planned))
  const again = green(await given.run({mode: 'plan', prune: 'true'}))
  expect(again.plan?.steps).toEqual([])
})

test.concurrent('A plan whose folder has files of another platform can be approved', async () => {
  const desktop = {'screenshots/en-US/mac/1.png': await image(1280, 800)}
  const given = await scenario({...(await shots({'1.png': 1})), ...desktop})
  const planned = await approve(given)
  expect(planned.plan).toHaveProperty('diagnostics.0.severity', 'note')
  expect(told(green(await given.run(APPROVED)))).toEqual(told(planned))
})

test.concurrent('A folder that changed after the approval is refused with the file, and nothing is written', async () => {
  const given = await scenario(await shots({'1.png': 1, '2.png': 2, '3.png': 3}))
  await approve(given)
  await given.write(await shots({'2.png': 22, '4.png': 4}))
  const refused = red(await given.run(APPROVED))
  expect(refused.writes).toEqual([])
  expect(refused.parts).toEqual([])
  expect(firstLine(refused)).toMatch(
    /❌ The plan has changed since it was approved: 2 differences\. Nothing was uploaded\./,
  )
  expect(messages(refused)).toContain(`${place('2.png')}: content changed (upload)`)
  expect(messages(refused)).toContain(`${place('4.png')}: not in the approved plan (upload)`)
  expect(refused.annotations.map(({file}) => file)).toContain(place('4.png'))
  expect(refused.outputs).toMatchObject({changed: 'false', uploaded: '0', deleted: '0'})
})

test.concurrent('A store that changed after the approval is refused with the step, and nothing is written', async () => {
  const given = await scenario(
    await shots({'1.png': 1, '2.png': 2}),
    storeWith(await stored({'1.png': 9})),
  )
  await approve(given)
  green(await given.run({'processing-timeout': '0'}))
  const refused = red(await given.run(APPROVED))
  expect(refused.writes).toEqual([])
  expect(messages(refused)).toContain(`upload en-US/${WATCH}/2.png: no longer planned`)
})

test.concurrent('Other inputs than those of the plan are refused', async () => {
  const given = await scenario(await shots({'1.png': 1}), storeWith(await stored({'old.png': 9})))
  await approve(given)
  const refused = red(await given.run({...APPROVED, prune: 'true'}))
  expect(refused.writes).toEqual([])
  expect(messages(refused)).toContain(`delete en-US/${WATCH}/old.png: not in the approved plan`)
})

test.concurrent('A version may be made on an approved plan, and what comes after it is what was approved', async () => {
  const given = await scenario(
    await shots({'1.png': 1, '2.png': 2}),
    storeWith(await stored({'1.png': 9, 'old.png': 8}), {state: 'READY_FOR_DISTRIBUTION'}),
  )
  const inputs = {...newVersion, prune: 'true'}
  const planned = await approve(given, inputs)
  expect(planned.plan?.steps.map(({action}) => action)).toContain('delete')
  const done = green(await given.run({...inputs, ...APPROVED}))
  expect(done.plan?.steps.map(kindOf)).toEqual(planned.plan?.steps.map(kindOf))
  const names = given.simulator.listing('1.1.0')['en-US']?.[WATCH]?.map(({fileName}) => fileName)
  expect(names).toEqual(['1.png', '2.png'])
})

test.concurrent('A version that was made since the approval is no difference', async () => {
  const store = storeWith(await stored({'1.png': 9}), {state: 'READY_FOR_DISTRIBUTION'})
  const given = await scenario(await shots({'1.png': 1}), store)
  await approve(given, newVersion)
  await given.write(await shots({'1.png': 9}))
  green(await given.run(newVersion))
  await given.write(await shots({'1.png': 1}))
  const done = green(await given.run({...newVersion, ...APPROVED}))
  expect(done.outputs).toMatchObject({uploaded: '1', deleted: '1'})
})

test.concurrent('A new version that is not born as foreseen is made, and nothing more is done to it', async () => {
  const given = await scenario(await shots({'1.png': 1}), {
    ...storeWith(await stored({'1.png': 9}), {state: 'READY_FOR_DISTRIBUTION'}),
    newVersionInherits: false,
  })
  await approve(given, newVersion)
  const refused = red(await given.run({...newVersion, ...APPROVED}))
  expect(refused.writes.map(({routeClass}) => routeClass)).toEqual(['create-version'])
  expect(firstLine(refused)).toMatch(/changed since it was approved.*Only the version was created/)
})

test.concurrent('A run of some locales does its part of an approved plan', async () => {
  const given = await scenario({
    ...(await shots({'1.png': 1})),
    ...(await shots({'1.png': 1}, 'ja')),
  })
  await approve(given)
  expect(green(await given.run({...APPROVED, locales: 'JA'})).outputs['uploaded']).toBe('1')
  expect(green(await given.run({...APPROVED, locales: 'en-US'})).outputs['uploaded']).toBe('1')
})

test.concurrent.each([
  ['that is absent', null, /approved\.json cannot be read \(ENOENT\)/],
  ['that was cut off', '{"schema": 2, "steps": [', /is not valid JSON, or is truncated/],
  ['of something else', '{"name": "x"}', /is not a plan of this action/],
  [
    'of an older version',
    '{"schema": 1, "mode": "plan", "failure": null, "problems": [], "steps": []}',
    /has schema 1, but this version of the action reads schema 2/,
  ],
  [
    'of a newer version',
    '{"schema": 3}',
    /has schema 3, but this version of the action reads schema 2/,
  ],
  ['of a run that was no plan', '{"schema": 2, "mode": "sync"}', /mode: plan/],
  ['of a run that failed', '{"schema": 2, "mode": "plan", "failure": "x"}', /a run that failed/],
])('A plan file %s is refused before anything is asked', async (_, text, message) => {
  const {run, simulator, workspace} = await scenario(await shots({'1.png': 1}))
  if (text !== null) await writeFile(path.join(workspace, 'approved.json'), text)
  const refused = red(await run(APPROVED))
  expect(refused.annotations[0]?.message).toMatch(/`plan-file`/)
  expect(refused.annotations[0]?.message).toMatch(message)
  expect(simulator.requests).toEqual([])
})

test.concurrent('A plan file with a step that cannot be understood is refused with its number', async () => {
  const given = await scenario(await shots({'1.png': 1}))
  const {plan} = await approve(given)
  const [first] = plan?.steps ?? []
  const write = (step: object) =>
    writeFile(path.join(given.workspace, 'approved.json'), JSON.stringify({...plan, steps: [step]}))
  await write({...first, section: 'reviews'})
  expect(messages(red(await given.run(APPROVED)))).toMatch(
    /step \(number 1\).*a section that this version of the action does not know/,
  )
  await write({...first, needs: null})
  const refused = red(await given.run(APPROVED))
  expect(messages(refused)).toMatch(/step \(number 1\).*no valid "needs"/)
  expect(refused.requests).toEqual([])
})

test.concurrent('A plan file is for sync alone', async () => {
  const {run} = await scenario(await shots({'1.png': 1}))
  const refused = red(await run({...APPROVED, mode: 'plan'}))
  expect(refused.annotations[0]?.message).toMatch(
    /`plan-file` only works with `mode: sync`.*`mode: plan`/,
  )
})

import {writeFile} from 'node:fs/promises'
import path from 'node:path'

import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, storeWith} from '../../helpers/scenario.ts'
import {kindsOf} from './kinds-of.ts'
import {addCoverage, COVERAGE, coverages, FILE, geojson} from './routing-coverages.ts'
import {announcedWrites, stepsOf} from './steps-of.ts'

afterAll(closeScenarios)

test.concurrent('A first run uploads the file, a second one sends two requests that write nothing, a change replaces it', async () => {
  const there = await scenario({[FILE]: geojson(1)})
  const {run, simulator, write} = there
  const first = green(await run(COVERAGE))
  expect(first.outputs).toMatchObject({uploaded: '1', changed: 'true', failed: '0'})
  expect(kindsOf(first)).toEqual(['reserve', 'commit'])
  const [version] = simulator.versions()
  expect(coverages(there)).toMatchObject([
    {fileName: FILE, state: 'COMPLETE', version: version?.id},
  ])

  const second = green(await run(COVERAGE))
  expect(second.writes).toEqual([])
  expect(second.requests).toHaveLength(2)
  expect(second.outputs).toMatchObject({uploaded: '0', unchanged: '1', changed: 'false'})

  await write({[FILE]: geojson(2)})
  const third = green(await run(COVERAGE))
  expect(kindsOf(third)).toEqual(['delete', 'reserve', 'commit'])
  expect(third.outputs).toMatchObject({uploaded: '1', deleted: '1', changed: 'true'})
  expect(third.summary).toContain('1 replaced')
  expect(coverages(there)).toHaveLength(1)
})

test.concurrent('The same bytes under another name are not sent again', async () => {
  const there = await scenario({[FILE]: geojson(1)})
  addCoverage(there, {fileName: 'berlin.geojson', bytes: Buffer.from(geojson(1))})
  expect(green(await there.run({...COVERAGE, prune: 'true'})).writes).toEqual([])
})

test.concurrent('A plan shows what a sync then does, down to the number of writes', async () => {
  const there = await scenario({[FILE]: geojson(1)})
  addCoverage(there, {bytes: Buffer.from(geojson(9))})
  const planned = green(await there.run({...COVERAGE, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  const done = green(await there.run(COVERAGE))
  expect(stepsOf(done)).toEqual(stepsOf(planned))
  expect(done.writes).toHaveLength(announcedWrites(planned))
})

test.concurrent('A file that Apple does not accept is named with its code, and does not stay there', async () => {
  const there = await scenario({[FILE]: geojson(1)})
  there.simulator.faults.addProcessing({
    fileName: FILE,
    outcome: [{code: 'ROUTING_APP_COVERAGE_INVALID', description: 'Too many points.'}],
  })
  const refused = red(await there.run(COVERAGE))
  expect(refused.annotations).toMatchObject([
    {level: 'error', file: FILE, message: expect.stringContaining('Too many points')},
    {level: 'error', file: null, message: '1 of 1 file failed.'},
  ])
  expect(refused.outputs).toMatchObject({uploaded: '0', failed: '1'})
  expect(coverages(there)).toEqual([])
  green(await there.run(COVERAGE))
})

const NEW_VERSION = {...COVERAGE, version: '1.1.0', 'create-version': 'true'}

test.concurrent.each([
  ['', {}],
  [', though its copy shows late', {listLagMilliseconds: 1500}],
])('A new version that inherits the file%s needs no upload, as approved', async (_, options) => {
  const there = await scenario(
    {[FILE]: geojson(1)},
    {...storeWith([], {state: 'READY_FOR_DISTRIBUTION'}), ...options},
  )
  const old = addCoverage(there, {bytes: Buffer.from(geojson(1))})
  const planned = green(await there.run({...NEW_VERSION, mode: 'plan'}))
  await writeFile(path.join(there.workspace, 'approved.json'), JSON.stringify(planned.plan))
  const done = green(await there.run({...NEW_VERSION, 'plan-file': 'approved.json'}))
  expect(kindsOf(done)).toEqual(['create-version'])
  expect(coverages(there)).toHaveLength(2)

  await there.write({[FILE]: geojson(2)})
  const change = green(await there.run(NEW_VERSION))
  expect(kindsOf(change)).toEqual(['delete', 'reserve', 'commit'])
  expect(coverages(there).find(({id}) => id === old)?.fileSize).toBe(geojson(1).length)
})

test.concurrent('A new version that changes an inherited file gets it in one run, as approved', async () => {
  const there = await scenario(
    {[FILE]: geojson(2)},
    storeWith([], {state: 'READY_FOR_DISTRIBUTION'}),
  )
  addCoverage(there, {bytes: Buffer.from(geojson(1))})
  const planned = green(await there.run({...NEW_VERSION, mode: 'plan'}))
  await writeFile(path.join(there.workspace, 'approved.json'), JSON.stringify(planned.plan))
  const done = green(await there.run({...NEW_VERSION, 'plan-file': 'approved.json'}))
  expect(kindsOf(done)).toEqual(['create-version', 'delete', 'reserve', 'commit'])
  expect(green(await there.run(NEW_VERSION)).writes).toEqual([])
})

test.concurrent.each([
  ['an upload that was never finished', {size: geojson(1).length, state: 'AWAITING_UPLOAD'}],
  ['a file that Apple rejected', {bytes: Buffer.from(geojson(1)), state: 'FAILED'}],
] as const)(
  'A new version does not inherit %s, so nothing but the file is sent, as approved',
  async (_, left) => {
    const there = await scenario(
      {[FILE]: geojson(1)},
      storeWith([], {state: 'READY_FOR_DISTRIBUTION'}),
    )
    const old = addCoverage(there, left)
    const planned = green(await there.run({...NEW_VERSION, mode: 'plan'}))
    await writeFile(path.join(there.workspace, 'approved.json'), JSON.stringify(planned.plan))
    const done = green(await there.run({...NEW_VERSION, 'plan-file': 'approved.json'}))
    expect(kindsOf(done)).toEqual(['create-version', 'reserve', 'commit'])
    expect(announcedWrites(planned)).toBe(3)
    expect(coverages(there).find(({id}) => id === old)?.state).toBe(left.state)
  },
)

test.concurrent('A new version that inherits nothing gets the file', async () => {
  const there = await scenario(
    {[FILE]: geojson(1)},
    {...storeWith([], {state: 'READY_FOR_DISTRIBUTION'}), newVersionInherits: false},
  )
  addCoverage(there, {bytes: Buffer.from(geojson(1))})
  const done = green(await there.run(NEW_VERSION))
  expect(kindsOf(done)).toEqual(['create-version', 'reserve', 'commit'])
  const [, version] = there.simulator.versions()
  expect(coverages(there).map((each) => each.version)).toContain(version?.id)
  expect(green(await there.run(NEW_VERSION)).writes).toEqual([])
})

import {afterAll, expect, test} from '@jest/globals'

import type {RouteClass} from '../../../simulator/http/routes.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {killAt} from './kill-at.ts'
import {kindsOf} from './kinds-of.ts'
import {addCoverage, COVERAGE, coverages, FILE, geojson} from './routing-coverages.ts'

afterAll(closeScenarios)

const OLD = {bytes: Buffer.from(geojson(1))}
/** Of another size than the old one, so that the two can be told apart. */
const NEW = geojson(20)
const DONE = [{fileName: FILE, fileSize: NEW.length, state: 'COMPLETE'}]

test.concurrent.each<RouteClass>(sampled(['delete', 'reserve', 'part', 'commit']))(
  'A run that was killed at %s is finished by the next one',
  async (kind) => {
    const there = await scenario({[FILE]: NEW})
    addCoverage(there, OLD)
    await killAt(there, {kind}, COVERAGE)
    green(await there.run(COVERAGE))
    expect(coverages(there)).toMatchObject(DONE)
    expect(green(await there.run(COVERAGE)).writes).toEqual([])
  },
)

test.concurrent.each<RouteClass>(sampled(['delete', 'reserve', 'commit']))(
  'A lost answer to %s makes no twin, and no failure',
  async (kind) => {
    const there = await scenario({[FILE]: NEW}, {listLagMilliseconds: 700})
    addCoverage(there, OLD)
    const lost = there.simulator.faults.add({
      match: {host: 'api', path: kind},
      effect: {kind: 'reset', when: 'after'},
    })
    green(await there.run(COVERAGE))
    expect(lost()).toBe(1)
    expect(coverages(there)).toMatchObject(DONE)
    expect(green(await there.run(COVERAGE)).writes).toEqual([])
  },
)

test.concurrent('What Apple is still processing is waited for, and neither sent again nor deleted', async () => {
  const there = await scenario({[FILE]: NEW}, {processingMilliseconds: 4000})
  const id = addCoverage(there, {bytes: Buffer.from(NEW), state: 'UPLOAD_COMPLETE'})
  const run = green(await there.run(COVERAGE))
  expect(run.writes).toEqual([])
  expect(run.outputs).toMatchObject({unchanged: '1'})
  expect(coverages(there)).toMatchObject([{id, state: 'COMPLETE'}])
})

test.concurrent('What never ends processing is not touched, and the run says so', async () => {
  const there = await scenario({[FILE]: NEW}, {processing: 'never'})
  const id = addCoverage(there, {bytes: Buffer.from(NEW), state: 'UPLOAD_COMPLETE'})
  const run = await there.run({...COVERAGE, 'processing-timeout': '0'})
  expect(run.writes).toEqual([])
  expect(coverages(there)).toMatchObject([{id}])
})

test.concurrent('A record that Apple rejected or that was never filled makes room for the file', async () => {
  const rejected = await scenario({[FILE]: NEW})
  addCoverage(rejected, {bytes: Buffer.from(NEW), state: 'FAILED'})
  expect(kindsOf(green(await rejected.run(COVERAGE)))).toEqual(['delete', 'reserve', 'commit'])
  expect(coverages(rejected)).toMatchObject(DONE)

  const open = await scenario({[FILE]: NEW})
  addCoverage(open, {size: 7, state: 'AWAITING_UPLOAD'})
  expect(kindsOf(green(await open.run(COVERAGE)))).toEqual(['delete', 'reserve', 'commit'])
  expect(coverages(open)).toMatchObject(DONE)
})

test.concurrent('A reservation that still takes the file is filled; one whose time is up is made anew', async () => {
  const open = await scenario({[FILE]: NEW})
  const id = addCoverage(open, {size: NEW.length, state: 'AWAITING_UPLOAD'})
  expect(kindsOf(green(await open.run(COVERAGE)))).toEqual(['commit'])
  expect(coverages(open)).toMatchObject([{...DONE[0], id}])

  const expired = await scenario({[FILE]: NEW})
  addCoverage(expired, {size: NEW.length, state: 'AWAITING_UPLOAD', expires: 1_700_000_000})
  expect(kindsOf(green(await expired.run(COVERAGE)))).toEqual(['delete', 'reserve', 'commit'])
  expect(coverages(expired)).toMatchObject(DONE)
})

test.concurrent('A checksum that shows late is waited for', async () => {
  const there = await scenario({[FILE]: NEW}, {checksumLagMilliseconds: 3000})
  green(await there.run(COVERAGE))
  expect(coverages(there)).toMatchObject(DONE)
  expect(green(await there.run(COVERAGE)).writes).toEqual([])
})

test.concurrent('Without a checksum of the sent file the run does not claim that it is there', async () => {
  const there = await scenario({[FILE]: NEW}, {checksumLagMilliseconds: Number.POSITIVE_INFINITY})
  const run = await there.run({...COVERAGE, 'processing-timeout': '0.1'})
  expect(run.summary).not.toMatch(/now matches the folder/)
  expect(coverages(there)).toMatchObject(DONE)
})

test.concurrent('A file whose state App Store Connect does not report is never deleted', async () => {
  const there = await scenario(
    {[FILE]: NEW},
    {disguise: () => ({assetDeliveryState: {state: 'NEW'}, sourceFileChecksum: 'f'.repeat(32)})},
  )
  const id = addCoverage(there, OLD)
  const refused = red(await there.run(COVERAGE))
  expect(refused.writes).toEqual([])
  expect(refused.annotations[0]?.message).toContain('cannot be replaced')
  expect(coverages(there)).toMatchObject([{id}])
})

test.concurrent('A file that somebody uploads between reading and writing is not lost without a word', async () => {
  const there = await scenario({[FILE]: NEW})
  let added: string | null = null
  there.simulator.onApplied(({routeClass}) => {
    if (routeClass === 'versions') added ??= addCoverage(there, OLD)
  })
  const refused = red(await there.run(COVERAGE))
  expect(refused.outputs).toMatchObject({failed: '1'})
  expect(coverages(there)).toMatchObject([{id: added}])
  green(await there.run(COVERAGE))
  expect(coverages(there)).toMatchObject(DONE)
})

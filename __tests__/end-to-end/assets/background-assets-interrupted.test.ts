import {createHash} from 'node:crypto'

import {afterAll, expect, test} from '@jest/globals'

import type {RouteClass} from '../../../simulator/http/routes.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {fastTime} from '../../../simulator/runner/time.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {addPack, addVersion, archive, manifest, pack, PACKS, versions} from './background-assets.ts'
import {killAt} from './kill-at.ts'
import {kindsOf} from './kinds-of.ts'
import {announcedWrites} from './steps-of.ts'

afterAll(closeScenarios)

const WHOLE = [
  {type: 'MANIFEST', fileName: 'Tutorial.json', state: 'COMPLETE'},
  {type: 'ASSET', fileName: 'Tutorial.aar', state: 'COMPLETE'},
]
const FILES = () => ({
  [pack('Tutorial.aar')]: archive(50_000),
  [pack('Tutorial.json')]: manifest('Tutorial'),
})
const PARTS = {partSize: 10_000} as const
const SILENT = () => ({assetDeliveryState: null, sourceFileChecksums: null})

test.concurrent.each<[RouteClass, number]>(
  sampled([
    ['create-record', 1],
    ['create-record', 2],
    ['reserve', 1],
    ['part', 1],
    ['commit', 1],
    ['reserve', 2],
    ['part', 4],
    ['commit', 2],
  ]),
)(
  'A run that was killed at %s number %i is finished by the next one, in the same version',
  async (kind, nth) => {
    const there = await scenario(FILES(), PARTS)
    await killAt(there, {kind, nth}, PACKS)
    const healed = green(await there.run(PACKS))
    expect(versions(there)).toEqual({Tutorial: [WHOLE]})
    expect(healed.outputs['failed']).toBe('0')
    expect(kindsOf(green(await there.run(PACKS)))).toEqual([])
  },
)

test.concurrent.each<[string, RouteClass, number]>(
  sampled([
    ['POST of the pack', 'create-record', 1],
    ['POST of the version', 'create-record', 2],
    ['POST of the manifest', 'reserve', 1],
    ['POST of the archive', 'reserve', 2],
    ['PATCH of the commit', 'commit', 2],
  ]),
)('A lost answer to the %s makes no twin', async (_, kind, nth) => {
  const there = await scenario(FILES(), {...PARTS, listLagMilliseconds: 700})
  const lost = there.simulator.faults.add({
    match: {host: 'api', path: kind},
    nth,
    effect: {kind: 'reset', when: 'after'},
  })
  green(await there.run(PACKS))
  expect(lost()).toBe(1)
  expect(versions(there)).toEqual({Tutorial: [WHOLE]})
  expect(kindsOf(green(await there.run(PACKS)))).toEqual([])
})

test.concurrent.each([1, 2])(
  'A lost answer to reservation %i makes no twin, although Apple reports no state of it',
  async (nth) => {
    const {now, env} = fastTime(30)
    const there = await scenario(FILES(), {...PARTS, now, disguise: SILENT})
    const lost = there.simulator.faults.add({
      match: {host: 'api', path: 'reserve'},
      nth,
      effect: {kind: 'reset', when: 'after'},
    })
    green(await there.run(PACKS, {env}))
    expect(lost()).toBe(1)
    expect(versions(there)).toEqual({Tutorial: [WHOLE]})
  },
)

test.concurrent('An archive that changes while it is sent is not committed, and the next run sends the new one in the same version', async () => {
  const there = await scenario({[pack('Tutorial.aar')]: archive(50_000)}, PARTS)
  const changed = archive(50_000)
  let isChanged = false
  there.simulator.onApplied(async ({routeClass}) => {
    if (routeClass !== 'part' || isChanged) return
    isChanged = true
    await there.write({[pack('Tutorial.aar')]: changed})
  })
  const run = red(await there.run(PACKS))
  expect(run.annotations[0]).toMatchObject({
    file: pack('Tutorial.aar'),
    message: expect.stringContaining('changed during the run'),
  })
  expect(kindsOf(run)).toEqual(['create-record', 'create-record', 'reserve'])
  expect(kindsOf(green(await there.run(PACKS)))).toEqual(['commit'])
  expect(versions(there)).toEqual({Tutorial: [[WHOLE[1]]]})
  const [file] = there.simulator.records('backgroundAssetUploadFiles')
  expect(file?.file?.md5).toBe(createHash('md5').update(changed).digest('hex'))
})

test.concurrent('URLs that expire again and again while an archive is sent are read anew, and no part is sent twice that has arrived', async () => {
  const clock = {ahead: 0}
  const lifetime = 60
  const there = await scenario(
    {[pack('Tutorial.aar')]: archive(120_000)},
    {...PARTS, now: () => Date.now() + clock.ahead, reservationLifetimeSeconds: lifetime},
  )
  let parts = 0
  there.simulator.onApplied(({routeClass, status}) => {
    if (routeClass !== 'part' || status !== 200) return
    parts += 1
    if (parts % 4 === 0 && parts < 12) clock.ahead += lifetime * 1000
  })
  const run = green(await there.run({...PACKS, concurrency: '2'}))
  expect(versions(there)).toEqual({Tutorial: [[WHOLE[1]]]})
  expect(run.parts.filter(({status}) => status === 200)).toHaveLength(12)
  expect(run.parts.filter(({status}) => status === 403).length).toBeLessThanOrEqual(4)
  expect(run.stdout).toContain('sending the rest again')
})

test.concurrent('A killed run is finished in the same version, although all its URLs have expired meanwhile', async () => {
  const clock = {ahead: 0}
  const lifetime = 15 * 60
  const there = await scenario(
    {[pack('Tutorial.aar')]: archive(50_000)},
    {...PARTS, now: () => Date.now() + clock.ahead, reservationLifetimeSeconds: lifetime},
  )
  await killAt(there, {kind: 'part', nth: 3}, PACKS)
  clock.ahead = lifetime * 1000
  const healed = green(await there.run(PACKS))
  expect(kindsOf(healed)).toEqual(['commit'])
  expect(versions(there)).toEqual({Tutorial: [[WHOLE[1]]]})
})

test.concurrent('URLs that bring nothing are not asked for without end', async () => {
  const there = await scenario({[pack('Tutorial.aar')]: archive(50_000)}, PARTS)
  const refused = there.simulator.faults.add({
    match: {path: 'part'},
    times: Number.POSITIVE_INFINITY,
    effect: {kind: 'status', status: 403, body: 'xml'},
  })
  red(await there.run({...PACKS, concurrency: '1'}))
  expect(refused()).toBe(2)
  there.simulator.faults.clear()
  green(await there.run(PACKS))
  expect(versions(there)).toEqual({Tutorial: [[WHOLE[1]]]})
})

/** The file of a version whose upload was begun. @param expires - In seconds since 1970. */
function open(fileName: string, size: number, expires?: number) {
  return {
    archive: {fileName, size, state: 'AWAITING_UPLOAD', ...(expires && {expires})} as const,
  }
}

function done(fileName: string) {
  return {type: 'ASSET', fileName, state: 'COMPLETE'}
}

function left(fileName: string) {
  return {type: 'ASSET', fileName, state: 'AWAITING_UPLOAD'}
}

test.concurrent('What an interrupted run left is used if it fits, and named if it does not', async () => {
  const bytes = archive(3000)
  const there = await scenario({
    [pack('Empty.aar')]: archive(),
    [pack('Fits.aar')]: bytes,
    [pack('Larger.aar')]: archive(4000),
    [pack('Expired.aar')]: archive(500),
  })
  addVersion(there, addPack(there, 'Empty'), 1, {})
  addVersion(there, addPack(there, 'Fits'), 1, open('Fits.aar', 3000))
  addVersion(there, addPack(there, 'Larger'), 1, open('Larger.aar', 3999))
  const soon = Math.floor(Date.now() / 1000) + 60
  addVersion(there, addPack(there, 'Expired'), 1, open('Expired.aar', 500, soon))
  const planned = green(await there.run({...PACKS, mode: 'plan'}))
  expect(planned.stdout).toContain('version 1 awaits other files')
  const run = green(await there.run(PACKS))
  expect(versions(there)).toEqual({
    Empty: [[done('Empty.aar')]],
    Fits: [[done('Fits.aar')]],
    Larger: [[left('Larger.aar')], [done('Larger.aar')]],
    Expired: [[left('Expired.aar')], [done('Expired.aar')]],
  })
  expect(run.writes).toHaveLength(announcedWrites(planned))
  expect(kindsOf(green(await there.run(PACKS)))).toEqual([])
})

test.concurrent('An unfinished version that is older than what testers have is not filled', async () => {
  const there = await scenario({[pack('Tutorial.aar')]: archive()})
  const record = addPack(there, 'Tutorial')
  addVersion(there, record, 9, {})
  addVersion(there, record, 10, {archive: {fileName: 'Tutorial.aar', bytes: archive(10)}})
  green(await there.run(PACKS))
  const [ninth, tenth, eleventh] = versions(there)['Tutorial'] ?? []
  expect(ninth).toEqual([])
  expect(tenth).toEqual(eleventh)
  expect(eleventh).toEqual([WHOLE[1]])
  expect(kindsOf(green(await there.run(PACKS)))).toEqual([])
})

test.concurrent('A manifest whose state Apple never reports is not sent again after a killed run', async () => {
  const {now, env} = fastTime(30)
  const there = await scenario(FILES(), {
    ...PARTS,
    now,
    disguise: () => ({assetDeliveryState: null}),
  })
  await killAt(there, {kind: 'commit', nth: 1}, PACKS)
  expect(kindsOf(green(await there.run(PACKS, {env})))).toEqual(['reserve', 'commit'])
  expect(versions(there)).toEqual({Tutorial: [WHOLE]})
})

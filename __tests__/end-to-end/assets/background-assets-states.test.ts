import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {fastTime} from '../../../simulator/runner/time.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {addPack, addVersion, archive, manifest, pack, PACKS, versions} from './background-assets.ts'
import {kindsOf} from './kinds-of.ts'
import {announcedWrites, stepsOf} from './steps-of.ts'

afterAll(closeScenarios)

const ASSET = {type: 'ASSET', fileName: 'Tutorial.aar', state: 'COMPLETE'}

test.concurrent('A version that Apple is processing is waited for, and its bytes are not sent again', async () => {
  const bytes = archive()
  const clock = {ahead: 0}
  const processingMilliseconds = 600_000
  const there = await scenario(
    {[pack('Tutorial.aar')]: bytes},
    {processingMilliseconds, now: () => Date.now() + clock.ahead},
  )
  const record = addPack(there, 'Tutorial')
  addVersion(there, record, 1, {
    archive: {fileName: 'Tutorial.aar', bytes, state: 'UPLOAD_COMPLETE'},
  })
  there.simulator.onApplied(({path}) => {
    if (path.endsWith('/versions')) clock.ahead = processingMilliseconds
  })
  const run = green(await there.run(PACKS))
  expect(kindsOf(run)).toEqual([])
  expect(run.requests.filter(({path}) => path.endsWith('/versions'))).toHaveLength(2)
  expect(run.outputs).toMatchObject({unchanged: '1', changed: 'false'})
})

test.concurrent('What Apple is still processing at the end of the patience is undecided, and not sent again', async () => {
  const bytes = archive()
  const {now, env} = fastTime(30)
  const there = await scenario({[pack('Tutorial.aar')]: bytes}, {processing: 'never', now})
  const record = addPack(there, 'Tutorial')
  addVersion(there, record, 1, {
    archive: {fileName: 'Tutorial.aar', bytes, checksum: null, state: 'UPLOAD_COMPLETE'},
  })
  for (const mode of ['plan', 'sync']) {
    const run = await there.run({...PACKS, mode, 'processing-timeout': '1'}, {env})
    expect(run.writes).toEqual([])
    expect(run.stdout).toMatch(/still processing/u)
  }
})

test.concurrent('While a newer version may still be refused, an older one with the bytes is not sent again', async () => {
  const bytes = archive()
  const {now, env} = fastTime(30)
  const there = await scenario({[pack('Tutorial.aar')]: bytes}, {processing: 'never', now})
  const record = addPack(there, 'Tutorial')
  addVersion(there, record, 1, {archive: {fileName: 'Tutorial.aar', bytes}})
  addVersion(there, record, 2, {
    archive: {fileName: 'Tutorial.aar', bytes: archive(), state: 'UPLOAD_COMPLETE'},
  })
  for (const mode of ['plan', 'sync']) {
    const run = await there.run({...PACKS, mode, 'processing-timeout': '1'}, {env})
    expect(run.writes).toEqual([])
    expect(run.stdout).toMatch(/still processing/u)
  }
})

test.concurrent('A pack on the second page, and a version on the second page, are found', async () => {
  const bytes = archive()
  const there = await scenario({[pack('Tutorial.aar')]: bytes})
  for (let number = 1; number <= 200; number += 1) addPack(there, `Old${number}`, true)
  const record = addPack(there, 'Tutorial')
  const failed = {fileName: 'Tutorial.aar', bytes: archive(1), state: 'FAILED'} as const
  addVersion(there, record, 1, {archive: {fileName: 'Tutorial.aar', bytes}})
  for (let number = 2; number <= 201; number += 1) {
    addVersion(there, record, number, {archive: failed})
  }
  const run = green(await there.run(PACKS))
  expect(run.requests.map(({path}) => path.split('/').at(-1))).toEqual([
    'apps',
    'backgroundAssets',
    'backgroundAssets',
    'versions',
    'versions',
  ])
  expect(run.outputs).toMatchObject({unchanged: '1', changed: 'false'})
})

test.concurrent('A version that Apple has not numbered yet is the newest', async () => {
  const there = await scenario({[pack('Tutorial.aar')]: archive()})
  const record = addPack(there, 'Tutorial')
  addVersion(there, record, 1, {archive: {fileName: 'Old.aar', bytes: archive()}})
  const attributes = {version: null}
  const related = {backgroundAsset: record}
  there.simulator.addRecord({type: 'backgroundAssetVersions', attributes, related})
  const run = green(await there.run(PACKS))
  expect(kindsOf(run)).toEqual(['reserve', 'commit'])
  expect(run.stdout).toContain('an interrupted run began version without a number')
  expect(versions(there)['Tutorial']).toEqual([[{...ASSET, fileName: 'Old.aar'}], [ASSET]])
})

test.concurrent('A version that fails while it is waited for counts as not there', async () => {
  const bytes = archive()
  const there = await scenario({[pack('Tutorial.aar')]: bytes})
  const record = addPack(there, 'Tutorial')
  addVersion(there, record, 1, {
    archive: {
      fileName: 'Tutorial.aar',
      bytes,
      state: 'FAILED',
      errors: [{code: 'INVALID_ARCHIVE', description: ''}],
    },
  })
  green(await there.run(PACKS))
  expect(versions(there)['Tutorial']).toEqual([[{...ASSET, state: 'FAILED'}], [ASSET]])
})

test.concurrent('Without a checksum, name and size decide, and plan, log and report say so', async () => {
  const there = await scenario(
    {[pack('Tutorial.aar')]: archive(2000)},
    {disguise: () => ({sourceFileChecksums: null, assetDeliveryState: null})},
  )
  green(await there.run(PACKS))
  const same = green(await there.run(PACKS))
  expect(kindsOf(same)).toEqual([])
  expect(same.report).toContain('compared by name and size')
  const planned = green(await there.run({...PACKS, mode: 'plan'}))
  expect(planned.plan).toMatchObject({
    diagnostics: [
      {severity: 'note', code: 'compared-by-size', about: {path: pack('Tutorial.aar')}},
    ],
  })
  for (const {stdout, summary} of [same, planned]) {
    expect(stdout).toContain('is taken for unchanged by its name and size')
    expect(summary).toContain('is taken for unchanged by its name and size')
  }
  await there.write({[pack('Tutorial.aar')]: archive(2001)})
  green(await there.run(PACKS))
  expect(versions(there)['Tutorial']).toHaveLength(2)
})

test.concurrent('A bad manifest is named with the reason, and the archive is not sent', async () => {
  const there = await scenario({
    [pack('Tutorial.aar')]: archive(),
    [pack('Tutorial.json')]: manifest('Tutorial'),
    [pack('Levels.aar')]: archive(),
  })
  there.simulator.faults.addProcessing({
    fileName: 'Tutorial.json',
    outcome: [{code: 'INVALID_MANIFEST', description: 'Unknown download policy.'}],
  })
  const refused = red(await there.run(PACKS))
  expect(refused.annotations).toMatchObject([
    {file: pack('Tutorial.json'), message: expect.stringContaining('Unknown download policy')},
    {file: null, message: '1 of 3 files failed. 1 new · 1 not done.'},
  ])
  expect(refused.outputs).toMatchObject({uploaded: '1'})
  expect(refused.writes.filter(({routeClass}) => routeClass === 'reserve')).toHaveLength(2)
  await there.write({[pack('Tutorial.json')]: manifest('Tutorial', {platforms: ['iOS']})})
  green(await there.run(PACKS))
  const [, second = []] = versions(there)['Tutorial'] ?? []
  expect(second.map(({state}) => state)).toEqual(['COMPLETE', 'COMPLETE'])
  expect(kindsOf(green(await there.run(PACKS)))).toEqual([])
})

test.concurrent('A manifest that Apple does not decide about alone does not keep the archive waiting for ever', async () => {
  const {now, env} = fastTime(30)
  const files = {
    [pack('Tutorial.aar')]: archive(),
    [pack('Tutorial.json')]: manifest('Tutorial'),
  }
  const there = await scenario(files, {now})
  there.simulator.faults.addProcessing({fileName: 'Tutorial.json', outcome: 'never'})
  const run = await there.run({...PACKS, 'processing-timeout': '3'}, {env})
  expect(kindsOf(run).filter((kind) => kind === 'commit')).toHaveLength(2)
})

test.concurrent('A changed manifest makes a new version of both, an added one is what the archive has already', async () => {
  const there = await scenario({[pack('Tutorial.aar')]: archive()})
  green(await there.run(PACKS))
  await there.write({[pack('Tutorial.json')]: manifest('Tutorial')})
  expect(kindsOf(green(await there.run(PACKS)))).toEqual([])

  await there.write({[pack('Tutorial.aar')]: archive()})
  green(await there.run(PACKS))
  await there.write({[pack('Tutorial.json')]: manifest('Tutorial', {platforms: ['iOS']})})
  green(await there.run(PACKS))
  expect(versions(there)['Tutorial']?.map((files) => files.length)).toEqual([1, 2, 2])
  expect(kindsOf(green(await there.run(PACKS)))).toEqual([])
})

test.concurrent('A plan says what the sync then does, and writes nothing', async () => {
  const there = await scenario({
    [pack('Tutorial.aar')]: archive(),
    [pack('Tutorial.json')]: manifest('Tutorial'),
    [pack('Levels.aar')]: archive(),
  })
  const planned = green(await there.run({...PACKS, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  expect(planned.plan?.steps.map(({id}) => id)).toEqual([
    'create:background-assets/Levels',
    'create:background-assets/Levels/version',
    'upload:background-assets/Levels.aar',
    'create:background-assets/Tutorial',
    'create:background-assets/Tutorial/version',
    'upload:background-assets/Tutorial.json',
    'upload:background-assets/Tutorial.aar',
  ])
  const done = green(await there.run(PACKS))
  expect(done.writes).toHaveLength(announcedWrites(planned))
  expect(stepsOf(done)).toEqual(stepsOf(planned))
})

test.concurrent('A version that somebody uploads by hand meanwhile is not written over', async () => {
  const there = await scenario({[pack('Tutorial.aar')]: archive()})
  green(await there.run(PACKS))
  const [record] = there.simulator.records('backgroundAssets')
  addVersion(there, record?.id ?? '', 2, {
    archive: {fileName: 'ByHand.aar', bytes: archive(100)},
  })
  const run = green(await there.run(PACKS))
  expect(run.outputs).toMatchObject({uploaded: '1'})
  expect(versions(there)['Tutorial']).toEqual([
    [ASSET],
    [{...ASSET, fileName: 'ByHand.aar'}],
    [ASSET],
  ])
  expect(kindsOf(green(await there.run(PACKS)))).toEqual([])
})

test.concurrent('An answer that leaves out the files of a version is completed by another request', async () => {
  const there = await scenario(
    {[pack('Tutorial.aar')]: archive(), [pack('Tutorial.json')]: manifest('Tutorial')},
    {inclusionCut: {most: 0, tellsBy: 'missing resources'}},
  )
  green(await there.run(PACKS))
  const second = green(await there.run(PACKS))
  expect(kindsOf(second)).toEqual([])
  expect(second.requests).toHaveLength(4)
  expect(second.outputs).toMatchObject({unchanged: '2'})
})

import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {archive, manifest, pack, PACKS, versions} from './background-assets.ts'
import {kindsOf} from './kinds-of.ts'

afterAll(closeScenarios)

const asset = (fileName: string, state = 'COMPLETE') => ({type: 'ASSET', fileName, state})
const sheet = (fileName: string, state = 'COMPLETE') => ({type: 'MANIFEST', fileName, state})

test.concurrent('A first run makes a pack and a version, a second one sends only reads, a change makes a new version', async () => {
  const there = await scenario({[pack('Tutorial.aar')]: archive()})
  const {run, simulator, write} = there
  for (const {id} of simulator.versions()) simulator.setVersionState(id, 'WAITING_FOR_REVIEW')

  const first = green(await run(PACKS))
  expect(first.outputs).toMatchObject({uploaded: '1', changed: 'true', failed: '0'})
  expect(first.report).toContain('ready for internal testing')
  expect(versions(there)).toEqual({Tutorial: [[asset('Tutorial.aar')]]})
  expect(first.requests.map(({path}) => path)).not.toContainEqual(
    expect.stringContaining('appStoreVersions'),
  )

  const second = green(await run(PACKS))
  expect(kindsOf(second)).toEqual([])
  expect(second.requests).toHaveLength(3)
  expect(second.outputs).toMatchObject({uploaded: '0', unchanged: '1', changed: 'false'})
  expect(second.report).toContain('ready for internal testing')

  await write({[pack('Tutorial.aar')]: archive()})
  const third = green(await run(PACKS))
  expect(third.outputs).toMatchObject({uploaded: '1', changed: 'true'})
  expect(kindsOf(third)).toEqual(['create-record', 'reserve', 'commit'])
  expect(versions(there)['Tutorial']).toHaveLength(2)
  const [, shown = ''] = third.summary.split('What App Store Connect shows')
  expect(shown.match(/Tutorial\.aar/gu)).toHaveLength(1)
})

test.concurrent('An app without a version, or with several platforms, takes packs with one request to read them and one for each', async () => {
  const bundleId = 'com.example.app'
  const both = [
    {versionString: '1.0.0', platform: 'IOS'},
    {versionString: '2.0.0', platform: 'MAC_OS'},
  ]
  const name = pack('Tutorial.aar')
  for (const all of [[], both]) {
    const there = await scenario({[name]: archive()}, {apps: [{bundleId, versions: all}]})
    green(await there.run(PACKS))
    const second = green(await there.run(PACKS))
    const [app] = there.simulator.appIds
    const [record] = there.simulator.records('backgroundAssets')
    expect(second.requests.map(({method, path}) => `${method} ${path}`)).toEqual([
      'GET /v1/apps',
      `GET /v1/apps/${app}/backgroundAssets`,
      `GET /v1/backgroundAssets/${record?.id}/versions`,
    ])
  }
})

test.concurrent('Packs belong to no locale, so that the last of several jobs sends them', async () => {
  const there = await scenario({
    [pack('Tutorial.aar')]: archive(),
    'metadata/en-US/description.txt': 'One',
    'metadata/ja/description.txt': 'Two',
  })
  const jobs = {manage: 'metadata, background-assets', shards: '2'}
  green(await there.run({...jobs, shard: '1', locales: 'en-US'}))
  expect(versions(there)).toEqual({})
  green(await there.run({...jobs, shard: '2', locales: 'ja'}))
  expect(versions(there)).toEqual({Tutorial: [[asset('Tutorial.aar')]]})
})

test.concurrent('A manifest goes first, and a run without changes leaves both alone', async () => {
  const there = await scenario({
    [pack('Tutorial.aar')]: archive(),
    [pack('Tutorial.json')]: manifest('Tutorial'),
    [pack('Levels.2.aar')]: archive(),
  })
  const first = green(await there.run(PACKS))
  expect(first.outputs).toMatchObject({uploaded: '3', failed: '0'})
  expect(versions(there)).toEqual({
    'Levels.2': [[asset('Levels.2.aar')]],
    Tutorial: [[sheet('Tutorial.json'), asset('Tutorial.aar')]],
  })
  const second = green(await there.run(PACKS))
  expect(kindsOf(second)).toEqual([])
  expect(second.requests).toHaveLength(4)
  expect(second.outputs).toMatchObject({unchanged: '3', changed: 'false'})
})

test.concurrent('A version that Apple does not accept is named with its file, and the next run makes another', async () => {
  const there = await scenario({[pack('Tutorial.aar')]: archive()})
  there.simulator.faults.addProcessing({
    fileName: 'Tutorial.aar',
    outcome: [{code: 'INVALID_ARCHIVE', description: 'No manifest inside.'}],
  })
  const refused = red(await there.run(PACKS))
  expect(refused.annotations).toMatchObject([
    {
      level: 'error',
      file: pack('Tutorial.aar'),
      message: expect.stringMatching(/INVALID_ARCHIVE.*No manifest inside/u),
    },
    {level: 'error', file: null, message: '1 of 1 file failed.'},
  ])
  green(await there.run(PACKS))
  expect(versions(there)).toEqual({
    Tutorial: [[asset('Tutorial.aar', 'FAILED')], [asset('Tutorial.aar')]],
  })
})

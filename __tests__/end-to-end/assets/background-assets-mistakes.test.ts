import {truncate} from 'node:fs/promises'
import path from 'node:path'

import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {annotated} from '../../helpers/annotated.ts'
import {addPack, archive, manifest, pack, PACKS, versions} from './background-assets.ts'

afterAll(closeScenarios)

const VALIDATE = {...PACKS, mode: 'validate'} as const

test.concurrent('Every bad file is named once, and nothing is asked of Apple', async () => {
  const there = await scenario({
    [pack('Empty.aar')]: '',
    [pack('Pointer.aar')]: 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
    [pack('My pack.aar')]: archive(),
    [pack('Alone.json')]: manifest('Alone'),
    [pack('Case.aar')]: archive(),
    [pack('case.aar')]: archive(),
    [pack('archive.zip')]: archive(),
    [pack('Sources/a.txt')]: 'a',
    [pack('README.md')]: 'What this is.',
    [pack('.hidden')]: 'a',
    [pack('Good.aar')]: archive(),
    [pack('Good.json')]: manifest('Good'),
  })
  const run = red(await there.run(VALIDATE))
  expect(run.requests).toEqual([])
  expect(annotated(run.stdout)).toEqual([
    'error background-assets/Alone.json',
    'error background-assets/Empty.aar',
    'error background-assets/My pack.aar',
    'error background-assets/Pointer.aar',
    'error background-assets/Sources',
    'error background-assets/archive.zip',
    'error background-assets/case.aar',
  ])
})

test.concurrent('A manifest that is wrong is named with the line', async () => {
  const there = await scenario({
    [pack('Bare.aar')]: archive(),
    [pack('Bare.json')]: '{\n  "assetPackID": Bare\n}\n',
    [pack('Comma.aar')]: archive(),
    [pack('Comma.json')]: '{\n  "assetPackID": "Comma",\n}\n',
    [pack('Cut.aar')]: archive(),
    [pack('Cut.json')]: '{\n  "assetPackID": "Cut",\n  "platforms": [',
    [pack('List.aar')]: archive(),
    [pack('List.json')]: '[]',
    [pack('Other.aar')]: archive(),
    [pack('Other.json')]: manifest('Another'),
  })
  const run = red(await there.run(VALIDATE))
  expect(annotated(run.stdout)).toEqual([
    'error background-assets/Bare.json:2',
    'error background-assets/Comma.json:3',
    'error background-assets/Cut.json:3',
    'error background-assets/List.json:1',
    'error background-assets/Other.json:2',
  ])
  expect(run.stdout).toContain('has the assetPackID "Another"')
})

test.concurrent('A sync with a bad file sends no write', async () => {
  const there = await scenario({
    [pack('Good.aar')]: archive(),
    [pack('Empty.aar')]: '',
  })
  expect(red(await there.run(PACKS)).writes).toEqual([])
})

test.concurrent('More than 200 GB in all is refused before a byte is hashed', async () => {
  const there = await scenario({[pack('One.aar')]: 'x', [pack('Two.aar')]: 'x'})
  for (const name of ['One.aar', 'Two.aar']) {
    await truncate(path.join(there.workspace, pack(name)), 100_000_000_001)
  }
  const run = red(await there.run(VALIDATE))
  expect(run.annotations[0]).toMatchObject({
    file: 'background-assets',
    message: expect.stringContaining('200 GB'),
  })
})

test.concurrent('A folder that is missing, empty or a file is an error', async () => {
  const missing = red(await (await scenario({'a.txt': 'a'})).run(VALIDATE))
  expect(missing.annotations[0]?.message).toContain('does not exist')
  const empty = red(await (await scenario({[pack('README.md')]: 'a'})).run(VALIDATE))
  expect(empty.annotations[0]?.message).toContain('has no asset packs')
  const file = red(await (await scenario({'background-assets': 'a'})).run(VALIDATE))
  expect(file.annotations[0]?.message).toContain('is a file, not a folder')
})

test.concurrent('An archived pack, and one that Apple has in another case, stop the run with their names', async () => {
  const there = await scenario({
    [pack('Old.aar')]: archive(),
    [pack('tutorial.aar')]: archive(),
    [pack('Good.aar')]: archive(),
  })
  addPack(there, 'Old', true)
  addPack(there, 'Tutorial')
  for (const mode of ['plan', 'sync']) {
    const run = red(await there.run({...PACKS, mode}))
    expect(run.writes).toEqual([])
    expect(run.annotations).toMatchObject([
      {file: pack('Old.aar'), message: expect.stringContaining('archived')},
      {file: pack('tutorial.aar'), message: expect.stringContaining('Tutorial')},
      {},
    ])
  }
})

test.concurrent('A hundred packs is all that Apple takes', async () => {
  const there = await scenario({[pack('New.aar')]: archive()})
  for (let number = 1; number <= 100; number += 1) addPack(there, `Pack${number}`)
  const run = red(await there.run(PACKS))
  expect(run.writes).toEqual([])
  expect(run.annotations[0]?.message).toContain('101')
})

test.concurrent('Packs without a file stay, with prune too, and their versions are not read', async () => {
  const there = await scenario({[pack('Tutorial.aar')]: archive()})
  addPack(there, 'Elsewhere')
  const run = green(await there.run({...PACKS, prune: 'true'}))
  expect(run.outputs).toMatchObject({uploaded: '1', deleted: '0'})
  expect(Object.keys(versions(there))).toEqual(['Elsewhere', 'Tutorial'])
  expect(there.simulator.records('backgroundAssets')[0]?.attributes['archived']).toBe(false)
  expect(run.report).toContain('Elsewhere')
  const again = green(await there.run(PACKS))
  expect(again.writes).toEqual([])
  expect(again.requests).toHaveLength(3)
})

import {afterAll, expect, test} from '@jest/globals'

import {green} from '../../../simulator/runner/run-bundle.ts'
import {readyApp, readyVersion} from '../../../simulator/seeded-apps.ts'
import {closeScenarios, place, scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const FILES = {
  'metadata/en-US/description.txt': 'Text',
  'metadata/en-US/keywords.txt': 'one,two',
  'metadata/ja/description.txt': 'テキスト',
  'metadata/ja/keywords.txt': '一,二',
  'metadata/ja/support_url.txt': 'https://example.com/ja',
}
const SHARED = {manage: 'metadata', submit: 'true', shards: '2'}
const FIRST = {...SHARED, shard: '1', locales: 'ja'}
const LAST = {...SHARED, shard: '2', locales: 'en-US'}

test.concurrent('The last of several jobs waits for the others, and submits the version', async () => {
  const there = await scenario(FILES, {apps: [readyApp()]})
  const {ended} = await there.start(LAST)
  const first = green(await there.run(FIRST))
  const last = green(await ended)
  expect(first.outputs).toMatchObject({'submission-id': ''})
  expect(last.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW', ready: ''})
  expect(last.stdout).not.toContain('not ready')
  const [submission, ...more] = there.simulator.records('reviewSubmissions')
  expect([submission?.attributes['state'], more]).toEqual(['WAITING_FOR_REVIEW', []])
})

test.concurrent('It does not submit what the others have not done', async () => {
  const there = await scenario(FILES, {apps: [readyApp()]})
  const last = await there.run({...LAST, 'processing-timeout': '0.05'})
  expect(last.code).toBe(1)
  expect(last.stdout).toMatch(/of the other jobs are not done yet/u)
  expect(there.simulator.records('reviewSubmissions')).toEqual([])
})

test.concurrent('It does not submit what the others cannot do', async () => {
  const [locale] = readyVersion().localizations ?? []
  const texts = locale?.texts ?? {}
  const localizations = [
    {locale: 'en-US', ...locale},
    {locale: 'ja', texts},
  ]
  const there = await scenario(
    {
      'metadata/en-US/description.txt': 'Text',
      [place('1.png', 'ja')]: Buffer.from('no picture'),
    },
    {apps: [readyApp({versions: [readyVersion({localizations})]})]},
  )
  const manage = 'metadata, screenshots'
  const {stdout, code} = await there.run({...LAST, manage, 'processing-timeout': '0.05'})
  expect(code).toBe(1)
  expect(stdout).toContain('the part of the other jobs has an error')
  expect(there.simulator.records('reviewSubmissions')).toEqual([])
})

test.concurrent('It submits again what others change in a version that is taken back', async () => {
  const there = await scenario(FILES, {apps: [readyApp()]})
  green(await there.run({manage: 'metadata', submit: 'true'}))
  await there.write({'metadata/ja/description.txt': '別のテキスト'})
  const cancel = {'cancel-review': 'true'}
  const {ended} = await there.start({...LAST, ...cancel})
  green(await there.run({...FIRST, ...cancel}))
  expect(green(await ended).outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW'})
  expect(there.simulator.texts()['ja']).toMatchObject({description: '別のテキスト'})
})

test.concurrent('An approved plan holds for each of them', async () => {
  const [locale] = readyVersion().localizations ?? []
  const localizations = [
    {locale: 'en-US', ...locale},
    {locale: 'ja', texts: {}},
  ]
  const there = await scenario(
    {...FILES, 'metadata/en-US/description.txt': 'New'},
    {apps: [readyApp({versions: [readyVersion({localizations})]})]},
  )
  const planned = green(await there.run({manage: 'metadata', submit: 'true', mode: 'plan'}))
  await there.write({'plan.json': JSON.stringify(planned.plan)})
  const approved = {'plan-file': 'plan.json'}
  const {ended} = await there.start({...LAST, ...approved})
  green(await there.run({...FIRST, ...approved}))
  expect(green(await ended).outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW'})
})

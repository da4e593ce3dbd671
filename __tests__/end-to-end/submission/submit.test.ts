import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {readyApp, readyAppInfo, readyVersion} from '../../../simulator/seeded-apps.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const METADATA = {'metadata/en-US/description.txt': 'Text'}
const SUBMIT = {manage: 'metadata', submit: 'true'}

test.concurrent('A version that has everything is submitted, and the next run has nothing to do', async () => {
  const there = await scenario(METADATA, {apps: [readyApp()]})
  const first = green(await there.run(SUBMIT))
  expect(first.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW', ready: 'true'})
  expect(first.writes.map(({method, path}) => `${method} ${path.split('/')[2]}`)).toEqual([
    'POST reviewSubmissions',
    'POST reviewSubmissionItems',
    'PATCH reviewSubmissions',
  ])
  const second = green(await there.run(SUBMIT))
  expect(second.writes).toEqual([])
  expect(second.outputs).toMatchObject({
    'submission-id': first.outputs['submission-id'],
    'submission-state': 'WAITING_FOR_REVIEW',
  })
})

test.concurrent('A version that lacks something is not submitted', async () => {
  const there = await scenario(METADATA, {apps: [readyApp({price: null})]})
  const run = red(await there.run(SUBMIT))
  expect(run.writes).toEqual([])
  expect(run.outputs).toMatchObject({ready: 'false', 'submission-id': ''})
  expect(run.stdout).toMatch(/Price/u)
})

test.concurrent('Of a live app, the next run compares with what is in review, not with what is live', async () => {
  const [locale] = readyVersion().localizations ?? []
  const texts = {...locale?.texts, whatsNew: 'New'}
  const versions = [
    {versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'},
    readyVersion({localizations: [{locale: 'en-US', ...locale, texts}]}),
  ]
  const appInfos = [{state: 'READY_FOR_DISTRIBUTION'}, readyAppInfo()]
  const there = await scenario(
    {...METADATA, 'metadata/en-US/subtitle.txt': 'Subtitle'},
    {apps: [readyApp({versions, appInfos})]},
  )
  green(await there.run(SUBMIT))
  const second = green(await there.run(SUBMIT))
  expect(second.writes).toEqual([])
  expect(second.stdout).not.toContain('stay as they are')
})

import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {readyApp, readyVersion} from '../../../simulator/seeded-apps.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const SUBMIT = {manage: 'metadata, background-assets', submit: 'true'}

test.concurrent('New versions of background assets go to App Review with the version', async () => {
  const files = {
    'metadata/en-US/description.txt': 'Text',
    'background-assets/Levels.aar': Buffer.from('an archive'),
  }
  const there = await scenario(files, {apps: [readyApp()]})
  const planned = green(await there.run({...SUBMIT, mode: 'plan'}))
  const run = green(await there.run(SUBMIT))
  expect(run.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW'})
  const [version] = there.simulator.records('backgroundAssetVersions')
  const items = there.simulator.records('reviewSubmissionItems')
  expect(items.map(({related}) => related['backgroundAssetVersion'] ?? null)).toEqual([
    null,
    version?.id,
  ])
  expect(run.writes).toHaveLength(
    planned.plan?.steps.reduce((sum, {cost}) => sum + cost.writes, 0) ?? 0,
  )
  expect(green(await there.run(SUBMIT)).writes).toEqual([])
})

test.concurrent('They stay out of it where they are not managed', async () => {
  const files = {
    'metadata/en-US/description.txt': 'Text',
    'background-assets/Levels.aar': Buffer.from('an archive'),
  }
  const there = await scenario(files, {apps: [readyApp()]})
  green(await there.run({manage: 'background-assets'}))
  green(await there.run({...SUBMIT, manage: 'metadata'}))
  expect(there.simulator.records('reviewSubmissionItems')).toHaveLength(1)
})

test.concurrent('They go along again when the version is taken back, as the plan says', async () => {
  const there = await scenario(
    {
      'metadata/en-US/description.txt': 'Text',
      'background-assets/Levels.aar': Buffer.from('an archive'),
    },
    {apps: [readyApp()]},
  )
  green(await there.run(SUBMIT))
  await there.write({'metadata/en-US/description.txt': 'Another text'})
  const inputs = {...SUBMIT, 'cancel-review': 'true'}
  const planned = green(await there.run({...inputs, mode: 'plan'}))
  const run = green(await there.run(inputs))
  expect(run.writes).toHaveLength(
    planned.plan?.steps.reduce((sum, {cost}) => sum + cost.writes, 0) ?? 0,
  )
  const items = there.simulator.records('reviewSubmissionItems')
  expect(items.map(({attributes}) => attributes['state'])).toEqual([
    'REMOVED',
    'REMOVED',
    'READY_FOR_REVIEW',
    'READY_FOR_REVIEW',
  ])
})

test.concurrent('One that came too late for a version in review is not forgotten', async () => {
  const there = await scenario(
    {
      'metadata/en-US/description.txt': 'Text',
      'background-assets/Levels.aar': Buffer.from('an archive'),
    },
    {apps: [readyApp()]},
  )
  green(await there.run({manage: 'background-assets'}))
  green(await there.run({...SUBMIT, manage: 'metadata'}))
  const late = red(await there.run(SUBMIT))
  expect(late.writes).toEqual([])
  expect(late.stdout).toContain('the submission of 1 asset pack cannot be made until it is taken')
  green(await there.run({...SUBMIT, 'cancel-review': 'true'}))
  const [version] = there.simulator.records('backgroundAssetVersions')
  const items = there.simulator.records('reviewSubmissionItems')
  expect(items.at(-1)?.related['backgroundAssetVersion']).toBe(version?.id)
})

test.concurrent('They are waited for if Apple has the version ready before them', async () => {
  const files = {'background-assets/Levels.aar': Buffer.from('an archive')}
  const there = await scenario(files, {
    apps: [readyApp({versions: [readyVersion({state: 'READY_FOR_REVIEW'})]})],
    reviewMilliseconds: 1500,
  })
  const run = green(await there.run({manage: 'background-assets', submit: 'true'}))
  expect(run.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW'})
})

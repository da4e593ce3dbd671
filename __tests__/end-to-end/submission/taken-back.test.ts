import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {readyApp} from '../../../simulator/seeded-apps.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

test.concurrent('A version is not taken back if it could not be submitted again', async () => {
  const there = await scenario({'metadata/en-US/description.txt': 'Text'}, {apps: [readyApp()]})
  const submit = {manage: 'metadata', submit: 'true'}
  green(await there.run(submit))
  await there.write({'metadata/ja/description.txt': 'テキスト'})
  const run = red(await there.run({...submit, 'cancel-review': 'true'}))
  expect(run.writes).toEqual([])
  expect(run.stdout).toContain('is not taken back, because it could not be submitted again')
  expect(run.stdout).toContain(
    'Keywords and Support URL are missing. Missing in ja: add keywords.txt',
  )
  expect(there.simulator.versions()[0]?.state).toBe('WAITING_FOR_REVIEW')
})

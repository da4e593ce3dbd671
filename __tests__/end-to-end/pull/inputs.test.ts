import {afterAll, expect, test} from '@jest/globals'
import {red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {filesIn} from './pulled.ts'

afterAll(closeScenarios)

test.concurrent.each([
  ['comment', {comment: 'true'}],
  ['plan-file', {'plan-file': 'plan.json'}],
  ['shards', {shards: '2'}],
  ['shard', {shard: '1'}],
  ['submit', {submit: 'true'}],
  ['cancel-review', {'cancel-review': 'true'}],
  ['on-no-editable-version', {'on-no-editable-version': 'skip'}],
  ['prune', {prune: 'true'}],
  ['create-version', {'create-version': 'true', version: '2.0.0'}],
  ['fail-on-changes', {'fail-on-changes': 'true'}],
] as const)('A pull refuses `%s`, which is for the other modes', async (name, inputs) => {
  const {run, workspace} = await scenario({})
  const pulled = red(await run({mode: 'pull', ...inputs}))
  expect(pulled.stdout).toContain(`\`mode: pull\` does not work with \`${name}\``)
  expect(pulled.requests).toEqual([])
  expect(await filesIn(workspace)).toEqual({})
})

test.concurrent('A folder out of the workspace, a wrong locale and a missing version are errors', async () => {
  const {run, workspace} = await scenario({})
  expect(red(await run({mode: 'pull', locales: 'xx'})).stdout).toContain(
    'is not an App Store locale',
  )
  const missing = red(await run({mode: 'pull', version: '7.7.7'}))
  expect(missing.stdout).toContain('does not have version 7.7.7 for IOS; it has 1.0.0')
  const outside = red(await run({mode: 'pull', manage: 'metadata', metadata: '../texts'}))
  expect(outside.stdout).toContain('points outside the workspace')
  expect(await filesIn(workspace)).toEqual({})
})

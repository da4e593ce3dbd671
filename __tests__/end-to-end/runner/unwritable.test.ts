import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, place, scenario, shots, WATCH} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

/** Places that cannot be written, whoever runs the tests; `/dev/full` is a full disk. */
const PLACES: readonly (readonly [string, Readonly<Record<string, string>>, readonly RegExp[]])[] =
  [
    ['a summary on a full disk', {GITHUB_STEP_SUMMARY: '/dev/full'}, [/job summary.*ENOSPC/]],
    ['a summary that is gone', {GITHUB_STEP_SUMMARY: '/gone/summary'}, [/job summary/]],
    [
      'outputs on a full disk',
      {GITHUB_OUTPUT: '/dev/full'},
      [/outputs.*ENOSPC/, /no report.*ENOSPC/],
    ],
    ['outputs that are gone', {GITHUB_OUTPUT: '/gone/output'}, [/outputs/, /no report/]],
    [
      'a temp folder that is gone',
      {RUNNER_TEMP: '/gone'},
      [/plan file.*ENOENT/, /no report.*ENOENT/],
    ],
    [
      'a temp folder that is a file',
      {RUNNER_TEMP: '/dev/null'},
      [/plan file.*ENOTDIR/, /no report.*ENOTDIR/],
    ],
    [
      'nothing that can be written',
      {GITHUB_STEP_SUMMARY: '/dev/full', GITHUB_OUTPUT: '/dev/full', RUNNER_TEMP: '/gone'},
      [/plan file/, /outputs/, /job summary/, /no report/],
    ],
  ]

const messagesOf = ({annotations}: BundleRun, level: string) =>
  annotations.filter((each) => each.level === level).map(({message}) => message)

test.concurrent.each(PLACES)(
  'After a success, %s is a warning, and the log says what is in the store',
  async (_, env, warnings) => {
    const {run, names} = await scenario(await shots({'1.png': 1}))
    const done = green(await run({}, {env}))
    expect(names(WATCH)).toEqual(['1.png'])
    expect(done.stdout).toMatch(/^Version 1\.0\.0 now matches the folder: 1 new/mu)
    expect(messagesOf(done, 'warning')).toEqual(warnings.map((each) => expect.stringMatching(each)))
    expect(done.stdout).not.toMatch(/bug in the action|\n\s+at /u)
    const told = [done.outputs['uploaded'] ?? '', done.summary.includes('now matches the folder')]
    expect(told).toEqual(['GITHUB_OUTPUT' in env ? '' : '1', !('GITHUB_STEP_SUMMARY' in env)])
  },
)

test.concurrent.each(PLACES)('A failure is not hidden by %s', async (_, env) => {
  const {run} = await scenario({[place('1.png')]: 'x'})
  const failed = red(await run({}, {env}))
  expect(messagesOf(failed, 'error')).toContainEqual(expect.stringMatching(/^1 problem found/))
})

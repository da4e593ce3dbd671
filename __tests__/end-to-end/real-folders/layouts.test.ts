import {afterAll, describe, expect, test} from '@jest/globals'
import {readTree, short} from '../../helpers/read-tree.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {PLATFORMS} from '../../../src/core/platforms.ts'
import {LAYOUTS} from './layouts.ts'

afterAll(closeScenarios)

describe('A folder of the kind that repositories have', () => {
  test.each(Object.entries(LAYOUTS))('is read: %s', async (_, {files, inputs, shows, says}) => {
    const platform = inputs?.['platform'] ?? 'IOS'
    const {listing, problems} = await readTree(files, {
      platform: PLATFORMS.find((each) => each === platform) ?? 'IOS',
      screenshots: 'fastlane/screenshots',
      ...(inputs?.['previews'] === undefined ? {} : {previews: inputs['previews']}),
    })
    expect(problems.map(short)).toEqual(says)
    expect(
      listing.sets.map((set) => `${set.id}: ${set.files.map(({name}) => name).join(', ')}`),
    ).toEqual(shows)
  })

  test.each(Object.entries(LAYOUTS))(
    'works at once with mode: validate: %s',
    async (_, {files, inputs, says}) => {
      const {run} = await scenario(files)
      const validated = green(
        await run({mode: 'validate', screenshots: 'fastlane/screenshots', ...inputs}),
      )
      expect(validated.annotations.filter(({level}) => level === 'error')).toEqual([])
      const warned = says.filter((line) => line.startsWith('warning'))
      expect(validated.annotations.filter(({level}) => level === 'warning')).toHaveLength(
        warned.length,
      )
    },
    120_000,
  )
})

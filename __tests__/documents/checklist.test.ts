import {afterAll, expect, test} from '@jest/globals'

import {green} from '../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots} from '../helpers/scenario.ts'
import {documentNamed} from './documents.ts'

afterAll(closeScenarios)

test('docs/release.md has everything that a checklist can have', async () => {
  const {run} = await scenario({
    'app-store.yml': 'review: {demo-account: {required: true}}',
    ...(await shots({'1.png': 1})),
  })
  const {summary} = green(await run({mode: 'plan', manage: 'screenshots, metadata'}))
  const names = [...summary.matchAll(/^- [✅❌❔] (?<name>[^<\n]+)/gmu)].map(({groups}) =>
    (groups?.['name'] ?? '').replaceAll('&#34;', '"'),
  )
  expect(names.length).toBeGreaterThan(15)
  const text = documentNamed('docs/release.md').toLowerCase()
  const missing = names.filter((name) => {
    const [words = ''] = name
      .toLowerCase()
      .split(/ of the | for /u)
      .slice(-1)
    return !text.includes(words.trim())
  })
  expect(missing).toEqual([])
})

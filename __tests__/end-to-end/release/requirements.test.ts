import {afterAll, expect, test} from '@jest/globals'
import {green} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {config, METADATA, storeOf} from './declared.ts'
import {EMPTY_STORE, ENVIRONMENT, EVERYTHING} from './everything.ts'

afterAll(closeScenarios)

const SIGNS: Readonly<Record<string, string>> = {'✅': 'done', '❌': 'missing', '❔': 'unknown'}

/** The list of what Apple needs: state and advice of each item by its name. */
function items({summary}: BundleRun): Readonly<Record<string, readonly string[]>> {
  const lines = summary.split('\n').flatMap((line) => {
    const {
      sign = '',
      name = '',
      rest = '',
    } = /^- (?<sign>✅|❌|❔) (?<name>[^<]+)(?<rest>.*)$/u.exec(line)?.groups ?? {}
    return name === '' ? [] : [[name, [SIGNS[sign] ?? sign, rest]] as const]
  })
  return Object.fromEntries(lines)
}

const OURS = [
  'Primary category',
  'Age rating',
  'Content rights',
  'Price',
  'Copyright',
  'Build',
  'Encryption',
  'First name of the review contact',
  'Last name of the review contact',
  'Phone number of the review contact',
  'E-mail address of the review contact',
]

function statesOf(run: BundleRun, names: readonly string[]): readonly (string | undefined)[] {
  const all = items(run)
  return names.map((name) => all[name]?.[0])
}

test.concurrent('An app of which nothing is filled in lacks everything, and each item says what to add', async () => {
  const {run} = await scenario(config('version: {release: manual}'), storeOf())
  const plan = green(await run({...METADATA, mode: 'plan'}))
  // Without a build, nobody can answer for it.
  const expected = OURS.map((name) => (name === 'Encryption' ? 'unknown' : 'missing'))
  expect(statesOf(plan, OURS)).toEqual(expected)
  const all = items(plan)
  expect(all['Copyright']?.[1]).toContain(
    '<code>version.copyright</code> to app-store.yml, or copyright.txt',
  )
  expect(all['Age rating']?.[1]).toMatch(/Answer alcohol\w+, contests, .* and \d+ more in/u)
  expect(all['Name of the demo account']).toBeUndefined()
})

test.concurrent('What the run is about to set counts as done, and so does what is in the store', async () => {
  const {run} = await scenario(EVERYTHING, EMPTY_STORE)
  const names = [...OURS, 'Name of the demo account', 'Password of the demo account']
  const plan = green(await run({...METADATA, mode: 'plan'}, ENVIRONMENT))
  expect(statesOf(plan, names)).toEqual(names.map(() => 'done'))
  green(await run(METADATA, ENVIRONMENT))
  const again = green(await run({...METADATA, mode: 'plan'}, ENVIRONMENT))
  expect(statesOf(again, names)).toEqual(names.map(() => 'done'))
})

test.concurrent('A question of the age rating that nobody answers is named alone', async () => {
  const text = EVERYTHING['app-store.yml'].replace('  contests: NONE\n', '')
  const {run} = await scenario({'app-store.yml': text}, EMPTY_STORE)
  const plan = green(await run({...METADATA, mode: 'plan'}, ENVIRONMENT))
  const [state, advice = ''] = items(plan)['Age rating'] ?? []
  expect(state).toBe('missing')
  expect(advice).toContain('Answer contests in')
})

test.concurrent('A demo account has to be complete if App Review needs one', async () => {
  const {run} = await scenario(
    config('review: {demo-account: {required: true, name: demo}}'),
    storeOf({}, {reviewDetail: {contactFirstName: 'Ada'}}),
  )
  const plan = green(await run({...METADATA, mode: 'plan'}))
  const names = [
    'First name of the review contact',
    'Name of the demo account',
    'Password of the demo account',
  ]
  expect(statesOf(plan, names)).toEqual(['done', 'done', 'missing'])
})

test.concurrent('Of a build that uses encryption nobody knows whether its declaration is approved', async () => {
  const {run} = await scenario(
    config('version: {release: manual}'),
    storeOf({builds: [{number: '42', isAttached: true, usesNonExemptEncryption: true}]}),
  )
  const plan = green(await run({...METADATA, mode: 'plan'}))
  expect(statesOf(plan, ['Build', 'Encryption'])).toEqual(['done', 'unknown'])
})

test.concurrent('An attached build that has expired is missing', async () => {
  const {run} = await scenario(
    config('version: {release: manual}'),
    storeOf({builds: [{number: '42', isAttached: true, expired: true}]}),
  )
  const plan = green(await run({...METADATA, mode: 'plan'}))
  expect(statesOf(plan, ['Build'])).toEqual(['missing'])
})

import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {annotated} from '../../helpers/annotated.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {config, costOf, METADATA, planned, reads, sent, storeOf, UNCHANGED} from './declared.ts'

afterAll(closeScenarios)

const SECRET = 'correct-horse-battery'
const OLD_SECRET = 'former-horse-battery'

const REVIEW = config(
  'review:',
  '  contact: {first-name: Ada, last-name: Lovelace, phone: "+44 20 7946 0000", email: review@example.com}',
  '  demo-account: {required: true, name: demo, password: env:DEMO_PASSWORD}',
  '  notes: Tap the button',
)
const DETAIL = {
  contactFirstName: 'Ada',
  contactLastName: 'Lovelace',
  contactPhone: '+44 20 7946 0000',
  contactEmail: 'review@example.com',
  demoAccountRequired: true,
  demoAccountName: 'demo',
  demoAccountPassword: SECRET,
  notes: 'Tap the button',
}
/** App Store Connect takes 4,000 bytes. */
const TOO_LONG = 'x'.repeat(4001)
const ENVIRONMENT = {env: {DEMO_PASSWORD: SECRET}}

/** Where a run shows any of the secrets. */
function leaks(run: BundleRun): readonly string[] {
  const log = run.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  const outputs = {...run, stdout: log.join('\n'), requests: [], writes: [], parts: []}
  return Object.entries(outputs).flatMap(([name, output]) =>
    [SECRET, OLD_SECRET].some((secret) => JSON.stringify(output).includes(secret)) ? [name] : [],
  )
}

test.concurrent('The first run creates the review detail with all fields at once, and the second one sends nothing', async () => {
  const {simulator, run} = await scenario(REVIEW, storeOf())
  const plan = green(await run({...METADATA, mode: 'plan'}, ENVIRONMENT))
  const first = green(await run(METADATA, ENVIRONMENT))
  expect(sent(first)).toEqual([['POST', '/v1/appStoreReviewDetails', DETAIL]])
  expect(costOf(plan)).toBe(1)
  expect(planned(plan)).toEqual(planned(first))
  expect(planned(plan)).toMatchObject({
    'phone number of the review contact': [null, '+44 20 7946 0000'],
    'need for a demo account': [null, 'yes'],
    'password of the demo account': [null, '(hidden)'],
  })
  expect(simulator.records('appStoreReviewDetails')).toMatchObject([{attributes: DETAIL}])

  const second = green(await run(METADATA, ENVIRONMENT))
  expect(second.writes).toEqual([])
  expect(reads(second)).toEqual(UNCHANGED)
  expect([plan, first, second].flatMap(leaks)).toEqual([])
})

test.concurrent('Only what changed is sent, and neither the old password nor the new one is shown', async () => {
  const reviewDetail = {...DETAIL, demoAccountPassword: OLD_SECRET}
  const {simulator, run} = await scenario(REVIEW, storeOf({}, {reviewDetail}))
  const done = green(await run(METADATA, ENVIRONMENT))
  expect(sent(done)).toEqual([
    ['PATCH', '/v1/appStoreReviewDetails/:id', {demoAccountPassword: SECRET}],
  ])
  expect(planned(done)).toEqual({'password of the demo account': ['(hidden)', '(hidden)']})
  expect(done.stdout).toContain(`::add-mask::${OLD_SECRET}`)
  expect(leaks(done)).toEqual([])
  expect(simulator.records('appStoreReviewDetails')).toMatchObject([{attributes: DETAIL}])
})

test.concurrent('The text files of fastlane’s folder do the same', async () => {
  const {simulator, run} = await scenario(
    {
      'metadata/review_information/first_name.txt': 'Ada\n',
      'metadata/review_information/demo_password.txt': `${SECRET}\n`,
    },
    storeOf(
      {},
      {reviewDetail: {...DETAIL, contactFirstName: 'Grace', demoAccountPassword: OLD_SECRET}},
    ),
  )
  const done = green(await run(METADATA))
  expect(sent(done)).toEqual([
    [
      'PATCH',
      '/v1/appStoreReviewDetails/:id',
      {contactFirstName: 'Ada', demoAccountPassword: SECRET},
    ],
  ])
  expect(leaks(done)).toEqual([])
  expect(simulator.records('appStoreReviewDetails')).toMatchObject([{attributes: DETAIL}])
})

test.concurrent('What Apple refuses of a new review detail is told on its line, and the rest is in place', async () => {
  const {simulator, run} = await scenario(
    config('review:', '  contact:', '    first-name: Ada', `  notes: ${TOO_LONG}`),
    storeOf(),
  )
  const failed = red(await run(METADATA))
  expect(annotated(failed.stdout).filter((each) => each.startsWith('error'))).toEqual([
    'error app-store.yml:4',
  ])
  expect(simulator.records('appStoreReviewDetails')).toMatchObject([
    {attributes: {contactFirstName: 'Ada', notes: null}},
  ])
})

test.concurrent('A refusal that repeats the password is told without it', async () => {
  const {run} = await scenario(
    config(
      'review:',
      `  notes: ${TOO_LONG}`,
      '  demo-account: {name: demo, password: env:DEMO_PASSWORD}',
    ),
    {...storeOf({}, {reviewDetail: {demoAccountPassword: OLD_SECRET}}), errorsRepeatValues: true},
  )
  const failed = red(await run(METADATA, ENVIRONMENT))
  expect(leaks(failed)).toEqual([])
  expect(annotated(failed.stdout)).toContain('error app-store.yml:2')
  expect(failed.stdout).toContain('***')
})

test.concurrent('Attachments share the review detail that the contact needs', async () => {
  const {simulator, run} = await scenario(
    {...config('review:', '  notes: Tap'), 'review-attachments/guide.pdf': '%PDF-1.7 guide'},
    storeOf(),
  )
  const both = {manage: 'metadata, review-attachments'}
  const plan = green(await run({...both, mode: 'plan'}))
  const done = green(await run(both))
  expect(done.writes).toHaveLength(costOf(plan))
  expect(done.writes.filter(({path}) => path === '/v1/appStoreReviewDetails')).toHaveLength(1)
  expect(simulator.records('appStoreReviewDetails')).toMatchObject([{attributes: {notes: 'Tap'}}])
  expect(simulator.records('appStoreReviewAttachments')).toHaveLength(1)
  expect(green(await run(both)).writes).toEqual([])
})

test.concurrent('A review detail that somebody else makes meanwhile is changed where it differs', async () => {
  const {simulator, run} = await scenario(
    config('review: {notes: Ours, contact: {first-name: Ada}}'),
    storeOf(),
  )
  const [version] = simulator.versions()
  let isMade = false
  simulator.onApplied(({path}) => {
    if (isMade || !path.endsWith('/appStoreVersionLocalizations')) return
    isMade = true
    simulator.addRecord({
      type: 'appStoreReviewDetails',
      attributes: {notes: 'Theirs', contactFirstName: 'Ada', demoAccountPassword: OLD_SECRET},
      related: {appStoreVersion: version?.id ?? ''},
    })
  })
  const done = green(await run(METADATA))
  expect(sent(done)).toEqual([
    ['POST', '/v1/appStoreReviewDetails', {notes: 'Ours', contactFirstName: 'Ada'}],
    ['PATCH', '/v1/appStoreReviewDetails/:id', {notes: 'Ours'}],
  ])
  expect(done.stdout).toContain(`::add-mask::${OLD_SECRET}`)
  expect(simulator.records('appStoreReviewDetails')).toMatchObject([
    {attributes: {notes: 'Ours', demoAccountPassword: OLD_SECRET}},
  ])
})

test.concurrent('A new version comes with the review detail of the one before it, and only what differs is sent', async () => {
  const {simulator, run} = await scenario(
    REVIEW,
    storeOf({
      versions: [
        {
          versionString: '0.9.0',
          state: 'READY_FOR_DISTRIBUTION',
          reviewDetail: {...DETAIL, notes: 'Old'},
        },
      ],
    }),
  )
  const inputs = {...METADATA, version: '1.0.0', 'create-version': 'true'}
  const plan = green(await run({...inputs, mode: 'plan'}, ENVIRONMENT))
  const done = green(await run(inputs, ENVIRONMENT))
  expect(planned(plan)).toEqual(planned(done))
  expect(done.writes).toHaveLength(costOf(plan))
  expect(simulator.records('appStoreReviewDetails')).toContainEqual(
    expect.objectContaining({attributes: expect.objectContaining(DETAIL)}),
  )
  expect(green(await run(inputs, ENVIRONMENT)).writes).toEqual([])
})

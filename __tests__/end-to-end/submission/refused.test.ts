import {afterAll, expect, test} from '@jest/globals'

import {createClient, text} from '../../../simulator/client.ts'
import {red} from '../../../simulator/runner/run-bundle.ts'
import {readyApp} from '../../../simulator/seeded-apps.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const FILES = {'metadata/en-US/description.txt': 'Text'}
const SUBMIT = {manage: 'metadata', submit: 'true'}

test.concurrent('App Privacy, which the API does not know, is told by Apple when it refuses the version', async () => {
  const there = await scenario(FILES, {apps: [readyApp()], privacyAnswered: false})
  const {stdout} = red(await there.run(SUBMIT))
  expect(stdout).toContain('Answer the questions of App Privacy in App Store Connect')
  // Nothing half-made is left unsaid.
  const [submission] = there.simulator.records('reviewSubmissions')
  expect(stdout).toContain(`The review submission ${submission?.id} stays open`)
})

test.concurrent('What Apple refuses of a declared text is told at its file', async () => {
  const there = await scenario(FILES, {apps: [readyApp()]})
  const client = await createClient(there.simulator)
  const [version] = there.simulator.versions()
  const path = `/v1/appStoreVersions/${version?.id}/appStoreVersionLocalizations`
  const id = text((await client.send('GET', path)).body, 'data', '0', 'id')
  const associated = {
    code: 'ENTITY_ERROR.ATTRIBUTE.INVALID',
    title: 'Invalid',
    detail: 'The description is not good',
    source: {pointer: '/data/attributes/description'},
  }
  const refusal = {
    code: 'STATE_ERROR.ENTITY_STATE_INVALID',
    title: 'appStoreVersions is not in valid state.',
    detail: 'This resource cannot be reviewed, please check associated errors to see why.',
    meta: {associatedErrors: {[`/v1/appStoreVersionLocalizations/${id}`]: [associated]}},
  }
  there.simulator.faults.add({
    match: {host: 'api', method: 'POST', path: /^\/v1\/reviewSubmissionItems$/u},
    effect: {kind: 'status', status: 409, errors: [refusal]},
  })
  const {stdout} = red(await there.run(SUBMIT))
  expect(stdout).toContain(
    'metadata/en-US/description.txt (description of en-US): The description is not good.',
  )
})

test.concurrent('Agreements that nobody has signed are named', async () => {
  const there = await scenario(FILES, {apps: [readyApp()], agreementsSigned: false})
  const {stdout} = red(await there.run(SUBMIT))
  expect(stdout).toContain('must accept the pending agreements')
})

test.concurrent('Apple’s refusal counts, even if the version was in the submission before', async () => {
  const there = await scenario(FILES, {apps: [readyApp()], privacyAnswered: false})
  const {simulator} = there
  const reviewSubmission = simulator.addRecord({
    type: 'reviewSubmissions',
    attributes: {platform: 'IOS', state: 'READY_FOR_REVIEW'},
    related: {app: simulator.appIds[0] ?? ''},
  })
  simulator.addRecord({
    type: 'reviewSubmissionItems',
    attributes: {state: 'REMOVED'},
    related: {reviewSubmission, appStoreVersion: simulator.versions()[0]?.id ?? ''},
  })
  const {stdout} = red(await there.run(SUBMIT))
  expect(stdout).toContain('Answer the questions of App Privacy in App Store Connect')
})

test.concurrent('Whatever goes wrong, a submission that was begun is named', async () => {
  const there = await scenario(FILES, {apps: [readyApp()]})
  const refusal = {code: 'FORBIDDEN_ERROR', title: 'Forbidden', detail: 'Not for this key'}
  there.simulator.faults.add({
    match: {host: 'api', method: 'POST', path: /^\/v1\/reviewSubmissionItems$/u},
    effect: {kind: 'status', status: 403, errors: [refusal]},
  })
  const {stdout} = red(await there.run(SUBMIT))
  const [submission] = there.simulator.records('reviewSubmissions')
  expect(stdout).toContain(`The review submission ${submission?.id} stays open`)
})

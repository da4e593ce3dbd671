import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {everythingSaid} from '../secrets/leaks.ts'
import {METADATA, storeWithTexts} from '../texts/texts.ts'

afterAll(closeScenarios)

const NEW = {text: 'unreleased-codename-42', user: 'ada-tester', password: 'p&ss "wörd" <7>'}
const OLD = 'former-codename-41'
const ENV = {TEXT: NEW.text, DEMO_USER: NEW.user, DEMO_PASSWORD: NEW.password}

const FILES = {
  'app-store.yml': [
    'review: {demo-account: {required: true, name: env:DEMO_USER, password: env:DEMO_PASSWORD}}',
    'localizations: {en-US: {description: env:TEXT, keywords: plain}}',
  ].join('\n'),
}

/** Everything that a run left behind, but for the lines that ask the runner to mask a value, which it takes out. */
function said(run: BundleRun): string {
  const all = `${everythingSaid(run)}\n${run.report}`
  return all.replaceAll(/^::add-mask::.*$/gmu, '')
}

function expectHidden(run: BundleRun): void {
  const text = said(run)
  const forms = [...Object.values(NEW), OLD].flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`),
  ])
  expect(forms.filter((form) => text.includes(form))).toEqual([])
}

/** What Apple says of an attribute, with what was sent. */
function refusal(name: string, value: string) {
  return {
    code: 'ENTITY_ERROR.ATTRIBUTE.INVALID',
    title: 'An attribute value is invalid.',
    detail: `'${value}' is not a valid value of the attribute '${name}'`,
    source: {pointer: `/data/attributes/${name}`},
  }
}

const store = () =>
  storeWithTexts([{locale: 'en-US', texts: {description: OLD, keywords: 'before'}}])

test.concurrent('What comes from the environment reaches Apple, and nobody else', async () => {
  const {simulator, run, write} = await scenario(FILES, store())
  const planned = green(await run({...METADATA, mode: 'plan'}, {env: ENV}))
  expectHidden(planned)
  expect(said(planned)).toContain('(hidden)')
  expect(said(planned)).toContain('plain')
  for (const secret of [NEW.text, NEW.user]) {
    expect(planned.stdout).toContain(`::add-mask::${secret}\n`)
  }
  await write({'plan.json': JSON.stringify(planned.plan)})
  const done = green(await run({...METADATA, 'plan-file': 'plan.json'}, {env: ENV}))
  expectHidden(done)
  expect(simulator.texts('1.0.0')['en-US']).toMatchObject({
    description: NEW.text,
    keywords: 'plain',
  })
  const [detail] = simulator.records('appStoreReviewDetails')
  expect(detail?.attributes).toMatchObject({
    demoAccountName: NEW.user,
    demoAccountPassword: NEW.password,
  })
  const again = green(await run(METADATA, {env: ENV}))
  expect(again.writes).toEqual([])
  expectHidden(again)
})

test.concurrent('An answer of Apple’s that repeats a secret is told without it', async () => {
  const {simulator, run} = await scenario(FILES, store())
  simulator.faults.add({
    match: {method: 'PATCH', path: /appStoreVersionLocalizations/u},
    effect: {kind: 'status', status: 409, errors: [refusal('description', NEW.text)]},
  })
  simulator.faults.add({
    match: {method: 'POST', path: /appStoreReviewDetails/u},
    times: Infinity,
    effect: {
      kind: 'status',
      status: 409,
      errors: [refusal('demoAccountPassword', NEW.password), refusal('demoAccountName', NEW.user)],
    },
  })
  const failed = red(await run(METADATA, {env: ENV}))
  expectHidden(failed)
  expect(failed.stdout).toContain("'***' is not a valid value of the attribute 'description'")
  expect(simulator.texts('1.0.0')['en-US']).toMatchObject({keywords: 'plain'})
})

test.concurrent('The password in fastlane’s folder is as secret', async () => {
  const {simulator, run} = await scenario(
    {
      'metadata/review_information/demo_user.txt': 'visible-user\n',
      'metadata/review_information/demo_password.txt': `${NEW.password}\n`,
    },
    storeWithTexts([{locale: 'en-US'}]),
  )
  const told = green(await run({...METADATA, mode: 'validate'}))
  const planned = green(await run({...METADATA, mode: 'plan'}))
  const done = green(await run(METADATA))
  for (const each of [told, planned, done]) expectHidden(each)
  expect(said(planned)).toContain('visible-user')
  const [detail] = simulator.records('appStoreReviewDetails')
  expect(detail?.attributes).toMatchObject({
    demoAccountRequired: true,
    demoAccountName: 'visible-user',
    demoAccountPassword: NEW.password,
  })
})

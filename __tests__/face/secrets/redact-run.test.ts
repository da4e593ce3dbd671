import {expect, test} from '@jest/globals'

import {redactRun} from '../../../src/face/secrets/redact-run.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import {EMPTY_PLAN} from '../../../src/core/plan.ts'
import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import type {Step} from '../../../src/core/step.ts'

const SECRET = 'hush'

const diagnostic: Diagnostic = {
  severity: 'error',
  code: SECRET,
  what: `It says ${SECRET}`,
  next: `do not say ${SECRET}`,
  about: {path: `${SECRET}.png`},
}
const clean = {...diagnostic, code: '***', what: 'It says ***', next: 'do not say ***'}

const step: Step = {
  id: SECRET,
  section: 'media',
  action: 'upload',
  needs: [SECRET],
  subject: {noun: 'screenshot', name: SECRET, locale: 'en-US', place: SECRET, file: {path: SECRET}},
  before: {text: SECRET},
  after: {text: SECRET},
  reason: SECRET,
  cost: {writes: 2, bytes: 1},
  resource: {id: SECRET},
  detail: {of: SECRET},
}

test('Every sentence and code of a run loses its secrets; names, paths and ids stay as they are', () => {
  const {subject} = step
  const plan = {
    ...EMPTY_PLAN,
    steps: [step],
    settled: [{section: 'media', state: 'extra', subject, resourceId: SECRET}],
  } as const
  const before: Run = {
    ...EMPTY_RUN,
    app: {id: '1', bundleId: SECRET, name: 'App', primaryLocale: 'en-US'},
    copies: new Map([[SECRET, SECRET]]),
    diagnostics: [diagnostic],
    failure: diagnostic,
    plan: {...plan, diagnostics: [diagnostic]},
    results: new Map([
      [SECRET, {status: 'failed', failure: diagnostic}],
      ['skipped', {status: 'skipped', failure: diagnostic}],
      ['done', {status: 'done', resourceId: SECRET}],
    ]),
  }
  expect(redactRun(before, (text) => text.replaceAll(SECRET, '***'))).toEqual({
    ...before,
    diagnostics: [clean],
    failure: clean,
    plan: {...plan, diagnostics: [clean]},
    results: new Map([
      [SECRET, {status: 'failed', failure: clean}],
      ['skipped', {status: 'skipped', failure: clean}],
      ['done', {status: 'done', resourceId: SECRET}],
    ]),
  })
})

test('What a run does not have stays absent', () => {
  expect(redactRun(EMPTY_RUN, () => '***')).toEqual(EMPTY_RUN)
})

import {describe, expect, it} from '@jest/globals'

import {PlanFileError, readPlan} from '../../../src/core/approval/read-plan.ts'
import {joinPlans} from '../../../src/core/plan.ts'
import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import {planListing} from '../../../src/sections/media/plan/plan-listing.ts'
import {renderPlanFile} from '../../../src/report/json/render-plan-file.ts'
import {asset, file, listing, POLICY, set} from '../../sections/media/plan/listings.ts'
import {ALL_SECTIONS, planVersion} from './sections.ts'

const app = {id: 'app', bundleId: 'com.example.app', name: 'App', primaryLocale: 'en-US'}
const version = {id: null, versionString: '1.0.0', state: 'not created'}
const steps = planListing(
  {sets: [set([file('1.png', 'new'), file('2.png')]), set([file('1.png')], {locale: 'ja'})]},
  listing([asset('2.png'), asset('1.png', 'old')]),
  POLICY,
)
const plan = joinPlans([planVersion('1.0.0'), steps])
const note = {severity: 'note', code: 'ignored-file', what: 'is ignored', next: '', about: null}

/** The text of a plan file, with changes of its members. */
function fileOf(run: Partial<Run> = {}, changes: Readonly<Record<string, unknown>> = {}): string {
  const text = renderPlanFile({...EMPTY_RUN, mode: 'plan', app, version, plan, ...run})
  return JSON.stringify({...asRecord(JSON.parse(text)), ...changes})
}

/** A plan file whose first step is changed. */
function withStep(changes: Readonly<Record<string, unknown>>): string {
  return fileOf({}, {steps: [{...plan.steps[0], ...changes}]})
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return {...value}
  throw new Error('This is no object.')
}

function read(text: string) {
  return readPlan(text, 'plans/approved.json', ALL_SECTIONS)
}

describe('a plan file', () => {
  it('is read as the steps of the plan, with its app and version', () => {
    const approved = read(fileOf())
    expect(approved).toMatchObject({
      source: 'plans/approved.json',
      app: {id: 'app', bundleId: 'com.example.app'},
      version,
    })
    expect(approved.steps).toEqual(plan.steps)
    expect(approved.steps.length).toBeGreaterThan(5)
  })

  it('may have notes and warnings', () => {
    const diagnostics = [note, {...note, severity: 'warning'}]
    expect(read(fileOf({}, {diagnostics})).steps).toEqual(plan.steps)
  })

  it('may have nothing to do, and no version where none was needed', () => {
    const approved = read(fileOf({version: null}, {steps: []}))
    expect(approved).toMatchObject({version: null, steps: []})
  })

  it.each([
    ['no JSON', '{"schema": 2, "steps": [', /is not valid JSON, or is truncated/],
    ['a list', '[]', /is not valid JSON, or is truncated|is not a plan of this action/],
    ['something else', '{"name": "x"}', /is not a plan of this action: it has no `schema`/],
    [
      'of the schema before',
      fileOf({}, {schema: 1}),
      /has schema 1, but this version of the action reads schema 2: use the same version of the action for both runs/,
    ],
    ['of a later schema', fileOf({}, {schema: 3}), /has schema 3, .* reads schema 2/],
    ['of a schema with other members', '{"schema": 3}', /has schema 3, .* reads schema 2/],
    ['without a mode', '{"schema": 2}', /is not from a run with `mode: plan`/],
    ['of a sync', fileOf({mode: 'sync'}), /is not from a run with `mode: plan`/],
    ['of a validation', fileOf({mode: 'validate'}), /is not from a run with `mode: plan`/],
    [
      'of a run that failed',
      fileOf({failure: {severity: 'error', code: 'x', what: 'x', next: '', about: null}}),
      /is from a run that failed/,
    ],
    [
      'of a plan that is refused',
      fileOf({}, {diagnostics: [note, {...note, severity: 'error'}]}),
      /is from a run that failed/,
    ],
    ['without what was told', fileOf({}, {diagnostics: null}), /is from a run that failed/],
    ['for no app', fileOf({app: null}), /does not say which app it is for/],
    ['for an app without an ID', fileOf({}, {app: {}}), /does not say which app it is for/],
    ['without steps', fileOf({}, {steps: {}}), /has no list of steps/],
  ])('that is %s is refused with what to do', (_, text, message) => {
    expect(() => read(text)).toThrow(PlanFileError)
    expect(() => read(text)).toThrow(message)
    expect(() => read(text)).toThrow(
      /^`plan-file`: plans\/approved\.json .* Use the file at the output `plan-path`/,
    )
  })

  it.each([
    [
      'of a section that is not known',
      withStep({section: 'reviews'}),
      /it belongs to a section that this version of the action does not know/,
    ],
    ['with another action', withStep({action: 'rename'}), /it has no valid "action"/],
    ['without needs', withStep({needs: null}), /it has no valid "needs"/],
    ['without a place', withStep({subject: {noun: 'x', name: ''}}), /has no valid "subject\.\w+"/],
    ['that costs a text', withStep({cost: {writes: '1', bytes: 0}}), /no valid "cost\.writes"/],
    ['of another kind', withStep({detail: {kind: 'price'}}), /has no valid "detail/],
    ['without its detail', withStep({detail: undefined}), /has no valid "detail/],
    ['that is no object', fileOf({}, {steps: ['upload']}), /has no valid ""/],
  ])('with a step %s is refused with the number of the step', (_, text, message) => {
    expect(() => read(text)).toThrow(/has an invalid step \(number 1\): it /)
    expect(() => read(text)).toThrow(message)
  })

  it('names the member of a detail that does not fit its section', () => {
    const at = plan.steps.findIndex(({action}) => action === 'replace')
    const changed = plan.steps.map((step, index) =>
      index === at ? {...step, detail: {...asRecord(step.detail), content: {size: 1}}} : step,
    )
    expect(() => read(fileOf({}, {steps: changed}))).toThrow(
      `an invalid step (number ${at + 1}): it has no valid "detail.content.md5"`,
    )
  })

  it('is data: members that nobody knows are not taken over', () => {
    const [first] = read(withStep({command: 'rm -rf'})).steps
    expect(first).toEqual(plan.steps[0])
  })
})

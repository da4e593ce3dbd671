import {describe, expect, it} from '@jest/globals'

import {disagreements, limitToLocales} from '../../../src/core/approval/agree.ts'
import type {ApprovedPlan} from '../../../src/core/approval/approved-plan.ts'
import {comparePlans} from '../../../src/core/approval/compare-plans.ts'
import {pathOf} from '../../../src/core/diagnostic.ts'
import type {Plan} from '../../../src/core/plan.ts'
import type {Policy} from '../../../src/core/policy.ts'
import type {Step} from '../../../src/core/step.ts'
import type {ActualAsset, DesiredFile} from '../../../src/sections/media/listing.ts'
import {mediaDetailSchema} from '../../../src/sections/media/plan/detail.ts'
import {planListing} from '../../../src/sections/media/plan/plan-listing.ts'
import {asset, file, listing, POLICY, reservation, set} from '../../sections/media/plan/listings.ts'
import {ALL_SECTIONS, factsOf, planVersion} from './sections.ts'

function planOf(
  files: readonly DesiredFile[],
  assets: readonly ActualAsset[] | null,
  policy: Partial<Policy> = {},
): Plan {
  return planListing({sets: [set(files)]}, listing(assets), {...POLICY, ...policy})
}

/** Differences as short words, such as `only-current upload 1.png`. */
function words(then: Plan, now: Plan, sameVersion = true): readonly string[] {
  const differences = comparePlans(then.steps, now.steps, {factsOf, sameVersion})
  return differences.map(({kind, step: {action, subject}, fields}) => {
    const name = subject.name === '' ? (subject.place ?? '') : subject.name
    return [kind, action, name, ...fields].join(' ')
  })
}

const poster = (timeCode: string) => ({poster: {timeCode, frameRate: 30}})

describe('two plans', () => {
  it('agree when they are made from the same facts', () => {
    const plan = planOf(
      [file('1.png'), file('2.png', 'new')],
      [asset('2.png', 'old'), asset('x.png')],
    )
    expect(plan.steps.length).toBeGreaterThan(1)
    expect(words(plan, structuredClone(plan))).toEqual([])
  })

  it('differ in the content of a file that was changed', () => {
    expect(words(planOf([file('1.png', 'a')], []), planOf([file('1.png', 'b')], []))).toEqual([
      'differs upload 1.png content',
    ])
  })

  it('differ by a file that came, and by one that went', () => {
    const one = planOf([file('1.png')], [])
    const two = planOf([file('1.png'), file('2.png')], [])
    expect(words(one, two)).toEqual(['only-current upload 2.png'])
    expect(words(two, one)).toEqual(['only-approved upload 2.png'])
  })

  it('differ when another asset of the same name would be deleted', () => {
    const then = planOf([file('1.png', 'new')], [asset('1.png', 'old')])
    const now = planOf([file('1.png', 'new')], [asset('1.png', 'by hand', {id: '#other'})])
    expect(words(then, now)).toEqual(['differs delete 1.png content asset ID'])
  })

  it('differ in the id alone of an asset that was sent again by hand, unless the version is new', () => {
    const then = planOf([file('1.png', 'new')], [asset('1.png', 'old')])
    const now = planOf([file('1.png', 'new')], [asset('1.png', 'old', {id: '#other'})])
    expect(words(then, now)).toEqual(['differs delete 1.png asset ID'])
    expect(words(then, now, false)).toEqual([])
  })

  it('differ in content even if the version is new', () => {
    const then = planOf([file('1.png', 'new')], [asset('1.png', 'old')])
    const now = planOf([file('1.png', 'new')], [asset('1.png', 'by hand', {id: '#other'})])
    expect(words(then, now, false)).toEqual(['differs delete 1.png content'])
  })

  it('differ in the time code of a poster frame', () => {
    const video = [asset('1.mp4', 'v', {posterTimeCode: '00:00:01:00'})]
    const then = planOf([file('1.mp4', 'v', poster('00:00:05:00'))], video)
    const now = planOf([file('1.mp4', 'v', poster('00:00:07:00'))], video)
    expect(words(then, now)).toEqual(['differs update 1.mp4 time code'])
  })

  it('differ in the order of a set, told by names and not by ids', () => {
    const files = [file('1.png'), file('2.png')]
    const then = planOf(files, [asset('2.png'), asset('1.png'), asset('x.png'), asset('y.png')])
    const now = planOf(files, [asset('2.png'), asset('1.png'), asset('y.png'), asset('x.png')])
    expect(words(then, now)).toEqual(['differs order en-US/APP_IPHONE_67 order'])
    const sentAgain = planOf(files, [
      asset('2.png', '2.png', {id: '#a'}),
      asset('1.png', '1.png', {id: '#b'}),
      asset('x.png'),
      asset('y.png'),
    ])
    expect(words(then, sentAgain)).toEqual([])
  })

  it('differ in whether a file replaces one that the store has', () => {
    const then = planOf([file('1.png', 'new')], [])
    const now = planOf([file('1.png', 'new')], [asset('1.png', 'old')])
    expect(words(then, now)).toEqual(['differs replace 1.png action', 'only-current delete 1.png'])
  })

  it('differ in why something is deleted', () => {
    const files = [file('1.png')]
    const then = planOf(files, [reservation('1.png', '1.png', {resumable: false})])
    const [step, ...others] = then.steps
    if (step === undefined) throw new Error('The plan has no step.')
    const detail = {...mediaDetailSchema.parse(step.detail), cause: 'room'}
    const now = {...then, steps: [{...step, detail}, ...others]}
    expect(words(then, now)).toEqual(['differs delete 1.png reason'])
  })

  it('agree whether a file is sent anew or into a reservation that was left', () => {
    const files = [file('1.png')]
    const resumed = planOf(files, [reservation('1.png')])
    expect(resumed.steps[0]).toMatchObject({detail: {resumes: '#1.png'}})
    expect(words(planOf(files, []), resumed)).toEqual([])
  })

  it('agree on several assets of one name, in whatever order they come', () => {
    const [one, other] = [asset('1.png', 'a', {id: '#a'}), asset('1.png', 'b', {id: '#b'})]
    const files = [file('1.png', 'new')]
    expect(words(planOf(files, [one, other]), planOf(files, [other, one]))).toEqual([])
    expect(words(planOf(files, [one, other]), planOf(files, [other]))).toEqual([
      'only-approved delete 1.png',
    ])
  })
})

const app = {id: 'app', bundleId: 'com.example.app'}
const version = {id: 'version', versionString: '1.0.0', state: 'PREPARE_FOR_SUBMISSION'}
const notCreated = {id: null, versionString: '1.0.0', state: 'not created'}
const options = {
  factsOf,
  opening: new Set(ALL_SECTIONS.filter(({opens}) => opens).map(({name}) => name)),
}

function approved(
  {steps}: {readonly steps: readonly Step[]},
  overrides: Partial<ApprovedPlan> = {},
): ApprovedPlan {
  return {source: 'plan.json', app, version, steps, ...overrides}
}

describe('an approved plan', () => {
  const plan = planOf([file('1.png')], [])
  const {steps} = plan

  it.each([
    [
      'app',
      {app: {id: 'b', bundleId: 'com.example.b'}},
      /app com\.example\.app \(app\).*com\.example\.b/,
    ],
    [
      'version',
      {version: {...version, id: 'v2', versionString: '2.0.0'}},
      /version 1\.0\.0.*for version 2\.0\.0/,
    ],
    ['version of this name', {version: {...version, id: 'v2'}}, /a different version 1\.0\.0/],
    ['kind of run, without a version', {version: null}, /version 1\.0\.0.*for no version/],
  ])('does not agree with a plan for another %s', (_, other, message) => {
    const now = {app, version, steps, ...other}
    const [difference, ...more] = disagreements(approved(plan), now, options)
    expect(difference?.what).toMatch(message)
    expect(difference).toMatchObject({severity: 'error', code: 'not-as-approved'})
    expect(more).toEqual([])
  })

  it('agrees when the version that it would make has been made', () => {
    const desired = {sets: [set([file('1.png')]), set([file('1.png')], {locale: 'ja'})]}
    const made = planVersion('1.0.0')
    const forecast = planListing(desired, listing([asset('0.png')]), {
      ...POLICY,
      prune: true,
      isNewVersion: true,
      openingSteps: made.steps.map(({id}) => id),
    })
    const before = [...made.steps, ...forecast.steps]
    expect(before.map(({action, subject}) => `${action} ${subject.noun}`)).toEqual([
      'create version',
      'upload screenshot',
      'delete screenshot',
      'create locale',
      'create set',
      'upload screenshot',
    ])
    const then = approved({steps: before}, {version: notCreated})
    const born = planListing(desired, listing([asset('0.png', '0.png', {id: '#copy'})]), {
      ...POLICY,
      prune: true,
    })
    expect(disagreements(then, {app, version, steps: born.steps}, options)).toEqual([])
    const now = {app, version: notCreated, steps: before}
    expect(disagreements(then, now, options)).toEqual([])
  })

  it('does not agree when the version that has been made was born with something else', () => {
    const made = planVersion('1.0.0')
    const then = approved({steps: [...made.steps, ...steps]}, {version: notCreated})
    const born = planOf([file('1.png')], [asset('0.png')], {prune: true})
    const differences = disagreements(then, {app, version, steps: born.steps}, options)
    expect(differences.map(({what}) => what)).toEqual([
      'delete en-US/APP_IPHONE_67/0.png: not in the approved plan',
    ])
  })

  it('does not agree when a locale has to be added that was there', () => {
    const desired = {sets: [set([file('1.png')])]}
    const now = planListing(desired, {localizations: []}, POLICY)
    const differences = disagreements(approved(plan), {app, version, steps: now.steps}, options)
    expect(differences.map(({what}) => what)).toContain(
      'create locale en-US: not in the approved plan',
    )
  })

  it('does not allow to make the version when it was there', () => {
    const now = {app, version: notCreated, steps}
    expect(disagreements(approved(plan), now, options)).toHaveLength(1)
  })

  it('is held against a run of some locales as far as it is about them', () => {
    const all = planListing(
      {sets: [set([file('1.png')]), set([file('1.png')], {locale: 'ja'})]},
      listing([]),
      POLICY,
    )
    const limited = limitToLocales(approved(all), ['JA'])
    expect(new Set(limited.steps.map(({subject}) => subject.locale))).toEqual(new Set(['ja']))
    expect(limitToLocales(approved(all), []).steps).toHaveLength(all.steps.length)
  })

  it('is held against a run of some locales with what has no locale', () => {
    const made = planVersion('1.0.0')
    expect(limitToLocales(approved(made), ['ja']).steps).toEqual(made.steps)
  })

  it('names the file of a difference where there is one, and else the plan', () => {
    const now = planOf([file('2.png')], [])
    const differences = disagreements(approved(plan), {app, version, steps: now.steps}, options)
    expect(differences.map((each) => `${pathOf(each)} ${each.what}`)).toEqual([
      'plan.json upload en-US/APP_IPHONE_67/1.png: no longer planned',
      'screenshots/en-US/APP_IPHONE_67/2.png not in the approved plan (upload)',
    ])
  })
})

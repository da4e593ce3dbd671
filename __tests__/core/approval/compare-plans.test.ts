import {describe, expect, it} from '@jest/globals'

import type {ActualAsset, DesiredFile} from '../../../src/sections/media/listing.ts'
import type {ApprovedPlan} from '../../../src/core/approval/approved-plan.ts'
import type {Plan} from '../../../src/core/plan.ts'
import {disagreements, limitTo} from '../../../src/core/approval/agree.ts'
import {comparePlans} from '../../../src/core/approval/compare-plans.ts'
import {planListing} from '../../../src/sections/media/plan/plan-listing.ts'
import type {Policy} from '../../../src/core/policy.ts'
import {asset, file, listing, POLICY, reservation, set} from '../../sections/media/plan/listings.ts'

function planOf(
  files: readonly DesiredFile[],
  assets: readonly ActualAsset[] | null,
  policy: Partial<Policy> = {},
): Plan {
  return planListing({sets: [set(files)]}, listing(assets), {...POLICY, ...policy})
}

/** Differences as short words, such as `only-now upload 1.png`. */
function words(then: Plan, now: Plan, sameVersion = true): readonly string[] {
  return comparePlans(then, now, sameVersion).map(({kind, step, fields}) =>
    [kind, step.kind, step.fileName ?? step.type ?? step.locale ?? '', ...fields].join(' ').trim(),
  )
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
    expect(words(one, two)).toEqual(['only-now upload 2.png'])
    expect(words(two, one)).toEqual(['only-then upload 2.png'])
  })

  it('differ when another asset of the same name would be deleted', () => {
    const then = planOf([file('1.png', 'new')], [asset('1.png', 'old')])
    const now = planOf([file('1.png', 'new')], [asset('1.png', 'by hand', {id: '#other'})])
    expect(words(then, now)).toEqual(['differs delete 1.png content asset id'])
  })

  it('differ in the id alone of an asset that was sent again by hand, unless the version is new', () => {
    const then = planOf([file('1.png', 'new')], [asset('1.png', 'old')])
    const now = planOf([file('1.png', 'new')], [asset('1.png', 'old', {id: '#other'})])
    expect(words(then, now)).toEqual(['differs delete 1.png asset id'])
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
    expect(words(then, now)).toEqual(['differs set-poster 1.mp4 time code'])
  })

  it('differ in the order of a set, told by names and not by ids', () => {
    const files = [file('1.png'), file('2.png')]
    const then = planOf(files, [asset('2.png'), asset('1.png'), asset('x.png'), asset('y.png')])
    const now = planOf(files, [asset('2.png'), asset('1.png'), asset('y.png'), asset('x.png')])
    expect(words(then, now)).toEqual(['differs reorder APP_IPHONE_67 order'])
    const sentAgain = planOf(files, [
      asset('2.png', '2.png', {id: '#a'}),
      asset('1.png', '1.png', {id: '#b'}),
      asset('x.png'),
      asset('y.png'),
    ])
    expect(words(then, sentAgain)).toEqual([])
  })

  it('agree whether a file is sent anew or into a reservation that was left', () => {
    const files = [file('1.png')]
    const resumed = planOf(files, [reservation('1.png')])
    expect(resumed.steps[0]).toMatchObject({resumes: '#1.png'})
    expect(words(planOf(files, []), resumed)).toEqual([])
  })

  it('agree on several assets of one name, in whatever order they come', () => {
    const [one, other] = [asset('1.png', 'a', {id: '#a'}), asset('1.png', 'b', {id: '#b'})]
    const files = [file('1.png', 'new')]
    expect(words(planOf(files, [one, other]), planOf(files, [other, one]))).toEqual([])
    expect(words(planOf(files, [one, other]), planOf(files, [other]))).toEqual([
      'only-then delete 1.png',
    ])
  })
})

const app = {id: 'app', bundleId: 'com.example.app'}
const version = {id: 'version', versionString: '1.0.0'}

function approved(plan: Plan, overrides: Partial<ApprovedPlan> = {}): ApprovedPlan {
  return {source: 'plan.json', app, version, plan, ...overrides}
}

describe('an approved plan', () => {
  const plan = planOf([file('1.png')], [])

  it.each([
    [
      'app',
      {app: {id: 'b', bundleId: 'com.example.b'}},
      /app com\.example\.app \(app\).*com\.example\.b/,
    ],
    ['version', {version: {id: 'v2', versionString: '2.0.0'}}, /version 1\.0\.0.*for 2\.0\.0/],
    [
      'version of this name',
      {version: {id: 'v2', versionString: '1.0.0'}},
      /another version 1\.0\.0/,
    ],
  ])('does not agree with a plan for another %s', (_, other, message) => {
    const [problem, ...more] = disagreements(approved(plan), {app, version, plan, ...other})
    expect(problem?.finding).toMatch(message)
    expect(more).toEqual([])
  })

  it('agrees when the version that it would make has been made', () => {
    const desired = {sets: [set([file('1.png')])]}
    const forecast = planListing(
      desired,
      {...listing([asset('0.png')]), version: null},
      {...POLICY, createVersion: '1.0.0', prune: true},
    )
    expect(forecast.steps.map(({kind}) => kind)).toEqual(['create-version', 'upload', 'delete'])
    const then = approved(forecast, {version: {id: null, versionString: '1.0.0'}})
    const born = planListing(desired, listing([asset('0.png', '0.png', {id: '#copy'})]), {
      ...POLICY,
      prune: true,
    })
    expect(disagreements(then, {app, version, plan: born})).toEqual([])
    const now = {app, version: {id: null, versionString: '1.0.0'}, plan: forecast}
    expect(disagreements(then, now)).toEqual([])
  })

  it('does not allow to make the version when it was there', () => {
    const now = {app, version: {id: null, versionString: '1.0.0'}, plan}
    expect(disagreements(approved(plan), now)).toHaveLength(1)
  })

  it('is held against a run of some locales as far as it is about them', () => {
    const all = planListing(
      {sets: [set([file('1.png')]), set([file('1.png')], {locale: 'ja'})]},
      listing([]),
      POLICY,
    )
    const limited = limitTo(approved(all), ['JA'])
    expect(new Set(limited.plan.steps.map(({locale}) => locale))).toEqual(new Set(['ja']))
    expect(limitTo(approved(all), []).plan.steps).toHaveLength(all.steps.length)
  })

  it('names the file of a difference where there is one, and else the plan', () => {
    const now = planOf([file('2.png')], [])
    const problems = disagreements(approved(plan), {app, version, plan: now})
    expect(problems.map(({path, finding}) => `${path} ${finding}`)).toEqual([
      'plan.json upload en-US/APP_IPHONE_67/1.png was planned then, but not now',
      'screenshots/en-US/APP_IPHONE_67/2.png upload en-US/APP_IPHONE_67/2.png is planned now, but was not then',
    ])
  })
})

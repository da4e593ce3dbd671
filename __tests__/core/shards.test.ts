import {describe, expect, it} from '@jest/globals'
import * as fc from 'fast-check'

import {EMPTY_PLAN} from '../../src/core/plan.ts'
import {splitPlan} from '../../src/core/shards.ts'
import type {Shard} from '../../src/core/shards.ts'
import type {Step} from '../../src/core/step.ts'
import type {DesiredListing} from '../../src/sections/media/listing.ts'
import {planListing} from '../../src/sections/media/plan/plan-listing.ts'
import {content, file, listing, POLICY, set} from '../sections/media/plan/listings.ts'
import {fakeStep} from './fake-sections.ts'

/** A folder of locales, each with one file of so many bytes, and the plan that sends them all. */
function folderOf(sizes: Readonly<Record<string, number>>) {
  const sets = Object.entries(sizes).map(([locale, size]) =>
    set([file('1.png', locale, {content: {...content(locale), size}})], {locale}),
  )
  const desired = {sets}
  return {desired, plan: planListing(desired, listing([], {locale: 'en-US'}), POLICY)}
}

const opening = new Set(['version'])

function localesOf({sets}: DesiredListing): readonly string[] {
  return sets.map(({locale}) => locale)
}

function split(sizes: Readonly<Record<string, number>>, most: number, more: readonly Step[] = []) {
  const {desired, plan} = folderOf(sizes)
  const steps = [...more, ...plan.steps]
  return splitPlan({...plan, steps}, {locales: localesOf(desired), most, opening})
}

const versionStep = fakeStep('create-version:2.0', {
  section: 'version',
  cost: {writes: 50, bytes: 0},
})
const everywhere = fakeStep('set-rating', {cost: {writes: 50, bytes: 0}})

const LOCALES = ['ca', 'cs', 'da', 'de-DE', 'el', 'en-GB', 'fi', 'hr', 'ja', 'ko', 'sv', 'uk']
const MEGABYTE = 1_000_000

describe('a plan that is split', () => {
  it('gives the heaviest locale a job of its own, and the others the rest', () => {
    const shards = split({ca: 9 * MEGABYTE, cs: 2 * MEGABYTE, da: 3 * MEGABYTE, el: MEGABYTE}, 2)
    expect(shards.map(({locales}) => locales)).toEqual([['ca'], ['cs', 'da', 'el']])
  })

  it('counts requests where there is hardly anything to send', () => {
    const sizes = Object.fromEntries(LOCALES.map((locale) => [locale, 1]))
    expect(split(sizes, 4).map(({locales}) => locales.length)).toEqual([3, 3, 3, 3])
  })

  it('has no empty job when there are fewer locales than jobs', () => {
    expect(split({ca: 1, cs: 1}, 5).map(({locales}) => locales)).toEqual([['ca'], ['cs']])
  })

  it('has no job when there is nothing to do, or when it is refused', () => {
    expect(split({}, 3)).toEqual([])
    const {desired, plan} = folderOf({ca: 1})
    const refusal = {severity: 'error', code: 'x', what: '', next: '', about: null} as const
    const refused = {...plan, diagnostics: [refusal]}
    expect(splitPlan(refused, {locales: localesOf(desired), most: 3, opening})).toEqual([])
  })

  it('leaves out locales that have nothing to do', () => {
    const desired = {sets: [set([file('1.png')]), set([file('1.png')], {locale: 'ja'})]}
    const plan = planListing(desired, listing([]), POLICY)
    const idle = {...plan, steps: plan.steps.filter(({subject}) => subject.locale === 'ja')}
    const shards = splitPlan(idle, {locales: localesOf(desired), most: 2, opening})
    expect(shards.map(({locales}) => locales)).toEqual([['ja']])
  })

  it.each([
    ['only the version has to be made', versionStep],
    ['nothing is done in any locale', everywhere],
  ])('is one job of all locales when %s', (_, step) => {
    const options = {locales: ['ja', 'en-US', 'ja'], most: 3, opening}
    const shards = splitPlan({...EMPTY_PLAN, steps: [step]}, options)
    expect(shards).toEqual([{locales: ['en-US', 'ja'], weight: 50}])
  })

  it('leaves what has no locale to the last job, which gets fewer locales for it', () => {
    const sizes = Object.fromEntries(LOCALES.map((locale) => [locale, 1]))
    const without = split(sizes, 3)
    const shards = split(sizes, 3, [everywhere])
    expect(shards.map(({locales}) => locales.length)).toEqual([6, 5, 1])
    expect(total(shards)).toBeCloseTo(total(without) + 50)
    expect(shards.at(-1)?.weight).toBeGreaterThan(50)
    expect(shards.slice(0, -1).every(({weight}) => weight < 50)).toBe(true)
  })

  it('weighs on no job what each of them does where nobody has done it yet', () => {
    const sizes = Object.fromEntries(LOCALES.map((locale) => [locale, 1]))
    expect(split(sizes, 3, [versionStep])).toEqual(split(sizes, 3))
  })

  it('has every locale once, is the same for any order of steps, and exceeds an even share by less than one locale', () => {
    const sizes = fc.dictionary(fc.constantFrom(...LOCALES), fc.integer({min: 1, max: 1e7}), {
      minKeys: 1,
    })
    fc.assert(
      fc.property(sizes, fc.integer({min: 1, max: 6}), (each, most) => {
        const {desired, plan} = folderOf(each)
        const options = {locales: localesOf(desired), most, opening}
        const shards = splitPlan(plan, options)
        expect(shards.flatMap(({locales}) => locales).toSorted()).toEqual(
          Object.keys(each).toSorted(),
        )
        expect(splitPlan({...plan, steps: plan.steps.toReversed()}, options)).toEqual(shards)

        const single = Object.keys(each).map(
          (locale) => split({[locale]: each[locale] ?? 0}, 1)[0]?.weight ?? 0,
        )
        const heaviest = Math.max(...shards.map(({weight}) => weight))
        expect(heaviest).toBeLessThanOrEqual(total(shards) / shards.length + Math.max(...single))
      }),
    )
  })

  it('has no empty job, however much there is to do that has no locale', () => {
    const sizes = fc.dictionary(fc.constantFrom(...LOCALES), fc.integer({min: 1, max: 1e7}), {
      minKeys: 1,
    })
    fc.assert(
      fc.property(sizes, fc.integer({min: 1, max: 6}), fc.nat(1000), (each, most, writes) => {
        const shards = split(each, most, [{...everywhere, cost: {writes, bytes: 0}}])
        expect(shards).toHaveLength(Math.min(most, Object.keys(each).length))
        expect(shards.filter(({locales}) => locales.length === 0)).toEqual([])
        expect(shards.flatMap(({locales}) => locales).toSorted()).toEqual(
          Object.keys(each).toSorted(),
        )
      }),
    )
  })
})

function total(shards: readonly Shard[]): number {
  return shards.reduce((sum, {weight}) => sum + weight, 0)
}

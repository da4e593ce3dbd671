import {describe, expect, it} from '@jest/globals'
import * as fc from 'fast-check'

import {planListing} from '../../src/sections/media/plan/plan-listing.ts'
import {splitPlan} from '../../src/core/shards.ts'
import {content, file, listing, POLICY, set} from '../sections/media/plan/listings.ts'

/** A folder of locales, each with one file of so many bytes, and the plan that sends them all. */
function folderOf(sizes: Readonly<Record<string, number>>) {
  const sets = Object.entries(sizes).map(([locale, size]) =>
    set([file('1.png', locale, {content: {...content(locale), size}})], {locale}),
  )
  const desired = {sets}
  return {desired, plan: planListing(desired, listing([], {locale: 'en-US'}), POLICY)}
}

function split(sizes: Readonly<Record<string, number>>, most: number) {
  const {desired, plan} = folderOf(sizes)
  return splitPlan(plan, desired, most)
}

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
    const refusal = {severity: 'error', code: 'x', path: '', finding: '', expectation: ''} as const
    expect(splitPlan({...plan, refusals: [refusal]}, desired, 3)).toEqual([])
  })

  it('leaves out locales that have nothing to do', () => {
    const desired = {sets: [set([file('1.png')]), set([file('1.png')], {locale: 'ja'})]}
    const plan = planListing(desired, listing([]), POLICY)
    const idle = {...plan, steps: plan.steps.filter(({locale}) => locale === 'ja')}
    expect(splitPlan(idle, desired, 2).map(({locales}) => locales)).toEqual([['ja']])
  })

  it('is one job of all locales when only the version has to be made', () => {
    const desired = {sets: [set([file('1.png')], {locale: 'ja'}), set([file('1.png')])]}
    const [version] = planListing(
      desired,
      {...listing([]), version: null},
      {...POLICY, createVersion: '2.0'},
    ).steps
    if (version === undefined) throw new Error('The plan has no step.')
    const plan = {...planListing({sets: []}, listing([]), POLICY), steps: [version]}
    expect(splitPlan(plan, desired, 3).map(({locales}) => locales)).toEqual([['en-US', 'ja']])
  })

  it('has every locale once, is the same for any order of steps, and exceeds an even share by less than one locale', () => {
    const sizes = fc.dictionary(fc.constantFrom(...LOCALES), fc.integer({min: 1, max: 1e7}), {
      minKeys: 1,
    })
    fc.assert(
      fc.property(sizes, fc.integer({min: 1, max: 6}), (each, most) => {
        const {desired, plan} = folderOf(each)
        const shards = splitPlan(plan, desired, most)
        expect(shards.flatMap(({locales}) => locales).toSorted()).toEqual(
          Object.keys(each).toSorted(),
        )
        expect(splitPlan({...plan, steps: plan.steps.toReversed()}, desired, most)).toEqual(shards)

        const single = Object.keys(each).map(
          (locale) => split({[locale]: each[locale] ?? 0}, 1)[0]?.weight ?? 0,
        )
        const total = shards.reduce((sum, {weight}) => sum + weight, 0)
        const heaviest = Math.max(...shards.map(({weight}) => weight))
        expect(heaviest).toBeLessThanOrEqual(total / shards.length + Math.max(...single))
      }),
    )
  })
})

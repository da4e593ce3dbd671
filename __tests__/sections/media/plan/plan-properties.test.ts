import {describe, expect, it} from '@jest/globals'
import * as fc from 'fast-check'

import {isError, pathOf} from '../../../../src/core/diagnostic.ts'
import {MEDIA_LIMITS} from '../../../../src/sections/media/facts/limits.ts'
import {placeOf} from '../../../../src/sections/media/listing.ts'
import {nameKey} from '../../../../src/transfer/stored-file.ts'
import type {
  ActualAsset,
  ActualListing,
  DesiredListing,
  Medium,
} from '../../../../src/sections/media/listing.ts'
import type {Delivery} from '../../../../src/transfer/asset.ts'
import {planListing} from '../../../../src/sections/media/plan/plan-listing.ts'
import type {Policy} from '../../../../src/core/policy.ts'
import {asset, content, file, POLICY} from './listings.ts'
import {carryOut} from './model-store.ts'

/** CI runs ten times as many. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 250)

const PLACES = [
  {locale: 'en-US', type: 'APP_IPHONE_67', medium: 'screenshot'},
  {locale: 'en-US', type: 'IPHONE_67', medium: 'preview'},
  {locale: 'de-DE', type: 'APP_IPHONE_67', medium: 'screenshot'},
] as const satisfies readonly {locale: string; type: string; medium: Medium}[]

function maximumOf(set: string): number {
  return MEDIA_LIMITS[set.includes('/APP_') ? 'screenshot' : 'preview'].maximumPerSet
}

const names = fc.integer({min: 1, max: 13}).map((number) => `${number}.png`)
/** Few enough that files and assets often hold the same, and often do not. */
const bytes = fc.integer({min: 1, max: 9}).map((number) => 'x'.repeat(number))
const posters = fc.constantFrom(null, '00:00:05:00', '00:00:07:00')

const desiredFiles = (maximum: number) =>
  fc.uniqueArray(fc.record({name: names, data: bytes, timeCode: posters}), {
    minLength: 1,
    maxLength: maximum,
    selector: ({name}) => nameKey(name),
  })

const SETTLED = ['complete', 'open', 'failed'] as const
const ANY = [...SETTLED, 'processing', 'unknown'] as const

const storeAssets = (maximum: number, states: readonly Delivery['state'][]) =>
  fc.array(
    fc.record({
      fileName: names,
      data: bytes,
      state: fc.constantFrom(...states),
      hasChecksum: fc.integer({min: 0, max: 9}).map((number) => number > 0),
      resumable: fc.boolean(),
      posterTimeCode: posters,
    }),
    {maxLength: maximum},
  )

interface Case {
  readonly desired: DesiredListing
  readonly actual: ActualListing
  readonly policy: Policy
}

/** A folder and a store that have grown apart in any way. */
function cases(states: readonly Delivery['state'][]): fc.Arbitrary<Case> {
  const places = PLACES.map(({locale, type, medium}) => {
    const id = placeOf(locale, type)
    const maximum = maximumOf(id)
    return fc.record({
      place: fc.constant({locale, type, medium, id}),
      files: fc.option(desiredFiles(maximum)),
      assets: fc.option(storeAssets(maximum, states)),
    })
  })
  return fc
    .record({sets: fc.tuple(...places), prune: fc.boolean(), hasGerman: fc.boolean()})
    .map(({sets, prune, hasGerman}) => {
      const isThere = (locale: string) => locale === 'en-US' || hasGerman
      return {
        policy: {...POLICY, prune},
        desired: {
          sets: sets.flatMap(({place, files}) =>
            files === null
              ? []
              : [
                  {
                    ...place,
                    folder: place.id,
                    files: files.map(({name, data, timeCode}) =>
                      file(name, data, {
                        path: `${place.id}/${name}`,
                        poster:
                          timeCode === null || place.medium === 'screenshot'
                            ? null
                            : {timeCode, frameRate: 30},
                      }),
                    ),
                  },
                ],
          ),
        },
        actual: {
          localizations: ['en-US', 'de-DE'].filter(isThere).map((locale) => ({
            id: locale,
            locale,
            sets: sets
              .filter(({place}) => place.locale === locale)
              .flatMap(({place, assets}) =>
                assets === null
                  ? []
                  : [{...place, assets: assets.map((each, index) => storeAsset(each, index))}],
              ),
          })),
        },
      }
    })
}

function storeAsset(
  each: {
    fileName: string
    data: string
    state: Delivery['state']
    hasChecksum: boolean
    resumable: boolean
    posterTimeCode: string | null
  },
  index: number,
): ActualAsset {
  const {state} = each
  const hasContent = state !== 'open' && state !== 'failed'
  return asset(each.fileName, each.data, {
    id: `asset ${index}`,
    md5: hasContent && each.hasChecksum ? content(each.data).md5 : null,
    delivery: state === 'failed' ? {state, reasons: []} : {state},
    resumable: state === 'open' && each.resumable,
    posterTimeCode: each.posterTimeCode,
  })
}

/** The bytes of a set in the order of the store, as far as the folder speaks of them. */
function shown(listing: ActualListing, set: string): readonly ActualAsset[] {
  return listing.localizations
    .flatMap(({locale, sets}) => sets.map((each) => ({...each, locale})))
    .filter(({locale, type}) => placeOf(locale, type) === set)
    .flatMap(({assets}) => assets)
}

const anyOrder = fc.infiniteStream(fc.nat())

function picker(stream: fc.Stream<number>): (choices: number) => number {
  return (choices) => (stream.next().value ?? 0) % choices
}

function check<Facts extends [Case, ...unknown[]]>(
  property: fc.IPropertyWithHooks<Facts>,
  numRuns = RUNS,
): void {
  fc.assert(property, {numRuns})
}

describe('a plan that is carried out in any order that it allows', () => {
  it('makes the store show the files in their order, and then plans nothing more', () => {
    check(
      fc.property(cases(SETTLED), anyOrder, ({desired, actual, policy}, stream) => {
        const plan = planListing(desired, actual, policy)
        const store = carryOut(desired, actual, plan, {maximumOf, pick: picker(stream)})
        const after = store.listing()
        const refused = new Set(plan.diagnostics.filter(isError).map(pathOf))
        for (const set of desired.sets.filter(({folder}) => !refused.has(folder))) {
          const wanted = set.files.map(({content: {md5}}) => md5)
          const there = shown(after, set.id)
          expect(there.slice(0, wanted.length).map(({md5}) => md5)).toEqual(wanted)
          expect(
            there.slice(0, wanted.length).every((each) => each.delivery.state === 'complete'),
          ).toBe(true)
          const rest = there.slice(wanted.length)
          const extras = plan.settled.filter(
            ({state, subject}) => state === 'extra' && subject.place === set.id,
          )
          expect(rest.map(({id}) => id)).toEqual(extras.map(({resourceId}) => resourceId))
          expect(policy.prune ? rest : []).toEqual([])
        }
        expect(planListing(desired, after, policy).steps).toEqual([])
      }),
    )
  })

  it('never has more assets than Apple allows, and deletes nothing shown before the files are there unless the set is full', () => {
    check(
      fc.property(cases(ANY), anyOrder, ({desired, actual, policy}, stream) => {
        const plan = planListing(desired, actual, policy)
        const store = carryOut(desired, actual, plan, {maximumOf, pick: picker(stream)})
        expect(store.wrongs).toEqual([])
      }),
    )
  })

  it('comes to the same end if it is killed anywhere and others go on, whether they wait or not', () => {
    check(
      fc.property(
        cases(SETTLED),
        anyOrder,
        fc.nat({max: 40}),
        fc.boolean(),
        ({desired, actual, policy}, stream, killedAfter, waits) => {
          const pick = picker(stream)
          const carry = (from: ActualListing, how: Policy, events?: number) => {
            const plan = planListing(desired, from, how)
            const limit = events === undefined ? {} : {killedAfter: events}
            return carryOut(desired, from, plan, {maximumOf, pick, ...limit}).listing()
          }
          const wanted = carry(actual, policy)
          const other = {...policy, waits}
          const killed = carry(actual, other, killedAfter)
          // Without waiting, a full set takes a run for each half and one to remove what was replaced.
          const healed = [1, 2, 3, 4].reduce((from) => carry(from, other), killed)
          for (const set of desired.sets) {
            const [end, should] = [shown(healed, set.id), shown(wanted, set.id)]
            // Not the names: of equal pictures, another one may have stayed.
            expect(end.map(({md5}) => md5)).toEqual(should.map(({md5}) => md5))
          }
        },
      ),
      Math.ceil(RUNS / 4),
    )
  })

  it('deletes nothing of which App Store Connect does not tell the state', () => {
    check(
      fc.property(cases(ANY), anyOrder, ({desired, actual, policy}, stream) => {
        const plan = planListing(desired, actual, policy)
        const after = carryOut(desired, actual, plan, {maximumOf, pick: picker(stream)}).listing()
        for (const set of desired.sets) {
          const unknown = shown(actual, set.id).filter(({delivery}) => delivery.state === 'unknown')
          const ids = shown(after, set.id).map(({id}) => id)
          expect(unknown.filter(({id}) => !ids.includes(id))).toEqual([])
        }
      }),
    )
  })

  it('touches no set that the folder does not name', () => {
    check(
      fc.property(cases(ANY), anyOrder, ({desired, actual, policy}, stream) => {
        const plan = planListing(desired, actual, policy)
        const after = carryOut(desired, actual, plan, {maximumOf, pick: picker(stream)}).listing()
        const named = new Set(desired.sets.map(({id}) => id))
        const others = PLACES.map(({locale, type}) => placeOf(locale, type)).filter(
          (id) => !named.has(id),
        )
        expect(others.map((id) => shown(after, id))).toEqual(others.map((id) => shown(actual, id)))
      }),
    )
  })
})

describe('a plan', () => {
  it('is the same whatever order the sets and locales came in', () => {
    check(
      fc.property(cases(ANY), anyOrder, ({desired, actual, policy}, _stream) => {
        const turned = planListing(
          {sets: desired.sets.toReversed()},
          {
            ...actual,
            localizations: actual.localizations.toReversed().map((each) => ({
              ...each,
              sets: each.sets.toReversed(),
            })),
          },
          policy,
        )
        expect(turned).toEqual(planListing(desired, actual, policy))
      }),
    )
  })

  it('names every step once, after all that it needs', () => {
    check(
      fc.property(cases(ANY), anyOrder, ({desired, actual, policy}, _stream) => {
        const {steps} = planListing(desired, actual, policy)
        const before = new Set<string>()
        for (const step of steps) {
          expect(before.has(step.id)).toBe(false)
          expect(step.needs.filter((need) => !before.has(need))).toEqual([])
          before.add(step.id)
        }
      }),
    )
  })
})

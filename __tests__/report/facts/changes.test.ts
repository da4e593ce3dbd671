import {describe, expect, test} from '@jest/globals'

import type {StepResult} from '../../../src/core/results.ts'
import type {Run} from '../../../src/core/run.ts'
import {changeGroups} from '../../../src/report/facts/change-groups.ts'
import {changeTable} from '../../../src/report/facts/change-table.ts'
import {fatesOf, tallyOf} from '../../../src/report/facts/fates.ts'
import {numbersOf} from '../../../src/report/facts/numbers.ts'
import {shownNow} from '../../../src/report/facts/store-now.ts'
import {shelvesOf} from '../../../src/report/facts/views.ts'
import {PHONE, TABLET} from '../sample-plan.ts'
import {asset, desiredSet, diagnosticOf, plannedRun} from '../sample-run.ts'

const NAMES = ['1.png', '2.png', '3.png']

/** In each locale the second file is replaced, and in Japanese the third is new and an old picture goes. */
function sampleRun(locales: readonly string[]): Run {
  const sets = locales.map((locale) => desiredSet(locale, PHONE, NAMES))
  const stored = new Map(
    sets.map(({id, locale}) => [
      id,
      [
        asset(locale, PHONE, '1.png'),
        asset(locale, PHONE, '2.png', 'older'),
        asset(locale, PHONE, locale === 'ja' ? 'x.png' : '3.png'),
      ],
    ]),
  )
  return plannedRun(sets, stored)
}

/** The run after everything but the steps with these ids was done. */
function synced(
  run: Run,
  {failed = [], skipped = []}: Record<string, readonly string[]> = {},
): Run {
  const failure = diagnosticOf({what: 'Apple said no.'})
  const resultOf = (id: string): StepResult => {
    if (failed.includes(id)) return {status: 'failed', failure}
    if (skipped.includes(id)) return {status: 'skipped', failure}
    return {status: 'done', resourceId: `made by ${id}`}
  }
  const steps = run.plan?.steps ?? []
  return {...run, mode: 'sync', results: new Map(steps.map(({id}) => [id, resultOf(id)]))}
}

const UPLOAD = 'upload:ja/APP_IPHONE_67/2.png'
const DELETE = 'delete:ja/APP_IPHONE_67/ja-APP_IPHONE_67-2.png'

test('A replaced picture is one change, and no removal or new order', () => {
  const {cards} = tallyOf(sampleRun(['en-US']))
  expect(cards).toMatchObject({replaced: 1, removed: 0, reordered: 0, unchanged: 2})
})

test('A new order counts the pictures that move, once the order is set', () => {
  const set = desiredSet('en-US', PHONE, NAMES)
  const stored = ['2.png', '1.png', '3.png'].map((name) => asset('en-US', PHONE, name))
  const run = plannedRun([set], new Map([[set.id, stored]]))
  expect(numbersOf(run)).toBe('3 reordered')
  expect(numbersOf(synced(run))).toBe('3 reordered')
  const order = run.plan?.steps.map(({id}) => id) ?? []
  expect(tallyOf(synced(run, {failed: order})).cards).toMatchObject({failed: 3, reordered: 0})
})

test('What Apple rejects has failed, and what waits for it is not done', () => {
  const run = synced(sampleRun(['ja']), {failed: [UPLOAD], skipped: [DELETE]})
  const {ofCard} = fatesOf(run)
  expect(shelvesOf(run)[0]?.cards.map(ofCard)).toEqual(['unchanged', 'failed', 'new', 'removed'])
})

describe('The same change in several locales', () => {
  const groups = changeGroups(sampleRun(['en-US', 'de-DE', 'ja']))

  test('is one group with all its places, and what is removed comes first', () => {
    expect(groups.map(({fate, name, places}) => [fate, name, places.length])).toEqual([
      ['removed', 'x.png', 1],
      ['replaced', '2.png', 3],
      ['new', '3.png', 1],
    ])
  })

  test('is as many changes as the numbers say', () => {
    const {cards} = tallyOf(sampleRun(['en-US', 'de-DE', 'ja']))
    const places = groups.reduce((sum, group) => sum + group.places.length, 0)
    expect(places).toBe(cards.removed + cards.replaced + cards.new)
  })
})

test('The table has a row for each locale that changes, and a column for each device that does', () => {
  const same = desiredSet('fr-FR', PHONE, ['1.png'])
  const tablet = desiredSet('ja', TABLET, ['1.png'])
  const ja = desiredSet('ja', PHONE, ['1.png'])
  const table = changeTable(
    plannedRun(
      [same, ja, tablet],
      new Map([
        [same.id, [asset('fr-FR', PHONE, '1.png')]],
        [ja.id, [asset('ja', PHONE, '1.png')]],
      ]),
    ),
  )
  expect(table.columns).toEqual(['iPad 13"'])
  expect(table.rows.map(({locale, cells}) => [locale, cells[0]?.new])).toEqual([['ja', 1]])
  expect(table.unchanged).toEqual(['fr-FR'])
})

/** Names and ids of what the first shelf shows. */
function shown(run: Run) {
  const [shelf] = shelvesOf(run)
  const steps = (run.plan?.steps ?? []).filter(({subject}) => subject.place === shelf?.place)
  return shelf && shownNow(shelf, steps, run)?.map(({name, id}) => [name, id])
}
describe('What the store shows at the end of a run', () => {
  const run = sampleRun(['ja'])

  test('is what it had before, as long as nothing is done', () => {
    expect(shown(run)?.map(([name]) => name)).toEqual(['1.png', '2.png', 'x.png'])
  })

  test('is the folder, when everything is done', () => {
    expect(shown(synced(run))).toEqual([
      ['1.png', 'ja-APP_IPHONE_67-1.png'],
      ['2.png', `made by ${UPLOAD}`],
      ['3.png', 'made by upload:ja/APP_IPHONE_67/3.png'],
    ])
  })

  test('has the old picture where its replacement was rejected', () => {
    expect(shown(synced(run, {failed: [UPLOAD], skipped: [DELETE]}))).toEqual([
      ['1.png', 'ja-APP_IPHONE_67-1.png'],
      ['2.png', 'ja-APP_IPHONE_67-2.png'],
      ['3.png', 'made by upload:ja/APP_IPHONE_67/3.png'],
    ])
  })
})

import {describe, expect, test} from '@jest/globals'

import type {Run} from '../../../src/core/run.ts'
import type {Card, Shelf} from '../../../src/core/view.ts'
import {changeTable} from '../../../src/report/facts/change-table.ts'
import {fatesOf, tallyOf} from '../../../src/report/facts/fates.ts'
import {shelvesOf} from '../../../src/report/facts/views.ts'
import {renderComment} from '../../../src/report/markdown/comment.ts'
import {renderSummary} from '../../../src/report/markdown/summary.ts'
import {show} from '../../helpers/shown-summary.ts'
import {largeRun} from '../large-run.ts'
import {PHONE, TABLET} from '../sample-plan.ts'
import {asset, desiredSet, plannedRun} from '../sample-run.ts'
import {carriedOut} from './carried-out.ts'

const LOCALES = Array.from({length: 30}, (_, index) => `l${index}`)
const NAMES = ['1.png', '2.png', '3.png']

/** A plan that replaces 2.png in so many locales, and leaves the others alone. */
function replacing(locales: readonly string[], unchanged: readonly string[] = []): Run {
  const sets = [...locales, ...unchanged].map((locale) => desiredSet(locale, PHONE, NAMES))
  const assets = sets.map(({id, locale, type}) => {
    const isOld = (name: string) => name === '2.png' && locales.includes(locale)
    const all = NAMES.map((name) => asset(locale, type, name, isOld(name) ? 'older' : 'same'))
    return [id, all] as const
  })
  return plannedRun(sets, new Map(assets))
}

function addressesOf(run: Run): ReadonlyMap<string, string> {
  const paths = shelvesOf(run).flatMap(({cards}) => cards.flatMap(({file}) => file?.path ?? []))
  return new Map(paths.map((path) => [path, `https://github.example/blob/${path}?raw=true`]))
}

function commentOf(run: Run): string {
  const facts = {marker: '<!-- x -->', commit: 'abc', runUrl: 'https://ci.example'}
  return renderComment(run, {...facts, addresses: addressesOf(run)})
}

/** The rows of the table of changes, as texts of their cells. */
function tableOf(text: string): readonly (readonly string[])[] {
  const [, table = ''] = /<thead>(<tr><th align="left"><\/th>[^]*?)<\/table>/u.exec(text) ?? []
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gu)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gu)].map(([, cell = '']) =>
      show(cell).text.trim(),
    ),
  )
}

/** Of the changes. */
function titlesOf(text: string): readonly string[] {
  return [...text.matchAll(/<b>.*?<\/b> [^<]* in .*?(?=<)/gu)].map(String)
}

describe('The same change in many locales', () => {
  const run = replacing(LOCALES, ['de', 'fr'])

  test('is one line with one strip of pictures: the first few with what was before', () => {
    const comment = commentOf(run)
    const {text, pictures} = show(comment)
    expect(text.match(/2\.png replaced/g)).toHaveLength(1)
    expect(text).toContain('2.png replaced in 30 locales, iPhone 6.9"')
    expect(pictures.filter((url) => url.startsWith('https://pictures.example'))).toHaveLength(3)
    expect(pictures.filter((url) => url.startsWith('https://github.example'))).toHaveLength(30)
    for (const locale of LOCALES) expect(text).toMatch(new RegExp(`${locale}\\b`))
    expect(comment).not.toContain('<details>')
  })

  test('leaves one line for the locales without a change', () => {
    expect(show(commentOf(run)).text).toContain('2 locales unchanged: de, fr')
  })

  test('is folded if there are many such changes', () => {
    const names = Array.from({length: 9}, (_, index) => `${index}.png`)
    const sets = LOCALES.slice(0, 2).map((locale) => desiredSet(locale, PHONE, names))
    const older = sets.map(({id, locale, type}) => {
      return [id, names.map((name) => asset(locale, type, name, 'older'))] as const
    })
    const comment = commentOf(plannedRun(sets, new Map(older)))
    expect(comment.match(/<details><summary><b>/g)).toHaveLength(9)
    expect(tableOf(comment)).toEqual([
      ['', 'iPhone 6.9"'],
      ['l0', '9 replaced'],
      ['l1', '9 replaced'],
    ])
  })
})

describe('The table of changes', () => {
  test('has a row for each locale and a column for each device, with the numbers of the facts', () => {
    const run = largeRun()
    const {columns, rows} = changeTable(run)
    const [head = [], ...lines] = tableOf(renderSummary(run))
    expect(head.slice(1)).toEqual(columns)
    const sum = (word: string) =>
      lines.reduce((total, [first = '', ...cells]) => {
        const times = Number(/^(\d+) locales/.exec(first)?.[1] ?? 1)
        const numbers = cells.flatMap((cell) => new RegExp(`(\\d+) ${word}`).exec(cell)?.[1] ?? [])
        return total + times * numbers.reduce((all, number) => all + Number(number), 0)
      }, 0)
    const {cards} = tallyOf(run)
    expect(sum('new')).toBe(cards.new)
    expect(sum('replaced')).toBe(cards.replaced)
    expect(sum('removed')).toBe(cards.removed)
    expect(sum('reordered')).toBe(cards.reordered)
    expect(Math.min(cards.new, cards.replaced, cards.removed, cards.reordered)).toBeGreaterThan(0)
    expect(lines.length).toBeLessThanOrEqual(rows.length)
  })

  test('keeps one row for many locales with the same changes', () => {
    const sets = LOCALES.flatMap((locale) => [
      desiredSet(locale, PHONE, NAMES),
      desiredSet(locale, TABLET, ['1.png']),
    ])
    const [, ...rows] = tableOf(commentOf(plannedRun(sets, new Map())))
    expect(rows).toEqual([
      [expect.stringMatching(/^30 locales ?l0, l1/), '3 new each', '1 new each'],
    ])
  })
})

describe('Changes', () => {
  const set = desiredSet('ja', PHONE, NAMES)

  test('are the same in the summary of a plan and in the comment', () => {
    const run = largeRun()
    const [comment, summary] = [commentOf(run), renderSummary(run, addressesOf(run))]
    expect(titlesOf(comment).length).toBeGreaterThan(2)
    expect(titlesOf(comment)).toEqual(titlesOf(summary))
    expect(tableOf(comment)).toEqual(tableOf(summary))
  })

  test('of what is new in the same locales are shown together', () => {
    const run = plannedRun([set, desiredSet('ko', PHONE, NAMES)], new Map())
    const {text, pictures} = show(commentOf(run))
    expect(text).toContain('3 new in each of 2 locales, iPhone 6.9"')
    expect(pictures).toHaveLength(6)
  })

  test('in one place say where, and the name of each', () => {
    const older = NAMES.map((name) => asset('ja', PHONE, name, 'older'))
    const {text, pictures} = show(commentOf(plannedRun([set], new Map([[set.id, older]]))))
    expect(text).toContain('3 replaced in ja, iPhone 6.9"')
    for (const name of NAMES) expect(text).toContain(name)
    expect(pictures).toHaveLength(6)
  })

  test('of an order show both orders', () => {
    const stored = NAMES.toReversed().map((name) => asset('ja', PHONE, name))
    const {text, pictures} = show(commentOf(plannedRun([set], new Map([[set.id, stored]]))))
    expect(text).toContain('New order in ja, iPhone 6.9"')
    const names = pictures.map((url) => /\d\.png/.exec(url)?.[0])
    expect(names).toEqual([...NAMES.toReversed(), ...NAMES])
  })

  test('of a poster frame show both time codes, and the frame that Apple has so far as the one before', () => {
    const run = withUpdate(
      plannedRun([set], new Map([[set.id, NAMES.map((name) => asset('ja', PHONE, name))]])),
    )
    expect(show(commentOf(run)).text).toMatch(
      /1\.png poster frame 00:00:05:00 → 00:00:09:00 in ja, iPhone 6\.9"\s*1\.png\s*before/,
    )
    expect(
      show(renderSummary({...run, mode: 'sync', results: new Map([['poster', DONE]])})).text,
    ).toMatch(/poster frame 00:00:05:00 → 00:00:09:00 in ja, iPhone 6\.9"\s*1\.png\s*What/)
  })

  test('that were carried out show nothing that Apple no longer has', () => {
    const run = carriedOut(replacing(['ja']))
    const [changes = ''] = renderSummary(run).split('#### What version')
    expect(show(changes).pictures).toEqual([
      expect.stringContaining(encodeURIComponent('made by upload:ja/APP_IPHONE_67/2.png')),
    ])
  })

  test('that failed are listed as failed only', () => {
    const run = replacing(['ja'])
    expect(fatesOf(run).ofCard(cardOf(run, '2.png'))).toBe('replaced')
    const failed = carriedOut(run, () => ({
      status: 'failed',
      failure: {severity: 'error', code: 'x', what: 'broke', next: '', about: null},
    }))
    const summary = renderSummary(failed)
    expect(summary).toContain('#### What failed')
    expect(summary).not.toContain('#### Changes')
  })
})

describe('A listing of 16,500 files', () => {
  const names = Array.from({length: 10}, (_, index) => `${index}.png`)
  const sets = Array.from({length: 1650}, (_, index) => desiredSet(`l${index}`, PHONE, names))
  const older = sets.map(({id, locale, type}) => {
    return [id, names.map((name) => asset(locale, type, name, 'older'))] as const
  })
  const run = plannedRun(sets, new Map(older))

  test.each<[string, number, (run: Run) => string]>([
    ['comment', 65_000, commentOf],
    ['summary of a plan', 900 * 1024, (planned) => renderSummary(planned, addressesOf(planned))],
    ['summary of a sync', 900 * 1024, (planned) => renderSummary(carriedOut(planned))],
  ])('fits into a %s', (_, maxBytes, render) => {
    const text = render(run)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes)
    expect(text).toContain('replaced in 1650 locales')
    for (const tag of ['table', 'details', 'p']) {
      expect(text.split(new RegExp(`<${tag}[ >]`)).length).toBe(text.split(`</${tag}>`).length)
    }
    expect(text).toMatch(/left out/i)
  })
})

const DONE = {status: 'done', resourceId: null} as const

function withUpdate(run: Run): Run {
  const update = {name: 'poster frame', before: '00:00:05:00', after: '00:00:09:00'}
  const changed = (card: Card): Card =>
    card.name === '1.png' ? {...card, state: 'updated', update, steps: ['poster']} : card
  const shelves = shelvesOf(run).map((shelf): Shelf => ({
    ...shelf,
    cards: shelf.cards.map(changed),
  }))
  return {...run, views: [{shape: 'gallery', shelves}]}
}

function cardOf(run: Run, name: string): Card {
  const card = shelvesOf(run)
    .flatMap(({cards}) => cards)
    .find((each) => each.name === name)
  if (card === undefined) throw new Error(`There is no ${name}.`)
  return card
}

describe('New pictures in many locales', () => {
  const names = Array.from({length: 10}, (_, index) => `${index + 1}.png`)

  test.each([
    [3, '2 more locales'],
    [11, '10 more locales'],
  ])('name every locale, also where few pictures fit: %d', (number, more) => {
    const sets = LOCALES.slice(0, number).map((locale) => desiredSet(locale, PHONE, names))
    const run = plannedRun(sets, new Map(sets.map(({id}) => [id, []])))
    const summary = renderSummary(run, addressesOf(run))
    const comment = renderComment(run, {
      marker: '<!-- x -->',
      commit: 'abc',
      runUrl: 'https://ci.example',
      addresses: new Map(
        [...addressesOf(run)].map(([path, url]) => [path, `${url}${'x'.repeat(4000)}`]),
      ),
    })
    for (const text of [summary, comment]) {
      for (const locale of LOCALES.slice(0, number)) expect(show(text).text).toContain(locale)
    }
    expect(comment).toContain(more)
  })
})

test('New orders in many locales are shown for the first two, and the others are named as such', () => {
  const sets = ['a', 'b', 'c', 'd'].map((locale) => desiredSet(locale, PHONE, NAMES))
  const stored = sets.map(
    ({id, locale}) => [id, NAMES.toReversed().map((name) => asset(locale, PHONE, name))] as const,
  )
  const text = show(renderSummary(plannedRun(sets, new Map(stored)))).text
  expect(text).toContain('Also reordered: c, d')
})

test('A video has a link in place of a picture', () => {
  const set = desiredSet('en-US', PHONE, ['tour.mp4'])
  const run = plannedRun([set], new Map([[set.id, []]]))
  const views = run.views.map((view) =>
    view.shape === 'gallery'
      ? {...view, shelves: view.shelves.map((shelf) => ({...shelf, medium: 'video' as const}))}
      : view,
  )
  expect(renderSummary({...run, views}, addressesOf(run))).toContain('▶ video</a>')
})

test('What stays without a file is told among what is good to know', () => {
  const set = desiredSet('en-US', PHONE, ['1.png'])
  const stored = [asset('en-US', PHONE, '1.png'), asset('en-US', PHONE, 'x.png')]
  const summary = renderSummary(plannedRun([set], new Map([[set.id, stored]]), false))
  expect(show(summary).text).toMatch(
    /Good to know .*Kept without a matching file, because prune is off: en-US\/APP_IPHONE_67\/x\.png/,
  )
})

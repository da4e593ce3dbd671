import {expect, test} from '@jest/globals'

import type {Run} from '../../src/core/run.ts'
import {renderComment} from '../../src/report/markdown/comment.ts'
import {renderPage} from '../../src/report/html/page.ts'
import {renderPlanFile} from '../../src/report/json/render-plan-file.ts'
import {renderSummary} from '../../src/report/markdown/summary.ts'
import {CONTEXT} from './html/sample-context.ts'
import {PHONE} from './sample-plan.ts'
import {asset, desiredSet, plannedRun} from './sample-run.ts'

const NAMES = Array.from({length: 10}, (_, index) => `${index}.png`)

/** A plan that replaces every file of so many sets. */
function replacingRun(sets: number): Run {
  const all = Array.from({length: sets}, (_, index) => desiredSet(`l${index}`, PHONE, NAMES))
  const older = all.map(({id, locale, type}) => {
    return [id, NAMES.map((name) => asset(locale, type, name, 'older'))] as const
  })
  return plannedRun(all, new Map(older))
}

/** How often anything is taken out of the lists of a run while it is rendered. */
function readsOf(run: Run, render: (run: Run) => string): number {
  let reads = 0
  const counted = <List extends readonly object[]>(list: List): List =>
    new Proxy(list, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1
        return Reflect.get(target, key, receiver)
      },
    })
  const {plan, views} = run
  if (plan === null) throw new Error('The run has no plan.')
  render({
    ...run,
    views: views.map((view) => {
      if (view.shape !== 'gallery') return view
      const shelves = view.shelves.map((shelf) => ({...shelf, cards: counted(shelf.cards)}))
      return {...view, shelves: counted(shelves)}
    }),
    diagnostics: counted(run.diagnostics),
    plan: {
      steps: counted(plan.steps),
      settled: counted(plan.settled),
      diagnostics: counted(plan.diagnostics),
    },
  })
  return reads
}

const facts = {marker: 'x', commit: 'abc', runUrl: 'https://ci.example', addresses: new Map()}

test.each<[string, (run: Run) => string]>([
  ['page', (run) => renderPage(run, new Map(), CONTEXT)],
  ['summary', renderSummary],
  ['comment', (run) => renderComment(run, facts)],
  ['plan file', renderPlanFile],
])('Ten times as many sets make a %s ten times the work, not a hundred times', (_, render) => {
  const few = readsOf(replacingRun(4), render)
  const many = readsOf(replacingRun(40), render)
  expect(few).toBeGreaterThan(0)
  expect(many).toBeLessThanOrEqual(few * 10.5)
})

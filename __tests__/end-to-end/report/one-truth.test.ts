import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {everyKindOfStep} from '../../helpers/every-kind-of-step.ts'
import {closeReviews, review} from '../../helpers/pull-request.ts'
import {closeScenarios, scenario, shots, stored, storeWith} from '../../helpers/scenario.ts'

afterAll(closeScenarios)
afterAll(closeReviews)

const NUMBER = /(\d+) (new|replaced|removed|reordered|updated|failed)(?! locale)/gu

/** Adds up what a text says: `1 new, 2 replaced`. */
function numbersIn(text: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const [, number, word = ''] of text.matchAll(NUMBER)) {
    sums[word] = (sums[word] ?? 0) + Number(number)
  }
  return sums
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.startsWith('### ')) ?? ''
}

/** The cells of the first table: what changes in each locale on each device. */
function tableOf(markdown: string): string {
  return /<tbody>.*?<\/tbody>/su.exec(markdown)?.[0] ?? ''
}

/** How often a text repeats what Apple said. */
function times(text: string): number {
  return text.split('Once is enough').length - 1
}

/** The numbers beside the filters of the page. */
function chipsOf(report: string): Readonly<Record<string, number>> {
  const chips = report.matchAll(/name="fate" value="([\w-]+)".*?<b>(\d+)<\/b>/gsu)
  const all = [...chips].map(([, fate = '', number]) => [fate, Number(number)] as const)
  return Object.fromEntries(all.filter(([fate]) => fate !== 'unchanged'))
}

test.concurrent('Verdict, table, comment, log and page of a plan say the same numbers, and sync makes as many writes', async () => {
  const made = await everyKindOfStep()
  const {github, plan} = await review(made)
  const planned = green(await plan({prune: 'true'}))
  const verdict = firstLine(planned.summary)
  const numbers = numbersIn(verdict)
  expect(numbers).toEqual({new: 6, replaced: 1, removed: 1, updated: 1})
  expect(numbersIn(tableOf(planned.summary))).toEqual(numbers)
  expect(chipsOf(planned.report)).toEqual(numbers)
  const comment = github.comments[0]?.body ?? ''
  expect(firstLine(comment)).toBe(verdict)
  expect(tableOf(comment)).toBe(tableOf(planned.summary))
  const sentence = verdict.replace('### 📝 ', '')
  expect(planned.stdout.split('\n')).toContain(sentence)

  const done = green(await made.run({prune: 'true'}))
  expect(sentence).toContain(`; ${done.writes.length} write requests.`)
  expect(numbersIn(firstLine(done.summary))).toEqual(numbers)
  expect(numbersIn(tableOf(done.summary))).toEqual(numbers)
  expect(chipsOf(done.report)).toEqual(numbers)
})

test.concurrent('A rejected file is told once in the summary, once on the page, and in one annotation', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1, '2.png': 2, '3.png': 3}))
  simulator.faults.addProcessing({
    fileName: '2.png',
    outcome: [{code: 'IMAGE_BAD_DIMENSIONS', description: 'Once is enough.'}],
  })
  const {summary, report, annotations} = red(await run())
  expect(times(summary)).toBe(1)
  expect(times(report)).toBe(1)
  expect(report.match(/"data:image\/png;base64,/gu)).toHaveLength(1)
  expect(annotations.filter(({message}) => times(message) > 0)).toHaveLength(1)
  expect(firstLine(summary)).toBe('### ❌ 1 of 3 files failed. 2 new.')
})

test.concurrent('A replacement that Apple rejects is called rejected, and the old picture stays live', async () => {
  const {run, simulator} = await scenario(
    await shots({'1.png': 1}),
    storeWith(await stored({'1.png': 21})),
  )
  simulator.faults.addProcessing({
    fileName: '1.png',
    outcome: [{code: 'IMAGE_BAD_DIMENSIONS', description: 'Too wide.'}],
  })
  const {summary, report} = red(await run())
  for (const text of [summary, report]) {
    expect(text).toContain('Rejected: the old picture stays live')
    expect(text).toContain(' (Too wide).')
  }
})

import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import {afterAll, expect, test} from '@jest/globals'
import {show} from '../../helpers/shown-summary.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, place, scenario, shots} from '../../helpers/scenario.ts'
import {closeReviews, review} from '../../helpers/pull-request.ts'
import {ORDINARY_NAMES} from '../secrets/ordinary-names.ts'

afterAll(closeReviews)
afterAll(closeScenarios)

/** No name of a file is a secret; this one only looks like one, so it need not be told, but has to be planned. */
const LIKE_A_TOKEN = `ghp_${'aB3xY9'.repeat(6)}.png`

test.concurrent('Ordinary names are told as they are everywhere, and what was approved of them is done', async () => {
  const names = [...ORDINARY_NAMES, LIKE_A_TOKEN]
  const [first, second] = [names.slice(0, 8), names.slice(8)]
  const store = await scenario({
    ...(await shots(numbered(first, 1))),
    ...(await shots(numbered(second, 20), 'de-DE')),
  })
  const {plan, github} = await review(store)
  const planned = green(await plan())
  const {text: comment} = show(github.comments[0]?.body ?? '')
  const {text: report} = show(planned.report)
  for (const name of ORDINARY_NAMES) {
    expect(planned.stdout).toContain(name)
    expect(comment).toContain(name)
    expect(report).toContain(name)
  }
  expect(planned.plan?.steps.map(({subject}) => subject.name)).toEqual(
    expect.arrayContaining(names),
  )

  await writeFile(path.join(store.workspace, 'approved.json'), JSON.stringify(planned.plan))
  const done = green(await store.run({'plan-file': 'approved.json'}))
  expect(done.outputs).toMatchObject({uploaded: String(names.length)})
  const {text: summary} = show(done.summary)
  for (const name of ORDINARY_NAMES) expect(summary).toContain(name)
  expect(JSON.stringify(done.plan)).toContain(place(LIKE_A_TOKEN, 'de-DE'))
})

function numbered(names: readonly string[], from: number): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, index) => [name, from + index]))
}

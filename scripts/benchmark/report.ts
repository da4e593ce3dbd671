import {asset, desiredSet, plannedRun} from '../../__tests__/report/sample-run.ts'
import {LOCALES} from '../../src/apple/locales.ts'
import type {Run} from '../../src/core/run.ts'
import type {RunContext} from '../../src/report/facts/context.ts'
import {renderPage} from '../../src/report/html/page.ts'
import {renderComment} from '../../src/report/markdown/comment.ts'
import {renderSummary} from '../../src/report/markdown/summary.ts'

/** Apple has this many display and preview types. */
const TYPES = Array.from({length: 33}, (_, index) => `APP_TYPE_${index}`)

/** The largest listing that Apple takes is the last; each one before is half of the next. */
const SIZES = [
  {locales: 25, perSet: 5},
  {locales: 50, perSet: 5},
  {locales: 50, perSet: 10},
] as const

const COMMENT = {marker: '<!-- x -->', commit: 'c0ffee0', runUrl: 'https://github.example'}

/** CPU seconds of all that is rendered of a run, for listings of which each is twice as large as the one before. */
export function measureReport(): void {
  for (const age of ['older', 'same'] as const) {
    for (const size of SIZES) {
      const run = largeRun(size, age)
      const files = size.locales * TYPES.length * size.perSet
      const what = age === 'older' ? 'replaced' : 'unchanged'
      const {seconds, bytes} = render(run)
      console.log(
        `Report of ${files} files, all ${what}: ${seconds.toFixed(2)} s of CPU, page ${Math.round(bytes / 1000)} kB`,
      )
    }
  }
}

const NOWHERE: RunContext = {
  runUrl: null,
  commit: null,
  pullRequest: null,
  treeUrl: null,
  date: new Date(),
}

function render(run: Run): {readonly seconds: number; readonly bytes: number} {
  const before = process.cpuUsage()
  renderSummary(run)
  renderComment(run, {...COMMENT, addresses: new Map()})
  const page = renderPage(run, new Map(), NOWHERE)
  const {user, system} = process.cpuUsage(before)
  return {seconds: (user + system) / 1e6, bytes: Buffer.byteLength(page)}
}

function largeRun({locales, perSet}: (typeof SIZES)[number], age: 'same' | 'older'): Run {
  const names = Array.from({length: perSet}, (_, index) => `${index + 1}_Screenshot.png`)
  const sets = LOCALES.slice(0, locales).flatMap((locale) =>
    TYPES.map((type) => desiredSet(locale, type, names)),
  )
  const assets = sets.map(({id, locale, type}) => {
    return [id, names.map((name) => asset(locale, type, name, age))] as const
  })
  return plannedRun(sets, new Map(assets))
}

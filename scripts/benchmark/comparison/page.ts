import {table} from '../../markdown-table.ts'
import {MEGABYTE} from '../make-files.ts'
import type {Cell, ClientName} from './sample.ts'
import {
  CHANGED,
  FIRST_OF_CATALOGUE,
  FIRST_OF_TEN,
  PREVIEW,
  PROCESSING,
  UNCHANGED,
} from './scenarios.ts'
import type {Scenario} from './scenarios.ts'
import {
  HOURLY_LIMIT,
  TITLES,
  exceedsHour,
  measuresTable,
  medianOf,
  ratio,
  seconds,
} from './table.ts'

/** What was measured on. */
export interface Machine {
  readonly cores: number
  /** As `process.version`. */
  readonly node: string
  /** As `process.platform`. */
  readonly platform: string
}

/**
 * Renders docs/performance.md.
 *
 * @param cells - Of every scenario, latency and client.
 * @throws if a cell is missing.
 */
export function performancePage(cells: readonly Cell[], machine: Machine): string {
  return `# Performance

<!-- Made by "npm run benchmark -- table --write". -->

How long a run takes, and what it costs, beside two other clients that bring the same files into the same simulated store:

- **${TITLES.action}** is this action: the bundle in \`dist/\`, in \`mode: sync\`, with everything it does beside uploading.
- The **${lower('sequential')}** does what Apple's sample and the usual tutorials show: reserve, PUT part after part, commit with the
  MD5, look until it is complete; one request at a time, without pacing or retries. None of them compares files with the store, so a set that
  exists is emptied and uploaded again.
- The **${lower('bare')}** sends the fewest requests that can do the work, over up to 50 keep-alive connections to each host, parts
  in parallel. It knows every id, size and MD5 beforehand, and reads, compares, validates, hashes, paces, retries, verifies and reports
  nothing. It waits once for as long as Apple's processing takes.

## Time

In brackets: how many times as long as this action took.

${timesTable(cells)}

${reading(cells).join('\n')}

## Every measure

${measuresTable(cells)}

${cells.some(exceedsHour) ? `† More than the ${thousands(HOURLY_LIMIT)} API requests that Apple allows in an hour: it would refuse this run in the middle. The simulator did not.\n` : ''}
## How it was measured

- **Runs:** medians of ${fewestRuns(cells)} runs in which the clients took turns. The ${lower('sequential')} uploaded 1,200 files only once, all such
  runs next to each other: nearly all of their time, they wait. ${machine.cores} cores, Node ${machine.node.replace('v', '')}, ${machine.platform}.
- **Each run** is a process of its own with a store of its own, which is compared with the folder afterwards. The other two clients are
  given their token.
- **Files:** 1,200 screenshots are 40 locales × 3 display types × 10 small pictures.
- **Requests** are those to the API, per file of the folder; **connections** also those to the host that takes the parts; **memory** is
  the peak resident set; **CPU** is that of all threads.
- **The store** is the simulator of this repository, in another process of the same machine. Every answer comes 30 or 100 ms late, and
  processing a file takes ${PROCESSING / 1000} s. It has Apple's limit of ${thousands(HOURLY_LIMIT)} requests an hour, and the header that tells what is left; for
  the ${lower('sequential')}, which knows no way to wait, the limit is lifted.
- **It is not App Store Connect:** no TLS, no limit of bandwidth, no errors. Its own work, such as hashing what arrives, shares the cores
  with the client and is part of the time. Take the numbers as a comparison of clients, not as a forecast.

Repeat it, in some 20 minutes on a quiet machine:

\`\`\`sh
npm run benchmark -- table --write
\`\`\`
`
}

/** One row for each scenario and latency. */
function timesTable(cells: readonly Cell[]): string {
  const rows = cells
    .filter(({client}) => client === 'action')
    .map((action) => {
      const {scenario, latency} = action
      const beside = (client: ClientName) => {
        const cell = cellOf(cells, {scenario, latency, client})
        return `${timeOf(cell)} (**${ratio(action, cell)}**)`
      }
      return [scenario, `${latency} ms`, timeOf(action), beside('sequential'), beside('bare')]
    })
  return table(['Scenario', 'Latency', TITLES.action, TITLES.sequential, TITLES.bare], rows)
}

/** What the numbers say, in sentences that stay true whatever they are. */
function reading(cells: readonly Cell[]): readonly string[] {
  const of = ({title}: Scenario, client: ClientName) =>
    cellOf(cells, {scenario: title, latency: 100, client})
  const time = (scenario: Scenario, client: ClientName) => timeOf(of(scenario, client))
  const requests = (scenario: Scenario, client: ClientName) =>
    thousands(medianOf(of(scenario, client), 'requests'))
  const memory = (client: ClientName) =>
    `${Math.round(medianOf(of(PREVIEW, client), 'peakMemory') / MEGABYTE)} MB`
  return [
    `- **A large first upload** takes ${time(FIRST_OF_CATALOGUE, 'action')} with 100 ms, the ${lower('sequential')} ${time(FIRST_OF_CATALOGUE, 'sequential')}, the ${lower('bare')} ${time(FIRST_OF_CATALOGUE, 'bare')}.`,
    `  By choice, this action never has more than ten API requests in flight; the ${lower('bare')} has up to 50.`,
    `- **Nothing changed** costs ${requests(UNCHANGED, 'action')} API requests for 1,200 files; the ${lower('sequential')} needs ${requests(UNCHANGED, 'sequential')}, since it uploads everything again.`,
    `- **60 of 1,200 files changed** cost ${requests(CHANGED, 'action')} API requests; knowing everything beforehand, ${requests(CHANGED, 'bare')} are enough.`,
    `- **Ten files** take ${time(FIRST_OF_TEN, 'action')}, the ${lower('bare')} ${time(FIRST_OF_TEN, 'bare')}; ${PROCESSING / 1000} s of each are Apple's processing, which each of them waits for.`,
    `- **A preview of 500 MB** takes ${memory('action')} of memory, the ${lower('sequential')} ${memory('sequential')}: parts are streamed here, and Apple's sample reads the file whole for its MD5.`,
  ]
}

function cellOf(
  cells: readonly Cell[],
  {scenario, latency, client}: Pick<Cell, 'scenario' | 'latency' | 'client'>,
): Cell {
  const found = cells.find(
    (cell) => cell.scenario === scenario && cell.latency === latency && cell.client === client,
  )
  if (found === undefined) throw new Error(`${scenario}, ${latency} ms, ${client}: not measured.`)
  return found
}

function fewestRuns(cells: readonly Cell[]): number {
  return Math.min(
    ...cells.filter(({client}) => client !== 'sequential').map((cell) => cell.samples.length),
  )
}

function timeOf(cell: Cell): string {
  return seconds(medianOf(cell, 'milliseconds'))
}

function thousands(value: number): string {
  return value.toLocaleString('en')
}

function lower(client: ClientName): string {
  return TITLES[client].toLowerCase()
}

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {afterAll, beforeAll, describe, expect, it} from '@jest/globals'

import {CLIENTS} from '../../scripts/benchmark/comparison/clients.ts'
import {readFolder} from '../../scripts/benchmark/comparison/folder.ts'
import {mustMatch} from '../../scripts/benchmark/comparison/must-match.ts'
import {performancePage} from '../../scripts/benchmark/comparison/page.ts'
import type {Cell, ClientName, Sample} from '../../scripts/benchmark/comparison/sample.ts'
import {LATENCIES, SCENARIOS} from '../../scripts/benchmark/comparison/scenarios.ts'
import {measuresTable} from '../../scripts/benchmark/comparison/table.ts'
import {makePreviews, makeScreenshot, makeScreenshots} from '../../scripts/benchmark/make-files.ts'
import {startStore} from '../../scripts/benchmark/start-store.ts'
import type {BenchmarkStore, StoreOptions} from '../../scripts/benchmark/start-store.ts'

const PROCESSING = 50
const RIVALS = ['sequential', 'bare'] as const

let folder = ''
/** What the store is to have: a locale that it lacks, two types, a preview of several parts. */
let wanted = ''
/** The same, with another picture in the middle of a set. */
let older = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'comparison-'))
  wanted = path.join(folder, 'wanted')
  older = path.join(folder, 'older')
  for (const workspace of [wanted, older]) {
    await makeScreenshots(workspace, ['en-US', 'ja'], 3, 2)
    await makePreviews(workspace, {locales: ['en-US'], perSet: 1, bytes: 10_000})
  }
  const changed = path.join(older, 'screenshots/ja/APP_WATCH_SERIES_3/2.png')
  await makeScreenshot(changed, {number: 10_000})
})

afterAll(() => rm(folder, {recursive: true}))

async function withStore<Result>(
  options: Partial<StoreOptions>,
  use: (store: BenchmarkStore) => Promise<Result>,
): Promise<Result> {
  const store = await startStore({
    latency: 1,
    processing: 'accept',
    processingMilliseconds: PROCESSING,
    partSize: 20_000,
    ...options,
  })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** Has a client bring the store in line with the wanted folder. @throws if it then differs. */
function bringInLine(client: ClientName, options: Partial<StoreOptions>): Promise<Sample> {
  return withStore(options, async (store) => {
    const files = await readFolder(wanted)
    const task = {store, workspace: wanted, folder: files, processingMilliseconds: PROCESSING}
    const sample = await CLIENTS[client](task)
    await mustMatch(store, files)
    return sample
  })
}

describe.each(RIVALS)('The %s client of the benchmark', (client) => {
  it('leaves an empty store as the folder wants it', async () => {
    const sample = await bringInLine(client, {})
    expect(sample.milliseconds).toBeGreaterThan(PROCESSING)
    expect(sample.connections).toBeGreaterThan(0)
    expect(sample.peakMemory).toBeGreaterThan(10_000_000)
    expect(sample.cpu).toBeGreaterThan(0)
  })

  it('leaves a store in which one file differs as the folder wants it', async () => {
    const {requests} = await bringInLine(client, {planted: older})
    expect(requests).toBeGreaterThan(0)
  })
})

describe('The clients of the benchmark', () => {
  it('need as many requests as the documents show, and as few as are possible', async () => {
    const [first, unchanged, changed] = await Promise.all([
      Promise.all(RIVALS.map((client) => bringInLine(client, {}))),
      Promise.all(RIVALS.map((client) => bringInLine(client, {planted: wanted}))),
      Promise.all(RIVALS.map((client) => bringInLine(client, {planted: older}))),
    ])
    // One locale, five sets, and two for each of 13 files.
    expect(first[1]?.requests).toBe(1 + 5 + 2 * 13)
    expect(unchanged[1]).toMatchObject({requests: 0, connections: 0})
    // Delete, reserve, commit, and put into order.
    expect(changed[1]?.requests).toBe(4)
    // Beside that: app, version, localizations, a look for each set, and at least one at each file.
    expect(first[0]?.requests).toBeGreaterThanOrEqual(1 + 5 + 2 * 13 + 3 + 5 + 13)
    // A list and a deletion instead of a new set.
    expect(unchanged[0]?.requests).toBeGreaterThanOrEqual(3 + 5 + 5 + 4 * 13)
    expect(changed[0]?.requests).toBeGreaterThanOrEqual(3 + 5 + 5 + 4 * 13)
  })

  it('are not measured if the store differs from the folder', async () => {
    const files = await readFolder(wanted)
    await withStore({planted: older}, (store) =>
      expect(mustMatch(store, files)).rejects.toThrow('ja/APP_WATCH_SERIES_3'),
    )
    await withStore({planted: wanted}, async (store) => {
      await mustMatch(store, files)
      await expect(mustMatch(store, files.slice(1))).rejects.toThrow('other files')
    })
  })
})

function sampleOf(milliseconds: number, more: Partial<Sample> = {}): Sample {
  return {
    milliseconds,
    requests: 25,
    connections: 12,
    peakMemory: 90_400_000,
    cpu: 1.26,
    ...more,
  }
}

function rowsOf(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

describe('The table of the benchmark', () => {
  const place = {scenario: 'Ten files', files: 10, latency: 30}
  const cells: readonly Cell[] = [
    {...place, client: 'action', samples: [sampleOf(9000), sampleOf(4000), sampleOf(4200)]},
    {...place, client: 'sequential', samples: [sampleOf(52_500, {requests: 3501})]},
    {
      ...place,
      client: 'bare',
      samples: [sampleOf(1000, {requests: 0}), sampleOf(2000, {requests: 0})],
    },
  ]

  it('shows medians, and how many times as long as the action each client took', () => {
    expect(rowsOf(measuresTable(cells)).slice(2)).toEqual([
      ['Ten files, 30 ms', 'App Store Sync', '4.2 s', '2.50', '12', '90 MB', '1.3 s'],
      ['', 'Sequential client', '52.5 s (**13×**)', '350 †', '12', '90 MB', '1.3 s'],
      ['', 'Lower bound', '1.5 s (**0.36×**)', '0.00', '12', '90 MB', '1.3 s'],
    ])
  })

  it('names scenario and latency again for each other latency', () => {
    const slower = cells.map((cell) => ({...cell, latency: 100}))
    const rows = rowsOf(measuresTable([...cells, ...slower]))
    expect(rows.map(([name]) => name).filter((name) => name?.includes('ms'))).toEqual([
      'Ten files, 30 ms',
      'Ten files, 100 ms',
    ])
  })
})

describe('The page of the benchmark', () => {
  const machine = {cores: 2, node: 'v24.0.0', platform: 'linux'}
  const every: readonly Cell[] = SCENARIOS.flatMap(({title: scenario, files}) =>
    LATENCIES.flatMap((latency) =>
      (['action', 'sequential', 'bare'] as const).map((client, index) => ({
        scenario,
        files,
        latency,
        client,
        samples: [sampleOf((index + 1) * 1000, {requests: 3000})],
      })),
    ),
  )

  it('has a row of times for each scenario and latency, with ratios', () => {
    const rows = rowsOf(performancePage(every, machine))
    expect(rows[2]).toEqual([
      'First upload of 10 screenshots',
      '30 ms',
      '1 s',
      '2 s (**2×**)',
      '3 s (**3×**)',
    ])
  })

  it('explains the mark only if a run needs more requests than Apple allows', () => {
    const more = every.map((cell) => ({...cell, samples: [sampleOf(1000, {requests: 3501})]}))
    expect(performancePage(every, machine)).not.toContain('†')
    expect(performancePage(more, machine)).toContain('† More than the 3,500 API requests')
  })

  it('is not made without a client', () => {
    const some = every.filter(({client}) => client !== 'sequential')
    expect(() => performancePage(some, machine)).toThrow('not measured')
  })
})

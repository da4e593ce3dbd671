/**
 * Measures what the project promises: API requests, time, memory. It prints numbers and judges nothing. `npm run
 * benchmark` compares the action with two other clients in one table; `--quick` leaves out the runs that take minutes,
 * `--write` writes docs/performance.md. With the names of measures, it runs those. `ACTION_OPTIONS` gives Node's options
 * to the action, such as `--cpu-prof`; `--gigabytes 6` is for the measure `archive`, whose archive has 20 otherwise.
 */
import path from 'node:path'
import {parseArgs} from 'node:util'

import {LOCALES} from '../src/apple/locales.ts'
import {measureArchive} from './benchmark/archive.ts'
import {compare} from './benchmark/comparison/compare.ts'
import {inWorkspace} from './benchmark/in-workspace.ts'
import {makePreviews, makeScreenshot, makeScreenshots, MEGABYTE} from './benchmark/make-files.ts'
import {measureRun} from './benchmark/measure-run.ts'
import type {Measured} from './benchmark/measure-run.ts'
import {measureReport} from './benchmark/report.ts'

const SLOW = {fileName: 'slow.png', milliseconds: 21_000}

function show(what: string, run: Measured, more = ''): void {
  const facts = [
    `${run.requests} requests (${run.writes} writes, ${run.reorders} reorders)`,
    `${run.connections} connections`,
    `${seconds(run.milliseconds)} s`,
    `${seconds(run.tail)} s of it after the last answer`,
    `${run.cpu.toFixed(1)} s of CPU`,
    `peak memory ${Math.round(run.peakMemory / MEGABYTE)} MB`,
    `report ${Math.round(run.report / 1000)} kB`,
    `exit ${run.code}`,
  ]
  console.log(`${what}: ${facts.join(', ')}${more}`)
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2)
}

/** The first upload of a large catalogue, the run after it, and a plan with changes. */
async function catalogue(): Promise<void> {
  await inWorkspace({processingMilliseconds: 2000}, async (workspace, store) => {
    const locales = LOCALES.slice(0, 40)
    const files = await makeScreenshots(workspace, locales, 10)
    show(`First upload of ${files} files`, await measureRun(workspace, store))
    show('Unchanged', await measureRun(workspace, store))
    for (const [index, locale] of locales.entries()) {
      const file = path.join(workspace, 'screenshots', locale, 'APP_WATCH_SERIES_3/3.png')
      await makeScreenshot(file, {number: 10_000 + index})
    }
    show('Plan with 40 changes', await measureRun(workspace, store, {mode: 'plan'}))
    show('Validate', await measureRun(workspace, store, {mode: 'validate'}))
    show('Sync of 40 changes', await measureRun(workspace, store))
  })
}

/** One file of a large catalogue that Apple takes long to process. */
async function slowFile(): Promise<void> {
  await inWorkspace({slow: SLOW}, async (workspace, store) => {
    const locales = LOCALES.slice(0, 40)
    await makeScreenshots(workspace, locales, 1)
    await measureRun(workspace, store)
    const folder = path.join(workspace, 'screenshots/en-US/APP_WATCH_SERIES_3')
    await makeScreenshot(path.join(folder, SLOW.fileName), {number: 10_000})
    const run = await measureRun(workspace, store)
    const late = run.endedAt - run.committedAt - SLOW.milliseconds
    show(
      `A file that takes ${SLOW.milliseconds / 1000} s`,
      run,
      `, ${run.setLists - locales.length} looks while waiting, ended ${seconds(late)} s after Apple was done`,
    )
  })
}

async function videos(): Promise<void> {
  for (const bytes of [30 * MEGABYTE, 300 * MEGABYTE]) {
    const options = {storeBytes: false, partSize: 8 * 1024 * 1024} as const
    await inWorkspace(options, async (workspace, store) => {
      await makePreviews(workspace, {locales: LOCALES.slice(0, 4), perSet: 2, bytes})
      show(`Eight videos of ${bytes / MEGABYTE} MB`, await measureRun(workspace, store))
    })
  }
}

async function start(): Promise<void> {
  await inWorkspace({}, async (workspace, store) => {
    await makeScreenshots(workspace, ['en-US'], 1)
    const times: number[] = []
    for (let run = 0; run < 11; run += 1) {
      const {head} = await measureRun(workspace, store, {mode: 'plan'})
      times.push(head)
    }
    const sorted = times.toSorted((one, other) => one - other)
    console.log(
      `Start to first API request: median ${sorted[5]} ms, most ${sorted.at(-1)} ms of 11.`,
    )
  })
}

/** How long a run goes on after the runner cancels it; the runner kills it after 7.5 s. */
async function cancelled(): Promise<void> {
  await inWorkspace({processingMilliseconds: 2000}, async (workspace, store) => {
    await makeScreenshots(workspace, LOCALES.slice(0, 10), 10)
    for (const after of [1000, 2000, 4000]) {
      let signalledAt = 0
      const run = await measureRun(workspace, store, {}, (child) => {
        setTimeout(() => {
          signalledAt = Date.now()
          child.kill('SIGINT')
        }, after)
      })
      show(
        `Cancelled after ${after / 1000} s`,
        run,
        `, ended ${seconds(run.endedAt - signalledAt)} s after the signal`,
      )
    }
  })
}

/** @throws if its parts were sent one after the other, or took more memory than a few of them. */
async function archive(): Promise<void> {
  const run = await measureArchive(Number(options.gigabytes))
  const parts = `, ${run.parts} parts that arrived whole, at most ${run.mostParts} at once`
  show(`An archive of ${options.gigabytes} GB`, run, parts)
  if (run.code !== 0 || run.mostParts < 2 || run.peakMemory > 150 * MEGABYTE) {
    throw new Error('It must be green, send parts at the same time, and stay below 150 MB.')
  }
}

const MEASURES = {
  table: () => compare(options),
  start,
  catalogue,
  slowFile,
  cancelled,
  videos,
  archive,
  report: measureReport,
}

const {values: options, positionals} = parseArgs({
  options: {
    gigabytes: {type: 'string', default: '20'},
    quick: {type: 'boolean', default: false},
    write: {type: 'boolean', default: false},
  },
  allowPositionals: true,
})
const named = positionals.length > 0 ? positionals : ['table']
const unknown = named.filter((name) => !Object.hasOwn(MEASURES, name))
if (unknown.length > 0) throw new Error(`There is no measure ${unknown.join(', ')}.`)
for (const [name, measure] of Object.entries(MEASURES)) {
  if (named.includes(name)) await measure()
}

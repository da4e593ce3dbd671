/**
 * Measures what the project promises: API requests, memory, and the time to the first request. It prints numbers and
 * judges nothing; run it with `npm run benchmark`, on Linux for the memory.
 */
import {spawn} from 'node:child_process'
import {appendFile, copyFile, mkdir, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

import sharp from 'sharp'

import {LOCALES} from '../src/apple/locales.ts'
import {startSimulator} from '../__tests__/simulator/simulator.ts'
import type {Simulator, SimulatorOptions} from '../__tests__/simulator/simulator.ts'

const root = path.join(import.meta.dirname, '..')
const MEGABYTE = 1_000_000

interface Measured {
  readonly code: number | null
  /** From the start of the process to its end. */
  readonly milliseconds: number
  /** Largest resident set of the process, in bytes; null where there is no /proc. */
  readonly peakMemory: number | null
}

async function runAction(
  workspace: string,
  simulator: Simulator,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const start = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'dist/index.js')], {
    stdio: 'ignore',
    env: {
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: workspace,
      INPUT_MODE: 'sync',
      'INPUT_BUNDLE-ID': 'com.example.app',
      'INPUT_API-KEY-ID': simulator.key.keyId,
      'INPUT_ISSUER-ID': simulator.key.issuerId,
      'INPUT_API-PRIVATE-KEY': simulator.key.privateKey,
      'INPUT_API-URL': simulator.apiUrl,
      ...inputs,
    },
  })
  let peakMemory: number | null = null
  const watch = setInterval(async () => {
    peakMemory = (await readPeakMemory(child.pid)) ?? peakMemory
  }, 20)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  return {code, milliseconds: performance.now() - start, peakMemory}
}

async function readPeakMemory(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

async function inWorkspace(
  options: SimulatorOptions,
  measure: (workspace: string, simulator: Simulator) => Promise<void>,
): Promise<void> {
  const workspace = await mkdtemp(path.join(tmpdir(), 'benchmark-'))
  const simulator = await startSimulator(options)
  try {
    await measure(workspace, simulator)
  } finally {
    await simulator.close()
    await rm(workspace, {recursive: true})
  }
}

/** Small images of three Watch types, each with other bytes. */
async function makeScreenshots(
  workspace: string,
  locales: readonly string[],
  perSet: number,
): Promise<number> {
  const types = [
    ['APP_WATCH_SERIES_3', 312, 390],
    ['APP_WATCH_SERIES_4', 368, 448],
    ['APP_WATCH_SERIES_7', 396, 484],
  ] as const
  let made = 0
  for (const locale of locales) {
    for (const [type, width, height] of types) {
      const folder = path.join(workspace, 'screenshots', locale, type)
      await mkdir(folder, {recursive: true})
      for (let index = 1; index <= perSet; index += 1) {
        made += 1
        const background = {r: made % 256, g: Math.floor(made / 256), b: 99}
        const image = sharp({create: {width, height, channels: 3, background}}).png()
        await image.toFile(path.join(folder, `${index}.png`))
      }
    }
  }
  return made
}

/** Real videos that are made long by a box of the kind that players skip. */
async function makePreviews(
  workspace: string,
  {locales, perSet, bytes}: {locales: readonly string[]; perSet: number; bytes: number},
): Promise<void> {
  const block = Buffer.alloc(MEGABYTE, 'padding ')
  for (const locale of locales) {
    const folder = path.join(workspace, 'previews', locale, 'IPHONE_67')
    await mkdir(folder, {recursive: true})
    for (let index = 1; index <= perSet; index += 1) {
      const file = path.join(folder, `${index}.mp4`)
      await copyFile(path.join(root, '__tests__/fixtures/iphone.mp4'), file)
      const header = Buffer.from('\0\0\0\0free')
      header.writeUInt32BE(8 + 1 + bytes)
      await appendFile(file, Buffer.concat([header, Buffer.from([index])]))
      for (let written = 0; written < bytes; written += block.length) {
        await appendFile(file, block.subarray(0, bytes - written))
      }
    }
  }
}

function apiRequests({requests}: Simulator) {
  const api = requests.filter(({host}) => host === 'api')
  return {
    all: api.length,
    writes: api.filter(({method}) => method !== 'GET').length,
    reorders: api.filter(({routeClass}) => routeClass === 'reorder').length,
  }
}

async function measureUnchanged(): Promise<void> {
  await inWorkspace({processing: 'accept'}, async (workspace, simulator) => {
    const locales = LOCALES.slice(0, 20)
    await makeScreenshots(workspace, locales, 2)
    await makePreviews(workspace, {locales: locales.slice(0, 7), perSet: 1, bytes: 10})
    await runAction(workspace, simulator)
    simulator.clearRequests()
    const {milliseconds} = await runAction(workspace, simulator)
    const {all, writes} = apiRequests(simulator)
    console.log(
      `Unchanged, 20 locales with screenshots and 7 with previews: ${all} API requests (3 + 20 + 7 = 30), ${writes} writes, ${Math.round(milliseconds)} ms.`,
    )
  })
}

async function measureFirstUpload(): Promise<void> {
  const options = {processing: 'accept', processingMilliseconds: 2000} as const
  await inWorkspace(options, async (workspace, simulator) => {
    const files = await makeScreenshots(workspace, LOCALES.slice(0, 40), 10)
    const {code, milliseconds} = await runAction(workspace, simulator)
    const {all, reorders} = apiRequests(simulator)
    console.log(
      `First upload of ${files} files in 40 locales × 3 sets: ${all} API requests, ${(all / files).toFixed(3)} a file, ${reorders} reorders, ${simulator.connections()} connections, ${(milliseconds / 1000).toFixed(1)} s (exit ${code}).`,
    )
  })
}

async function measureMemory(bytes: number): Promise<void> {
  const options = {processing: 'accept', storeBytes: false, partSize: 8 * 1024 * 1024} as const
  await inWorkspace(options, async (workspace, simulator) => {
    await makePreviews(workspace, {locales: LOCALES.slice(0, 4), perSet: 2, bytes})
    const {code, milliseconds, peakMemory} = await runAction(workspace, simulator)
    const memory = peakMemory === null ? 'unknown' : `${Math.round(peakMemory / MEGABYTE)} MB`
    console.log(
      `Eight videos of ${bytes / MEGABYTE} MB: peak memory ${memory}, ${(milliseconds / 1000).toFixed(1)} s (exit ${code}).`,
    )
  })
}

async function measureStart(): Promise<void> {
  await inWorkspace({}, async (workspace, simulator) => {
    await makeScreenshots(workspace, ['en-US'], 1)
    const times: number[] = []
    for (let run = 0; run < 11; run += 1) {
      simulator.clearRequests()
      const start = Date.now()
      await runAction(workspace, simulator, {INPUT_MODE: 'plan'})
      times.push((simulator.requests[0]?.at ?? Number.NaN) - start)
    }
    const sorted = times.toSorted((one, other) => one - other)
    console.log(
      `Start to first API request: median ${sorted[5]} ms, most ${sorted.at(-1)} ms of 11.`,
    )
  })
}

await measureStart()
await measureUnchanged()
await measureFirstUpload()
await measureMemory(30 * MEGABYTE)
await measureMemory(300 * MEGABYTE)

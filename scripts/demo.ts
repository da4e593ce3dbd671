/**
 * Shows the action at work, without an Apple account: `npm run demo` starts a double of App Store Connect on this
 * machine, and syncs the folder `demo/` with it three times. Fails if the store does not end up like the folder.
 */
import {cp, mkdtemp, readFile, realpath, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import sharp from 'sharp'
import {startBundle} from '../simulator/runner/run-bundle.ts'
import {startSimulator} from '../simulator/simulator.ts'
import type {Simulator} from '../simulator/simulator.ts'
import {plural} from '../src/core/plural.ts'
import {areEqual, setsInFolder, setsInStore} from './demo/compare-store.ts'
import {logLine} from './demo/log-line.ts'
import {showPosterFrames} from './demo/poster-frames.ts'
import {summaryText} from './demo/summary-text.ts'

const CHANGED = 'screenshots/de-DE/APP_IPHONE_67/02-climb.png'
const POSTER = 'previews/en-US/IPHONE_67/tour.poster.txt'

interface Expected {
  readonly uploaded: number
  readonly deleted: number
  readonly unchanged: number
}

const outcomes: boolean[] = []

function expect(what: string, holds: boolean): void {
  outcomes.push(holds)
  console.log(`${holds ? '✓' : '✗'} ${what}`)
}

/** @returns the path of the report of the last run. */
async function demo(simulator: Simulator, workspace: string): Promise<string> {
  const sets = await setsInFolder(workspace)
  const all = [...sets.values()].flat().length

  title(`1. First run: an empty version, ${all} files to upload`)
  const first = await run(simulator, workspace, {uploaded: all, deleted: 0, unchanged: 0})
  expect('the preview was uploaded in several parts', first.parts.length > all)

  title('2. The same again: nothing to do')
  const second = await run(simulator, workspace, {uploaded: 0, deleted: 0, unchanged: all})
  expect('nothing was written', second.writes.length === 0 && second.parts.length === 0)

  title(`3. One file changed: ${CHANGED}`)
  await recolour(path.join(workspace, CHANGED))
  const third = await run(simulator, workspace, {uploaded: 1, deleted: 1, unchanged: all - 1})
  return third.report
}

async function run(simulator: Simulator, workspace: string, expected: Expected) {
  simulator.clearRequests()
  const started = performance.now()
  const inputs = {
    'issuer-id': simulator.key.issuerId,
    'api-key-id': simulator.key.keyId,
    'api-private-key': simulator.key.privateKey,
    'bundle-id': 'com.example.trails',
    version: 'v2.1.0',
    'api-url': simulator.apiUrl,
  }
  const {child, ended} = await startBundle({inputs, workspace, env: {RUNNER_TEMP: kept}})
  if (child.stdout !== null) {
    createInterface(child.stdout).on('line', (line) => {
      const shown = logLine(line)
      if (shown !== null) console.log(`  │ ${shown}`)
    })
  }
  const {code, outputs, summary, stderr} = await ended
  if (stderr !== '') console.error(stderr)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const api = simulator.requests.filter(({host}) => host === 'api')
  const parts = simulator.requests.filter(({routeClass}) => routeClass === 'part')
  const writes = api.filter(({method}) => method !== 'GET')
  console.log('\nThe job summary, as plain text:\n')
  for (const line of summaryText(summary).split('\n')) console.log(`  ┃ ${line}`)
  console.log(
    `\n${seconds} s, ${api.length} API requests (${plural(writes.length, 'write')}), ${plural(parts.length, 'part')} uploaded.\n`,
  )

  expect('the step succeeded', code === 0)
  const counts = Object.entries({...expected, failed: 0})
  for (const [name, count] of counts) {
    expect(`output "${name}" is ${count}`, outputs[name] === String(count))
  }
  const matches = areEqual(setsInStore(simulator), await setsInFolder(workspace))
  expect('the store matches the folder, byte for byte and in the same order', matches)
  const wrong = [...simulator.violations, ...simulator.contractViolations]
  expect(
    `every request follows Apple's rules${wrong.map((each) => `\n  ${each}`).join('')}`,
    wrong.length === 0,
  )
  return {writes, parts, report: outputs['report-path'] ?? ''}
}

/** What a designer does on the last evening. */
async function recolour(file: string): Promise<void> {
  await writeFile(
    file,
    await sharp(await readFile(file))
      .modulate({hue: 60})
      .png()
      .toBuffer(),
  )
}

function title(text: string): void {
  console.log(`\n━━━ ${text} ${'━'.repeat(Math.max(3, 90 - text.length))}\n`)
}

const workspace = await realpath(await mkdtemp(path.join(tmpdir(), 'workspace-')))
/** Not removed: somebody may want to look at the reports. */
const kept = await mkdtemp(path.join(tmpdir(), 'app-store-sync-demo-'))
const simulator = await startSimulator({
  apps: [{bundleId: 'com.example.trails', name: 'Trails', versions: [{versionString: '2.1.0'}]}],
  partSize: 96 * 1024,
  processingMilliseconds: 200,
})
let report = ''
try {
  await cp(path.join(import.meta.dirname, '../demo'), workspace, {recursive: true})
  const timeCode = await readFile(path.join(workspace, POSTER), 'utf8')
  await showPosterFrames(simulator, [timeCode.trim()])
  report = await demo(simulator, workspace)
} finally {
  await simulator.close()
  await rm(workspace, {recursive: true, force: true})
}
const failed = outcomes.filter((holds) => !holds).length
console.log(`\ndemo: ${outcomes.length - failed} passed, ${failed} failed`)
if (failed > 0) process.exitCode = 1

if (report !== '') console.log(`Open the report of the last run in a browser: ${report}`)

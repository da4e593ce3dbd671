/**
 * Shows the action at work, without an Apple account: `npm run demo` starts a double of App Store Connect on this
 * machine, and brings the folder `demo/` to it three times. Fails if the store does not end up as the folder.
 */
import {createHash} from 'node:crypto'
import {cp, mkdtemp, readdir, readFile, realpath, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import sharp from 'sharp'
import {startBundle} from '../simulator/runner/run-bundle.ts'
import {startSimulator} from '../simulator/simulator.ts'
import type {Simulator} from '../simulator/simulator.ts'
import {logLine, summaryText} from './demo/plain-text.ts'

const CHANGED = 'screenshots/de-DE/APP_IPHONE_67/02-climb.png'

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

async function demo(simulator: Simulator, workspace: string): Promise<void> {
  const files = await filesOf(workspace)
  const all = [...files.values()].flat().length

  title(`1. First run: the store has only an empty version, the folder has ${all} files`)
  const first = await run(simulator, workspace, {uploaded: all, deleted: 0, unchanged: 0})
  expect('the preview was sent in several parts', first.parts.length > all)

  title('2. The same again: nothing to do')
  const second = await run(simulator, workspace, {uploaded: 0, deleted: 0, unchanged: all})
  expect('no request wrote anything', second.writes.length === 0 && second.parts.length === 0)

  title(`3. One changed file: ${CHANGED}`)
  await recolour(path.join(workspace, CHANGED))
  await run(simulator, workspace, {uploaded: 1, deleted: 1, unchanged: all - 1})
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
  const {child, ended} = await startBundle({inputs, workspace})
  if (child.stdout !== null) {
    createInterface(child.stdout).on('line', (line) => {
      const shown = logLine(line)
      if (shown !== null) console.log(`  │ ${shown}`)
    })
  }
  const {code, outputs, summary} = await ended
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const api = simulator.requests.filter(({host}) => host === 'api')
  const parts = simulator.requests.filter(({host}) => host === 'upload')
  const writes = api.filter(({method}) => method !== 'GET')
  console.log('\nThe job summary, as text:\n')
  for (const line of summaryText(summary).split('\n')) console.log(`  ┃ ${line}`)
  console.log(
    `\n${seconds} s, ${api.length} API requests (${writes.length} of them write), ${parts.length} parts uploaded.\n`,
  )

  expect('the step succeeded', code === 0)
  const counts = Object.entries({...expected, failed: 0})
  for (const [name, count] of counts) {
    expect(`output "${name}" is ${count}`, outputs[name] === String(count))
  }
  const shown = shownBy(simulator)
  const wanted = await filesOf(workspace)
  expect('the store shows the folder, byte for byte and in its order', isSame(shown, wanted))
  const wrong = [...simulator.violations, ...simulator.contractViolations]
  expect(
    `the store has nothing to object to${wrong.map((each) => `\n  ${each}`).join('')}`,
    wrong.length === 0,
  )
  return {writes, parts}
}

/** MD5 of each file, by locale and type, in the order of the names. */
async function filesOf(workspace: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const sets = new Map<string, readonly string[]>()
  for (const root of ['screenshots', 'previews']) {
    const entries = await readdir(path.join(workspace, root), {recursive: true})
    const media = entries.filter((name) => /\.(?:png|jpg|mp4)$/u.test(name)).toSorted()
    for (const name of media) {
      const set = path.dirname(name)
      const bytes = await readFile(path.join(workspace, root, name))
      sets.set(set, [...(sets.get(set) ?? []), createHash('md5').update(bytes).digest('hex')])
    }
  }
  return sets
}

function shownBy(simulator: Simulator): ReadonlyMap<string, readonly string[]> {
  const sets = Object.entries(simulator.listing()).flatMap(([locale, types]) =>
    Object.entries(types).map(([type, assets]) => {
      const md5s = assets.map(({md5, state}) => (state === 'COMPLETE' ? String(md5) : state))
      return [path.join(locale, type), md5s] as const
    }),
  )
  return new Map(sets)
}

function isSame(
  shown: ReadonlyMap<string, readonly string[]>,
  wanted: ReadonlyMap<string, readonly string[]>,
): boolean {
  const equal = [...wanted].every(([set, md5s]) => shown.get(set)?.join(' ') === md5s.join(' '))
  return equal && shown.size === wanted.size
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
const simulator = await startSimulator({
  apps: [{bundleId: 'com.example.trails', versions: [{versionString: '2.1.0'}]}],
  partSize: 96 * 1024,
  processingMilliseconds: 200,
})
try {
  await cp(path.join(import.meta.dirname, '../demo'), workspace, {recursive: true})
  await demo(simulator, workspace)
} finally {
  await simulator.close()
  await rm(workspace, {recursive: true, force: true})
}
const failed = outcomes.filter((holds) => !holds).length
console.log(`\ndemo: ${outcomes.length - failed} passed, ${failed} failed`)
if (failed > 0) process.exitCode = 1

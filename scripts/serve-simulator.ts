/**
 * Starts a simulated App Store Connect with the app of `demo/`, and leaves it running in the background:
 * `node scripts/serve-simulator.ts`. Sets the inputs of the action that belong to it as outputs of the step, and how
 * many `files` the folder has.
 */
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {appendFile} from 'node:fs/promises'
import path from 'node:path'
import {startSimulator} from '../simulator/simulator.ts'
import {setsInFolder} from './demo/compare-store.ts'

const BUNDLE_ID = 'com.example.trails'
const VERSION = '2.1.0'

if (process.send === undefined) await launch()
else process.send(await serve())

async function launch(): Promise<void> {
  // An inherited stream would keep the step from ending.
  const child = fork(import.meta.filename, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const [address] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The simulator did not start.'))),
  ])
  const sets = await setsInFolder(path.join(import.meta.dirname, '../demo'))
  const outputs = {...address, files: [...sets.values()].flat().length}
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${String(value)}\n`)
  const {GITHUB_OUTPUT} = process.env
  if (GITHUB_OUTPUT) await appendFile(GITHUB_OUTPUT, lines.join(''))
  console.log(`Process ${child.pid} serves ${address['api-url']}.`)
  child.disconnect()
  child.unref()
}

/** @returns the inputs that reach the app of the demo. */
async function serve(): Promise<Readonly<Record<string, string>>> {
  const {apiUrl, key} = await startSimulator({
    apps: [{bundleId: BUNDLE_ID, name: 'Trails', versions: [{versionString: VERSION}]}],
  })
  return {
    'api-url': apiUrl,
    'bundle-id': BUNDLE_ID,
    version: VERSION,
    'issuer-id': key.issuerId,
    'api-key-id': key.keyId,
    // An output is one line.
    'api-private-key': Buffer.from(key.privateKey).toString('base64'),
  }
}

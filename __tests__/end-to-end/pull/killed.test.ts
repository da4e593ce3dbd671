import {access} from 'node:fs/promises'
import path from 'node:path'
import {setImmediate as turn} from 'node:timers/promises'

import {afterAll, expect, test} from '@jest/globals'
import {LOCALES} from '../../../src/apple/locales.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, place, scenario, stored, storeWith} from '../../helpers/scenario.ts'
import {killAt} from '../assets/kill-at.ts'
import {filesIn, PULL_TEXTS} from './pulled.ts'

afterAll(closeScenarios)

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

/** Without what a killed pull leaves in its own folder. */
async function inPlace(workspace: string): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await filesIn(workspace))
  return Object.fromEntries(files.filter(([name]) => !name.startsWith('.app-store-sync-pull-')))
}

test.concurrent('A pull that is killed while it fetches leaves no file, and the next one writes all', async () => {
  const stage = await scenario({}, storeWith(await stored({'1.png': 1, '2.png': 2})))
  await killAt(stage, {kind: 'image', nth: 2}, {mode: 'pull'})
  expect(await inPlace(stage.workspace)).toEqual({})
  green(await stage.run({mode: 'pull'}))
  expect(Object.keys(await filesIn(stage.workspace))).toEqual([place('1.png'), place('2.png')])
})

test.concurrent.each(['SIGTERM', 'SIGINT'] as const)(
  'A pull that gets %s while it fetches leaves nothing at all, and says so',
  async (signal) => {
    const {simulator, run, start, workspace} = await scenario(
      {},
      storeWith(await stored({'1.png': 1, '2.png': 2})),
    )
    simulator.faults.add({match: {path: 'image'}, nth: 2, effect: {kind: 'hang'}})
    const {child, ended} = await start({mode: 'pull'})
    const asked = () => simulator.requests.filter(({routeClass}) => routeClass === 'image').length
    // oxlint-disable-next-line no-await-in-loop -- until it hangs
    while (child.exitCode === null && asked() < 2) await turn()
    child.kill(signal)
    const cancelled = red(await ended)
    expect(cancelled.summary).toContain('cancelled')
    expect(cancelled.outputs).toMatchObject({changed: 'false'})
    expect(await filesIn(workspace)).toEqual({})
    simulator.faults.clear()
    green(await run({mode: 'pull'}))
    expect(Object.keys(await filesIn(workspace))).toEqual([place('1.png'), place('2.png')])
  },
)

test.concurrent.each([
  ['SIGKILL', null],
  ['SIGTERM', 1],
] as const)(
  'A pull that gets %s while it writes leaves only whole files, and the next one writes the rest',
  async (signal, code) => {
    const long = 'A line of some words.\n'.repeat(150)
    const localizations = LOCALES.map((locale) => ({
      locale,
      texts: {description: long, whatsNew: long, keywords: 'a,b', supportUrl: 'https://a.b'},
    }))
    const {run, start, workspace} = await scenario({}, storeWith([], {localizations}))
    const {child, ended} = await start(PULL_TEXTS)
    // oxlint-disable-next-line no-await-in-loop -- looks again and again
    while (child.exitCode === null && !(await isThere(path.join(workspace, 'metadata'))))
      await turn()
    child.kill(signal)
    // On a slow machine the signal may come too late.
    expect([code, 0]).toContain((await ended).code)
    const before = signal === 'SIGKILL' ? await inPlace(workspace) : await filesIn(workspace)

    green(await run(PULL_TEXTS))
    const after = await filesIn(workspace)
    expect(Object.keys(after).filter((name) => name.startsWith('.'))).toEqual([])
    expect(Object.keys(after).length).toBeGreaterThan(LOCALES.length * 4)
    expect(after).toMatchObject(before)
    expect(green(await run(PULL_TEXTS)).outputs['changed']).toBe('false')
  },
)

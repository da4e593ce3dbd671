import {setTimeout as pause} from 'node:timers/promises'
import {stripVTControlCharacters} from 'node:util'
import {afterAll, beforeAll, expect, test} from '@jest/globals'

import {
  fastlaneVariables,
  installCli,
  runCommand,
  startCommand,
} from '../../helpers/installed-cli.ts'
import type {InstalledCli} from '../../helpers/installed-cli.ts'
import {closeScenarios, scenario, shots, WATCH} from '../../helpers/scenario.ts'

let cli: InstalledCli

beforeAll(async () => {
  cli = await installCli()
})
afterAll(async () => {
  await closeScenarios()
  await cli.remove()
})

/** What a terminal gets to see of a sync that waits for Apple. */
async function inTerminal(env: Readonly<Record<string, string>> = {}): Promise<string> {
  const files = await shots({'1.png': 1, '2.png': 2})
  const {simulator, workspace} = await scenario(files, {processingMilliseconds: 2500})
  const command = `stty cols 100 rows 30; ${cli.program} sync --app com.example.app --api-url ${simulator.apiUrl}`
  // A terminal of its own: standard output is no pipe.
  const {code, stdout} = await runCommand(['script', '-qec', command, '/dev/null'], {
    folder: workspace,
    env: {...fastlaneVariables(simulator), TERM: 'xterm-256color', ...env},
  })
  expect(code).toBe(0)
  return stdout
}

test('A terminal shows a line for each section that fills, and keeps the log', async () => {
  const seen = await inTerminal()
  const plain = stripVTControlCharacters(seen)
  expect(plain).toMatch(/Reading App Store Connect: \d+ API requests/)
  expect(plain).toMatch(/Media ░{20} 0 of 3 steps, 0 B of 6\.98 kB/)
  expect(plain).toMatch(/Media █{13}░{7} 1 of 3 steps, 6\.98 kB of 6\.98 kB/)
  expect(plain).toContain('Waiting for Apple to process 1.png and 1 more.')
  expect(seen).toContain('\u001B[32m✓\u001B[39m')
  // Only lines of the log are left at the end.
  const end = seen.slice(seen.lastIndexOf('\u001B[1A'))
  expect(stripVTControlCharacters(end)).toMatch(
    /^\s*Version 1\.0\.0 now matches the folder: .*\r\nTook .*\r\nReport: .*\r\n$/,
  )
})

test('A terminal without colours gets none', async () => {
  expect(await inTerminal({NO_COLOR: '1'})).not.toContain('\u001B[3')
})

test('An interrupt ends the run in order', async () => {
  const {simulator, workspace} = await scenario(await shots({'1.png': 1}), {
    processingMilliseconds: 600_000,
  })
  const args = ['sync', '--app', 'com.example.app', '--api-url', simulator.apiUrl]
  const {child, ended} = startCommand([cli.program, ...args], {
    folder: workspace,
    env: fastlaneVariables(simulator),
  })
  while (!simulator.requests.some(({routeClass}) => routeClass === 'part')) await pause(20)
  child.kill('SIGINT')
  expect(await ended).toMatchObject({
    code: 1,
    stdout: expect.stringContaining(
      'The run was cancelled. The next one picks up where it left off.',
    ),
  })
})

test('A reader that has seen enough does not end the work', async () => {
  const {simulator, workspace, names} = await scenario(await shots({'1.png': 1, '2.png': 2}))
  const command = `${cli.program} sync --app com.example.app --api-url ${simulator.apiUrl} | true; exit "\${PIPESTATUS[0]}"`
  const run = await runCommand(['bash', '-c', command], {
    folder: workspace,
    env: fastlaneVariables(simulator),
  })
  expect(run).toEqual({code: 0, stdout: '', stderr: ''})
  expect(names(WATCH)).toEqual(['1.png', '2.png'])
})

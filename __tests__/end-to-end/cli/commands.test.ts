import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'

import {fastlaneVariables, installCli, runCommand} from '../../helpers/installed-cli.ts'
import type {InstalledCli} from '../../helpers/installed-cli.ts'
import {closeScenarios, place, scenario, shots, WATCH} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'

let cli: InstalledCli

beforeAll(async () => {
  cli = await installCli()
})
afterAll(async () => {
  await closeScenarios()
  await cli.remove()
})

/** A checkout with two screenshots, and how to run a command in it. */
async function checkout() {
  const here = await scenario(await shots({'1.png': 1, '2.png': 2}))
  return {...here, command: commandIn(here)}
}

function commandIn({simulator, workspace}: Scenario) {
  return async (args: readonly string[], env = fastlaneVariables(simulator)) =>
    runCommand([cli.program, ...args, '--api-url', simulator.apiUrl], {folder: workspace, env})
}

const APP = ['--app', 'com.example.app'] as const

describe('The installed package', () => {
  test('checks the files without a key', async () => {
    const {command, workspace} = await checkout()
    const {code, stdout, stderr} = await command(['validate'], {})
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toMatch(/^Folder: 2 files .*\nNo problems found in 2 files in 1 locale\.\nTook /)
    expect(await readFile(path.join(workspace, 'app-store-report.html'), 'utf8')).toMatch(
      /^<!doctype/i,
    )
  })

  test('plans, syncs, and then finds nothing to do', async () => {
    const {command, names} = await checkout()
    const planned = await command(['plan', ...APP])
    expect(planned).toMatchObject({code: 0, stderr: ''})
    expect(planned.stdout).toMatch(/^\+ .*upload 1\.png, 2\.png/m)
    expect(names(WATCH)).toEqual([])

    expect(await command(['sync', ...APP])).toMatchObject({code: 0, stderr: ''})
    expect(names(WATCH)).toEqual(['1.png', '2.png'])

    const again = await command(['plan', ...APP, '--fail-on-changes'])
    expect(again).toMatchObject({code: 0, stdout: expect.stringContaining('Nothing to do')})
  })

  test('prints the plan and nothing else as JSON, which sync can be held to', async () => {
    const {command, workspace, names, write} = await checkout()
    const {code, stdout, stderr} = await command(['plan', ...APP, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({mode: 'plan', steps: expect.any(Array)})
    expect(stderr).toContain('Plan: 2 new; 5 write requests.')

    await writeFile(path.join(workspace, 'approved.json'), stdout)
    await write(await shots({'3.png': 3}))
    const other = await command(['sync', ...APP, '--plan-file', 'approved.json'])
    expect(other).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('The plan has changed since it was approved'),
    })
    expect(names(WATCH)).toEqual([])
  })

  test('ends with 3 if it finds changes and was asked to fail', async () => {
    const {command} = await checkout()
    expect(await command(['plan', ...APP, '--fail-on-changes'])).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('App Store Connect no longer matches the folder'),
    })
  })

  test('pulls what the store has into another folder, which is made', async () => {
    const {command, workspace} = await checkout()
    await command(['sync', ...APP])
    const pulled = await command(['pull', ...APP, '--root', 'pulled', '--manage', 'screenshots'])
    expect(pulled).toMatchObject({code: 0, stderr: ''})
    const folder = path.join(workspace, 'pulled', path.dirname(place('1.png')))
    expect((await readdir(folder)).toSorted()).toEqual(['1.png', '2.png'])
  })

  test('opens the report with what the system opens pages with', async () => {
    const {command, workspace} = await checkout()
    const tools = path.join(workspace, 'tools')
    await mkdir(tools)
    for (const name of ['xdg-open', 'open']) {
      await writeFile(path.join(tools, name), '#!/bin/sh\necho "$1" > opened.txt\n', {mode: 0o755})
    }
    const env = {PATH: `${tools}:${path.dirname(process.execPath)}:${process.env['PATH']}`}
    expect(await command(['validate', '--open'], env)).toMatchObject({code: 0, stderr: ''})
    const opened = await readFile(path.join(workspace, 'opened.txt'), 'utf8')
    expect(opened).toBe(`${path.join(workspace, 'app-store-report.html')}\n`)
  })

  test('works on a folder somewhere else', async () => {
    const {command, workspace} = await checkout()
    const elsewhere = await checkout()
    const {code, stdout} = await elsewhere.command(['validate', '--root', workspace], {})
    expect({code, stdout}).toEqual({code: 0, stdout: expect.stringContaining('Folder: 2 files')})
    expect(await command(['validate', '--root', workspace], {})).toMatchObject({code: 0})
  })
})

describe('The key', () => {
  test('comes from its file, whose name has its ID', async () => {
    const {command, workspace, simulator} = await checkout()
    const {keyId, issuerId, privateKey} = simulator.key
    const file = path.join(workspace, `AuthKey_${keyId}.p8`)
    await writeFile(file, privateKey)
    const args = ['plan', ...APP, '--issuer-id', issuerId, '--api-private-key-file', file]
    expect(await command(args, {})).toMatchObject({code: 0})
  })

  test('comes from the JSON file of fastlane', async () => {
    const {command, workspace, simulator} = await checkout()
    const {keyId, issuerId, privateKey} = simulator.key
    const file = path.join(workspace, 'key.json')
    await writeFile(file, JSON.stringify({key_id: keyId, issuer_id: issuerId, key: privateKey}))
    const env = {APP_STORE_CONNECT_API_KEY_PATH: file}
    expect(await command(['plan', ...APP], env)).toMatchObject({code: 0})
  })

  test('is in nothing that a run leaves behind', async () => {
    const {command, workspace, simulator} = await checkout()
    const {code, stdout, stderr} = await command(['plan', ...APP, '--json'])
    const report = await readFile(path.join(workspace, 'app-store-report.html'), 'utf8')
    const [, middle = ''] = simulator.key.privateKey.split('\n')
    expect({code, length: middle.length}).toEqual({code: 0, length: 64})
    expect(stdout + stderr + report).not.toContain(middle)
  })

  test('is missed in the words of the command line', async () => {
    const {command} = await checkout()
    const {code, stdout} = await command(['plan', ...APP], {})
    expect(code).toBe(2)
    expect(stdout).toContain(
      '`--api-key-id` is empty. Use this option, or set APP_STORE_CONNECT_API_KEY_KEY_ID. Without secrets, `app-store-sync validate` still checks the files.',
    )
  })
})

describe('The program', () => {
  test.each([
    [['plan', '--pruned'], 'Unknown option --pruned. Did you mean --prune?'],
    [['publish'], 'Unknown command publish. Use sync, plan, validate or pull.'],
    [['plan', '--app'], "Option '--app <value>' argument missing."],
    [['plan', 'twice'], 'Unexpected argument twice.'],
    [['plan', '--app', 'a.b', '--app-id', '1'], 'Use --app, --bundle-id or --app-id'],
    [['plan', '--api-private-key-file', 'gone.p8'], 'gone.p8 cannot be read (ENOENT)'],
  ])('says what is wrong with %j', async (args, message) => {
    const {code, stdout, stderr} = await runCommand([cli.program, ...args], {folder: '/tmp'})
    expect({code, stdout, lines: stderr.trim().split('\n').length}).toEqual({
      code: 2,
      stdout: '',
      lines: 1,
    })
    expect(stderr).toContain(message)
  })

  test('tells its version, and what it can do', async () => {
    const {version} = JSON.parse(
      await readFile(path.join(import.meta.dirname, '../../../package.json'), 'utf8'),
    )
    const options = {folder: '/tmp'}
    expect(await runCommand([cli.program, '--version'], options)).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    })
    const help = await runCommand([cli.program, 'plan', '--help'], options)
    expect(help).toMatchObject({code: 0, stderr: ''})
    expect(help.stdout).toContain('Usage: app-store-sync <command> [options]')
    expect(help.stdout).not.toMatch(/`|\]\(|github-token|--comment/)
  })

  test('says which Node.js it needs', async () => {
    const older = `Object.defineProperty(process, 'versions', {value: {...process.versions, node: '24.3.1'}})`
    const env = {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(older)}`}
    expect(await runCommand([cli.program, 'validate'], {folder: '/tmp', env})).toEqual({
      code: 2,
      stdout: '',
      stderr: 'App Store Sync needs Node.js 24.4 or newer; this is 24.3.1.\n',
    })
  })
})

import {execFile, spawn} from 'node:child_process'
import {chmod, symlink, truncate} from 'node:fs/promises'
import {createServer} from 'node:net'
import path from 'node:path'
import {text} from 'node:stream/consumers'
import {promisify} from 'node:util'
import {afterAll, expect, test} from '@jest/globals'
import {folderWith} from '../../helpers/media.ts'
import {resourceMeter} from '../../../simulator/runner/resource-meter.ts'
import {red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, place, scenario, shot, shots, WATCH} from '../../helpers/scenario.ts'
import type {ScenarioRun} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

/** What a run says beside a file; fails unless it ended red, and with nothing written. */
function told(run: ScenarioRun, file: string): string {
  expect(red(run).writes).toEqual([])
  expect(run.stderr).toBe('')
  return run.annotations.find((annotation) => annotation.file === file)?.message ?? ''
}

test.concurrent('Links that lead out of the workspace are refused, and what they lead to is not read', async () => {
  const outside = await folderWith({'secret.png': await shot(9), 'folder/en-US/x.png': 'x'})
  const {run, workspace} = await scenario(await shots({'1.png': 1}))
  await symlink(path.join(outside, 'secret.png'), path.join(workspace, place('2.png')))
  await symlink(outside, path.join(workspace, 'screenshots/ja'))
  await symlink('/etc/passwd', path.join(workspace, place('3.png')))
  await symlink('/proc/self/environ', path.join(workspace, place('4.png')))
  const refused = await run()
  for (const file of [place('2.png'), place('3.png'), place('4.png'), 'screenshots/ja']) {
    expect(told(refused, file)).toMatch(/points outside the workspace/)
  }
})

test.concurrent('A root that is a link out of the workspace is refused', async () => {
  const outside = await folderWith({[`en-US/${WATCH}/1.png`]: await shot(9)})
  const {run, workspace} = await scenario({'README.md': 'x'})
  await symlink(outside, path.join(workspace, 'screenshots'))
  expect(told(await run(), 'screenshots')).toMatch(/points outside the workspace/)
})

test.concurrent('Links in a circle and links to nothing are refused', async () => {
  const {run} = await scenario({
    ...(await shots({'1.png': 1})),
    [place('2.png')]: {linkTo: '2.png'},
    [place('3.png')]: {linkTo: 'nothing.png'},
    'screenshots/ja': {linkTo: '../screenshots'},
    'screenshots/ko/up': {linkTo: '../..'},
  })
  const refused = await run()
  expect(told(refused, place('2.png'))).toMatch(/link/)
  expect(told(refused, place('3.png'))).toMatch(/is a broken symbolic link/)
  expect(told(refused, 'screenshots/ja')).toMatch(/link to a folder that contains it/)
  expect(told(refused, 'screenshots/ko/up')).toMatch(/link to a folder that contains it/)
})

test.concurrent('Pipes, sockets and devices are refused without being opened', async () => {
  const {run, workspace} = await scenario({
    ...(await shots({'1.png': 1})),
    [place('2.png')]: {pipe: true},
    'previews/en-US/IPHONE_67/1.mp4': {pipe: true},
    'previews/en-US/IPHONE_67/1.poster.txt': {pipe: true},
  })
  const socket = createServer()
  // A socket's path may have 107 bytes, so it is named from where it lies.
  const here = path.relative(process.cwd(), path.join(workspace, place('3.png')))
  await new Promise<void>((resolve) => socket.listen(here, resolve))
  const refused = await run()
  expect(told(refused, place('2.png'))).toMatch(/a pipe, a socket or a device/)
  expect(told(refused, place('3.png'))).toMatch(/a pipe, a socket or a device/)
  expect(told(refused, 'previews/en-US/IPHONE_67/1.mp4')).toMatch(/a pipe, a socket or a device/)
  socket.close()
})

test.concurrent('Files and folders that may not be read are named', async () => {
  const workspace = await folderWith({
    ...(await shots({'1.png': 1, '2.png': 2})),
    ...(await shots({'1.png': 1}, 'ja')),
  })
  await chmod(path.join(workspace, place('2.png')), 0)
  await chmod(path.join(workspace, 'screenshots/ja'), 0)
  const folders = await validateAsSomebody(workspace)
  expect(folders.code).toBe(1)
  expect(folders.stdout).toMatch(/^::error file=screenshots\/ja::.*cannot be read/m)
  await chmod(path.join(workspace, 'screenshots/ja'), 0o755)
  const files = await validateAsSomebody(workspace)
  expect(files.code).toBe(1)
  expect(files.stdout).toMatch(/^::error file=[^:]*2\.png::.*cannot be read \(EACCES\)/m)
})

test.concurrent('Files that declare or hold far too much cost neither memory nor time', async () => {
  const png = Buffer.from(await shot(1))
  png.writeUInt32BE(0x7f_ff_ff_ff, 16)
  png.writeUInt32BE(0x7f_ff_ff_ff, 20)
  const box = Buffer.from('\0\0\0\u0014ftypisom\0\0\0\0isom\xFF\xFF\xFF\xFFmoov', 'latin1')
  const nested = Array.from({length: 40_000}, (_, depth) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE((40_000 - depth) * 8)
    head.write('trak', 4, 'latin1')
    return head
  })
  nested[0]?.write('moov', 4, 'latin1')
  const video = 'previews/en-US/IPHONE_67'
  const {run, workspace} = await scenario({
    [place('1.png')]: png,
    [`${video}/1.mp4`]: box,
    [`${video}/2.mp4`]: Buffer.concat([box.subarray(0, 20), ...nested]),
    [`${video}/3.mp4`]: box,
    [`${video}/3.poster.txt`]: '9'.repeat(2_000_000),
    [`${video}/4.mp4`]: box.subarray(0, 20),
    [place('2.png')]: png.subarray(0, 8),
  })
  // 300 MB and 2 TB without a block on the disk.
  await truncate(path.join(workspace, video, '4.mp4'), 300 * 1024 * 1024)
  await truncate(path.join(workspace, place('2.png')), 2 * 1024 ** 4)
  const meter = await resourceMeter()
  const refused = await run({}, {env: meter.env})
  expect(told(refused, place('1.png'))).toMatch(/2147483647/)
  expect(told(refused, place('2.png'))).toMatch(/2199023255552 bytes/)
  for (const name of ['1.mp4', '2.mp4', '3.mp4', '4.mp4']) {
    expect(told(refused, `${video}/${name}`)).toMatch(/./)
  }
  const {peakKilobytes} = await meter.usage()
  expect(peakKilobytes).toBeLessThan(150_000)
})

/** Runs the action with `mode: validate` as a user whom permissions bind: root's own rights are left behind. */
async function validateAsSomebody(workspace: string) {
  const bundle = path.join(import.meta.dirname, '../../../dist/index.js')
  const results = await folderWith({output: '', summary: ''})
  const isRoot = process.getuid?.() === 0
  if (isRoot) await promisify(execFile)('chown', ['-R', '65534', workspace, results])
  const child = spawn(process.execPath, [bundle], {
    env: {
      PATH: process.env['PATH'],
      INPUT_MODE: 'validate',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: path.join(results, 'output'),
      GITHUB_STEP_SUMMARY: path.join(results, 'summary'),
      RUNNER_TEMP: results,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(isRoot ? {uid: 65_534, gid: 65_534} : {}),
  })
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return {code: await code, stdout, stderr}
}

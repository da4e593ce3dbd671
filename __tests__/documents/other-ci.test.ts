import {chmod, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {spawn} from 'node:child_process'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {text} from 'node:stream/consumers'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {parse} from 'yaml'

import {readCommandLine} from '../../src/cli/command-line.ts'
import {closeScenarios, scenario, shots, WATCH} from '../helpers/scenario.ts'
import type {Scenario} from '../helpers/scenario.ts'
import {documentNamed, documents, ROOT} from './documents.ts'

const DOCUMENT = documentNamed('docs/other-ci.md')

/** The blocks of code under a heading. */
function blocks(heading: string): readonly string[] {
  const [, section = ''] = DOCUMENT.split(`\n## ${heading}\n`)
  const [own = ''] = section.split('\n## ')
  return [...own.matchAll(/^```\w+\n(.*?)^```/gms)].map(([, code = '']) => code)
}

/** The file under a heading. */
function fileUnder(heading: string): string {
  const [file = ''] = blocks(heading)
  return file
}

let tools: string

/** Programs that the scripts find first: `npx` runs the bundle on the simulator, and `brew` has everything. */
beforeAll(async () => {
  tools = await mkdtemp(path.join(tmpdir(), 'tools-'))
  const npx = [
    '#!/bin/sh',
    'if [ "$1" = --yes ]; then shift; fi',
    'case "$1" in app-store-sync@*) shift ;; *) exit 9 ;; esac',
    `exec "${process.execPath}" "${path.join(ROOT, 'dist/cli.js')}" "$@" --api-url "$API_URL"`,
  ]
  const brew = ['#!/bin/sh', 'if [ "$1" = --prefix ]; then echo /nowhere; fi']
  await Promise.all(
    Object.entries({npx, brew}).map(async ([name, lines]) => {
      await writeFile(path.join(tools, name), `${lines.join('\n')}\n`)
      await chmod(path.join(tools, name), 0o755)
    }),
  )
})
afterAll(async () => {
  await closeScenarios()
  await rm(tools, {recursive: true})
})

interface Job {
  readonly script: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

async function prepared(): Promise<Scenario> {
  return scenario(await shots({'1.png': 1, '2.png': 2}), {processingMilliseconds: 1})
}

/** Runs a script as the CI does. */
async function runScript({simulator, workspace}: Scenario, {script, env = {}, input = ''}: Job) {
  const {key, apiUrl} = simulator
  const child = spawn('bash', ['-e', '-c', script], {
    cwd: workspace,
    env: {
      PATH: `${tools}:${process.env['PATH']}`,
      HOME: workspace,
      API_URL: apiUrl,
      APP_STORE_CONNECT_API_KEY_KEY_ID: key.keyId,
      APP_STORE_CONNECT_API_KEY_ISSUER_ID: key.issuerId,
      APP_STORE_CONNECT_API_KEY_KEY: key.privateKey,
      ...env,
    },
  })
  // Most scripts ask nothing, and may end before they could.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const exit = new Promise<number | null>((resolve) => void child.once('exit', resolve))
  const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  if (code !== 0) throw new Error(`The script failed (${code}).\n${stdout}\n${stderr}`)
  return stdout
}

interface GitLabJob {
  readonly script: readonly string[]
  readonly artifacts: {readonly paths: readonly string[]}
}

describe('The jobs for GitLab', () => {
  const jobs: Readonly<Record<'listing-check' | 'listing-release', GitLabJob>> = parse(
    fileUnder('GitLab'),
  )

  test('check the files of a merge request without a key', async () => {
    const {script, artifacts} = jobs['listing-check']
    const here = await prepared()
    const out = await runScript(here, {script: script.join('\n')})
    expect(out).toContain('No problems found in 2 files')
    expect(here.simulator.requests).toEqual([])
    await expect(filesIn(here, artifacts.paths)).resolves.toHaveLength(1)
  })

  test('sync with a tag, up to what Apple still needs', async () => {
    const {script, artifacts} = jobs['listing-release']
    const here = await prepared()
    const env = {CI_COMMIT_TAG: 'v1.0.0'}
    await expect(runScript(here, {script: script.join('\n'), env})).rejects.toThrow(
      /Not submitted, because Screenshots for iPhone/,
    )
    expect(here.names(WATCH)).toEqual(['1.png', '2.png'])
    await expect(filesIn(here, artifacts.paths)).resolves.toHaveLength(1)
  })
})

function filesIn({workspace}: Scenario, names: readonly string[]) {
  return Promise.all(names.map((name) => readFile(path.join(workspace, name))))
}

test('The step for Bitrise syncs with a tag', async () => {
  const {workflows} = parse(fileUnder('Bitrise'))
  const [, {script}] = workflows.listing.steps
  const here = await prepared()
  const env = {BITRISE_GIT_TAG: 'v1.0.0', BITRISE_DEPLOY_DIR: path.join(here.workspace, 'deploy')}
  await mkdir(env.BITRISE_DEPLOY_DIR)
  const content: string = script.inputs[0].content.replace(' --submit', '')
  await runScript(here, {script: content, env})
  expect(here.names(WATCH)).toEqual(['1.png', '2.png'])
  await expect(filesIn(here, ['deploy/app-store-report.html'])).resolves.toHaveLength(1)
})

test.each([
  ['syncs when a tag is archived', {CI_XCODEBUILD_ACTION: 'archive', CI_TAG: 'v1.0.0'}, 2],
  ['does nothing for another action', {CI_XCODEBUILD_ACTION: 'build', CI_TAG: 'v1.0.0'}, 0],
  ['does nothing without a tag', {CI_XCODEBUILD_ACTION: 'archive', CI_TAG: ''}, 0],
])('The script for Xcode Cloud %s', async (_, variables, uploaded) => {
  const here = await prepared()
  const env = {...variables, CI_PRIMARY_REPOSITORY_PATH: here.workspace}
  await runScript(here, {script: fileUnder('Xcode Cloud'), env})
  expect(here.names(WATCH)).toHaveLength(uploaded)
})

test.each([
  ['makes the changes that somebody agreed to', 'y\n', 2],
  ['makes no changes without', 'n\n', 0],
])('The script for a shell %s', async (_, input, uploaded) => {
  const here = await prepared()
  const {keyId, privateKey, issuerId} = here.simulator.key
  const file = path.join(here.workspace, 'own', `AuthKey_${keyId}.p8`)
  await mkdir(path.dirname(file))
  await writeFile(file, privateKey)
  const script = fileUnder('A shell')
    .replace(/(?<=ISSUER_ID=).*/, issuerId)
    .replace(/(?<=FILEPATH=).*/, file)
  const env = {APP_STORE_CONNECT_API_KEY_KEY: '', APP_STORE_CONNECT_API_KEY_KEY_ID: ''}
  await runScript(here, {script, input, env})
  expect(here.names(WATCH)).toHaveLength(uploaded)
})

const COMMANDS = [...documents].flatMap(([name, whole]) =>
  [
    ...whole.matchAll(
      /npx (?:--yes )?app-store-sync(@\d+)? ((?:validate|plan|sync|pull)[^#>`\n]*)/g,
    ),
  ].map(([, version = '', args = '']) => ({name, version, args: args.trim()})),
)

test.each(COMMANDS)('$args of $name is a command', async ({version, args}) => {
  const manifest = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'))
  const [major] = String(manifest.version).split('.')
  expect(['', `@${major}`]).toContain(version)
  expect(readCommandLine(args.replaceAll('"', '').split(/\s+/))).toHaveProperty('command')
})

import {readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from '@jest/globals'
import {readChangelog} from '../../scripts/release/changelog.ts'
import {ROOT} from '../documents/documents.ts'
import {makeFakeCommands} from './fake-commands.ts'
import type {FakeCommands} from './fake-commands.ts'

const CHANGELOG = `# Changelog

## [Unreleased]

- Not yet.

## [1.1.0] - 2026-12-01

### Added

- More.

## [1.0.0] - 2026-11-22

The first release.
`

let commands: FakeCommands

beforeEach(async () => {
  commands = await makeFakeCommands()
  await write({})
})

afterEach(async () => commands.remove())

interface Files {
  readonly manifest?: string
  readonly lock?: string
  readonly changelog?: string
}

async function write({manifest = '1.1.0', lock = '1.1.0', changelog = CHANGELOG}: Files) {
  const files = {
    'package.json': JSON.stringify({version: manifest}),
    'package-lock.json': JSON.stringify({version: lock}),
    'CHANGELOG.md': changelog,
  }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(commands.folder, name), text)
  }
}

async function read(name: string): Promise<string> {
  return readFile(path.join(ROOT, name), 'utf8')
}

test('package.json, its lock file and CHANGELOG.md of this repository have one version', async () => {
  const manifest: {readonly version: string} = JSON.parse(await read('package.json'))
  const lock: {readonly version: string} = JSON.parse(await read('package-lock.json'))
  const [entry] = readChangelog(await read('CHANGELOG.md'))
  expect(manifest.version).toBe(entry?.version)
  expect(lock.version).toBe(entry?.version)
})

test.each(['1.1.0', 'v1.1.0'])('%s can be released if everything agrees', async (version) => {
  const {status, stdout} = await commands.run('check-version.ts', [version])
  expect(status).toBe(0)
  expect(stdout).toBe('Version 1.1.0 of 2026-12-01.\n')
})

test.each([
  [{manifest: '1.0.0'}, 'The version of package.json is 1.0.0.'],
  [{lock: '1.0.0'}, 'The version of package-lock.json is 1.0.0.'],
  [{changelog: CHANGELOG.replace('[1.1.0]', '[1.2.0]')}, 'entry of CHANGELOG.md is 1.2.0.'],
  [{changelog: '# Changelog\n'}, 'entry of CHANGELOG.md is missing.'],
  [{changelog: CHANGELOG.replace(' - 2026-12-01', '')}, 'entry of CHANGELOG.md has no date.'],
  [{changelog: '## [1.1.0] - 2026-12-01\n'}, 'entry of CHANGELOG.md is empty.'],
])('A version is refused with %j', async (files, message) => {
  await write(files)
  const {status, stderr} = await commands.run('check-version.ts', ['v1.1.0'])
  expect(status).toBe(1)
  expect(stderr).toContain(message)
})

test.each(['', '1.1', 'main', '1.1.0\nx=y', '01.1.0', '1.1.0 || true'])(
  '%j is no version',
  async (text) => {
    const {status, stderr} = await commands.run('check-version.ts', [text])
    expect(status).toBe(1)
    expect(stderr).toContain('is no version such as 1.2.3.')
  },
)

test('The notes of a release are its entry, and the line that pins it', async () => {
  const {stdout} = await commands.run('notes.ts', ['1.1.0', 'a'.repeat(40)])
  expect(stdout).toBe(`### Added

- More.

### Pin it

\`\`\`yaml
- uses: app-store-sync/app-store-sync@${'a'.repeat(40)} # v1.1.0
\`\`\`
`)
})

test.each([
  ['a version without an entry', ['1.5.0', 'a'.repeat(40)], 'CHANGELOG.md has no entry for 1.5.0.'],
  ['a short SHA', ['1.1.0', 'abc1234'], 'is no full SHA of a commit.'],
])('There are no notes for %s', async (_what, args, message) => {
  const {status, stderr} = await commands.run('notes.ts', args)
  expect(status).toBe(1)
  expect(stderr).toContain(message)
})

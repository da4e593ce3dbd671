import {spawnSync} from 'node:child_process'
import {access, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {parse} from 'yaml'
import {documents, ROOT} from '../documents/documents.ts'

const FOLDER = path.join(ROOT, '.github/workflows')

/** What each job may write. All others only read. */
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
  'codeql.yml analyze': ['security-events'],
  'dependabot-dist.yml commit': ['contents'],
  'release.yml draft': ['attestations', 'contents', 'id-token'],
  'release.yml publish': ['contents', 'id-token'],
}

interface Workflow {
  readonly on: unknown
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly needs?: string | readonly string[]
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly environment?: string
  readonly steps: readonly {
    readonly uses?: string
    readonly run?: string
    readonly with?: Readonly<Record<string, unknown>>
  }[]
}

interface Pin {
  readonly action: string
  readonly sha: string
  readonly major: string
  readonly version: string
}

const names = await readdir(FOLDER)
const workflows = await Promise.all(
  names.map(async (name) => {
    const text = await readFile(path.join(FOLDER, name), 'utf8')
    const workflow: Workflow = parse(text)
    return {name, text, workflow}
  }),
)
const jobs = workflows.flatMap(({name, workflow}) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({place: `${name} ${id}`, job, workflow})),
)
const pins = workflows.flatMap(({text}) => text.split('\n').flatMap(pinIn))

function pinIn(line: string): readonly Pin[] {
  const groups =
    /uses: (?<action>[\w.-]+\/[\w./-]+)@(?<sha>[0-9a-f]{40}) # (?<version>(?<major>v\d+)\.\d+\.\d+)$/u.exec(
      line,
    )?.groups
  if (groups === undefined) return []
  const {action = '', sha = '', version = '', major = ''} = groups
  return [{action, sha, version, major}]
}

describe('The workflows', () => {
  test('pin every action by its SHA, with the version in a comment', () => {
    const used = workflows
      .flatMap(({text}) => text.split('\n'))
      .filter((line) => /^\s*(?:- )?uses: /u.test(line) && !line.endsWith('uses: ./'))
    expect(used.filter((line) => pinIn(line).length === 0)).toEqual([])
    expect(used.length).toBeGreaterThan(15)
  })

  test('use one version of each repository of actions', () => {
    const versions = new Map<string, Set<string>>()
    for (const {action, sha, version} of pins) {
      const repository = action.split('/').slice(0, 2).join('/')
      versions.set(repository, (versions.get(repository) ?? new Set()).add(`${sha} ${version}`))
    }
    expect([...versions].filter(([, each]) => each.size > 1)).toEqual([])
  })

  test('leave no token in the folder of a checkout', () => {
    const checkouts = jobs.flatMap(({place, job}) =>
      job.steps
        .filter(({uses}) => uses?.startsWith('actions/checkout@'))
        .map((step) => ({place, kept: step.with?.['persist-credentials']})),
    )
    expect(checkouts.filter(({kept}) => kept !== false)).toEqual([])
    expect(checkouts.length).toBeGreaterThan(8)
  })

  test('grant what each job needs to write, and no more', () => {
    const writes = jobs.map(({place, job, workflow}) => {
      const granted = Object.entries(job.permissions ?? workflow.permissions ?? {all: 'write'})
      const written = granted.filter(([, level]) => level !== 'read').map(([scope]) => scope)
      return [place, written.toSorted()] as const
    })
    expect(Object.fromEntries(writes.filter(([, scopes]) => scopes.length > 0))).toEqual(MAY_WRITE)
  })

  test('put no expression into a script', () => {
    const scripts = jobs.flatMap(({job}) => job.steps.flatMap(({run}) => run ?? []))
    expect(scripts.filter((run) => run.includes('${{'))).toEqual([])
  })

  test('never run for a pull request of a fork with the rights of the repository', () => {
    const events = ['pull_request_target', 'workflow_run', 'issue_comment']
    const used = workflows.flatMap(({workflow}) =>
      typeof workflow.on === 'string' ? [workflow.on] : Object.keys(Object(workflow.on)),
    )
    expect(used.filter((event) => events.includes(event))).toEqual([])
  })

  test('end: each job has a limit of time', () => {
    expect(jobs.filter(({job}) => job['timeout-minutes'] === undefined)).toEqual([])
  })

  test('publish only after an approval, and without a package that could interfere', () => {
    const released = Object.fromEntries(jobs.map(({place, job}) => [place, job]))
    expect(released['release.yml publish']?.environment).toBe('release')
    for (const place of [
      'release.yml draft',
      'release.yml publish',
      'dependabot-dist.yml commit',
    ]) {
      const scripts = released[place]?.steps.flatMap(({run}) => run ?? []).join('\n')
      expect(scripts).not.toMatch(/npm (?:ci|install|run|test|exec)|npx|\.ci\/run/u)
    }
  })

  test('have one check that waits for every other job of CI', () => {
    const ci = workflows.find(({name}) => name === 'ci.yml')?.workflow.jobs ?? {}
    const others = Object.keys(ci).filter((id) => id !== 'all-green')
    expect(ci['all-green']?.needs).toEqual(others)
  })

  test('name tests that exist', async () => {
    const ci = workflows.find(({name}) => name === 'ci.yml')?.text ?? ''
    const tests = [...ci.matchAll(/__tests__\/[\w/.-]+/gu)].map(([name]) => name)
    expect(tests.length).toBeGreaterThan(4)
    const exist = await Promise.all(
      tests.flatMap((name) => [name, `${name}.test.ts`]).map(async (name) => exists(name)),
    )
    expect(tests.filter((_, index) => !exist[2 * index] && !exist[2 * index + 1])).toEqual([])
  })
})

test('The documents name the major versions that the workflows pin', () => {
  const pinned = new Set(pins.map(({action, major}) => `${action}@${major}`))
  const named = [...documents].flatMap(([name, text]) =>
    [...text.matchAll(/uses: (?<uses>[\w.-]+\/[\w./-]+@[\w.-]+)/gu)].map(
      ({groups}) => `${name}: ${groups?.['uses'] ?? ''}`,
    ),
  )
  const foreign = named.filter((each) => !each.includes(': app-store-sync/'))
  expect(foreign.filter((each) => !pinned.has(each.split(': ')[1] ?? ''))).toEqual([])
  expect(foreign.length).toBeGreaterThan(10)
})

describe('The licence of a bundled package', () => {
  test('is written down if it is a permissive one', async () => {
    const {status, text} = await bundle('BSD-3-Clause')
    expect(status).toBe(0)
    expect(text).toContain('left-over 1.2.3\nBSD-3-Clause\n')
  })

  test.each(['GPL-3.0-only', '(MIT OR GPL-3.0)', 'UNLICENSED', 'SEE LICENSE IN x', undefined])(
    'fails the build if it is %j',
    async (license) => {
      const {status, stderr, text} = await bundle(license)
      expect(status).toBe(1)
      expect(stderr).toContain('left-over')
      expect(text).toBeNull()
    },
  )
})

async function exists(name: string): Promise<boolean> {
  return access(path.join(ROOT, name)).then(
    () => true,
    () => false,
  )
}

/** Runs the script on a bundle with one package. */
async function bundle(license: string | undefined) {
  const folder = await mkdtemp(path.join(tmpdir(), 'licence-'))
  const home = path.join(folder, 'node_modules/left-over')
  await mkdir(home, {recursive: true})
  await writeFile(
    path.join(home, 'package.json'),
    JSON.stringify({name: 'left-over', version: '1.2.3', license}),
  )
  const statistics = path.join(folder, 'stats.json')
  const modules = [{nameForCondition: path.join(home, 'index.js')}]
  await writeFile(statistics, JSON.stringify({modules}))
  const result = path.join(folder, 'licenses.txt')
  const script = path.join(ROOT, 'scripts/licenses.ts')
  const {status, stderr} = spawnSync(process.execPath, [script, statistics, result], {
    encoding: 'utf8',
  })
  const text = await readFile(result, 'utf8').catch(() => null)
  await rm(folder, {recursive: true})
  return {status, stderr, text}
}

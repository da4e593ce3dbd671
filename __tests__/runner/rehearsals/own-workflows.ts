import {execFileSync} from 'node:child_process'
import {cp, readdir, readFile, symlink, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {expect} from '@jest/globals'
import {ROOT} from '../../documents/documents.ts'
import {COMMIT} from '../../helpers/pull-request.ts'
import {ownWorkflows} from '../parse/blocks.ts'
import {rehearse} from '../run/rehearse.ts'
import type {Rehearsal, WorkflowRun} from '../run/rehearse.ts'
import {newFolder} from './folders.ts'
import {releaseWorld} from './release-world.ts'
import type {ReleaseWorld} from './release-world.ts'
import {green} from './scene.ts'
import type {Scene} from './scene.ts'

const RELEASE = '.github/workflows/release.yml'
const CI = '.github/workflows/ci.yml'
const DEPENDABOT = '.github/workflows/dependabot-dist.yml'

/** Only what is to be said of this project's own workflows that GitHub would say too late. */
export const OWN_WORKFLOWS: readonly Scene[] = [
  {
    block: RELEASE,
    does: 'publishes nothing before it is approved, then the package that it packed; run again by hand, nothing',
    async play() {
      const world = await releaseWorld()
      const {version} = world
      const packed = `app-store-sync-${version}.tgz`
      const run = green(
        await release(world, `v${version}`, {
          async beforeJob(job, environment) {
            if (job !== 'publish') return
            expect(environment).toBe('release')
            expect(String(await world.read('releases'))).toContain('"isDraft": true')
            expect(await world.list('npm')).toEqual([])
          },
        }),
      )
      expect(changesIn(run)).toEqual([
        `gh release create v${version} build/package/${packed} --draft`,
        `gh release edit v${version} --draft=false --latest=true`,
        `npm publish ${packed} --provenance --access public`,
        'gh api repos/octo/app/git/refs --method POST -f',
      ])
      const notes = String(await world.read('notes.md'))
      expect(notes).toContain(world.changes)
      expect(notes).toContain(`app-store-sync/app-store-sync@${COMMIT} # v${version}\n`)

      const published = await world.read(`npm/${packed}`)
      const drafted = await world.read(`assets/${packed}`)
      expect(published !== null && drafted?.equals(published)).toBe(true)
      expect(await filesIn(published, 'dist')).toEqual(await namesIn(path.join(ROOT, 'dist')))

      const byHand = {event: {name: 'workflow_dispatch', inputs: {version}}}
      expect(changesIn(green(await release(world, `v${version}`, byHand)))).toEqual([])
    },
  },
  {
    block: RELEASE,
    does: 'drafts nothing for a tag of another version, or if a test fails',
    async play() {
      const world = await releaseWorld()
      const runs = [
        await release(world, 'v999.0.0'),
        await release(world, `v${world.version}`, {
          commands: {...world.commands, 'bash .ci/run': 'exit 1'},
        }),
      ]
      for (const run of runs) {
        expect(run.jobs.map(({result}) => result)).toEqual(['failure', 'skipped', 'skipped'])
        expect(changesIn(run)).toEqual([])
      }
    },
  },
  {
    block: CI,
    does: 'uses the action as a workflow does, and is green only if every job is',
    async play() {
      const repository = await ownRepository()
      const stages = {
        'npm ci': 'true',
        'bash .github/fetch-openapi.sh': 'true',
        'bash .ci/run': 'true',
        'node --experimental-vm-modules': 'true',
      }
      const {jobs} = green(await ci(repository, stages))
      expect(jobs.map(({id}) => id)).toEqual(['check', 'action', 'node', 'all-green'])
      const red = await ci(repository, {...stages, 'npm ci': 'exit 1'})
      expect(red.jobs.map(({result}) => result)).toEqual([
        'success',
        'failure',
        'failure',
        'failure',
      ])
    },
  },
  {
    block: DEPENDABOT,
    does: "commits what changed in dist/, in Dependabot's pull requests only",
    async play() {
      const repository = await newFolder({'dist/index.js': 'old', 'dist/same.js': 'same'})
      await cp(path.join(ROOT, 'scripts'), path.join(repository, 'scripts'), {recursive: true})
      const sent = await newFolder()
      const run = green(await dependabot('dependabot[bot]', {repository, sent}))
      expect(changesIn(run)).toEqual(['gh api graphql --input -'])
      expect(JSON.parse(await readFile(path.join(sent, 'query'), 'utf8'))).toMatchObject({
        variables: {
          input: {
            branch: {branchName: 'dependabot/npm_and_yarn/got-17'},
            expectedHeadOid: COMMIT,
            fileChanges: {
              additions: [
                {path: 'dist/index.js', contents: Buffer.from('new\n').toString('base64')},
              ],
              deletions: [],
            },
          },
        },
      })
      const other = await dependabot('octocat', {repository, sent})
      expect(other.jobs.map(({result}) => result)).toEqual(['skipped', 'skipped'])
    },
  },
]

/** Runs release.yml for a tag. */
function release(world: ReleaseWorld, tag: string, more: Partial<Rehearsal> = {}) {
  const {repository, commands, actions} = world
  return rehearse({
    workflow: textOf(RELEASE),
    event: {name: 'push', ref: `refs/tags/${tag}`},
    repository,
    commands,
    actions,
    ...more,
  })
}

/** Runs ci.yml with one operating system and one Node.js, and ends the simulator that it leaves running. */
async function ci(repository: string, commands: Rehearsal['commands'] = {}) {
  const workflow = textOf(CI)
    .replace(/^( +os: ).*$/mu, '$1[ubuntu-latest]')
    .replace(/^( +node: ).*$/mu, "$1['24']")
  const run = await rehearse({
    workflow,
    event: {name: 'push'},
    repository,
    commands,
    actions: {'actions/setup-node': () => Promise.resolve({})},
  })
  for (const {log} of run.jobs.flatMap(({steps}) => steps)) {
    const [, pid] = /^Process (\d+) serves/mu.exec(log) ?? []
    if (pid !== undefined) process.kill(Number(pid))
  }
  return run
}

interface DependabotCase {
  readonly repository: string
  /** Folder for what GitHub is sent. */
  readonly sent: string
}

function dependabot(login: string, {repository, sent}: DependabotCase) {
  const head = {
    ref: 'dependabot/npm_and_yarn/got-17',
    sha: COMMIT,
    repo: {full_name: 'octo/app'},
  }
  const base = {ref: 'main', sha: COMMIT, repo: {full_name: 'octo/app'}}
  return rehearse({
    workflow: textOf(DEPENDABOT),
    event: {
      name: 'pull_request',
      ref: 'refs/pull/7/merge',
      head: head.ref,
      payload: {pull_request: {number: 7, user: {login}, head, base}},
    },
    repository,
    actions: {'actions/setup-node': () => Promise.resolve({})},
    commands: {
      'npm ci': 'true',
      'npm run build': 'echo new > dist/index.js',
      'gh api graphql': `cat > '${sent}/query'`,
    },
  })
}

/** What was said to GitHub and npm to change something, each without its options beyond the first words. */
function changesIn({calls}: WorkflowRun): readonly string[] {
  return calls
    .filter(([program, verb, what]) => {
      const isQuestion = verb === 'view' || what === 'list' || what === 'verify'
      return (program === 'gh' || program === 'npm') && !isQuestion
    })
    .filter(([, verb, what]) => verb !== 'ci' && verb !== 'run' && what !== 'download')
    .map((words) => words.slice(0, 6).join(' '))
}

/** This repository, as far as ci.yml needs it: what the action reads is there itself, all else as links. */
async function ownRepository(): Promise<string> {
  const repository = await newFolder()
  for (const name of ['action.yml', 'demo']) {
    // oxlint-disable-next-line no-await-in-loop -- two of them
    await cp(path.join(ROOT, name), path.join(repository, name), {recursive: true})
  }
  for (const name of ['dist', 'node_modules', 'package.json', 'scripts', 'simulator', 'src']) {
    // oxlint-disable-next-line no-await-in-loop -- a handful
    await symlink(path.join(ROOT, name), path.join(repository, name))
  }
  return repository
}

/** The files that a packed package has in a folder. */
async function filesIn(tarball: Buffer | null, folder: string): Promise<readonly string[]> {
  const place = await newFolder()
  await writeFile(path.join(place, 'package.tgz'), tarball ?? '')
  execFileSync('tar', ['-xzf', 'package.tgz'], {cwd: place})
  return namesIn(path.join(place, 'package', folder))
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, {recursive: true})).toSorted()
}

function textOf(file: string): string {
  const text = ownWorkflows.get(path.basename(file))
  if (text === undefined) throw new Error(`There is no ${file}.`)
  return text
}

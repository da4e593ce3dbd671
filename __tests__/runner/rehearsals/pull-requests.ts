import {execFileSync} from 'node:child_process'
import {expect} from '@jest/globals'
import {startGitHub} from '../../../simulator/github/github-api.ts'
import {WHOLE_APP} from '../../end-to-end/pull/pulled.ts'
import {place, scenario, shots} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import {RUN_ID} from '../run/github-context.ts'
import {newFolder} from './folders.ts'
import {actionIn, BY_HAND, green, jobOf, play, pullRequestFrom, writesTo} from './scene.ts'
import type {Scene} from './scene.ts'

const COMMENT = 'docs/workflows.md › A comment on pull requests'
const REQUIRED = 'docs/workflows.md › A required check'
const PULL = 'docs/workflows.md › Start from what is there'

/** What a checkout has beside the files. */
const CHECKOUT = {'.git': {folder: true}} as const

/** The workflows that run in pull requests, and the one that opens one. */
export const PULL_REQUESTS: readonly Scene[] = [
  {
    block: COMMENT,
    does: 'makes one comment, and the next push changes it',
    async play() {
      const there = await scenario({...(await shots({'1.png': 1})), ...CHECKOUT})
      const github = await startGitHub()
      const push = () => play(COMMENT, there, pullRequestFrom(), {githubUrl: github.url})
      green(await push())
      expect(github.comments.map(({body}) => body)).toEqual([expect.stringContaining('1 new')])
      await there.write(await shots({'2.png': 2}))
      green(await push())
      expect(github.comments.map(({body}) => body)).toEqual([expect.stringContaining('2 new')])
      expect(writesTo(there.simulator)).toEqual([])
      await github.close()
    },
  },
  {
    block: COMMENT,
    does: 'only checks the files of a fork, which gets no secrets',
    async play() {
      const there = await scenario({...(await shots({'1.png': 1})), ...CHECKOUT})
      const github = await startGitHub()
      const run = await play(COMMENT, there, pullRequestFrom('someone/app'), {
        githubUrl: github.url,
        secrets: {},
      })
      expect(jobOf(green(run)).steps.at(-1)?.summary).toContain('No problems found')
      expect([there.simulator.connections(), github.requests]).toEqual([0, []])
      await github.close()
    },
  },
  {
    block: REQUIRED,
    does: 'fails for a file that Apple would refuse, without a key or a connection',
    async play() {
      const there = await scenario(await shots({'1.png': 1}))
      const check = () => play(REQUIRED, there, pullRequestFrom('someone/app'), {secrets: {}})
      green(await check())
      await there.write({[place('2.png')]: 'no picture'})
      const run = await check()
      expect(run.result).toBe('failure')
      expect(actionIn(jobOf(run)).log).toContain('2.png')
      expect(there.simulator.connections()).toBe(0)
    },
  },
  {
    block: PULL,
    does: 'opens a pull request with the listing, and none once it is merged',
    async play() {
      const there = await scenario({'README.md': '# App\n'}, {apps: [WHOLE_APP]})
      const origin = await newFolder()
      commitTo(origin, there)
      const gh = {commands: {gh: 'true'}}
      const {calls} = green(await play(PULL, there, BY_HAND, gh))
      expect(calls).toEqual([['gh', 'pr', 'create', '--fill']])

      const branch = `app-store-${RUN_ID}`
      const pulled = git(origin, 'ls-tree', '-r', '--name-only', branch)
      expect(pulled).toContain('metadata/en-US/description.txt\n')
      expect(pulled).toContain('app-store.yml\n')
      expect(git(origin, 'log', '--format=%an: %s', '-1', branch)).toBe(
        'github-actions[bot]: Pull the App Store listing\n',
      )
      expect(writesTo(there.simulator)).toEqual([])

      git(there.workspace, 'pull', '--quiet', origin, branch)
      const again = await play(PULL, there, BY_HAND, gh)
      expect(jobOf(again).steps.map(({outcome}) => outcome)).toEqual([
        'success',
        'success',
        'skipped',
      ])
    },
  },
]

/** Makes the workspace a clone of a new repository at a path, with its files in the first commit. */
function commitTo(origin: string, {workspace}: Scenario): void {
  git(origin, 'init', '--bare', '--quiet', '--initial-branch=main')
  git(workspace, 'init', '--quiet', '--initial-branch=main')
  git(workspace, 'remote', 'add', 'origin', origin)
  git(workspace, 'add', '--all')
  git(workspace, '-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '-qm', 'First')
  git(workspace, 'push', '--quiet', 'origin', 'main')
}

/** Runs git without anybody's own settings. @returns what it printed. */
function git(folder: string, ...args: readonly string[]): string {
  const env = {PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'}
  return execFileSync('git', args, {cwd: folder, env, encoding: 'utf8'})
}

import {mkdir, symlink, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {isNewest} from '../../scripts/release/version.ts'
import {makeFakeCommands} from './fake-commands.ts'
import type {FakeCommands, FakeRelease, Outcome, World} from './fake-commands.ts'

const COMMIT = 'a'.repeat(40)
const OLDER = 'c'.repeat(40)

let commands: FakeCommands

beforeEach(async () => {
  commands = await makeFakeCommands()
  await writeFile(path.join(commands.folder, 'package.json'), '{"name": "app-store-sync"}')
})

afterEach(async () => commands.remove())

/** The steps of release.yml, up to the first one that fails; `count` ends it before. */
async function release(version: string, count = Number.POSITIVE_INFINITY): Promise<Outcome> {
  const tarball = `app-store-sync-${version}.tgz`
  await writeFile(path.join(commands.folder, tarball), `the package of ${version}`)
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['draft.ts', [version, 'notes.md', tarball]],
    ['publish-release.ts', [version]],
    ['publish-package.ts', [version, tarball]],
    ['move-major-tag.ts', [version]],
  ]
  let outcome: Outcome | null = null
  for (const [script, args] of steps.slice(0, count)) {
    outcome = await commands.run(script, args)
    if (outcome.status !== 0) break
  }
  if (outcome === null) throw new Error('Nothing was run.')
  return outcome
}

function published(...versions: readonly string[]): Partial<World> {
  const releases: readonly FakeRelease[] = versions.map((version) => ({
    tagName: `v${version}`,
    isDraft: false,
    commit: OLDER,
  }))
  const tags = Object.fromEntries(releases.map(({tagName}) => [tagName, OLDER]))
  return {releases, tags: {...tags, v1: OLDER}}
}

test.each([
  ['1.10.0', ['1.9.0', '1.8.0'], true],
  ['1.0.5', ['1.1.0', '1.0.4'], false],
  ['1.2.0', ['2.0.0', '1.1.0'], false],
  ['1.0.1', ['1.0.0', '1.1.0-beta.1'], true],
  ['1.1.0-beta.1', ['1.0.0'], false],
  ['1.0.0', ['1.0.0'], true],
])('Whether %s is the newest beside %j: %s', (version, others, is) => {
  expect(isNewest(version, others)).toBe(is)
})

describe('A release', () => {
  test('ends with a release that has the package, its tag, the package on npm and the major tag', async () => {
    const {stderr, world} = await release('1.0.0')
    expect(stderr).toBe('')
    expect(world.releases).toEqual([
      {
        tagName: 'v1.0.0',
        isDraft: false,
        commit: COMMIT,
        assets: ['app-store-sync-1.0.0.tgz'],
        isPrerelease: false,
        isLatest: true,
      },
    ])
    expect(world.tags).toEqual({'v1.0.0': COMMIT, v1: COMMIT})
    expect(Object.keys(world.packages)).toEqual(['app-store-sync@1.0.0'])
    expect(world.distTags).toEqual({latest: '1.0.0'})
    expect(world.writes).toContain(
      'npm publish app-store-sync-1.0.0.tgz --provenance --access public --tag latest',
    )
  })

  test('that stopped after any of its steps is completed by another run', async () => {
    for (const count of [1, 2, 3, 4]) await release('1.0.0', count)
    const {status, world} = await release('1.0.0')
    expect(status).toBe(0)
    expect(world.tags).toEqual({'v1.0.0': COMMIT, v1: COMMIT})
    expect(world.releases).toHaveLength(1)
    for (const once of ['gh release edit', 'npm publish', 'gh api']) {
      expect(world.writes.filter((line) => line.startsWith(once))).toHaveLength(1)
    }
  })

  test('replaces the draft of another commit', async () => {
    await commands.set({releases: [{tagName: 'v1.0.0', isDraft: true, commit: OLDER}]})
    const {world} = await release('1.0.0', 1)
    expect(world.releases).toMatchObject([{isDraft: true, commit: COMMIT}])
  })

  test('of a tag that was pushed leaves the tag where it is', async () => {
    await commands.set({tags: {'v1.0.0': COMMIT}, annotated: ['v1.0.0']})
    const {status, world} = await release('1.0.0')
    expect(status).toBe(0)
    expect(world.tags).toEqual({'v1.0.0': COMMIT, v1: COMMIT})
  })

  test('is refused if its tag is at another commit', async () => {
    await commands.set({tags: {'v1.0.0': OLDER}})
    const {status, stderr, world} = await release('1.0.0')
    expect(status).toBe(1)
    expect(stderr).toContain(`v1.0.0 is at ${OLDER}, not at ${COMMIT}.`)
    expect(world.writes).toEqual([])
  })

  test('of a fix to an older version is not the latest, and moves no tag', async () => {
    await commands.set(published('1.1.0', '1.0.4'))
    const {status, world} = await release('1.0.5')
    expect(status).toBe(0)
    expect(world.tags['v1']).toBe(OLDER)
    expect(world.releases.at(-1)).toMatchObject({
      tagName: 'v1.0.5',
      isDraft: false,
      isLatest: false,
    })
    expect(world.distTags).toEqual({'release-1.0.5': '1.0.5'})
  })

  test('of a prerelease is not the latest, and moves no tag', async () => {
    await commands.set(published('1.0.0'))
    const {status, world} = await release('1.1.0-beta.1')
    expect(status).toBe(0)
    expect(world.tags['v1']).toBe(OLDER)
    expect(world.releases.at(-1)).toMatchObject({isPrerelease: true, isLatest: false})
    expect(world.distTags).toEqual({next: '1.1.0-beta.1'})
  })

  test('of an older major version moves its own tag', async () => {
    await commands.set(published('2.0.0', '1.2.0', '1.1.0'))
    const {status, world} = await commands.run('move-major-tag.ts', ['1.2.0'])
    expect(status).toBe(0)
    expect(world.tags['v1']).toBe(COMMIT)
    expect(world.tags['v2']).toBeUndefined()
  })

  test('does not move the major tag before it is published', async () => {
    await commands.set({releases: [{tagName: 'v1.0.0', isDraft: true, commit: COMMIT}]})
    const {status, world} = await commands.run('move-major-tag.ts', ['1.0.0'])
    expect(status).toBe(1)
    expect(world.tags).toEqual({})
  })

  test('stops if npm has other bytes under its version', async () => {
    await commands.set({packages: {'app-store-sync@1.0.0': 'sha512-other'}})
    const {status, stderr, world} = await release('1.0.0')
    expect(status).toBe(1)
    expect(stderr).toContain('npm has another app-store-sync@1.0.0')
    expect(world.tags['v1']).toBeUndefined()
  })

  test('stops if npm does not answer', async () => {
    await commands.set({isRegistryDown: true})
    const {status, world} = await release('1.0.0')
    expect(status).toBe(1)
    expect(world.packages).toEqual({})
  })
})

describe('Another dist', () => {
  test('is committed to the branch that it was built from: what is new, changed and gone', async () => {
    const {world} = await commitDist({
      'built/index.js': 'new',
      'committed/index.js': 'old',
      'built/same.js': 'same',
      'committed/same.js': 'same',
      'built/worker/more.js': 'more',
      'committed/worker/gone.js': 'gone',
    })
    const [request] = world.graphql
    expect(request?.variables.input).toMatchObject({
      branch: {
        repositoryNameWithOwner: 'app-store-sync/app-store-sync',
        branchName: 'dependabot/npm',
      },
      expectedHeadOid: COMMIT,
      fileChanges: {deletions: [{path: 'dist/worker/gone.js'}]},
    })
    const {additions = []} = request?.variables.input.fileChanges ?? {}
    const texts = additions.map(
      (each) => [each.path, Buffer.from(each.contents, 'base64').toString()] as const,
    )
    expect(new Map(texts)).toEqual(
      new Map([
        ['dist/index.js', 'new'],
        ['dist/worker/more.js', 'more'],
      ]),
    )
  })

  test('that is the same is not committed', async () => {
    const {status, world} = await commitDist({'built/a.js': 'a', 'committed/a.js': 'a'})
    expect(status).toBe(0)
    expect(world.writes).toEqual([])
  })

  test('with a link in it is refused', async () => {
    await mkdir(path.join(commands.folder, 'built'))
    await symlink('/etc/hostname', path.join(commands.folder, 'built/index.js'))
    const {status, stderr, world} = await commitDist({})
    expect(status).toBe(1)
    expect(stderr).toContain('index.js is no regular file.')
    expect(world.writes).toEqual([])
  })
})

/** Compares a built folder with a committed one; their files are given by path. */
async function commitDist(files: Readonly<Record<string, string>>): Promise<Outcome> {
  for (const folder of ['built', 'committed']) {
    await mkdir(path.join(commands.folder, folder, 'worker'), {recursive: true})
  }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(commands.folder, name), text)
  }
  return commands.run('commit-dist.ts', ['built', 'committed', 'dependabot/npm', COMMIT])
}

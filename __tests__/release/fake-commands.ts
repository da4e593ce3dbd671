import {spawnSync} from 'node:child_process'
import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../..')

export interface FakeRelease {
  readonly tagName: string
  readonly isDraft: boolean
  readonly commit: string
  readonly assets?: readonly string[]
  readonly isPrerelease?: boolean
  readonly isLatest?: boolean
}

/** What GitHub and npm have. */
export interface World {
  readonly releases: readonly FakeRelease[]
  /** Commit by tag. */
  readonly tags: Readonly<Record<string, string>>
  /** Tags that are objects of their own, as `git tag --annotate` makes them. */
  readonly annotated: readonly string[]
  /** Integrity by package and version. */
  readonly packages: Readonly<Record<string, string>>
  readonly distTags: Readonly<Record<string, string>>
  readonly isRegistryDown: boolean
  /** Every command that changed something. */
  readonly writes: readonly string[]
  /** What `gh api graphql` was sent. */
  readonly graphql: readonly {readonly variables: {readonly input: CommitInput}}[]
}

interface CommitInput {
  readonly branch: object
  readonly expectedHeadOid: string
  readonly fileChanges: {
    readonly additions: readonly {readonly path: string; readonly contents: string}[]
    readonly deletions: readonly {readonly path: string}[]
  }
}

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly world: World
}

/** Runs scripts with `gh`, `git` and `npm` that act on a world of their own. */
export interface FakeCommands {
  /** An empty folder that is also the working directory. */
  readonly folder: string
  set(world: Partial<World>): Promise<void>
  run(script: string, args: readonly string[]): Promise<Outcome>
  remove(): Promise<void>
}

const EMPTY: World = {
  releases: [],
  tags: {},
  annotated: [],
  packages: {},
  distTags: {},
  isRegistryDown: false,
  writes: [],
  graphql: [],
}

/** What `gh release edit --draft=false` does about the tag is what GitHub does. */
const COMMAND = `
const {readFileSync, writeFileSync} = require('node:fs')
const {basename} = require('node:path')
const {createHash} = require('node:crypto')
const file = process.env.FAKE_WORLD
const world = JSON.parse(readFileSync(file, 'utf8'))
const args = process.argv.slice(2)
const command = basename(process.argv[1])
const line = [command, ...args].join(' ')
const option = (name) => args[args.indexOf(name) + 1]
const field = (name) => args.find((each) => each.startsWith(name + '='))?.slice(name.length + 1)
const say = (text) => process.stdout.write(text)
const fail = (text) => { say(text); process.exit(1) }
const draft = (tag) => world.releases.find((each) => each.tagName === tag && each.isDraft)

if (line.startsWith('gh release list')) {
  say(JSON.stringify(world.releases.map(({tagName, isDraft}) => ({tagName, isDraft}))))
} else if (line.startsWith('git ls-remote origin ')) {
  for (const ref of args.slice(2)) {
    const tag = ref.replace('refs/tags/', '').replace('^{}', '')
    const isPeeled = ref.endsWith('^{}')
    const isObject = world.annotated.includes(tag)
    if (world.tags[tag] === undefined || (isPeeled && !isObject)) continue
    say((isObject && !isPeeled ? 'b'.repeat(40) : world.tags[tag]) + '\\t' + ref + '\\n')
  }
} else if (line.startsWith('npm view ')) {
  if (world.isRegistryDown) fail(JSON.stringify({error: {code: 'E503'}}))
  const integrity = world.packages[args[1]]
  if (integrity === undefined) fail(JSON.stringify({error: {code: 'E404'}}))
  say(JSON.stringify(integrity))
} else {
  world.writes.push(line)
  const tag = args[2]
  if (line.startsWith('gh release create ')) {
    const assets = args.slice(3, args.indexOf('--draft')).map((each) => basename(each))
    const isPrerelease = args.includes('--prerelease')
    world.releases.push({tagName: tag, isDraft: true, commit: option('--target'), assets, isPrerelease})
  } else if (line.startsWith('gh release delete ')) {
    world.releases.splice(world.releases.indexOf(draft(tag)), 1)
  } else if (line.startsWith('gh release edit ')) {
    const release = draft(tag)
    release.isDraft = false
    release.isLatest = field('--latest') === 'true'
    world.tags[tag] ??= release.commit
  } else if (line.startsWith('npm publish ')) {
    const [, name, version] = /([a-z-]+)-(\\d.*)\\.tgz$/.exec(args[1])
    const spec = name + '@' + version
    if (world.packages[spec] !== undefined) fail('published before')
    world.packages[spec] = 'sha512-' + createHash('sha512').update(readFileSync(args[1])).digest('base64')
    world.distTags[option('--tag')] = version
  } else if (line.startsWith('gh api graphql ')) {
    world.graphql.push(JSON.parse(readFileSync(0, 'utf8')))
  } else if (line.includes('--method POST')) {
    world.tags[field('ref').replace('refs/tags/', '')] = field('sha')
  } else if (line.includes('--method PATCH')) {
    world.tags[basename(args[1])] = field('sha')
  } else fail('not known: ' + line)
  writeFileSync(file, JSON.stringify(world))
}
`

export async function makeFakeCommands(): Promise<FakeCommands> {
  const bin = await mkdtemp(path.join(tmpdir(), 'commands-'))
  const folder = await mkdtemp(path.join(tmpdir(), 'released-'))
  const file = path.join(bin, 'world.json')
  for (const name of ['gh', 'git', 'npm']) {
    await writeFile(path.join(bin, name), `#!${process.execPath}\n${COMMAND}`)
    await chmod(path.join(bin, name), 0o755)
  }
  const read = async (): Promise<World> => JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify(EMPTY))
  return {
    folder,
    set: async (world) => writeFile(file, JSON.stringify({...EMPTY, ...world})),
    async run(script, args) {
      const env = {
        PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
        FAKE_WORLD: file,
        GITHUB_SHA: 'a'.repeat(40),
        GITHUB_REPOSITORY: 'app-store-sync/app-store-sync',
      }
      const {status, stdout, stderr} = spawnSync(
        process.execPath,
        [path.join(ROOT, 'scripts/release', script), ...args],
        {cwd: folder, env, encoding: 'utf8'},
      )
      return {status, stdout, stderr, world: await read()}
    },
    async remove() {
      for (const each of [bin, folder]) await rm(each, {recursive: true, force: true})
    },
  }
}

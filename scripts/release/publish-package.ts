/**
 * Publishes the package of a version to npm: `node scripts/release/publish-package.ts <version> <tarball>`. Does
 * nothing if npm has these very bytes.
 */
import {createHash} from 'node:crypto'
import {spawnSync} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {run} from './command.ts'
import {publishedVersions} from './github.ts'
import {isNewest, isPrerelease, readVersion} from './version.ts'

const version = readVersion(process.argv[2])
const [, , , tarball] = process.argv
if (tarball === undefined) throw new Error('Name the tarball.')

const manifest: {readonly name: string} = JSON.parse(await readFile('package.json', 'utf8'))
const name = `${manifest.name}@${version}`
const integrity = `sha512-${createHash('sha512')
  .update(await readFile(tarball))
  .digest('base64')}`
const known = knownIntegrity(name)
if (known === null) {
  const published = ['publish', tarball, '--provenance', '--access', 'public', '--tag', distTag()]
  console.log(run('npm', published).trim())
} else if (known === integrity) {
  console.log(`npm has ${name} already.`)
} else {
  throw new Error(`npm has another ${name}: ${known}, not ${integrity}.`)
}

/** npm refuses `latest` for a version that is not the highest, and any tag that could be a range of versions. */
function distTag(): string {
  if (isPrerelease(version)) return 'next'
  return isNewest(version, publishedVersions()) ? 'latest' : `release-${version}`
}

/** @returns null if npm does not have the package. */
function knownIntegrity(spec: string): string | null {
  const {status, stdout} = spawnSync('npm', ['view', spec, 'dist.integrity', '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status === 0) return stdout.trim() === '' ? null : JSON.parse(stdout)
  const {error}: {readonly error?: {readonly code?: string}} = JSON.parse(stdout)
  if (error?.code === 'E404') return null
  throw new Error(`npm does not say whether it has ${spec}: ${stdout}`)
}

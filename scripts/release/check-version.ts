/**
 * Checks that a version is the one of package.json, of its lock file and of the newest entry of CHANGELOG.md:
 * `node scripts/release/check-version.ts <version or tag>`. Sets the output `version`.
 */
import {appendFile, readFile} from 'node:fs/promises'
import {readChangelog} from './changelog.ts'
import {readVersion} from './version.ts'

const version = readVersion(process.argv[2])
const manifest: {readonly version: string} = JSON.parse(await readFile('package.json', 'utf8'))
const lock: {readonly version: string} = JSON.parse(await readFile('package-lock.json', 'utf8'))
const [entry] = readChangelog(await readFile('CHANGELOG.md', 'utf8'))

const problems = [
  ...differs('package.json', manifest.version),
  ...differs('package-lock.json', lock.version),
  ...differs('the newest entry of CHANGELOG.md', entry?.version),
  ...(entry?.date === null ? ['The newest entry of CHANGELOG.md has no date.'] : []),
  ...(entry?.changes === '' ? ['The newest entry of CHANGELOG.md is empty.'] : []),
]
if (problems.length > 0)
  throw new Error(`Version ${version} cannot be released. ${problems.join(' ')}`)

const {GITHUB_OUTPUT} = process.env
if (GITHUB_OUTPUT) await appendFile(GITHUB_OUTPUT, `version=${version}\n`)
console.log(`Version ${version} of ${entry?.date}.`)

function differs(where: string, found: string | undefined): readonly string[] {
  return found === version ? [] : [`The version of ${where} is ${found ?? 'missing'}.`]
}

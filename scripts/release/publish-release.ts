/**
 * Publishes the draft release of a version, which creates its tag: `node scripts/release/publish-release.ts <version>`.
 * Does nothing if it is published already.
 */
import {run, variable} from './command.ts'
import {commitOfTag, publishedVersions} from './github.ts'
import {isNewest, readVersion} from './version.ts'

const version = readVersion(process.argv[2])
const commit = variable('GITHUB_SHA')
const tag = `v${version}`

const published = publishedVersions()
if (published.includes(version)) {
  console.log(`${tag} is published already.`)
} else {
  run('gh', ['release', 'edit', tag, '--draft=false', `--latest=${isNewest(version, published)}`])
  console.log(`${tag} is published.`)
}

const tagged = commitOfTag(tag)
if (tagged !== commit) throw new Error(`${tag} is at ${tagged ?? 'no commit'}, not at ${commit}.`)

/**
 * Moves the tag of the major version, such as `v1`, to a published version: `node scripts/release/move-major-tag.ts
 * <version>`. It never moves to a prerelease, nor back to a fix of an older version.
 */
import {run, variable} from './command.ts'
import {commitOfTag, publishedVersions} from './github.ts'
import {isNewest, majorTag, readVersion} from './version.ts'

const version = readVersion(process.argv[2])
const commit = variable('GITHUB_SHA')
const tag = majorTag(version)
const refs = `repos/${variable('GITHUB_REPOSITORY')}/git/refs`

const published = publishedVersions()
if (!published.includes(version)) throw new Error(`v${version} is not published.`)
const current = commitOfTag(tag)
if (
  !isNewest(
    version,
    published.filter((each) => majorTag(each) === tag),
  )
) {
  console.log(`${tag} stays: v${version} is not its newest release.`)
} else if (current === commit) {
  console.log(`${tag} is at v${version} already.`)
} else if (current === null) {
  run('gh', ['api', refs, '--method', 'POST', '-f', `ref=refs/tags/${tag}`, '-f', `sha=${commit}`])
  console.log(`${tag} is new, at v${version}.`)
} else {
  const moved = ['--method', 'PATCH', '-f', `sha=${commit}`, '-F', 'force=true']
  run('gh', ['api', `${refs}/tags/${tag}`, ...moved])
  console.log(`${tag} moved from ${current} to v${version}.`)
}

/**
 * Makes the draft release of a version: `node scripts/release/draft.ts <version> <notes> <asset>…`. An earlier draft
 * is replaced; a release that is published is left alone.
 */
import {run, variable} from './command.ts'
import {commitOfTag, readReleases} from './github.ts'
import {isPrerelease, readVersion} from './version.ts'

const version = readVersion(process.argv[2])
const [notes, ...assets] = process.argv.slice(3)
if (notes === undefined || assets.length === 0) throw new Error('Name the notes and the assets.')
const commit = variable('GITHUB_SHA')
const tag = `v${version}`

const tagged = commitOfTag(tag) ?? commit
if (tagged !== commit) {
  throw new Error(
    `${tag} is at ${tagged}, not at ${commit}. Release this commit as another version.`,
  )
}
const existing = readReleases().filter(({tagName}) => tagName === tag)
if (existing.some(({isDraft}) => !isDraft)) {
  console.log(`${tag} is published already.`)
} else {
  for (const {tagName} of existing) run('gh', ['release', 'delete', tagName, '--yes'])
  const kind = isPrerelease(version) ? ['--prerelease'] : []
  const text = ['--title', tag, '--notes-file', notes]
  const made = [
    'release',
    'create',
    tag,
    ...assets,
    '--draft',
    '--target',
    commit,
    ...text,
    ...kind,
  ]
  console.log(run('gh', made).trim())
}

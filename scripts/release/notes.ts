/** Prints the notes of a release, from CHANGELOG.md: `node scripts/release/notes.ts <version> <commit>`. */
import {readFile} from 'node:fs/promises'
import {readChangelog} from './changelog.ts'
import {readVersion} from './version.ts'

const version = readVersion(process.argv[2])
const [, , , commit = ''] = process.argv
if (!/^[0-9a-f]{40}$/u.test(commit)) throw new Error(`"${commit}" is no full SHA of a commit.`)

const entries = readChangelog(await readFile('CHANGELOG.md', 'utf8'))
const entry = entries.find((each) => each.version === version)
if (entry === undefined) throw new Error(`CHANGELOG.md has no entry for ${version}.`)

console.log(`${entry.changes}

### Pin it

\`\`\`yaml
- uses: app-store-sync/app-store-sync@${commit} # v${version}
\`\`\``)

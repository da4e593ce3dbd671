/**
 * Commits another `dist/` to a branch on GitHub: `node scripts/release/commit-dist.ts <built> <committed> <branch> <commit>`,
 * with the two folders to compare.
 *
 * Only regular files are read, nothing of them is run, and nothing outside of `dist/` can change. GitHub signs the
 * commit, and refuses it if the branch is no longer at the given one:
 * https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch
 */
import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {run, variable} from './command.ts'

const [builtFolder = '', committedFolder = '', branchName = '', expectedHeadOid = ''] =
  process.argv.slice(2)
if (expectedHeadOid === '') throw new Error('Name both folders, the branch and its commit.')
const built = await readFiles(builtFolder)
const committed = await readFiles(committedFolder)

const additions = [...built]
  .filter(([name, bytes]) => committed.get(name)?.equals(bytes) !== true)
  .map(([name, bytes]) => ({path: `dist/${name}`, contents: bytes.toString('base64')}))
const deletions = [...committed.keys()]
  .filter((name) => !built.has(name))
  .map((name) => ({path: `dist/${name}`}))

if (additions.length + deletions.length === 0) {
  console.log('dist/ is up to date.')
} else {
  const input = {
    branch: {repositoryNameWithOwner: variable('GITHUB_REPOSITORY'), branchName},
    expectedHeadOid,
    // With these words Dependabot still rebases the branch.
    message: {headline: 'Build dist', body: '[dependabot skip]'},
    fileChanges: {additions, deletions},
  }
  const query =
    'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { url } } }'
  run('gh', ['api', 'graphql', '--input', '-'], JSON.stringify({query, variables: {input}}))
  console.log(`Committed ${additions.length} files, deleted ${deletions.length}.`)
}

/** @returns the bytes of each file, by its path in the folder, with slashes. */
async function readFiles(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(root, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => !entry.isDirectory())
  const odd = files.find((entry) => !entry.isFile())
  if (odd !== undefined) throw new Error(`${odd.parentPath}/${odd.name} is no regular file.`)
  return new Map(
    await Promise.all(
      files.map(async ({parentPath, name}) => {
        const file = path.join(parentPath, name)
        const relative = path.relative(root, file).split(path.sep).join('/')
        return [relative, await readFile(file)] as const
      }),
    ),
  )
}

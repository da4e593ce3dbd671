import {cp, mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {COMMIT} from '../../helpers/pull-request.ts'
import {ROOT} from '../../documents/documents.ts'
import {readChangelog} from '../../../scripts/release/changelog.ts'
import type {StandInAction} from '../actions/action-call.ts'
import type {StandInCommands} from '../run/stand-in-commands.ts'
import {newFolder} from './folders.ts'

/** GitHub and npm, as files in a folder, and a commit to be released. */
export interface ReleaseWorld {
  /** The newest of CHANGELOG.md. */
  readonly version: string
  /** What the version's entry in CHANGELOG.md says. */
  readonly changes: string
  readonly repository: string
  readonly commands: StandInCommands
  readonly actions: Readonly<Record<string, StandInAction>>
  /** A file of the world, such as `notes.md`; null without it. */
  readonly read: (name: string) => Promise<Buffer | null>
  /** The names in a folder of the world. */
  readonly list: (name: string) => Promise<readonly string[]>
}

/** Whatever the scripts of a release read. */
const RELEASED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'action.yml',
  'dist',
  'package-lock.json',
  'package.json',
  'scripts',
]

/** A repository whose version is the newest of CHANGELOG.md, on GitHub and npm without any release. */
export async function releaseWorld(): Promise<ReleaseWorld> {
  const [world, repository] = [await newFolder({releases: '[]', refs: ''}), await newFolder()]
  await Promise.all(
    RELEASED.map((name) =>
      cp(path.join(ROOT, name), path.join(repository, name), {recursive: true}),
    ),
  )
  const [entry] = readChangelog(await readFile(path.join(ROOT, 'CHANGELOG.md'), 'utf8'))
  if (entry === undefined) throw new Error('CHANGELOG.md has no version.')
  for (const name of ['package.json', 'package-lock.json']) {
    const file = path.join(repository, name)
    // oxlint-disable-next-line no-await-in-loop -- two files
    const manifest: object = JSON.parse(await readFile(file, 'utf8'))
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(file, JSON.stringify({...manifest, version: entry.version}))
  }
  await Promise.all(['assets', 'attested', 'npm'].map((name) => mkdir(path.join(world, name))))
  return {
    version: entry.version,
    changes: entry.changes,
    repository,
    commands: commandsIn(world),
    actions: {
      'actions/setup-node': () => Promise.resolve({}),
      'actions/attest-build-provenance': async ({inputs, workspace}) => {
        const [packed = ''] = /^.*\.tgz$/mu.exec(inputs['subject-path'] ?? '') ?? []
        await cp(path.join(workspace, packed), path.join(world, 'attested', path.basename(packed)))
        return {}
      },
    },
    read: (name) => readFile(path.join(world, name)).catch(() => null),
    list: (name) => readdir(path.join(world, name)),
  }
}

/** The commands that would reach GitHub, npm or Apple, and the one that takes long. */
function commandsIn(world: string): StandInCommands {
  const prelude = `world='${world}'; commit=${COMMIT}\n`
  const scripts = {
    'bash .github/fetch-openapi.sh': 'true',
    'bash .ci/run': 'true',
    'gh release list': 'cat "$world/releases"',
    'gh release create': `
      cp "$4" "$world/assets"
      echo "[{\\"tagName\\": \\"$3\\", \\"isDraft\\": true}]" > "$world/releases"
      while [ "$1" != --notes-file ]; do shift; done
      cp "$2" "$world/notes.md"`,
    'gh release download': 'cp "$world"/assets/* .',
    'gh attestation verify': 'cmp "$3" "$world/attested/$3"',
    // Publishing a draft makes its tag.
    'gh release edit': `
      sed -i.before 's/true/false/' "$world/releases"
      printf '%s\\trefs/tags/%s\\n' "$commit" "$3" >> "$world/refs"`,
    'gh api': `printf '%s\\t%s\\n' "$commit" refs/tags/v1 >> "$world/refs"`,
    'git ls-remote': 'grep -E "$3|$(printf %s "$4" | tr -d "^{}")" "$world/refs" || true',
    'npm view': `
      if [ -f "$world"/npm/*.tgz ]; then
        node -e 'process.stdout.write(JSON.stringify("sha512-" + crypto.hash("sha512", fs.readFileSync(process.argv[1]), "base64")))' "$world"/npm/*.tgz
      else
        echo '{"error": {"code": "E404"}}'
        exit 1
      fi`,
    'npm publish': 'cp "$2" "$world/npm"',
  }
  return Object.fromEntries(
    Object.entries(scripts).map(([words, script]) => [words, `${prelude}${script}\n`]),
  )
}

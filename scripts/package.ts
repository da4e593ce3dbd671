/**
 * Packs what `npx app-store-sync` runs: `npm run package`, after `npm run build`. Everything that it needs is bundled, so the
 * package has no dependencies.
 */
import {execFile} from 'node:child_process'
import {cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {promisify} from 'node:util'

const ROOT = path.join(import.meta.dirname, '..')
const DOCUMENTS = ['README.md', 'LICENSE', 'CHANGELOG.md']

interface Manifest {
  readonly name: string
  readonly version: string
  readonly files: readonly string[]
}

/**
 * @param folder - Absolute path of the folder that gets the tarball. It is made if it does not exist.
 * @returns the absolute path of the tarball.
 */
export async function makePackage(folder: string): Promise<string> {
  const manifest: Manifest = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'))
  const contents = path.join(folder, 'contents')
  await rm(contents, {recursive: true, force: true})
  await mkdir(contents, {recursive: true})
  for (const name of [...manifest.files, ...DOCUMENTS]) {
    await cp(path.join(ROOT, name), path.join(contents, name), {recursive: true})
  }
  await writeFile(path.join(contents, 'package.json'), published(manifest))
  await promisify(execFile)(
    'npm',
    ['pack', contents, '--pack-destination', folder, '--ignore-scripts'],
    {
      shell: process.platform === 'win32',
    },
  )
  return path.join(folder, `${manifest.name}-${manifest.version}.tgz`)
}

/** What is only for developers. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'private',
  'scripts',
  'dependencies',
  'devDependencies',
  'overrides',
  'allowScripts',
])

function published(manifest: Manifest): string {
  const kept = Object.entries(manifest).filter(([name]) => !LEFT_OUT.has(name))
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`
}

if (import.meta.main) console.log(await makePackage(path.join(ROOT, 'build/package')))

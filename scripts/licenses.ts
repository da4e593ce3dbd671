/**
 * Writes the licences of everything that is bundled: `node scripts/licenses.ts <statistics>… <result>`. Fails for a
 * licence that asks for more than to be named.
 *
 * ncc's own `--license` writes one file for each chunk under the same name, so that only the last one is left.
 */
import {readdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | {readonly name: string}
}

/** What `ncc --stats-out` tells of a module; those that were merged into one are inside of it. */
interface Module {
  /** Absolute path of its file. */
  readonly nameForCondition?: string | null
  readonly modules?: readonly Module[]
}

/** SPDX identifiers, https://spdx.org/licenses. `manifest.license` may be an expression; none is needed so far. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
])

const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/iu

const [result, ...statistics] = process.argv.slice(2).toReversed()
if (result === undefined || statistics.length === 0) {
  throw new Error('Name the statistics of each bundle, and the file to write.')
}
const files = (await Promise.all(statistics.map(readModules))).flat()
const folders = [...new Set(files.flatMap(packageFolder))]
const entries = await Promise.all(folders.map(describe))
await writeFile(result, [...new Set(entries)].toSorted().join(`\n${'-'.repeat(80)}\n\n`))

async function readModules(file: string): Promise<readonly string[]> {
  const {modules}: {readonly modules: readonly Module[]} = JSON.parse(await readFile(file, 'utf8'))
  return modules.flatMap(filesOf)
}

function filesOf({nameForCondition, modules = []}: Module): readonly string[] {
  return [...(nameForCondition ? [nameForCondition] : []), ...modules.flatMap(filesOf)]
}

/** The innermost package that a file belongs to; none for a file of our own. */
function packageFolder(file: string): readonly string[] {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/u.exec(file) ?? []
  return folder === undefined ? [] : [folder]
}

async function describe(folder: string): Promise<string> {
  const manifest: Manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  const {name, version, license, author} = manifest
  if (license === undefined) throw new Error(`${name} does not say what its licence is.`)
  if (!ALLOWED.has(license)) {
    throw new Error(`${name} has the licence ${license}, which may not be bundled.`)
  }
  const names = (await readdir(folder)).filter((each) => LICENSE_FILE.test(each)).toSorted()
  const texts = await Promise.all(names.map((each) => readFile(path.join(folder, each), 'utf8')))
  const by = typeof author === 'object' ? author.name : (author ?? 'its contributors')
  const all = texts.length > 0 ? texts : [`${license} license. Copyright by ${by}.`]
  const told = all.map((text) => `${text.replaceAll('\r\n', '\n').trim()}\n`).join('\n')
  return `${name} ${version}\n${license}\n\n${told}`
}

import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from '@jest/globals'

const root = path.join(import.meta.dirname, '../../..')
const bundle = (
  await Promise.all(
    (await readdir(path.join(root, 'dist'), {recursive: true}))
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFile(path.join(root, 'dist', name), 'utf8')),
  )
).join('\n')
const licenses = await readFile(path.join(root, 'dist/licenses.txt'), 'utf8')

/** What may be bundled: all that the lock file does not call a development dependency, by its folder. */
const lock: {
  readonly packages: Readonly<Record<string, {readonly dev?: boolean; readonly version: string}>>
} = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'))
const PACKAGES = Object.entries(lock.packages)
  .filter(([folder, {dev}]) => folder !== '' && dev !== true)
  .map(([folder, {version}]) => ({
    folder,
    name: `${folder.replace(/^.*node_modules\//u, '')} ${version}`,
  }))

/** The packages that licenses.txt names, each with the text that follows. */
const ENTRIES = new Map(
  licenses.split(/^-{80}\n\n/mu).map((entry) => {
    const [name = '', ...text] = entry.split('\n')
    return [name, text.join('\n')] as const
  }),
)

test('Every package of which a line is in dist is in its licenses, with a text', async () => {
  const marks = await Promise.all(
    PACKAGES.map(async ({folder, name}) => ({name, lines: await longLines(folder)})),
  )
  const owners = new Map<string, number>()
  for (const line of marks.flatMap(({lines}) => [...lines]))
    owners.set(line, (owners.get(line) ?? 0) + 1)
  const inBundle = new Set(bundle.split('\n').map((line) => line.trim()))
  const bundled = marks
    .filter(({lines}) => [...lines].some((line) => owners.get(line) === 1 && inBundle.has(line)))
    .map(({name}) => name)
  expect(bundled.length).toBeGreaterThan(40)
  expect(bundled.filter((name) => (ENTRIES.get(name)?.length ?? 0) < 200)).toEqual([])
})

test('Nothing is in the licenses of dist that is no dependency', () => {
  const names = PACKAGES.map(({name}) => name)
  expect([...ENTRIES.keys()].filter((name) => !names.includes(name))).toEqual([])
})

/** Lines of a package's code that would hardly be written twice. */
async function longLines(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(path.join(root, folder), {recursive: true}).catch(() => [])
  const sources = names.filter((name) => /\.[cm]?js$/u.test(name) && !name.includes('node_modules'))
  const texts = await Promise.all(
    sources.map((name) => readFile(path.join(root, folder, name), 'utf8')),
  )
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim())
  return new Set(
    lines.filter((line) => line.length >= 40 && !/^(?:\/?\*|\/\/|import|export)/u.test(line)),
  )
}

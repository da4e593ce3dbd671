/** Writes the tables of the documents from action.yml and the tables of src: `npm run docs`. A test compares them. */
import {readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {parse} from 'yaml'
import {languageOf, LOCALES} from '../src/apple/locales.ts'
import {UPLOAD_RESOURCES} from '../src/apple/upload-resources.ts'
import type {PixelSize} from '../src/core/vocabulary.ts'
import {DISPLAY_CLASSES} from '../src/sections/media/facts/display-classes.ts'
import {ageRatingTable, categoriesTable, settingsTable, textsTable} from './config-tables.ts'
import {code, table} from './markdown-table.ts'

const ROOT = path.join(import.meta.dirname, '..')

interface Action {
  readonly inputs: Readonly<
    Record<string, {readonly description: string; readonly default?: string}>
  >
  readonly outputs: Readonly<Record<string, {readonly description: string}>>
}

const PARTS = {
  assets: assetsTable,
  inputs: inputsTable,
  outputs: outputsTable,
  types: typesTable,
  locales: localesTable,
  settings: settingsTable,
  texts: textsTable,
  'age-rating': ageRatingTable,
  categories: categoriesTable,
} satisfies Readonly<Record<string, (action: Action) => string>>

/** The documents with tables. */
export const DOCUMENTS = ['README.md', 'docs/display-types.md', 'docs/metadata.md'] as const
type DocumentName = (typeof DOCUMENTS)[number]

const TABLES: Readonly<Record<DocumentName, readonly (keyof typeof PARTS)[]>> = {
  'README.md': ['assets', 'inputs', 'outputs'],
  'docs/display-types.md': ['types', 'locales'],
  'docs/metadata.md': ['texts', 'settings', 'age-rating', 'categories'],
}

/**
 * A document with each of its tables, between the two markers, as it should be.
 *
 * @throws if a marker is missing.
 */
export async function withTables(document: DocumentName, text: string): Promise<string> {
  const action: Action = parse(await readFile(path.join(ROOT, 'action.yml'), 'utf8'))
  return TABLES[document].reduce((before, name) => {
    const [start, end] = [`<!-- ${name}: made by "npm run docs" -->`, `<!-- end of ${name} -->`]
    const [head, rest] = cut(document, before, start)
    const [, tail] = cut(document, rest, end)
    return `${head}${start}\n\n${PARTS[name](action)}\n\n${end}${tail}`
  }, text)
}

function cut(document: string, text: string, marker: string): readonly [string, string] {
  const at = text.indexOf(marker)
  if (at === -1) throw new Error(`${document} has no ${marker}`)
  return [text.slice(0, at), text.slice(at + marker.length)]
}

function inputsTable({inputs}: Action): string {
  const rows = Object.entries(inputs).map(([name, input]) => [
    code(name),
    input.default === undefined ? '' : code(input.default),
    input.description,
  ])
  return table(['Input', 'Default', 'Meaning'], rows)
}

function outputsTable({outputs}: Action): string {
  const rows = Object.entries(outputs).map(([name, {description}]) => [code(name), description])
  return table(['Output', 'Meaning'], rows)
}

function assetsTable(): string {
  const rows = Object.values(UPLOAD_RESOURCES).map(({words, files, checksum, isDeletable}) => [
    words,
    code(files),
    checksum === 'sourceFileChecksum' ? 'MD5' : 'SHA-256',
    isDeletable ? 'yes' : 'no',
  ])
  return table(['Asset', 'Files', 'Compared by', 'Can be deleted'], rows)
}

function typesTable(): string {
  const rows = DISPLAY_CLASSES.map((row) => [
    row.device,
    row.aliases.map(code).join(' '),
    code(`APP_${row.name}`),
    row.previews === null || row.previews.length === 0 ? '' : code(row.name),
    inWords(row.screenshots),
    inWords(row.previews ?? []),
    row.alphaAllowed ? 'yes' : '',
  ])
  const heads = [
    'Device',
    'Alias',
    'Screenshots',
    'Previews',
    'Pixels',
    'Pixels of previews',
    'Alpha',
  ]
  return table(heads, rows)
}

function localesTable(): string {
  return table(
    ['Locale', 'Language'],
    LOCALES.map((locale) => [code(locale), languageOf(locale)]),
  )
}

/** Sizes in both orientations are listed once, with a turning arrow. */
function inWords(sizes: readonly PixelSize[]): string {
  const has = (width: number, height: number) =>
    sizes.some((size) => size.width === width && size.height === height)
  return sizes
    .filter(({width, height}) => width <= height || !has(height, width))
    .map(({width, height}) => {
      const turns = width !== height && has(height, width)
      return `${width}×${height}${turns ? '↻' : ''}`
    })
    .join(', ')
}

if (import.meta.main) {
  for (const document of DOCUMENTS) {
    const file = path.join(ROOT, document)
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(file, await withTables(document, await readFile(file, 'utf8')))
  }
}

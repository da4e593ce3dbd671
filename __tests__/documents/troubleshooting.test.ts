import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from '@jest/globals'
import {documentNamed, ROOT} from './documents.ts'

const rows = readRows(documentNamed('docs/troubleshooting.md'))
const source = await sourceText()

test.each([...new Set(rows.map(({message}) => message))])(
  'troubleshooting quotes a message that the action has: %s',
  (message) => {
    const pieces = message.split('…').map((piece) => piece.trim())
    expect(pieces.filter((piece) => !source.includes(piece))).toEqual([])
  },
)

test('troubleshooting says what to do about each message', () => {
  expect(rows.length).toBeGreaterThan(150)
  expect(rows.filter(({advice}) => advice === '')).toEqual([])
})

test('troubleshooting has every code of the action', () => {
  const codes = codesInSource()
  expect(codes.length).toBeGreaterThan(80)
  const listed = new Set(rows.flatMap((row) => row.codes))
  expect(codes.filter((code) => !listed.has(code))).toEqual([])
})

test('troubleshooting has only codes of the action', () => {
  const composed = ['too-many-screenshots', 'too-many-previews', 'HTTP_500']
  const unknown = rows.flatMap(({codes}) => codes).filter((code) => !source.includes(code))
  expect(unknown.toSorted()).toEqual(composed.toSorted())
})

interface Row {
  readonly message: string
  readonly advice: string
  readonly codes: readonly string[]
}

function readRows(markdown: string): readonly Row[] {
  const lines = markdown.matchAll(
    /^\| `(?<message>[^`]+)` +\| (?<advice>.*) \| (?<codes>[^|]*) \|$/gmu,
  )
  return [...lines].map(({groups}) => ({
    message: groups?.['message'] ?? '',
    advice: groups?.['advice']?.trim() ?? '',
    codes: [...(groups?.['codes'] ?? '').matchAll(/`(?<code>[^`]+)`/gu)].map(
      (match) => match.groups?.['code'] ?? '',
    ),
  }))
}

/** Those of diagnostics and errors, and those of Apple that the action has an answer to. */
function codesInSource(): readonly string[] {
  const quoted = [
    /\b(?:code|\w+Fault)(?::| =)\s+(?<codes>(?:'[\w-]+'(?: \| )?)+)/gu,
    /\b(?:OTHER_PLATFORM|NOT_AS_APPROVED|UNREADABLE_CODE) = (?<codes>'.+?')/gu,
    /\bfailureOf\(\s*(?<codes>'[\w-]+')/gu,
    /^ {2}(?<codes>(?:IMAGE|MOV)_[A-Z_]+):/gmu,
    /^ {2}(?<codes>E[A-Z_]{4,}): '/gmu,
  ].flatMap((pattern) => [...source.matchAll(pattern)])
  const codes = quoted.flatMap(({groups}) => groups?.['codes']?.split(' | ') ?? [])
  const all = new Set(codes.map((code) => code.replaceAll("'", '')))
  // That of an issue in a schema of zod.
  all.delete('custom')
  return [...all]
}

/** All source files in one text, as their messages read when they are shown. */
async function sourceText(): Promise<string> {
  const folder = path.join(ROOT, 'src')
  const names = await readdir(folder, {recursive: true})
  const files = names.filter((name) => name.endsWith('.ts'))
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))
  return texts.join('\n').replaceAll('\\', '')
}

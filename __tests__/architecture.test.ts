import {glob, readFile} from 'node:fs/promises'
import path from 'node:path'

import {describe, expect, it} from '@jest/globals'

/**
 * The rooms of src/ and from which others each may import, as docs/architecture.md draws them. One direction, no way
 * back. A section is a room of its own, and knows no other one.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  apple: ['core'],
  connect: ['core', 'apple'],
  files: ['core', 'apple'],
  pictures: ['core', 'connect', 'files'],
  transfer: ['core', 'apple', 'connect'],
  places: ['core', 'apple', 'files', 'transfer'],
  clips: ['core', 'apple', 'connect', 'files', 'transfer', 'places'],
  'review-detail': ['core', 'connect'],
  metadata: ['core', 'apple', 'files'],
  fields: ['core', 'apple', 'connect', 'files', 'metadata'],
  sections: [
    'core',
    'apple',
    'connect',
    'files',
    'pictures',
    'transfer',
    'places',
    'clips',
    'review-detail',
    'metadata',
    'fields',
  ],
  report: ['core'],
  inputs: ['core'],
  face: ['core', 'inputs', 'report'],
  action: ['core', 'inputs', 'report', 'face'],
  cli: ['core', 'inputs', 'report', 'face'],
}

/** What may import from everywhere, in this order: files and a room at the top of src/. */
const ENTRANCE = ['main.ts', 'cli.ts', 'bundle.ts', 'run.ts', 'verbs', 'sections.ts', 'managed.ts']

/** Who may know that there is a runner. */
const KNOW_THE_RUNNER = ['action', 'files/discover']

const source = path.join(import.meta.dirname, '../src')

interface Import {
  /** Relative to src/. */
  readonly file: string
  /** Relative to src/ for one of our own files; else the name of the package. */
  readonly target: string
  readonly isOurs: boolean
}

async function readImports(): Promise<readonly Import[]> {
  const found: Import[] = []
  for await (const file of glob('**/*.ts', {cwd: source})) {
    const text = await readFile(path.join(source, file), 'utf8')
    for (const [, name = ''] of text.matchAll(/(?:from|import|import\()\s?'([^']+)'/gu)) {
      const isOurs = name.startsWith('.')
      const target = isOurs ? path.join(path.dirname(file), name) : name
      found.push({file, target, isOurs})
    }
  }
  return found
}

const imports = await readImports()

function roomOf(file: string): string {
  return file.split('/')[0] ?? ''
}

function sectionOf(file: string): string | null {
  const [room, name = null] = file.split('/')
  return room === 'sections' ? name : null
}

function says({file, target}: Import): string {
  return `${file} imports ${target}`
}

describe('The rooms of src', () => {
  it('are those of the design, and nothing lies beside them', async () => {
    const rooms = new Set<string>()
    for await (const file of glob('**/*.*', {cwd: source})) rooms.add(roomOf(file))
    expect([...rooms].toSorted()).toEqual([...Object.keys(MAY_IMPORT), ...ENTRANCE].toSorted())
  })

  it.each(Object.entries(MAY_IMPORT))('%s imports only from %j', (room, allowed) => {
    const wrong = imports.filter(
      ({file, target, isOurs}) =>
        isOurs && roomOf(file) === room && ![room, ...allowed].includes(roomOf(target)),
    )
    expect(wrong.map(says)).toEqual([])
  })

  it('are imported by name of the file', () => {
    const wrong = imports.filter(({target, isOurs}) => isOurs && !target.endsWith('.ts'))
    expect(wrong.map(says)).toEqual([])
  })

  it('do not know the entrance, whose parts know only those below', () => {
    const wrong = imports.filter(({file, target, isOurs}) => {
      const from = ENTRANCE.indexOf(roomOf(file))
      const to = ENTRANCE.indexOf(roomOf(target))
      const isWithin = from === to && file.includes('/')
      return isOurs && to !== -1 && !isWithin && (from === -1 || from >= to)
    })
    expect(wrong.map(says)).toEqual([])
  })

  it('have sections that do not know each other', () => {
    const wrong = imports.filter(({file, target, isOurs}) => {
      const section = sectionOf(file)
      const other = sectionOf(target)
      return isOurs && section !== null && other !== null && section !== other
    })
    expect(wrong.map(says)).toEqual([])
  })

  it('have one list of sections, which nobody else imports but the entrance', () => {
    const wrong = imports.filter(
      ({file, target, isOurs}) =>
        isOurs &&
        sectionOf(target) !== null &&
        sectionOf(file) === null &&
        !ENTRANCE.includes(roomOf(file)),
    )
    expect(wrong.map(says)).toEqual([])
  })

  it('know nothing of the runner, but for those that speak to it', () => {
    const wrong = imports.filter(
      ({file, target}) =>
        target.startsWith('@actions/') &&
        !KNOW_THE_RUNNER.some((room) => file.startsWith(`${room}/`)),
    )
    expect(wrong.map(says)).toEqual([])
  })
})

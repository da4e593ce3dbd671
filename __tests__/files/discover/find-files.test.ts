import {execFileSync} from 'node:child_process'
import {symlink} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {cpuMilliseconds} from '../../helpers/cpu-time.ts'
import {findQuietly} from '../../helpers/find-quietly.ts'
import {readFolders} from '../../../src/sections/media/folder/read-folders.ts'
import {folderWith, image} from '../../helpers/media.ts'
import type {TreeEntry} from '../../helpers/media.ts'
import {flat, problemsOf, readWorkspace, short} from '../../helpers/read-tree.ts'

async function found(workspace: string, root = 'root'): Promise<readonly string[] | undefined> {
  const folder = await findQuietly(root, workspace)
  return folder?.entries.map((entry) => `${entry.kind} ${entry.path}`).toSorted()
}

describe('Discovery', () => {
  test('lists files and folders, but nothing hidden', async () => {
    const workspace = await folderWith({
      'root/a/b.png': 'x',
      'root/empty': {folder: true},
      'root/.git/config': 'x',
      'root/a/.b.png': 'x',
    })
    expect(await found(workspace)).toEqual([
      'file root/a/b.png',
      'folder root/a',
      'folder root/empty',
    ])
  })

  test('finds a root below a hidden folder, and the workspace itself', async () => {
    const workspace = await folderWith({'.github/root/a/b.png': 'x'})
    expect(await found(workspace, '.github/root')).toEqual([
      'file .github/root/a/b.png',
      'folder .github/root/a',
    ])
    const plain = await folderWith({'en-US/b.png': 'x'})
    expect(await found(plain, '.')).toEqual(['file en-US/b.png', 'folder en-US'])
  })

  test('knows a missing root, a file, and a root outside of the workspace', async () => {
    const workspace = await folderWith({file: 'x'})
    expect(await found(workspace, 'missing')).toBeUndefined()
    expect(await found(workspace, 'file/below')).toBeUndefined()
    expect(await found(workspace, 'file')).toEqual(['file file'])
    expect(await found(workspace, '..')).toEqual(['outside ..'])
    expect(await found(workspace, '/etc')).toHaveLength(1)
    expect((await findQuietly('/etc', workspace))?.entries[0]?.kind).toBe('outside')
  })

  test.each([
    'a*',
    '[ab]',
    '[a',
    'a]',
    '{a,b}',
    '?',
    '!a',
    '#a',
    'a\\b',
    ' a ',
    'a\nb',
    '+(a)',
    '~',
    '$(touch x)',
    '%0A::error::',
  ])('reads %j as a name, not as a pattern', async (root) => {
    const workspace = await folderWith({[`${root}/1.png`]: 'x', 'ab/2.png': 'x', 'a/2.png': 'x'})
    expect(await found(workspace, root)).toEqual([`file ${root}/1.png`])
  })

  test.each([
    'new\nline.png',
    '::error::x.png',
    '%0A.png',
    'a|b`c`.png',
    '<img onerror=x>.png',
    '\u202Egnp.png',
    `${'é'.repeat(125)}.png`,
    '\\.png',
    ' .png',
    '-rf.png',
  ])('finds a file called %j', async (name) => {
    expect(await found(await folderWith({[`root/${name}`]: 'x'}))).toEqual([`file root/${name}`])
  })

  test('survives a name that is not UTF-8', async () => {
    const workspace = await folderWith({'root/a.png': 'x'})
    execFileSync('sh', ['-c', String.raw`touch "$(printf 'bad\377.png')"`], {
      cwd: path.join(workspace, 'root'),
    })
    expect(await found(workspace)).toEqual([expect.stringMatching(/^unreadable root\/bad/u)])
  })

  test('looks no deeper than the layout is, so that what else lies there costs nothing', async () => {
    const workspace = await folderWith({
      'root/imessage/en-US/iphone-6.9/1.png': 'x',
      'root/raw/a/b/c': {folder: true},
      shared: {folder: true},
      'root/en-US': {linkTo: '../shared'},
      'shared/a/b/c/d.png': 'x',
    })
    const script =
      'mkdir 0; (cd 0; seq 1000 | xargs touch); i=1; while [ $i -lt 31 ]; do ln -s 0 $i; i=$((i+1)); done'
    execFileSync('sh', ['-c', script], {cwd: path.join(workspace, 'root/raw/a/b/c')})
    expect(await found(workspace)).toEqual([
      'file root/imessage/en-US/iphone-6.9/1.png',
      'folder root/en-US',
      'folder root/en-US/a',
      'folder root/en-US/a/b',
      'folder root/en-US/a/b/c',
      'folder root/imessage',
      'folder root/imessage/en-US',
      'folder root/imessage/en-US/iphone-6.9',
      'folder root/raw',
      'folder root/raw/a',
      'folder root/raw/a/b',
      'folder root/raw/a/b/c',
    ])
  })

  test('gives up on more files than any listing has', async () => {
    const workspace = await folderWith({'root/a': {folder: true}})
    const script =
      'mkdir a/0; (cd a/0; seq 1000 | xargs touch); i=1; while [ $i -lt 31 ]; do ln -s 0 a/$i; i=$((i+1)); done'
    execFileSync('sh', ['-c', script], {cwd: path.join(workspace, 'root')})
    expect(await found(workspace)).toEqual(['too-many root'])
  })
})

describe('Symbolic links', () => {
  test('are followed inside the workspace, and shown where they stand', async () => {
    const workspace = await folderWith({
      'shared/1.png': 'x',
      'root/en/1.png': {linkTo: '../../shared/1.png'},
      'root/de': {linkTo: 'en'},
      'root/it': {linkTo: '../shared'},
      alias: {linkTo: 'root'},
    })
    const expected = [
      'file root/de/1.png',
      'file root/en/1.png',
      'file root/it/1.png',
      'folder root/de',
      'folder root/en',
      'folder root/it',
    ]
    expect(await found(workspace)).toEqual(expected)
    expect(await found(workspace, 'alias')).toEqual(
      expected.map((line) => line.replace('root', 'alias')),
    )
  })

  test('that leave the workspace are not followed', async () => {
    const secret = await folderWith({'secret.png': 'x'})
    const workspace = await folderWith({
      'root/file.png': {linkTo: path.join(secret, 'secret.png')},
      'root/folder': {linkTo: secret},
      'root/up': {linkTo: '../../'},
      outer: {linkTo: secret},
    })
    expect(await found(workspace)).toEqual([
      'outside root/file.png',
      'outside root/folder',
      'outside root/up',
    ])
    expect(await found(workspace, 'outer')).toEqual(['outside outer'])
    // The way to this root leads through a link out of the workspace.
    await symlink('/usr', path.join(workspace, 'usr'))
    expect(await found(workspace, 'usr/lib')).toEqual(['outside usr/lib'])
  })

  test('that lead nowhere or in circles end', async () => {
    const workspace = await folderWith({
      'root/broken': {linkTo: 'nothing'},
      'root/self': {linkTo: 'self'},
      'root/here': {linkTo: '.'},
      'root/a/b': {linkTo: '../c'},
      'root/c/a': {linkTo: '../a'},
      'root/all': {linkTo: '../'},
    })
    expect(await found(workspace)).toEqual([
      'broken-link root/broken',
      'folder root/a',
      'folder root/a/b',
      'folder root/c',
      'folder root/c/a',
      'link-loop root/a/b/a',
      'link-loop root/all',
      'link-loop root/c/a/b',
      'link-loop root/here',
      'link-loop root/self',
    ])
  })

  test('that multiply are followed no deeper than the layout is', async () => {
    const entries = Object.fromEntries(
      Array.from({length: 16}, (_, level) =>
        Array.from({length: 8}, (__, link): [string, TreeEntry] => [
          `root/${level}/${link}`,
          {linkTo: `../${level + 1}`},
        ]),
      ).flat(),
    )
    const workspace = await folderWith({...entries, 'root/16/1.png': 'x'})
    const time = await cpuMilliseconds(async () =>
      expect(await found(workspace)).toContain('folder root/0/1/2'),
    )
    expect(time).toBeLessThan(15_000)
  })
})

describe('What must not be opened', () => {
  test('is found without opening it, and reported', async () => {
    const secret = await folderWith({'1.png': await image()})
    const folder = 'screenshots/en-US/iphone-6.9'
    expect(
      await problemsOf({
        [`${folder}/1.png`]: await image(),
        [`${folder}/pipe.png`]: {pipe: true},
        [`${folder}/device.png`]: {linkTo: '/dev/zero'},
        [`${folder}/outside.png`]: {linkTo: path.join(secret, '1.png')},
        [`${folder}/nothing.png`]: {linkTo: 'gone.png'},
        'screenshots/de-DE': {linkTo: '..'},
      }),
    ).toEqual([
      'error link-loop screenshots/de-DE',
      `error outside-workspace ${folder}/device.png`,
      `error broken-link ${folder}/nothing.png`,
      `error outside-workspace ${folder}/outside.png`,
      `error not-a-file ${folder}/pipe.png`,
    ])
    expect(await problemsOf({}, {screenshots: '../elsewhere'})).toEqual([
      'error outside-workspace ../elsewhere',
    ])
  })

  test('is a file that vanished or turned into a pipe after it was found', async () => {
    const folder = 'screenshots/en-US/iphone-6.9'
    const workspace = await folderWith({[`${folder}/1.png`]: {pipe: true}})
    const names = ['1.png', '2.png']
    const entries = names.map((name) => ({path: `${folder}/${name}`, kind: 'file'}) as const)
    const {diagnostics} = await readFolders({
      workspace,
      platform: 'IOS',
      locales: [],
      signal: new AbortController().signal,
      screenshots: {path: 'screenshots', optional: true, found: {path: 'screenshots', entries}},
      previews: {path: 'previews', optional: true, found: null},
    })
    expect(diagnostics.map(flat).map(short)).toEqual(
      names.map((name) => `error unreadable ${folder}/${name}`),
    )
    expect(diagnostics[1]?.what).toBe('cannot be read (ENOENT)')
  })

  test('is a folder that may not be listed', async () => {
    const workspace = await folderWith({'screenshots/en-US/closed/1.png': await image()})
    execFileSync('chmod', ['000', path.join(workspace, 'screenshots/en-US/closed')])
    // The superuser may list everything, so there is nothing to see for it.
    if (process.getuid?.() === 0) return
    expect((await readWorkspace(workspace)).problems.map(short)).toEqual([
      'error unreadable screenshots/en-US/closed',
    ])
  })
})

test('Nothing but debug lines of the toolkit comes to the standard output', async () => {
  const workspace = await folderWith({'::error::x\n::warning::y/1.png': 'x'})
  const module = path.join(import.meta.dirname, '../../../src/files/discover/find-files.ts')
  const script = `const {findFiles} = await import(${JSON.stringify(module)})
    await findFiles('::error::x\\n::warning::y', ${JSON.stringify(workspace)}, new AbortController().signal)`
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  })
  expect(output.split('\n').filter((line) => line !== '' && !line.startsWith('::debug::'))).toEqual(
    [],
  )
})

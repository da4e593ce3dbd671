import {access} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from '@jest/globals'
import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'
import {attribute, elementsOf, textOf} from '../report/html/page-elements.ts'
import {documentNamed, documents, ROOT} from './documents.ts'

const anchors = new Map([...documents].map(([name, text]) => [name, anchorsIn(text)]))

test.each([...documents.keys()])('the links of %s lead to what exists', async (name) => {
  expect(await brokenLinks(documentNamed(name), name)).toEqual([])
})

test('the documents link to each other', () => {
  const targets = [...documents].flatMap(([name, text]) =>
    linksIn(text).map((link) => targetOf(link, name).file),
  )
  expect([...documents.keys()].filter((name) => !targets.includes(name))).toEqual([])
})

test('a link to a missing file, picture or heading is found, but not one in code', async () => {
  const text = '[a](README.md#inputs) [b](README.md#input) [c](x.md) <img src="x.png"> `[d](y.md)`'
  expect(await brokenLinks(text, 'README.md')).toEqual(['README.md#input', 'x.md', 'x.png'])
})

test('SECURITY.md names tests and files that exist', async () => {
  const names = [...documentNamed('SECURITY.md').matchAll(/`(?<name>[a-z-]+\/[\w/.-]+)`/gu)].map(
    ({groups}) => groups?.['name'] ?? '',
  )
  expect(names.length).toBeGreaterThan(15)
  const exist = await Promise.all(
    names.map(async (name) => (await exists(name)) || (await exists(`__tests__/${name}.test.ts`))),
  )
  expect(names.filter((_, index) => exist[index] !== true)).toEqual([])
})

async function brokenLinks(markdown: string, document: string): Promise<readonly string[]> {
  const links = linksIn(markdown)
  const leads = await Promise.all(links.map((link) => leadsSomewhere(link, document)))
  return links.filter((_, index) => !leads[index])
}

async function leadsSomewhere(link: string, document: string): Promise<boolean> {
  const {file, anchor} = targetOf(link, document)
  if (anchor !== '') return anchors.get(file)?.includes(anchor) === true
  return exists(file)
}

async function exists(file: string): Promise<boolean> {
  return access(path.join(ROOT, file)).then(
    () => true,
    () => false,
  )
}

/** The file, relative to the root, and the anchor in it. */
function targetOf(link: string, document: string) {
  const [file = '', anchor = ''] = link.split('#')
  const place = file === '' ? document : path.posix.join(path.posix.dirname(document), file)
  return {file: place, anchor}
}

/** Links and pictures inside the repository, as they are written. */
function linksIn(markdown: string): readonly string[] {
  return elementsIn(markdown)
    .flatMap((element) =>
      ['href', 'src', 'srcset'].flatMap((name) => attribute(element, name) ?? []),
    )
    .filter((link) => !/^[a-z]+:/u.test(link))
}

/** The anchors of the headings, as GitHub makes them. */
function anchorsIn(markdown: string): readonly string[] {
  return elementsIn(markdown)
    .filter(({tagName}) => /^h[1-6]$/u.test(tagName))
    .map((heading) =>
      textOf(heading)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    )
}

function elementsIn(markdown: string) {
  const flavour = {extensions: [gfm()], htmlExtensions: [gfmHtml()]}
  return elementsOf(micromark(markdown, {allowDangerousHtml: true, ...flavour}))
}

import {createHash} from 'node:crypto'
import {describe, expect, test} from '@jest/globals'
import type {Run} from '../../../src/core/run.ts'
import type {StorePicture} from '../../../src/core/vocabulary.ts'
import {renderPage} from '../../../src/report/html/page.ts'
import {EVIL_TEXTS} from '../../end-to-end/hostile/evil-texts.ts'
import {PHONE} from '../sample-plan.ts'
import {asset, desiredSet, diagnosticOf, plannedRun} from '../sample-run.ts'
import {attribute, cardsOf, elementsOf, textOf} from './page-elements.ts'
import {CONTEXT} from './sample-context.ts'

test('Sizes of the store that are no numbers are text, whatever they say', () => {
  const evil = '"><svg onload=alert(1)>'
  const sizes: Pick<StorePicture, 'width' | 'height'> = JSON.parse(
    JSON.stringify({width: evil, height: evil}),
  )
  const images = ['https://x.example/{w}x{h}bb.{f}', 'javascript:alert(1)'].map((templateUrl) => ({
    templateUrl,
    videoUrl: null,
    ...sizes,
  }))
  const assets = images.map((image, index) => ({...asset('en-US', PHONE, `${index}.png`), image}))
  const store = new Map([[`en-US/${PHONE}`, assets]])
  for (const prune of [true, false]) {
    const run = plannedRun([desiredSet('en-US', PHONE, ['new.png'])], store, prune)
    const html = renderPage(run, new Map(), CONTEXT)
    expect(elementsOf(html).map(({tagName}) => tagName)).not.toContain('svg')
    expect(html).not.toContain('alert(1)>')
  }
})

describe('A page of hostile texts', () => {
  const sets = EVIL_TEXTS.map((text, index) => desiredSet(`l${index}`, PHONE, [text]))
  const planned = plannedRun(
    [...sets, desiredSet('"><svg onload=alert(1)>', 'x" onclick="alert(1)', ['1.png'])],
    new Map(
      EVIL_TEXTS.map((text, index) => [
        `l${index}/${PHONE}`,
        [
          {
            ...asset(`l${index}`, PHONE, `old ${text}`, 'older'),
            id: text,
            image: {
              templateUrl: `https://x.example/"><script>${text}`,
              width: 1,
              height: 2,
              videoUrl: null,
            },
          },
          {
            ...asset(`l${index}`, PHONE, `link ${text}`, 'older'),
            image: {templateUrl: 'javascript:alert(1)', width: 1, height: 2, videoUrl: text},
          },
        ],
      ]),
    ),
  )
  const diagnostics = EVIL_TEXTS.map((text, index) =>
    diagnosticOf({
      what: text,
      next: text,
      command: text,
      about: {path: `screenshots/l${index}/${PHONE}/${text}`},
    }),
  )
  const evil = 'data:image/jpeg;base64,"><script>alert(1)</script>'
  const pictures = new Map(sets.flatMap(({files}) => files.map(({path}) => [path, evil] as const)))
  const failure = diagnosticOf({what: EVIL_TEXTS.join(' ')})
  const hostile: Run = {
    ...planned,
    app: {id: '1', bundleId: EVIL_TEXTS.join(' '), name: EVIL_TEXTS.join(' '), primaryLocale: 'l0'},
    version: {id: '1', versionString: EVIL_TEXTS.join(' '), state: EVIL_TEXTS.join('_')},
    diagnostics,
    failure,
  }
  const html = renderPage(hostile, pictures, {
    ...CONTEXT,
    runUrl: `https://github.com/"><script>/actions/runs/${EVIL_TEXTS.join()}`,
    commit: EVIL_TEXTS.join(' '),
  })
  const elements = elementsOf(html)

  test('has one script, and it is the one that the policy names', () => {
    const scripts = elements.filter(({tagName}) => tagName === 'script')
    expect(scripts).toHaveLength(1)
    const hash = createHash('sha256')
      .update(scripts.map((script) => script.childNodes.map(textOf).join('')).join(''))
      .digest('base64')
    expect(html).toContain(`script-src 'sha256-${hash}'`)
    expect(html).toContain("default-src 'none'")
  })

  test('has only elements and attributes that we mean', () => {
    const names = new Set(elements.map(({tagName}) => tagName))
    for (const name of ['svg', 'iframe', 'link', 'base', 'object', 'embed', 'video']) {
      expect(names).not.toContain(name)
    }
    const attributes = elements.flatMap(({attrs}) => attrs.map(({name}) => name))
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([])
  })

  test('loads nothing but embedded pictures and pictures of the web', () => {
    for (const name of ['src', 'data-full']) {
      const sources = elements.flatMap((element) => attribute(element, name) ?? [])
      expect(sources.length).toBeGreaterThan(0)
      expect(sources.filter((address) => !/^(?:https:|data:image\/)/u.test(address))).toEqual([])
    }
  })

  test('leads nowhere but to itself and to the web', () => {
    const links = elements.flatMap((element) => attribute(element, 'href') ?? [])
    expect(links.filter((address) => !/^(?:#|https:\/\/)/u.test(address))).toEqual([])
    const ids = new Set(elements.flatMap((element) => attribute(element, 'id') ?? []))
    const inside = links.filter((address) => address.startsWith('#'))
    expect(inside.filter((address) => !ids.has(address.slice(1)))).toEqual([])
  })

  test('keeps the number of its cards: for each text a new file and two that go', () => {
    const ids = cardsOf(html).map(({id}) => id)
    expect(ids).toHaveLength(EVIL_TEXTS.length * 3 + 1)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

import {createHash} from 'node:crypto'
import {describe, expect, test} from '@jest/globals'
import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import type {ImageTemplate} from '../../../src/core/vocabulary.ts'
import {renderPage} from '../../../src/report/html/page.ts'
import {EVIL_TEXTS} from '../../end-to-end/hostile/evil-texts.ts'
import {PHONE} from '../sample-plan.ts'
import {asset, desiredSet, diagnosticOf, galleryOf, plannedRun} from '../sample-run.ts'
import {attribute, elementsOf, textOf} from './page-elements.ts'

/** The cards of a page: their kinds, and all that they say. */
function cardsOf(run: Run, thumbnails = new Map()) {
  return elementsOf(renderPage(run, thumbnails))
    .filter((element) => attribute(element, 'data-kinds') !== null)
    .map((element) => ({
      kinds: attribute(element, 'data-kinds'),
      text: textOf(element).replaceAll(/\s+/gu, ' ').trim(),
    }))
}

const en = (names: readonly string[]) => desiredSet('en-US', PHONE, names)
const storeOf = (...assets: readonly ReturnType<typeof asset>[]) =>
  new Map([[`en-US/${PHONE}`, assets]])

describe('what happens to a file', () => {
  const run = plannedRun(
    [en(['1.png', '2.png', '3.png'])],
    storeOf(
      asset('en-US', PHONE, '1.png'),
      asset('en-US', PHONE, '2.png', 'older'),
      asset('en-US', PHONE, 'old.png', 'older'),
    ),
  )

  test('stands on its card, in the order of the store, and what goes stands last', () => {
    expect(cardsOf(run).map(({kinds}) => kinds)).toEqual([
      'unchanged',
      'replaced',
      'new',
      'deleted',
    ])
    expect(cardsOf(run)[3]?.text).toContain('old.png')
  })

  test('is a pair of pictures for a replaced one, and the older is Apple’s', () => {
    const pictures = elementsOf(renderPage(run, new Map())).filter(({tagName}) => tagName === 'img')
    const sources = pictures.map((picture) => attribute(picture, 'src'))
    expect(sources).toContain('https://pictures.example/en-US-APP_IPHONE_67-2.png/295x640bb.jpg')
  })

  test('is a new order for a set that only changes that', () => {
    const turned = plannedRun(
      [en(['1.png', '2.png'])],
      storeOf(asset('en-US', PHONE, '2.png'), asset('en-US', PHONE, '1.png')),
    )
    expect(cardsOf(turned).map(({kinds}) => kinds)).toEqual(['reordered', 'reordered'])
  })

  test('is that it stays, for an asset without a file', () => {
    const kept = plannedRun([en(['1.png'])], storeOf(asset('en-US', PHONE, 'x.png')), false)
    expect(cardsOf(kept).map(({kinds}) => kinds)).toEqual(['new', 'extra'])
  })

  test('is not known where nothing was compared', () => {
    const [card] = cardsOf({...EMPTY_RUN, mode: 'validate', views: [galleryOf([en(['1.png'])])]})
    expect(card?.kinds).toBe('file')
  })
})

const problem = (path: string) => diagnosticOf({what: 'is odd', next: 'fix it', about: {path}})

describe('what is wrong', () => {
  const set = en(['1.png', '2.png'])
  const views = [galleryOf([set])]

  test('stands beside the file that it is about', () => {
    const path = set.files[1]?.path ?? ''
    const cards = cardsOf({...EMPTY_RUN, views, diagnostics: [problem(path)]})
    expect(cards[0]?.text).not.toContain('is odd')
    expect(cards[1]).toMatchObject({kinds: 'file problem'})
    expect(cards[1]?.text).toContain('is odd. Fix it.')
  })

  test('gets a card of its own for a file that cannot be in the set', () => {
    const path = `screenshots/en-US/${PHONE}/broken.gif`
    const cards = cardsOf({...EMPTY_RUN, views, diagnostics: [problem(path)]})
    expect(cards.at(-1)).toMatchObject({kinds: 'problem'})
    expect(cards.at(-1)?.text).toMatch(/broken\.gif.*is odd/)
  })

  test('is told once, above the sets, where it is about none of them', () => {
    const diagnostics = [problem('screenshots/xx')]
    const html = renderPage({...EMPTY_RUN, views, diagnostics}, new Map())
    expect(html.match(/is odd/g)).toHaveLength(1)
    expect(html.indexOf('is odd')).toBeLessThan(html.indexOf('class="shelf"'))
  })

  test('is the failure of an upload, in the words of the summary', () => {
    const plan = plannedRun([en(['1.png'])], storeOf())
    const failure = diagnosticOf({what: 'Apple said no.', next: 'Ask again.'})
    const results = new Map(
      (plan.plan?.steps ?? []).map(({id}) => [id, {status: 'failed', failure} as const]),
    )
    const [card] = cardsOf({...plan, mode: 'sync', results})
    expect(card).toMatchObject({kinds: 'new problem'})
    expect(card?.text).toContain('Apple said no. Ask again.')
  })

  test('is all that a run has to show that ended before it began', () => {
    const html = renderPage(
      {...EMPTY_RUN, failure: diagnosticOf({what: 'The key is no key.', next: ''})},
      new Map(),
    )
    expect(html).toContain('The key is no key.')
    expect(html).not.toContain('<form')
  })
})

test('Sizes of the store that are no numbers are text, whatever they say', () => {
  const evil = '"><svg onload=alert(1)>'
  const sizes: Pick<ImageTemplate, 'width' | 'height'> = JSON.parse(
    JSON.stringify({width: evil, height: evil}),
  )
  const images = ['https://x.example/{w}x{h}bb.{f}', 'javascript:alert(1)'].map((templateUrl) => ({
    templateUrl,
    ...sizes,
  }))
  const assets = images.map((image, index) => ({...asset('en-US', PHONE, `${index}.png`), image}))
  for (const prune of [true, false]) {
    const html = renderPage(plannedRun([en(['new.png'])], storeOf(...assets), prune), new Map())
    expect(elementsOf(html).map(({tagName}) => tagName)).not.toContain('svg')
    expect(html).not.toContain('alert(1)>')
  }
})

describe('a page of hostile texts', () => {
  const sets = EVIL_TEXTS.map((text, index) => desiredSet(`l${index}`, PHONE, [text]))
  const hostile = plannedRun(
    [...sets, desiredSet('"><svg onload=alert(1)>', 'x" onclick="alert(1)', ['1.png'])],
    new Map(
      EVIL_TEXTS.map((text, index) => [
        `l${index}/${PHONE}`,
        [
          {
            ...asset(`l${index}`, PHONE, `old ${text}`, 'older'),
            id: text,
            image: {templateUrl: `https://x.example/"><script>${text}`, width: 1, height: 2},
          },
          {
            ...asset(`l${index}`, PHONE, `link ${text}`, 'older'),
            image: {templateUrl: 'javascript:alert(1)', width: 1, height: 2},
          },
        ],
      ]),
    ),
  )
  const diagnostics = EVIL_TEXTS.map((text, index) =>
    diagnosticOf({what: text, next: text, about: {path: `screenshots/l${index}/${PHONE}/${text}`}}),
  )
  const evil = 'data:image/jpeg;base64,"><script>alert(1)</script>'
  const thumbnails = new Map(
    sets.flatMap(({files}) => files.map(({path}) => [path, evil] as const)),
  )
  const failure = diagnosticOf({what: EVIL_TEXTS.join(' ')})
  const html = renderPage({...hostile, diagnostics, failure}, thumbnails)
  const elements = elementsOf(html)

  test('has one script, and it is the one that the policy names', () => {
    const scripts = elements.filter(({tagName}) => tagName === 'script')
    expect(scripts).toHaveLength(1)
    const hash = createHash('sha256')
      .update(scripts.map((script) => script.childNodes.map(textOf).join('')).join(''))
      .digest('base64')
    expect(html).toContain(`script-src 'sha256-${hash}'`)
  })

  test('has only elements and attributes that we mean', () => {
    const names = new Set(elements.map(({tagName}) => tagName))
    for (const name of ['svg', 'a', 'iframe', 'link', 'table', 'base']) {
      expect(names).not.toContain(name)
    }
    const attributes = elements.flatMap(({attrs}) => attrs.map(({name}) => name))
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([])
  })

  test('loads nothing but embedded pictures and pictures of the web', () => {
    const sources = elements.flatMap((element) => attribute(element, 'src') ?? [])
    expect(sources.filter((address) => !/^(?:https:|data:image\/)/u.test(address))).toEqual([])
    expect(elements.filter((element) => attribute(element, 'href') !== null)).toEqual([])
  })

  test('keeps the number of its cards: for each text a new file and two that go', () => {
    const cards = elements.filter((element) => attribute(element, 'data-kinds') !== null)
    expect(cards).toHaveLength(EVIL_TEXTS.length * 3 + 1)
  })
})

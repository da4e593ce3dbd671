import {describe, expect, test} from '@jest/globals'
import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import {renderPage} from '../../../src/report/html/page.ts'
import {carriedOut, rejection} from '../markdown/carried-out.ts'
import {PHONE} from '../sample-plan.ts'
import {asset, desiredSet, diagnosticOf, galleryOf, plannedRun} from '../sample-run.ts'
import {
  attribute,
  cardsOf,
  elementById,
  elementsOf,
  hasClass,
  within,
  wordsOf,
} from './page-elements.ts'
import {CONTEXT} from './sample-context.ts'

const en = (names: readonly string[]) => desiredSet('en-US', PHONE, names)
const storeOf = (...assets: readonly ReturnType<typeof asset>[]) =>
  new Map([[`en-US/${PHONE}`, assets]])

function pageOf(run: Run, pictures: ReadonlyMap<string, string> = new Map()): string {
  return renderPage(run, pictures, CONTEXT)
}

/** A new file, a replaced one, one that stays and one that goes. */
const everyChange = plannedRun(
  [en(['1.png', '2.png', '3.png'])],
  storeOf(
    asset('en-US', PHONE, '1.png'),
    asset('en-US', PHONE, '2.png', 'older'),
    asset('en-US', PHONE, 'old.png', 'older'),
  ),
)

describe('What becomes of a picture', () => {
  test('is on its card: changes first, then what stays, and every picture once', () => {
    const cards = cardsOf(pageOf(everyChange))
    expect(cards.map(({id, fate, part}) => [part, fate, id])).toEqual([
      ['changes', 'removed', 'en-us-iphone-6.9-old'],
      ['changes', 'replaced', 'en-us-iphone-6.9-2'],
      ['changes', 'new', 'en-us-iphone-6.9-3'],
      ['store', 'unchanged', 'en-us-iphone-6.9-1'],
    ])
  })

  test('is a pair of pictures if it is replaced, and the older is Apple’s', () => {
    const path = `screenshots/en-US/${PHONE}/2.png`
    const page = pageOf(everyChange, new Map([[path, 'data:image/png;base64,AAAA']]))
    expect(cardsOf(page)[1]?.pictures).toEqual([
      'https://pictures.example/en-US-APP_IPHONE_67-2.png/295x640bb.jpg',
      'data:image/png;base64,AAAA',
    ])
    const [before] = elementsOf(page).filter(
      (element) => attribute(element, 'alt') === '2.png, before',
    )
    // For the viewer.
    expect(before && attribute(before, 'data-full')).toBe(
      'https://pictures.example/en-US-APP_IPHONE_67-2.png/1290x2796bb.jpg',
    )
  })

  test('is shown in the store view as well, without the picture being in the page twice', () => {
    const path = `screenshots/en-US/${PHONE}/3.png`
    const page = pageOf(everyChange, new Map([[path, 'data:image/png;base64,AAAA']]))
    expect(page.split('base64,AAAA')).toHaveLength(2)
    const links = within(elementById(page, 'store')).flatMap(
      (element) => attribute(element, 'href') ?? [],
    )
    expect(links).toEqual(['1', '2', '3'].map((name) => `#en-us-iphone-6.9-${name}`))
  })

  test('is both orders of a set, with the place that a picture had', () => {
    const turned = plannedRun(
      [en(['1.png', '2.png', '3.png'])],
      storeOf(...['2.png', '3.png', '1.png'].map((name) => asset('en-US', PHONE, name))),
    )
    const page = pageOf(turned)
    const strips = elementsOf(page).filter((element) => hasClass(element, 'small'))
    const names = strips.map((strip) =>
      within(strip).flatMap((element) => attribute(element, 'alt') ?? []),
    )
    expect(names).toEqual([
      ['2.png', '3.png', '1.png'],
      ['1.png', '2.png', '3.png'],
    ])
    expect(wordsOf(elementById(page, 'en-us-iphone-6.9-1'))).toBe('1 was 3')
    expect(cardsOf(page).map(({part}) => part)).toContain('changes')
  })

  test('is that it stays, for a picture without a file', () => {
    const kept = plannedRun([en(['1.png'])], storeOf(asset('en-US', PHONE, 'x.png')), false)
    expect(cardsOf(pageOf(kept)).map(({fate}) => fate)).toEqual(['new', 'extra'])
  })

  test('is unknown if nothing was compared', () => {
    const page = pageOf({...EMPTY_RUN, mode: 'validate', views: [galleryOf([en(['1.png'])])]})
    expect(cardsOf(page).map(({fate}) => fate)).toEqual(['file'])
    expect(attribute(detailsIn(page, 'store'), 'open')).toBe('')
  })

  test('is the same change in several languages, shown as one', () => {
    const locales = ['de-DE', 'en-US', 'ja']
    const sets = locales.map((locale) => desiredSet(locale, PHONE, ['1.png', '2.png']))
    const stored = sets.map(
      ({id, locale}) =>
        [id, [asset(locale, PHONE, '1.png'), asset(locale, PHONE, '2.png', 'older')]] as const,
    )
    const page = pageOf(plannedRun(sets, new Map(stored)))
    const groups = elementsOf(page).filter((element) => hasClass(element, 'group'))
    expect(groups.map(wordsOf)).toEqual([
      expect.stringMatching(/^Replaced 2\.png iPhone 6\.9" · 3 locales .*de-DE.*en-US.*ja/),
    ])
    expect(wordsOf(elementById(page, 'store'))).toContain('Show 3 unchanged')
    expect(attribute(detailsIn(page, 'store'), 'open')).toBeNull()
  })
})

test('Two pictures of one name in one set are one locale', () => {
  const twins = ['a', 'b'].map((id) => ({...asset('en-US', PHONE, 'old.png', 'older'), id}))
  const page = pageOf(
    plannedRun([en(['1.png'])], storeOf(asset('en-US', PHONE, '1.png'), ...twins)),
  )
  const [group] = elementsOf(page).filter((element) => hasClass(element, 'group'))
  expect(group && wordsOf(group)).toMatch(/^Removed old\.png iPhone 6\.9" en-US/)
})

test('The first three pictures of a set are marked, as they are in search results', () => {
  const run = plannedRun([en(['1.png', '2.png', '3.png', '4.png'])], storeOf())
  const store = elementById(pageOf(run), 'store')
  const items = within(store).filter(({tagName}) => tagName === 'li')
  expect(items.map((item) => hasClass(item, 'marked'))).toEqual([true, true, true, false])
})

test('A page on which nothing can be filtered has no filters', () => {
  const page = pageOf(plannedRun([en(['1.png'])], storeOf()))
  expect(page).not.toContain('<form')
  expect(page).not.toContain('Nothing matches')
  expect(page).toContain('<nav')
})

test('The headline shows code as code', () => {
  const page = pageOf({
    ...EMPTY_RUN,
    failure: diagnosticOf({what: 'Check `root`; then go on.', next: ''}),
  })
  const [headline] = elementsOf(page).filter(({tagName}) => tagName === 'h1')
  expect(headline && wordsOf(headline)).toMatch(/ Check root; then go on\.$/)
  expect(headline && within(headline).map(({tagName}) => tagName)).toContain('code')
})

function detailsIn(page: string, id: string) {
  const [details] = within(elementById(page, id)).filter(({tagName}) => tagName === 'details')
  if (details === undefined) throw new Error(`There are no details in ${id}.`)
  return details
}

function linksIn(page: string): readonly string[] {
  return elementsOf(page).flatMap((element) => attribute(element, 'href') ?? [])
}

/** The addresses at which a page plays videos. */
function videosOf(run: Run): readonly (string | null)[] {
  return elementsOf(pageOf(run))
    .filter((element) => hasClass(element, 'play'))
    .map((element) => attribute(element, 'href'))
}

describe('A poster frame', () => {
  const run = plannedRun([en(['1.png'])], storeOf(asset('en-US', PHONE, '1.png')))
  const video = 'https://videos.example/playlist.m3u8'
  const changed: Run = {
    ...run,
    views: run.views.map((view) =>
      view.shape !== 'gallery'
        ? view
        : {
            ...view,
            shelves: view.shelves.map((shelf) => ({
              ...shelf,
              medium: 'video',
              cards: shelf.cards.map((card) => ({
                ...card,
                state: 'updated',
                file: card.file && {...card.file, bytes: 4_200_000, seconds: 75},
                update: {name: 'poster frame', before: '00:00:04:00', after: '00:00:09:00'},
              })),
            })),
          },
    ),
    pictures: new Map([...run.pictures].map(([id, each]) => [id, {...each, videoUrl: video}])),
  }

  test('is told by its time code before and after, with how long and large the video is', () => {
    const [card] = cardsOf(pageOf(changed))
    expect(card?.fate).toBe('updated')
    expect(card?.text).toContain('Poster frame: 00:00:04:00 → 00:00:09:00')
    expect(card?.text).toContain('1:15 · 4.2 MB')
  })

  test('leads to the video at Apple, if its address is safe', () => {
    expect(videosOf(changed)).toEqual([video])
    const unsafe = [...changed.pictures].map(
      ([id, each]) => [id, {...each, videoUrl: 'javascript:alert(1)'}] as const,
    )
    expect(videosOf({...changed, pictures: new Map(unsafe)})).toEqual([])
  })
})

describe('What failed', () => {
  const skipped = {
    status: 'skipped',
    failure: diagnosticOf({what: 'An earlier step failed'}),
  } as const
  const ended = carriedOut(everyChange, ({action, subject}) => {
    if (action === 'replace') return rejection()
    return action === 'delete' && subject.name === '2.png' ? skipped : null
  })

  test('is told once, with both pictures, and the old one stays live', () => {
    const page = pageOf(ended)
    expect(page.match(/IMAGE&#95;ALPHA/g)).toHaveLength(1)
    const [card] = cardsOf(page)
    expect(card).toMatchObject({part: 'problems', fate: 'failed', id: 'en-us-iphone-6.9-2'})
    expect(card?.text).toContain('Live')
    expect(card?.text).toContain('Rejected: the old picture stays live')
  })

  test('says so differently if Apple never looked at the new picture', () => {
    const failure = diagnosticOf({code: 'CONNECTION', what: 'The connection was reset.'})
    const unsent = carriedOut(everyChange, ({action, subject}) => {
      if (action === 'replace') return {status: 'failed', failure}
      return action === 'delete' && subject.name === '2.png' ? skipped : null
    })
    const [card] = cardsOf(pageOf(unsent))
    expect(card?.text).toContain('Not replaced: the old picture stays live')
  })

  test('does not leave the old picture live if that was deleted to make room', () => {
    const made = carriedOut(everyChange, ({action}) => (action === 'replace' ? rejection() : null))
    const [card] = cardsOf(pageOf(made))
    expect(card?.fate).toBe('failed')
    expect(card?.text).toMatch(/Before.*Rejected/)
    expect(card?.text).not.toContain('live')
  })

  test('is not what the store shows now: the old picture is', () => {
    const page = pageOf(ended)
    const store = elementById(page, 'store')
    expect(wordsOf(store)).toContain('What version 2.1.0 shows now')
    const sources = within(store).flatMap((element) => attribute(element, 'src') ?? [])
    expect(sources.map((address) => decodeURIComponent(address.split('/')[3] ?? ''))).toEqual([
      'en-US-APP_IPHONE_67-1.png',
      'en-US-APP_IPHONE_67-2.png',
      `made by upload:en-US/${PHONE}/3.png`,
    ])
  })

  test('is called a step if it sends no file', () => {
    const failure = diagnosticOf({what: 'It broke.', next: ''})
    const broken = carriedOut(everyChange, ({action}) =>
      action === 'delete' ? {status: 'failed', failure} : null,
    )
    const words = wordsOf(elementById(pageOf(broken), 'problem1'))
    expect(words).toMatch(/^It broke\. 2 steps/)
    expect(words).toContain(`Delete en-US/${PHONE}/old.png`)
  })

  test('folds what was not done because of it', () => {
    const stopped = carriedOut(everyChange, ({action}) =>
      action === 'replace'
        ? rejection()
        : action === 'upload' || action === 'delete'
          ? skipped
          : null,
    )
    const page = pageOf(stopped)
    const folded = elementsOf(page).filter((element) => hasClass(element, 'fold'))
    expect(folded.map((each) => wordsOf(each).slice(0, 18))).toEqual(['2 changes not done'])
    expect(page).not.toContain('An earlier step failed')
  })
})

const problem = (path: string) => diagnosticOf({what: 'is odd', next: 'fix it', about: {path}})

describe('What is wrong', () => {
  const set = en(['1.png', '2.png'])
  const views = [galleryOf([set])]

  test('stands with the picture that it is about, and nowhere else', () => {
    const path = set.files[1]?.path ?? ''
    const page = pageOf({...EMPTY_RUN, views, diagnostics: [problem(path)]})
    expect(cardsOf(page).map(({part, id}) => [part, id])).toEqual([
      ['problems', 'en-us-iphone-6.9-2'],
      ['store', 'en-us-iphone-6.9-1'],
    ])
    expect(wordsOf(elementById(page, 'problem1'))).toMatch(/^Is odd .*2\.png Fix it\. 2\.png/)
    expect(page.match(/Is odd/g)).toHaveLength(1)
  })

  test('names a file that cannot be in the set', () => {
    const path = `screenshots/en-US/${PHONE}/broken.gif`
    const page = pageOf({...EMPTY_RUN, views, diagnostics: [problem(path)]})
    expect(wordsOf(elementById(page, 'problem1'))).toBe(`Is odd ${path} Fix it.`)
  })

  test('is said once of all files, with one command that fixes them, and opens on the first', () => {
    const paths = set.files.map(({path}) => path)
    const diagnostics = [
      ...paths.map((path) => ({...problem(path), command: 'mogrify -alpha off'})),
      diagnosticOf({what: 'The folder is `odd`', next: ''}),
    ]
    const pictures = new Map(paths.map((path) => [path, 'data:image/png;base64,AAAA']))
    const page = pageOf({...EMPTY_RUN, views, diagnostics}, pictures)
    expect(wordsOf(elementById(page, 'problem1'))).toBe(
      `Is odd 2 files Fix it. mogrify -alpha off ${paths.join(' ')} ${paths.join(' ')} 1.png en-US, iPhone 6.9" 2.png en-US, iPhone 6.9"`,
    )
    expect(wordsOf(elementById(page, 'problem2'))).toBe('The folder is odd')
    const open = ['problem1', 'problem2'].map((id) => attribute(elementById(page, id), 'open'))
    expect(open).toEqual(['', null])
  })

  test('has no command that could not be pasted as it is', () => {
    const many = Array.from({length: 240}, (_, index) => `${'x'.repeat(40)}/${index}.png`)
    for (const paths of [many, ['a\u202Eb.png']]) {
      const diagnostics = paths.map((path) => ({...problem(path), command: 'mogrify -alpha off'}))
      expect(pageOf({...EMPTY_RUN, diagnostics})).not.toContain('mogrify')
    }
  })

  test('leads to the picture if that is among the changes', () => {
    const path = `screenshots/en-US/${PHONE}/3.png`
    const page = pageOf({...everyChange, diagnostics: [{...problem(path), severity: 'warning'}]})
    const id = 'en-us-iphone-6.9-3'
    const links = within(elementById(page, 'problem1')).map((each) => attribute(each, 'href'))
    expect(links).toContain(`#${id}`)
    const back = within(elementById(page, id)).map((each) => attribute(each, 'href'))
    expect(back).toContain('#problem1')
  })

  test('is all that a run has to show that ended before it began', () => {
    const html = pageOf({
      ...EMPTY_RUN,
      failure: diagnosticOf({what: 'The key is no key.', next: ''}),
    })
    expect(html.match(/The key is no key\./g)).toHaveLength(1)
    expect(html).not.toContain('<form')
    expect(html).not.toContain('<dialog')
  })
})

describe('The header', () => {
  test('says what the run was about, and leads to commit, pull request and run', () => {
    const page = pageOf(everyChange)
    const [header] = elementsOf(page).filter(({tagName}) => tagName === 'header')
    if (header === undefined) throw new Error('There is no header.')
    expect(wordsOf(header)).toBe(
      'Trails com.example.trails Version 2.1.0 Prepare for Submission plan ✎ Plan: 1 new · 1 replaced · 1 removed · 1 unchanged; 6 write requests. octo/trails · Pull request #7 · c0ffee0 · Workflow run · 7 October 2026 at 12:34 UTC',
    )
    expect(within(header).flatMap((element) => attribute(element, 'href') ?? [])).toEqual([
      'https://github.com/octo/trails',
      'https://github.com/octo/trails/pull/7',
      'https://github.com/mona/trails/commit/c0ffee0123456789c0ffee0123456789c0ffee01',
      'https://github.com/octo/trails/actions/runs/4711',
    ])
  })

  test('leaves out what is unknown, and links only to what is safe', () => {
    const unknown = {runUrl: null, commit: null, pullRequest: null, treeUrl: null}
    expect(linksIn(renderPage(EMPTY_RUN, new Map(), {...CONTEXT, ...unknown}))).toEqual([])
    const evil = {runUrl: 'javascript:alert(1)/actions/', treeUrl: 'javascript:alert(1)/blob/'}
    expect(linksIn(renderPage(EMPTY_RUN, new Map(), {...CONTEXT, ...evil}))).toEqual([])
  })
})

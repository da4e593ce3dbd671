import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Browser, Page} from 'playwright-core'
import sharp from 'sharp'
import {renderPage} from '../../../src/report/html/page.ts'
import {PHONE} from '../sample-plan.ts'
import type {Run} from '../../../src/core/run.ts'
import {asset, desiredSet, diagnosticOf, plannedRun} from '../sample-run.ts'
import {hasChromium, openPage, startBrowser} from './browser.ts'
import {CONTEXT} from './sample-context.ts'

let browser: Browser
let folder: string
let file: string

const isSkipped = !hasChromium && process.env['CI'] !== 'true'
const title = `the viewer${isSkipped ? ' (skipped: there is no Chromium on this machine)' : ''}`
const inBrowser = isSkipped ? describe.skip : describe

/** Three changes in two locales, and one picture that stays. */
const sets = ['en-US', 'ja'].map((locale) => desiredSet(locale, PHONE, ['1.png', '2.png']))
const run = plannedRun(
  sets,
  new Map(
    sets.map(({id, locale}) => [
      id,
      [
        asset(locale, PHONE, '1.png', locale === 'ja' ? 'same' : 'older'),
        asset(locale, PHONE, '2.png', 'older'),
      ],
    ]),
  ),
)

/** A picture in the size of the device, of one colour. */
async function picture(background: string): Promise<string> {
  const size = {width: 1290, height: 2796, channels: 3} as const
  const png = await sharp({create: {...size, background}})
    .png()
    .toBuffer()
  return `data:image/png;base64,${png.toString('base64')}`
}

inBrowser(title, () => {
  beforeAll(async () => {
    browser = await startBrowser()
    folder = await mkdtemp(path.join(tmpdir(), 'report-'))
    file = path.join(folder, 'report.html')
    const after = await picture('#2060c0')
    const pictures = new Map(sets.flatMap(({files}) => files.map((each) => [each.path, after])))
    const before = await picture('#c06020')
    const copies = new Map([...run.pictures.keys()].map((id) => [id, before]))
    await writeFile(file, renderPage({...run, copies}, pictures, CONTEXT))
  })
  afterAll(async () => {
    await browser?.close()
    if (folder !== undefined) await rm(folder, {recursive: true})
  })

  test('goes through the changes with the arrow keys, and back to the picture that it showed last', async () => {
    const page = await open()
    await page.locator('#changes .open').first().focus()
    await page.keyboard.press('Enter')
    expect(await told(page)).toEqual([
      '1.png',
      'en-US · iPhone 6.9" · Replaced · 1290 × 2796',
      '1 of 3',
    ])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await told(page)).toEqual([
      '2.png',
      'ja · iPhone 6.9" · Replaced · 1290 × 2796',
      '3 of 3',
    ])
    // So that the address leads to what is looked at.
    expect(new URL(page.url()).hash).toBe('#ja-iphone-6.9-2')
    await page.keyboard.press('ArrowRight')
    expect((await told(page))[2]).toBe('1 of 3')
    await page.keyboard.press('ArrowLeft')
    expect((await told(page))[2]).toBe('3 of 3')
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog').isVisible()).toBe(false)
    expect(await page.evaluate('document.activeElement.hash')).toBe('#ja-iphone-6.9-2')
    await page.context().close()
  })

  test('blinks between before and after with the space bar', async () => {
    const page = await open()
    await page.locator('#changes .open').first().click()
    expect(await visible(page)).toEqual(['Before', 'After'])
    await page.keyboard.press('Space')
    expect(await visible(page)).toEqual(['Before'])
    await page.keyboard.press('Space')
    expect(await visible(page)).toEqual(['After'])
    await page.keyboard.press('a')
    expect(await visible(page)).toEqual(['Before', 'After'])
    await page.context().close()
  })

  test.each([1280, 375])(
    'slides by the pointer anywhere on the picture and by the keyboard, with both labels, %d pixels wide',
    async (width) => {
      const page = await open(width)
      await page.locator('#changes .open').first().click()
      await page.keyboard.press('s')
      expect(await visible(page)).toEqual(['Before', 'After'])
      const [before, after] = await Promise.all(
        ['before', 'after'].map((each) => page.locator(`.shot.${each}`).boundingBox()),
      )
      expect(before).toEqual(after)
      const {x = 0, y = 0, width: wide = 0, height = 0} = after ?? {}

      const cut = async () =>
        page.evaluate("document.querySelector('.stage').style.getPropertyValue('--cut')")
      await page.mouse.move(x + wide * 0.9, y + height * 0.3)
      await page.mouse.down()
      await page.mouse.move(x + wide / 4, y + height * 0.8)
      expect(parseFloat(String(await cut()))).toBeCloseTo(25, 0)
      await page.mouse.up()
      await page.mouse.move(x + wide / 2, y)
      expect(parseFloat(String(await cut()))).toBeCloseTo(25, 0)

      await page.locator('.cut').focus()
      await page.keyboard.press('End')
      expect(await cut()).toBe('100%')
      await page.keyboard.press('ArrowLeft')
      expect(await cut()).toBe('99%')
      expect((await told(page))[2]).toBe('1 of 3')
      await page.context().close()
    },
  )

  test('shows the old picture left of the cut and the new one right of it', async () => {
    const page = await open()
    await page.locator('#changes .open').first().click()
    await page.keyboard.press('s')
    const [left, right] = await coloursIn(page)
    expect([left, right]).toEqual(['#c06020', '#2060c0'])
    await page.context().close()
  })

  test('shows how pixels differ', async () => {
    const page = await open()
    await page.locator('#changes .open').first().click()
    await page.keyboard.press('d')
    expect(await coloursIn(page)).toEqual(['#a000a0', '#a000a0'])
    await page.keyboard.press('d')
    expect(await visible(page)).toEqual(['Before', 'After'])
    await page.context().close()
  })

  test('shows every pixel, and is moved by dragging', async () => {
    const page = await open()
    await page.locator('#changes .open').first().click()
    await page.keyboard.press('Space')
    await page.keyboard.press('z')
    const box = await page.locator('.shot.before').boundingBox()
    expect(box?.width).toBe(1290)
    const top = async () => page.evaluate("document.querySelector('.stage').scrollTop")
    await page.mouse.move(600, 600)
    await page.mouse.down()
    await page.mouse.move(600, 300)
    await page.mouse.up()
    expect(await top()).toBe(300)
    await page.keyboard.press('z')
    const fitting = await page.locator('.shot.before').boundingBox()
    expect(fitting?.height).toBeLessThan(800)
    await page.context().close()
  })

  test('has a button for each key, which says whether it is pressed', async () => {
    const page = await open()
    await page.locator('#changes .open').first().click()
    const dialog = page.getByRole('dialog', {name: '1.png'})
    for (const name of ['Slider', 'Difference', '1:1']) {
      const button = dialog.getByRole('button', {name})
      await button.click()
      expect(await button.getAttribute('aria-pressed')).toBe('true')
    }
    await dialog.getByRole('button', {name: 'Next'}).click()
    expect((await told(page))[2]).toBe('2 of 3')
    // Keys are for the picture again, also the space bar.
    await page.keyboard.press('Space')
    expect((await told(page))[2]).toBe('2 of 3')
    await page.getByRole('dialog').getByRole('button', {name: 'Close'}).click()
    expect(await page.locator('dialog').isVisible()).toBe(false)
    await page.context().close()
  })

  test('is swiped through by a finger', async () => {
    const page = await open(375, true)
    await page.locator('#changes .open').first().tap()
    const touch = await page.context().newCDPSession(page)
    const swipe = async (from: number, to: number) => {
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{x: from, y: 400}],
      })
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: [{x: to, y: 405}],
      })
      await touch.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []})
    }
    await swipe(300, 80)
    expect((await told(page))[2]).toBe('2 of 3')
    await swipe(80, 300)
    expect((await told(page))[2]).toBe('1 of 3')
    // A tap shows the other picture.
    expect(await visible(page)).toEqual(['After'])
    await page.touchscreen.tap(180, 400)
    expect(await visible(page)).toEqual(['Before'])
    await page.context().close()
  })

  test('opens from the table of locales and from the store view', async () => {
    const page = await open()
    await page.locator('.matrix a').last().click()
    expect((await told(page))[0]).toBe('2.png')
    await page.keyboard.press('Escape')
    await page.locator('.sets > summary').click()
    await page.locator('#store .open').nth(2).click()
    expect(await told(page)).toEqual(['1.png', 'ja · iPhone 6.9" · 1290 × 2796', '3 of 4'])
    await page.keyboard.press('ArrowRight')
    expect(await visible(page)).toEqual(['Before', 'After'])
    await page.context().close()
  })

  test('shows only what the filters leave', async () => {
    const page = await open()
    await page.locator('[name=locale]').selectOption('ja')
    await page.locator('#changes .open:visible').first().click()
    expect(await told(page)).toEqual([
      '2.png',
      'ja · iPhone 6.9" · Replaced · 1290 × 2796',
      '1 of 1',
    ])
    await page.context().close()
  })
})

inBrowser(`${title}, elsewhere`, () => {
  const set = desiredSet('en-US', PHONE, ['1.png', '2.png', '3.png'])
  const stored = ['2.png', '1.png'].map((name) => asset('en-US', PHONE, name))
  const warning = diagnosticOf({severity: 'warning', about: {path: set.files[0]?.path ?? ''}})
  const reordered = plannedRun([set], new Map([[set.id, stored]]))

  beforeAll(async () => {
    browser = await startBrowser()
    folder = await mkdtemp(path.join(tmpdir(), 'report-'))
    file = path.join(folder, 'report.html')
  })
  afterAll(async () => {
    await browser?.close()
    if (folder !== undefined) await rm(folder, {recursive: true})
  })

  test('opens from what has not moved in a new order', async () => {
    await writeFile(file, renderPage(reordered, new Map(), CONTEXT))
    const page = await open()
    await page.locator('.order a.same').first().click()
    expect(await page.locator('dialog').isVisible()).toBe(true)
    await page.context().close()
  })

  test('says what becomes of a picture also if it has a problem', async () => {
    const replaced = plannedRun(
      [set],
      new Map([[set.id, [asset('en-US', PHONE, '1.png', 'older')]]]),
    )
    await writeFile(file, renderPage({...replaced, diagnostics: [warning]}, new Map(), CONTEXT))
    const page = await open()
    await page.locator('#changes .open').first().click()
    expect((await told(page))[1]).toContain('Replaced')
    await page.context().close()
  })

  test('plays the new video of two, and not in place of the old one', async () => {
    const video = {...set, type: 'IPHONE_67'}
    const before = {...asset('en-US', PHONE, '1.png', 'older')}
    const replaced = plannedRun([video], new Map([[video.id, [before]]]))
    const views = replaced.views.map((view) =>
      view.shape === 'gallery'
        ? {...view, shelves: view.shelves.map((shelf) => ({...shelf, medium: 'video' as const}))}
        : view,
    )
    const results = new Map(
      replaced.plan?.steps.map(
        ({id}) => [id, {status: 'done', resourceId: `made by ${id}`}] as const,
      ),
    )
    const sent = [...results.values()].map(({resourceId}) => resourceId)
    const address = 'https://videos.example/new.m3u8'
    const pictures = new Map([
      ...replaced.pictures,
      ...sent.map((id) => [id, {...before.image, videoUrl: address}] as const),
    ])
    const done: Run = {...replaced, mode: 'sync', views, results, pictures}
    await writeFile(file, renderPage(done, new Map(), CONTEXT))
    const page = await open()
    await page.locator('#changes .open').first().click()
    const players = page.locator('.shot :is(video, a.elsewhere)')
    expect(await players.count()).toBe(1)
    expect(await page.locator('.shot.after :is(video, a.elsewhere)').count()).toBe(1)
    await page.context().close()
  })
})

async function open(width = 1280, hasTouch = false): Promise<Page> {
  return openPage(browser, file, {width, hasTouch})
}

/** What the viewer says: the name, the facts, and where it is. */
async function told(page: Page): Promise<readonly (string | null)[]> {
  const places = ['#viewer-name', '.viewer-facts', 'dialog output']
  return Promise.all(places.map((each) => page.locator(each).textContent()))
}

/** The labels of the pictures that can be seen. */
async function visible(page: Page): Promise<readonly string[]> {
  return page.locator('.shot figcaption:visible').allTextContents()
}

/** The colours at a quarter and at three quarters of the picture. */
async function coloursIn(page: Page): Promise<readonly string[]> {
  const {
    x = 0,
    y = 0,
    width = 0,
    height = 0,
  } = (await page.locator('.shot.after').boundingBox()) ?? {}
  const shot = await page.screenshot()
  return Promise.all(
    [0.25, 0.75].map(async (at) => {
      const pixel = {
        left: Math.round(x + width * at),
        top: Math.round(y + height / 2),
        width: 1,
        height: 1,
      }
      const bytes = await sharp(shot).extract(pixel).removeAlpha().raw().toBuffer()
      return `#${bytes.toString('hex')}`
    }),
  )
}

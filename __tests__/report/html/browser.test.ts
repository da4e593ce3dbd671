import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import axe from 'axe-core'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Browser, Page} from 'playwright-core'
import type {Run} from '../../../src/core/run.ts'
import {renderPage} from '../../../src/report/html/page.ts'
import {hasChromium, openPage, startBrowser} from './browser.ts'
import type {Look} from './browser.ts'
import {sampled} from '../../helpers/sampled.ts'
import {largeRun, sampleThumbnails} from '../large-run.ts'
import {CONTEXT} from './sample-context.ts'

let browser: Browser
let folder: string
let file: string

// In CI the tests have to run, and starting the browser says what is missing.
const isSkipped = !hasChromium && process.env['CI'] !== 'true'
const title = `the report of 400 screenshots${isSkipped ? ' (skipped: there is no Chromium on this machine)' : ''}`
const inBrowser = isSkipped ? describe.skip : describe

inBrowser(title, () => {
  beforeAll(async () => {
    browser = await startBrowser()
    folder = await mkdtemp(path.join(tmpdir(), 'report-'))
    file = path.join(folder, 'report.html')
    const run = largeRun()
    await writeFile(file, renderPage(run, await sampleThumbnails(run), CONTEXT))
  })
  afterAll(async () => {
    await browser?.close()
    if (folder !== undefined) await rm(folder, {recursive: true})
  })

  const looks = [
    ['light', 375],
    ['light', 1280],
    ['dark', 1280],
    ['dark', 375],
  ] as const
  test.each(sampled(looks))(
    'has nothing that axe finds wrong, %s and %d pixels wide',
    async (scheme, width) => {
      const page = await open({scheme, width})
      await page.getByText('Good to know').click()
      expect(await violationsOf(page, 'document')).toEqual([])
      await page.getByLabel('Replaced').check()
      await page.locator('.pair').first().click()
      for (const key of ['s', 'z']) {
        await page.keyboard.press(key)
        expect(await violationsOf(page, '"dialog"')).toEqual([])
      }
      await page.context().close()
    },
    120_000,
  )

  test('is never wider than a phone', async () => {
    const page = await open({width: 375})
    const width = async () => page.evaluate('document.documentElement.scrollWidth')
    expect(await width()).toBe(375)
    await page.getByText('unchanged', {exact: false}).last().scrollIntoViewIfNeeded()
    await page.locator('.sets > summary').click()
    expect(await width()).toBe(375)
    await page.locator('.pair').first().click()
    expect(await page.evaluate('document.querySelector("dialog").scrollWidth')).toBe(375)
    await page.context().close()
  })

  test('opens on the changes, and shows what is unchanged after one click', async () => {
    const page = await open()
    const unchanged = page.locator('[data-fate=unchanged][id]:visible')
    expect(await page.locator('#changes .card:visible').count()).toBeGreaterThan(20)
    expect(await page.locator('#store .card:visible').count()).toBe(0)
    const button = page.locator('summary', {hasText: /^Show \d+ unchanged/})
    const [number = ''] = /\d+/.exec((await button.textContent()) ?? '') ?? []
    const before = await unchanged.count()
    await button.click()
    expect((await unchanged.count()) - before).toBe(Number(number) - before)
    // Also what changes, in its place among the rest.
    expect(await page.locator('#store [data-fate=replaced]:visible').count()).toBeGreaterThan(0)
    expect(await page.locator('.frame:empty').count()).toBe(0)
    await page.context().close()
  })

  test('filters by locale, device and change, says how many it shows, and shows all again', async () => {
    const page = await open()
    const shown = page.locator('.card[id]:visible')
    const total = await page.locator('.card[id], [data-text]').count()
    const atFirst = await shown.count()
    await page.locator('[name=locale]').selectOption('ca')
    await page.getByLabel('Device').selectOption('iPhone 6.9"')
    expect(await page.locator('output').first().textContent()).toBe(`11 of ${total} shown`)
    await page.getByLabel('Replaced').check()
    expect(await shown.count()).toBe(2)
    await page.getByLabel('Removed').check()
    expect(await shown.count()).toBe(3)
    expect(await page.locator('output').first().textContent()).toBe(`3 of ${total} shown`)
    expect(await page.locator('.group:visible').count()).toBe(3)
    expect(await page.locator('.matrix tbody tr:visible').count()).toBe(1)
    await page.getByLabel('Device').selectOption('iPad 13"')
    expect(await page.getByText('Nothing matches these filters.').isVisible()).toBe(true)
    await page.getByRole('button', {name: 'Show all'}).click()
    await page.getByRole('button', {name: 'Show all'}).waitFor({state: 'hidden'})
    expect(await shown.count()).toBe(atFirst)
    await page.getByLabel('Unchanged').check()
    expect(await page.locator('#changes:visible').count()).toBe(0)
    expect(await page.locator('#store [data-fate=unchanged]:visible').count()).toBe(220)
    await page.context().close()
  })

  test('does that with the keyboard, and shows where it is, with one ring', async () => {
    const page = await open()
    await page.getByLabel('New').focus()
    await page.keyboard.press('Space')
    const shown = page.locator('#changes .card:visible')
    expect(await shown.count()).toBeGreaterThan(0)
    expect(await shown.count()).toBe(await page.locator('#changes [data-fate=new]').count())
    for (const control of ['fate', 'locale']) {
      await page.locator(`[name=${control}]`).first().focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Shift+Tab')
      const rings = `[...document.querySelectorAll('.filters *')].filter((each) => {
        const {outlineStyle, outlineWidth, opacity} = getComputedStyle(each)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && opacity !== '0'
      }).length`
      expect(await page.evaluate(rings)).toBe(1)
    }
    await page.context().close()
  })

  test('lines up its controls', async () => {
    const page = await open()
    const select = await page.locator('.filters select').first().boundingBox()
    const chip = await page.locator('.chip span').first().boundingBox()
    expect(chip?.height).toBeCloseTo(select?.height ?? 0, 0)
    expect(chip?.y).toBeCloseTo(select?.y ?? 0, 0)
    await page.context().close()
  })

  test('leads to a picture by its link, where it is folded and where it is filtered out', async () => {
    const page = await openPage(browser, `${file}#ca-iphone-6.9-07`)
    const card = page.locator('[id="ca-iphone-6.9-07"]')
    expect(await card.isVisible()).toBe(true)
    expect(await isInView(page, 'ca-iphone-6.9-07')).toBe(true)

    await page.getByLabel('Removed').check()
    expect(await card.isVisible()).toBe(false)
    await page.evaluate('location.hash = "#da-iphone-6.9-01"')
    await page.locator('[id="da-iphone-6.9-01"]').waitFor()
    expect(await isInView(page, 'da-iphone-6.9-01')).toBe(true)
    expect(await page.getByLabel('Removed').isChecked()).toBe(false)
    await page.context().close()
  })

  test('puts the name where Apple’s picture does not load, in the size of the picture', async () => {
    const page = await open()
    const frame = page.locator('#changes .pair .frame').first()
    await frame.scrollIntoViewIfNeeded()
    await page.locator('#changes .pair .frame.missing').first().waitFor()
    expect(await frame.textContent()).toBe('01.png, before')
    expect(await frame.locator('img').isVisible()).toBe(false)
    const box = await frame.boundingBox()
    expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(2796 / 1290, 1)
    await page.context().close()
  })

  test.each([1280, 375])(
    'shows landscape pictures as large as there is room for, %d pixels wide',
    async (width) => {
      const wide = path.join(folder, `landscape-${width}.html`)
      const run = inLandscape(largeRun())
      await writeFile(wide, renderPage(run, await sampleThumbnails(run), CONTEXT))
      const page = await openPage(browser, wide, {width})
      const frames = page.locator('#changes .frame.wide')
      const boxes = await frames.evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map((box) => [box.width, box.height]),
      )
      expect(boxes.length).toBeGreaterThan(10)
      for (const [across = 0, down = 0] of boxes) {
        expect(across).toBeGreaterThan(100)
        expect(across / down).toBeCloseTo(2796 / 1290, 1)
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      await page.context().close()
    },
  )

  test('can be read without its script: every picture, and no control that does nothing', async () => {
    const page = await open({scripts: false})
    expect(await page.locator('form').isVisible()).toBe(false)
    expect(await page.locator('dialog').isVisible()).toBe(false)
    await page.locator('.sets > summary').click()
    const hidden = await page.locator('.card[id]').count()
    expect(hidden).toBeGreaterThan(400)
    expect(await page.locator('.card[id]:visible').count()).toBe(hidden)
    const words = `getComputedStyle(document.querySelector('#store .frame:empty'), '::after').content`
    expect(await page.evaluate(words)).toBe('"See above"')
    await page.context().close()
  })

  test('has a policy that its own script keeps, and that stops any other', async () => {
    const page = await open()
    const told: string[] = []
    page.on('console', (message) => told.push(message.text()))
    page.on('pageerror', (error) => told.push(`Content Security Policy or not: ${error.message}`))
    await page.reload()
    await page.locator('.pair').first().click()
    expect(told.filter((text) => text.includes('Content Security Policy'))).toEqual([])
    await page.evaluate(
      'const script = document.createElement("script"); script.textContent = "window.owned = true"; document.body.append(script)',
    )
    expect(await page.evaluate('window.owned')).toBeUndefined()
    await page.context().close()
  })
})

/** The same run with every picture turned. */
function inLandscape(run: Run): Run {
  const views = run.views.map((view) =>
    view.shape === 'gallery'
      ? {
          ...view,
          shelves: view.shelves.map((shelf) => ({
            ...shelf,
            cards: shelf.cards.map((card) => ({
              ...card,
              file: card.file && {...card.file, pixels: {width: 2796, height: 1290}},
            })),
          })),
        }
      : view,
  )
  return {...run, views}
}

async function open(look: Partial<Look> = {}): Promise<Page> {
  return openPage(browser, file, look)
}

/** Whether it is in view in the end: scrolling is smooth, and takes a while. */
async function isInView(page: Page, id: string): Promise<boolean> {
  return page.evaluate(`new Promise((resolve) => {
    const look = (left) => {
      const {top, bottom} = document.getElementById('${id}').getBoundingClientRect()
      const isInside = bottom > 0 && top < innerHeight
      if (isInside || left === 0) resolve(isInside)
      else setTimeout(look, 50, left - 1)
    }
    look(200)
  })`)
}

/** @param where - What of the page is looked at, as JavaScript. */
async function violationsOf(page: Page, where: string): Promise<unknown> {
  // Four hundred cards of a few kinds: what is wrong with one is wrong with its like in the first groups.
  await page.evaluate(
    'document.querySelectorAll(".locale:nth-of-type(n+4), .group .card:nth-of-type(n+4), .matrix tr:nth-of-type(n+5)").forEach((each) => each.remove())',
  )
  await page.evaluate(axe.source)
  return page.evaluate(
    `axe.run(${where}, {resultTypes: ["violations"]}).then(({violations}) => violations.map(({id, nodes}) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]))`,
  )
}

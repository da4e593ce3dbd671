import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import axe from 'axe-core'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Browser, Page} from 'playwright-core'
import {renderPage} from '../../../src/report/html/page.ts'
import {hasChromium, keepScreenshot, openPage, startBrowser} from './browser.ts'
import type {Look} from './browser.ts'
import {largeRun, sampleThumbnails} from '../large-run.ts'

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
    await writeFile(file, renderPage(run, await sampleThumbnails(run)))
  })
  afterAll(async () => {
    await browser?.close()
    if (folder !== undefined) await rm(folder, {recursive: true})
  })

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 375],
    ['dark', 375],
  ] as const)(
    'has nothing that axe finds wrong, %s and %d pixels wide',
    async (scheme, width) => {
      const page = await open({scheme, width})
      await page.getByText('Good to know').click()
      await keepScreenshot(page, `${scheme}-${width}`)
      expect(await violationsOf(page)).toEqual([])
      await page.getByLabel('Replaced').check()
      await page.getByLabel('Slider', {exact: true}).check()
      await keepScreenshot(page, `${scheme}-${width}-slider`)
      expect(await violationsOf(page)).toEqual([])
      await page.context().close()
    },
    120_000,
  )

  test('is never wider than a phone', async () => {
    const page = await open({width: 375})
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
    await page.getByLabel('Slider', {exact: true}).check()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
    await page.context().close()
  })

  test('filters by locale, device and kind, tells how many it shows, and shows all again', async () => {
    const page = await open()
    const shown = page.locator('.card:visible')
    const total = await shown.count()
    await page.getByLabel('Locale').selectOption('ca')
    await page.getByLabel('Device').selectOption('iPhone 6.9"')
    expect(await shown.count()).toBe(11)
    await page.getByLabel('Replaced').check()
    expect(await shown.count()).toBe(2)
    await page.getByLabel('Deleted').check()
    expect(await shown.count()).toBe(3)
    expect(await page.locator('output').textContent()).toBe(`3 of ${total} shown`)
    expect(await page.locator('.locale:visible').count()).toBe(1)
    await page.getByLabel('Device').selectOption('iPad 13"')
    expect(await page.getByText('Nothing fits these filters.').isVisible()).toBe(true)
    await page.getByRole('button', {name: 'Show all'}).click()
    await page.getByText(`${total} shown`, {exact: true}).waitFor()
    expect(await shown.count()).toBe(total)
    await page.context().close()
  })

  test('does all of that with the keyboard, and shows where it is', async () => {
    const page = await open()
    await page.getByLabel('Problem').focus()
    await page.keyboard.press('Space')
    expect(await page.locator('.card:visible').count()).toBe(1)
    await page.keyboard.press('Space')
    await page.getByLabel('Side by side').focus()
    await page.keyboard.press('ArrowRight')
    const outline = 'getComputedStyle(document.activeElement.closest("label")).outlineStyle'
    expect(await page.evaluate(outline)).toBe('solid')

    const slider = page.locator('.cut').first()
    await slider.focus()
    const uncovered = async () => page.locator('.pair').first().getAttribute('style')
    await page.keyboard.press('End')
    expect(await uncovered()).toBe('--cut: 100%;')
    await page.keyboard.press('ArrowLeft')
    expect(await uncovered()).toBe('--cut: 99%;')
    await page.context().close()
  })

  test.each([1280, 375])(
    'lets the sliding picture cover the other one exactly, %d pixels wide',
    async (width) => {
      const page = await open({width})
      await page.getByLabel('Slider', {exact: true}).check()
      const [before, after] = await Promise.all([
        page.locator('.pair .before .frame').first().boundingBox(),
        page.locator('.pair .after .frame').first().boundingBox(),
      ])
      expect(before?.x).toBeCloseTo(after?.x ?? 0, 0)
      expect(before?.y).toBeCloseTo(after?.y ?? 0, 0)
      expect(before?.width).toBeCloseTo(after?.width ?? 0, 0)
      expect(before?.height).toBeCloseTo(after?.height ?? 0, 0)
      await page.context().close()
    },
  )

  test('puts words of the right size where Apple’s picture does not load', async () => {
    const page = await open()
    const frame = page.locator('.before .frame').first()
    await frame.scrollIntoViewIfNeeded()
    await page.locator('.before .frame.missing').first().waitFor()
    const box = await frame.boundingBox()
    expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(2796 / 1290, 1)
    await page.context().close()
  })

  test('can be read without its script: every picture, and no control that does nothing', async () => {
    const page = await open({scripts: false})
    expect(await page.locator('.card:visible').count()).toBeGreaterThan(400)
    expect(await page.locator('form').isVisible()).toBe(false)
    expect(await page.locator('.cut:visible').count()).toBe(0)
    await page.context().close()
  })

  test('has a policy that its own script keeps, and that stops any other', async () => {
    const page = await open()
    const told: string[] = []
    page.on('console', (message) => told.push(message.text()))
    await page.reload()
    expect(told.filter((text) => text.includes('Content Security Policy'))).toEqual([])
    await page.evaluate(
      'const script = document.createElement("script"); script.textContent = "window.owned = true"; document.body.append(script)',
    )
    expect(await page.evaluate('window.owned')).toBeUndefined()
    await page.context().close()
  })
})

async function open(look: Partial<Look> = {}): Promise<Page> {
  return openPage(browser, file, look)
}

async function violationsOf(page: Page): Promise<unknown> {
  // Four hundred cards of a few kinds: what is wrong with one is wrong with its like on the first shelves.
  await page.evaluate(
    'document.querySelectorAll(".locale:nth-of-type(n+4)").forEach((each) => each.remove())',
  )
  await page.evaluate(axe.source)
  return page.evaluate(
    'axe.run(document, {resultTypes: ["violations"]}).then(({violations}) => violations.map(({id, nodes}) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]))',
  )
}

import path from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {inView, SCHEMES, settle, showMarkdown, showReport} from './views.ts'
import type {Origins} from './views.ts'

/** In CSS pixels. GitHub's text is at most 1012 wide, and has a frame here. */
const WIDTHS = {report: [1280, 375], github: [1046, 375]} as const

/** A picture of a page is cut off below this. */
const TALLEST = 2400

/** What a run left to look at; empty where it left none. */
export interface Pages {
  /** Absolute path of the HTML file. */
  readonly report: string
  /** Markdown. */
  readonly summary: string
  readonly comment: string
}

/** Takes pictures of everything that a run left, in both schemes, wide and narrow, as PNG files in the folder. */
export async function takePictures(
  browser: Browser,
  folder: string,
  pages: Pages,
  origins: Origins,
): Promise<void> {
  for (const scheme of SCHEMES) {
    for (const width of pages.report === '' ? [] : WIDTHS.report) {
      const name = path.join(folder, `report-${width}-${scheme}`)
      await inView(browser, {scheme, width, origins}, async (page) => {
        await showReport(page, pages.report)
        await page.screenshot({path: `${name}.png`})
        await photographWhole(page, `${name}-full.png`)
        const card = page.locator('.card a.open').first()
        if (!(await card.isVisible())) return
        await card.click()
        await settle(page)
        await page.screenshot({path: `${name}-viewer.png`})
      })
    }
    for (const frame of ['summary', 'comment'] as const) {
      for (const width of pages[frame] === '' ? [] : WIDTHS.github) {
        const name = path.join(folder, `${frame}-${width}-${scheme}`)
        await inView(browser, {scheme, width, origins}, async (page) => {
          await showMarkdown(page, pages[frame], {frame, folder})
          await photographWhole(page, `${name}.png`)
          if (scheme === 'light' && (await unfold(page))) {
            await photographWhole(page, `${name}-open.png`)
          }
        })
      }
    }
  }
}

/** Opens what is folded. @returns whether anything was. */
async function unfold(page: Page): Promise<boolean> {
  const folded = await page.locator('details:not([open])').count()
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`)
  return folded > 0
}

async function photographWhole(page: Page, file: string): Promise<void> {
  const viewport = page.viewportSize() ?? {width: 1280, height: 800}
  // Pictures that are loaded lazily come only where they can be seen.
  await page.setViewportSize({...viewport, height: TALLEST})
  await settle(page)
  const height = Math.ceil((await page.locator('body').boundingBox())?.height ?? TALLEST)
  const clip = {x: 0, y: 0, width: viewport.width, height: Math.min(TALLEST, height)}
  await page.screenshot({path: file, clip})
  await page.setViewportSize(viewport)
}

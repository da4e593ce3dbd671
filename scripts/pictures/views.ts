import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import {chromium} from 'playwright-core'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {githubPage} from './github-page.ts'
import type {Frame} from './github-page.ts'

export const SCHEMES = ['light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

/** Where pages may load pictures from, beside the double of App Store Connect. */
export interface Origins {
  /** Such as `https://github.example/octo/app/blob/`, which shows the checkout. */
  readonly blobs: string
  /** Absolute path of the checkout. */
  readonly workspace: string
}

export interface View {
  readonly scheme: Scheme
  /** In CSS pixels. */
  readonly width: number
  /** In CSS pixels. Default: as tall as a small laptop, or a phone. */
  readonly height?: number
  /** Pixels of the screen for each CSS pixel. Default 1. */
  readonly density?: number
  readonly origins: Origins
}

/** Where Debian's package `chromium` puts it; `CHROMIUM` names another. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** A browser that paints a page only when its pictures are decoded: others may be photographed without them. */
export async function startPhotographer(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-checker-imaging'],
  })
}

/** Opens a browser window, and closes it when everything is done there. */
export async function inView<Result>(
  browser: Browser,
  {scheme, width, height = width < 600 ? 812 : 800, density = 1, origins}: View,
  act: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    colorScheme: scheme,
    viewport: {width, height},
    deviceScaleFactor: density,
    // The double of App Store Connect has no certificate, so the report's own policy would not show its pictures.
    bypassCSP: true,
  })
  try {
    await allowOnly(context, origins)
    return await act(await context.newPage())
  } finally {
    await context.close()
  }
}

async function allowOnly(context: BrowserContext, {blobs, workspace}: Origins): Promise<void> {
  await context.route('**/*', (route) => {
    const url = route.request().url()
    const {protocol, hostname, pathname} = new URL(url)
    if (protocol === 'file:' || hostname === '127.0.0.1') return route.continue()
    if (!url.startsWith(blobs)) return route.abort()
    const [, ...place] = pathname.slice(new URL(blobs).pathname.length).split('/')
    return route.fulfill({path: path.join(workspace, ...place.map(decodeURIComponent))})
  })
}

/** Shows a page that a run left. */
export async function showReport(page: Page, file: string): Promise<void> {
  await page.goto(`file://${file}`)
  await settle(page)
}

/** Shows Markdown as GitHub would. Writes the page into the folder, where a person can open it. */
export async function showMarkdown(
  page: Page,
  markdown: string,
  {frame, folder}: {readonly frame: Frame; readonly folder: string},
): Promise<void> {
  const file = path.join(folder, `${frame}.html`)
  await writeFile(file, githubPage(markdown, frame))
  await page.goto(`file://${file}`)
  await settle(page)
}

/** Runs in the page, which has no types here. */
const SEEN = `[...document.images]
  .filter((image) => image.checkVisibility())
  .filter((image) => {
    const {top, bottom, left, right} = image.getBoundingClientRect()
    return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  })`

/** Waits until the pictures that can be seen are there, or will not come. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(`${SEEN}.every((image) => image.complete)`)
}

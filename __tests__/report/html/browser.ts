import {existsSync} from 'node:fs'
import {chromium} from 'playwright-core'
import type {Browser, Page} from 'playwright-core'

/** Where Debian's package `chromium` puts it; `CHROMIUM` names another. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Whether the tests in a browser can run here. In CI they have to. */
export const hasChromium = existsSync(executablePath)

/** Nothing that is not asked for, above all no requests of the browser's own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @throws with what to install where there is no Chromium. */
export async function startBrowser(): Promise<Browser> {
  if (!hasChromium) {
    throw new Error(
      `There is no Chromium at ${executablePath}: install Debian's package "chromium", or set CHROMIUM to one.`,
    )
  }
  return chromium.launch({executablePath, args: ARGUMENTS, headless: true})
}

export interface Look {
  readonly scheme: 'light' | 'dark'
  /** In CSS pixels. */
  readonly width: number
  readonly scripts: boolean
  readonly hasTouch: boolean
}

/** Opens a page file the way a reader does who is offline: every request that leaves this machine fails. */
export async function openPage(
  browser: Browser,
  file: string,
  {scheme = 'light', width = 1280, scripts = true, hasTouch = false}: Partial<Look> = {},
): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: scheme,
    viewport: {width, height: 800},
    javaScriptEnabled: scripts,
    hasTouch,
    offline: true,
  })
  const page = await context.newPage()
  await page.goto(`file://${file}`)
  return page
}

import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Browser, Page} from 'playwright-core'
import sharp from 'sharp'
import {fiveChangesListing} from './situations/five-changes.ts'
import {openStage} from './stage.ts'
import {inView, SCHEMES, showMarkdown, showReport} from './views.ts'
import type {View} from './views.ts'

const IMAGES = path.join(import.meta.dirname, '../../docs/images')

/** In bytes: a README is read on trains. */
const LARGEST = 150_000

/** In CSS pixels. */
const SHOWN = {comment: {width: 1046, height: 1100}, report: {width: 1280, height: 1050}} as const

/** Takes the pictures of the README: what a pull request with a few changes shows. */
export async function takeReadmePictures(browser: Browser): Promise<void> {
  const out = await mkdtemp(path.join(tmpdir(), 'readme-pictures-'))
  const {origins, plan} = await openStage({out, browser: null}, await fiveChangesListing())
  await plan({prune: 'true'})
  const folder = path.join(out, 'plan')
  const comment = await readFile(path.join(folder, 'comment.md'), 'utf8')
  await mkdir(IMAGES, {recursive: true})
  for (const scheme of SCHEMES) {
    const suffix = scheme === 'light' ? '' : '-dark'
    await keep(path.join(IMAGES, `comment${suffix}.png`), (density) =>
      photograph(browser, {scheme, origins, density, ...SHOWN.comment}, (page) =>
        showMarkdown(page, comment, {frame: 'comment', folder}),
      ),
    )
    await keep(path.join(IMAGES, `report${suffix}.png`), (density) =>
      photograph(browser, {scheme, origins, density, ...SHOWN.report}, (page) =>
        showReport(page, path.join(folder, 'report.html')),
      ),
    )
  }
  await rm(out, {recursive: true})
}

/** The beginning of a page, down to something that it shows whole. */
async function photograph(
  browser: Browser,
  view: View & {readonly height: number},
  show: (page: Page) => Promise<void>,
): Promise<Buffer> {
  return inView(browser, view, async (page) => {
    await show(page)
    const height = await endOfPicture(page, view.height)
    return page.screenshot({clip: {x: 0, y: 0, width: view.width, height}})
  })
}

/** What a picture may end below, and must not cut. */
const WHOLE = 'img, table, .group'
/** In CSS pixels. */
const MARGIN = 16

/** @returns in CSS pixels. */
async function endOfPicture(page: Page, limit: number): Promise<number> {
  const body = await page.locator('body').boundingBox()
  if (body !== null && body.height <= limit) return Math.ceil(body.height)
  const elements = await page.locator(WHOLE).all()
  const found = await Promise.all(elements.map((element) => element.boundingBox()))
  const boxes = found.flatMap((box) =>
    box === null ? [] : [{top: box.y, bottom: box.y + box.height}],
  )
  const ends = boxes
    .map(({bottom}) => bottom + MARGIN)
    .filter((y) => y <= limit && !boxes.some(({top, bottom}) => top < y && y < bottom))
  return Math.floor(Math.max(...ends))
}

/** Pixels for each CSS pixel, and how smooth colours pass into each other; best first. */
const QUALITIES = [
  {density: 2, dither: 1},
  {density: 1.5, dither: 1},
  {density: 1.5, dither: 0.2},
  {density: 1, dither: 1},
] as const

/** Writes the best picture that is small enough. */
async function keep(file: string, take: (density: number) => Promise<Buffer>): Promise<void> {
  for (const {density, dither} of QUALITIES) {
    const small = await sharp(await take(density))
      .png({palette: true, dither, effort: 10})
      .toBuffer()
    if (small.length > LARGEST) continue
    await writeFile(file, small)
    console.log(
      `${file}: ${Math.round(small.length / 1000)} kB, density ${density}, dither ${dither}`,
    )
    return
  }
  throw new Error(`${file} would have more than ${LARGEST} bytes: show less of the page.`)
}

import {appendFile, copyFile, mkdir} from 'node:fs/promises'
import path from 'node:path'

import sharp from 'sharp'

export const MEGABYTE = 1_000_000

const VIDEO = path.join(import.meta.dirname, '../../__tests__/fixtures/iphone.mp4')

const TYPES = [
  ['APP_WATCH_SERIES_3', 312, 390],
  ['APP_WATCH_SERIES_4', 368, 448],
  ['APP_WATCH_SERIES_7', 396, 484],
] as const

/**
 * Small images of up to three Watch types, each with other bytes.
 *
 * @param types - How many types; all three by default.
 * @returns how many images.
 */
export async function makeScreenshots(
  workspace: string,
  locales: readonly string[],
  perSet: number,
  types: number = TYPES.length,
): Promise<number> {
  let made = 0
  for (const locale of locales) {
    for (const [type, width, height] of TYPES.slice(0, types)) {
      const folder = path.join(workspace, 'screenshots', locale, type)
      await mkdir(folder, {recursive: true})
      for (let index = 1; index <= perSet; index += 1) {
        made += 1
        await makeScreenshot(path.join(folder, `${index}.png`), {width, height, number: made})
      }
    }
  }
  return made
}

/** @param number - The same number makes the same picture. */
export async function makeScreenshot(
  file: string,
  {
    width = 312,
    height = 390,
    number,
  }: {readonly width?: number; readonly height?: number; readonly number: number},
): Promise<void> {
  const background = {r: number % 256, g: Math.floor(number / 256), b: 99}
  await sharp({create: {width, height, channels: 3, background}})
    .png()
    .toFile(file)
}

/** Real videos that are made long by a box of the kind that players skip. */
export async function makePreviews(
  workspace: string,
  {locales, perSet, bytes}: {locales: readonly string[]; perSet: number; bytes: number},
): Promise<void> {
  const block = Buffer.alloc(MEGABYTE, 'padding ')
  for (const locale of locales) {
    const folder = path.join(workspace, 'previews', locale, 'IPHONE_67')
    await mkdir(folder, {recursive: true})
    for (let index = 1; index <= perSet; index += 1) {
      const file = path.join(folder, `${index}.mp4`)
      await copyFile(VIDEO, file)
      const header = Buffer.from('\0\0\0\0free')
      header.writeUInt32BE(8 + 1 + bytes)
      await appendFile(file, Buffer.concat([header, Buffer.from([index])]))
      for (let written = 0; written < bytes; written += block.length) {
        await appendFile(file, block.subarray(0, bytes - written))
      }
    }
  }
}

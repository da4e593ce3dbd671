import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import {SCENES} from '../demo/pictures.ts'
import type {Scene} from '../demo/pictures.ts'

const DEMO = path.join(import.meta.dirname, '../../demo')

/** Pictures take longer to make than to read again. */
const CACHE = path.join(tmpdir(), 'app-store-sync-pictures')

/** The languages that the demo's pictures speak; the others get English ones with their name on them. */
const SPOKEN = ['en-US', 'de-DE', 'ja']

interface Device {
  readonly type: string
  readonly scenes: readonly Scene[]
  /** Whose pictures of the demo are the basis. */
  readonly from: 'APP_IPHONE_67' | 'APP_IPAD_PRO_3GEN_129'
  /** Cut to these pixels. Null for the size that the demo has. */
  readonly pixels: {readonly width: number; readonly height: number} | null
}

const PHONE = 'APP_IPHONE_67'
const TABLET = 'APP_IPAD_PRO_3GEN_129'

export const DEVICES = {
  iphone: {type: PHONE, scenes: SCENES, from: PHONE, pixels: null},
  ipad: {type: TABLET, scenes: ['trail', 'climb'], from: TABLET, pixels: null},
  watch: {
    type: 'APP_WATCH_ULTRA',
    scenes: SCENES,
    from: PHONE,
    pixels: {width: 410, height: 502},
  },
} as const satisfies Readonly<Record<string, Device>>

type DeviceName = keyof typeof DEVICES

export interface Recipe {
  readonly device: DeviceName
  readonly locale: string
  readonly scene: Scene
  /** Turns the colours by so many degrees. */
  readonly hue?: number
  /** Written on the picture, beside the language where the demo does not speak it. */
  readonly label?: string
  readonly format?: 'png' | 'jpeg'
}

/** A picture that looks like a screenshot of an app in the store. The same recipe makes the same bytes. */
export async function screenshot(recipe: Recipe): Promise<Buffer> {
  const source = await readFile(basis(recipe))
  const key = createHash('md5').update(source).update(JSON.stringify(recipe)).digest('hex')
  const cached = path.join(CACHE, key)
  const known = await readFile(cached).catch(() => null)
  if (known !== null) return known

  const made = await make(source, recipe)
  await mkdir(CACHE, {recursive: true})
  // Another run may be reading: a file is there whole, or not at all.
  await writeFile(`${cached}.${process.pid}`, made)
  await rename(`${cached}.${process.pid}`, cached)
  return made
}

function basis({device, locale, scene}: Recipe): string {
  const {from} = DEVICES[device]
  const folder = path.join(DEMO, 'screenshots', SPOKEN.includes(locale) ? locale : 'en-US', from)
  const extension = from === PHONE ? 'png' : 'jpg'
  return path.join(folder, `0${SCENES.indexOf(scene) + 1}-${scene}.${extension}`)
}

async function make(source: Buffer, recipe: Recipe): Promise<Buffer> {
  const {device, locale, hue = 0, label = '', format = 'png'} = recipe
  const {pixels} = DEVICES[device]
  const sized = pixels === null ? sharp(source) : sharp(source).resize({...pixels, fit: 'cover'})
  const coloured = hue === 0 ? sized : sized.modulate({hue})
  const words = [SPOKEN.includes(locale) ? '' : languageName(locale), label]
    .filter((word) => word !== '')
    .join(' · ')
  const {width, height} = pixels ?? (await sharp(source).metadata())
  const labelled =
    words === '' ? coloured : coloured.composite([{input: pill(words, width, height)}])
  const opaque = labelled.removeAlpha()
  return format === 'png'
    ? opaque.png({compressionLevel: 3, palette: false}).toBuffer()
    : opaque.jpeg({quality: 78}).toBuffer()
}

function languageName(locale: string): string {
  return new Intl.DisplayNames(['en'], {type: 'language'}).of(locale) ?? locale
}

function pill(words: string, width: number, height: number): Buffer {
  const size = Math.round(width / 18)
  const long = Math.min(width * 0.9, words.length * size * 0.62 + size * 2)
  const box = `x="${(width - long) / 2}" y="${size * 0.8}" width="${long}" height="${size * 1.9}" rx="${size}"`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect ${box} fill="#000" opacity="0.45"/>
      <text x="${width / 2}" y="${size * 2.1}" font-family="Inter, sans-serif" font-size="${size}" font-weight="600" text-anchor="middle" fill="#fff">${words}</text>
    </svg>`,
  )
}

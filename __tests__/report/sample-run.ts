import path from 'node:path'
import sharp from 'sharp'
import {LOCALES} from '../../src/apple/locales.ts'
import {setId} from '../../src/sections/media/listing.ts'
import type {
  ActualAsset,
  ActualListing,
  DesiredFile,
  DesiredListing,
  DesiredSet,
  PixelSize,
} from '../../src/sections/media/listing.ts'
import {picturesOf} from '../../src/sections/media/listing.ts'
import {NOT_BEGUN} from '../../src/core/run.ts'
import type {Run} from '../../src/core/run.ts'
import {planListing} from '../../src/sections/media/plan/plan-listing.ts'

export const PHONE = 'APP_IPHONE_67'
export const TABLET = 'APP_IPAD_PRO_3GEN_129'

const PIXELS: Readonly<Record<string, PixelSize>> = {
  [PHONE]: {width: 1290, height: 2796},
  [TABLET]: {width: 2064, height: 2752},
}

const demo = path.join(import.meta.dirname, '../../demo/screenshots/en-US')
const PICTURES: Readonly<Record<string, readonly string[]>> = {
  [PHONE]: ['01-trail.png', '02-climb.png', '03-week.png'],
  [TABLET]: ['01-trail.jpg', '02-climb.jpg'],
}

/** A set of a folder with files of these names, each with bytes of its own. */
export function desiredSet(locale: string, type: string, names: readonly string[]): DesiredSet {
  const folder = `screenshots/${locale}/${type}`
  const files = names.map((name): DesiredFile => ({
    name,
    path: `${folder}/${name}`,
    content: {size: 1000, md5: md5Of(locale, type, name), sha256: `${locale}${type}${name}`},
    pixels: PIXELS[type] ?? null,
    mimeType: 'image/png',
    poster: null,
  }))
  return {id: setId(locale, type), medium: 'screenshot', locale, type, folder, files}
}

/** An asset of the store: the one that the file of this name makes, or an older one. */
export function asset(
  locale: string,
  type: string,
  fileName: string,
  age: 'same' | 'older' = 'same',
): ActualAsset {
  const key = `${locale}-${type}-${fileName}`.replaceAll(/[^\w.-]/g, '_')
  return {
    id: key,
    fileName,
    fileSize: 1000,
    md5: age === 'same' ? md5Of(locale, type, fileName) : 'f'.repeat(32),
    delivery: {state: 'complete'},
    isProcessed: true,
    resumable: false,
    posterTimeCode: null,
    image: {
      templateUrl: `https://pictures.example/${encodeURIComponent(key)}/{w}x{h}bb.{f}`,
      ...(PIXELS[type] ?? {width: 1, height: 1}),
    },
  }
}

/** A plan that brings these sets to a store that has these assets, by the id of their set. */
export function plannedRun(
  sets: readonly DesiredSet[],
  assets: ReadonlyMap<string, readonly ActualAsset[]>,
  prune = true,
): Run {
  const listing: DesiredListing = {sets}
  const locales = [...new Set([...assets.keys()].map((id) => id.split('/')[0] ?? ''))]
  const version = {id: '7', versionString: '2.1.0', state: 'PREPARE_FOR_SUBMISSION'}
  const actual: ActualListing = {
    app: {id: '1', bundleId: 'com.example.trails'},
    version,
    localizations: locales.map((locale) => ({
      id: locale,
      locale,
      sets: sets
        .filter((set) => set.locale === locale)
        .map(({id, medium, type}) => ({id, medium, type, assets: assets.get(id) ?? []})),
    })),
  }
  const policy = {platform: 'IOS', createVersion: null, prune, waits: true} as const
  const plan = planListing(listing, actual, policy)
  const images = picturesOf(actual.localizations.flatMap((each) => each.sets))
  return {...NOT_BEGUN, mode: 'plan', app: actual.app, version, listing, plan, images}
}

/** Four hundred screenshots in twenty locales, with every kind of change among them. */
export function largeRun(): Run {
  const names = Array.from({length: 10}, (_, index) => `${String(index + 1).padStart(2, '0')}.png`)
  const sets = LOCALES.slice(0, 20).flatMap((locale) =>
    [PHONE, TABLET].map((type) => desiredSet(locale, type, names)),
  )
  const assets = new Map(
    sets
      .slice(0, 38)
      .map(({id, locale, type}, index) => [id, stored(locale, type, names, index % 4)] as const),
  )
  const run = plannedRun(sets, assets)
  const [first] = run.listing.sets
  const problem = {
    severity: 'warning',
    code: 'example',
    path: first?.files[4]?.path ?? '',
    finding: 'shows a status bar with a carrier name',
    expectation: 'take it again with an empty status bar',
  } as const
  return {...run, problems: [problem]}
}

function stored(
  locale: string,
  type: string,
  names: readonly string[],
  variant: number,
): readonly ActualAsset[] {
  const same = (name: string) => asset(locale, type, name)
  if (variant === 0) {
    return [
      asset(locale, type, '01.png', 'older'),
      asset(locale, type, '02.png', 'older'),
      ...names.slice(2, 6).map(same),
      asset(locale, type, 'summer-sale.png', 'older'),
    ]
  }
  if (variant === 1) return names.toReversed().map(same)
  return names.map(same)
}

/** Real thumbnails of the sample pictures, for every file of a run. */
export async function sampleThumbnails({listing}: Run): Promise<ReadonlyMap<string, string>> {
  const made = await Promise.all(
    Object.entries(PICTURES).map(async ([type, names]) => {
      const thumbnails = names.map((name) => thumbnail(path.join(demo, type, name)))
      return [type, await Promise.all(thumbnails)] as const
    }),
  )
  const byType = new Map(made)
  return new Map(
    listing.sets.flatMap(({type, files}) =>
      files.flatMap((file, index) => {
        const all = byType.get(type) ?? []
        const one = all[index % all.length]
        return one === undefined ? [] : [[file.path, one] as const]
      }),
    ),
  )
}

async function thumbnail(file: string): Promise<string> {
  const jpeg = await sharp(file).resize({height: 400}).jpeg().toBuffer()
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`
}

function md5Of(...parts: readonly string[]): string {
  return Buffer.from(parts.join()).toString('hex').padEnd(32, '0').slice(-32)
}

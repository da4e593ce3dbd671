import {createHash} from 'node:crypto'
import {folderWith, image, video} from '../../helpers/media.ts'
import type {AssetSeed} from '../../../simulator/store/seeds.ts'
import type {Simulator, SimulatorOptions} from '../../../simulator/simulator.ts'
import {APP, VERSION} from './story.ts'
import type {Story} from './story.ts'

/** What the store has to show in the end: by locale and type, in order. */
type Wanted = Readonly<Record<string, Readonly<Record<string, readonly WantedFile[]>>>>

interface WantedFile {
  readonly fileName: string
  readonly md5: string
  /** Null where the folder does not say. */
  readonly poster: string | null
}

const SHORT_SET = 'APP_WATCH_SERIES_3'
export const FULL_SET = 'APP_WATCH_SERIES_4'
export const PREVIEW_SET = 'IPHONE_67'
const UNNAMED_SET = 'APP_WATCH_SERIES_7'

const SIZES = {
  [SHORT_SET]: [312, 390],
  [FULL_SET]: [368, 448],
  [UNNAMED_SET]: [396, 484],
} as const

type PictureSet = keyof typeof SIZES
type Numbers = Readonly<Record<string, number>>

/** Makes the videos and the largest screenshots take several parts. */
const PART_BYTES = 20_000
/** More than half of a full set, so that room is made twice. */
const REPLACED = 6

const TEN = Array.from({length: 10}, (_, index) => `${index + 1}.png`)
const FULL_BEFORE: Numbers = Object.fromEntries(TEN.map((name, index) => [name, 201 + index]))
const FULL_WANTED: Numbers = Object.fromEntries(
  TEN.map((name, index) => [name, (index < REPLACED ? 301 : 201) + index]),
)

/**
 * One run on it makes a localization and two sets, replaces, reorders, prunes, fills a reservation that another run
 * left open, makes room in a full set in two rounds, uploads in several parts and sets two posters. Another locale,
 * another set, another version and another app are none of its business.
 */
export async function tellMediaStory(): Promise<Story> {
  const [intro, tour] = await Promise.all([video('iphone.mp4'), longerVideo()])
  const wantedPictures = {
    'en-US': {[SHORT_SET]: {'1.png': 11, '2.png': 2, '3.png': 3}, [FULL_SET]: FULL_WANTED},
    ja: {[SHORT_SET]: {'1.png': 21, '2.png': 22}, [FULL_SET]: {'1.png': 23}},
  }
  const wantedPreviews = [
    {fileName: 'intro.mp4', bytes: intro, poster: '00:00:03:00'},
    {fileName: 'tour.mp4', bytes: tour, poster: '00:00:02:00'},
  ]
  const files: Record<string, Buffer | string> = {}
  const wanted: Record<string, Record<string, readonly WantedFile[]>> = {}
  for (const [locale, sets] of Object.entries(wantedPictures)) {
    for (const type of [SHORT_SET, FULL_SET] as const) {
      const pictures = await draw(type, sets[type])
      for (const {fileName, bytes} of pictures) {
        files[`screenshots/${locale}/${type}/${fileName}`] = bytes
      }
      const list = pictures.map(({fileName, bytes}) => ({
        fileName,
        md5: sumOf(bytes),
        poster: null,
      }))
      wanted[locale] = {...wanted[locale], [type]: list}
    }
  }
  for (const {fileName, bytes, poster} of wantedPreviews) {
    const path = `previews/en-US/${PREVIEW_SET}/${fileName}`
    files[path] = bytes
    files[path.replace('.mp4', '.poster.txt')] = poster
  }
  wanted['en-US'] = {
    ...wanted['en-US'],
    [PREVIEW_SET]: wantedPreviews.map(({fileName, bytes, poster}) => ({
      fileName,
      md5: sumOf(bytes),
      poster,
    })),
  }
  return {
    workspace: await folderWith(files),
    inputs: {prune: 'true'},
    store: await storeBefore(intro),
    plant: () => {},
    differences: (simulator) => differencesFrom(wanted, simulator),
    untouched: (simulator) => strangers(wanted, simulator),
    right: (simulator) => matching(wanted, simulator),
  }
}

async function storeBefore(intro: Buffer): Promise<SimulatorOptions> {
  const [waiting] = await draw(SHORT_SET, {'3.png': 3})
  const left: AssetSeed = {
    fileName: '3.png',
    state: 'AWAITING_UPLOAD',
    size: waiting?.bytes.length ?? 0,
  }
  const german = {
    locale: 'de-DE',
    sets: [{type: SHORT_SET, assets: await draw(SHORT_SET, {'1.png': 41, '2.png': 42})}],
  }
  const english = {
    locale: 'en-US',
    sets: [
      {
        type: SHORT_SET,
        assets: [...(await draw(SHORT_SET, {'2.png': 2, '1.png': 1, 'gone.png': 9})), left],
      },
      {type: FULL_SET, assets: await draw(FULL_SET, FULL_BEFORE)},
      {type: UNNAMED_SET, assets: await draw(UNNAMED_SET, {'1.png': 51, 'a.png': 52})},
      {
        type: PREVIEW_SET,
        assets: [{fileName: 'intro.mp4', bytes: intro, posterTimeCode: '00:00:05:00'}],
      },
    ],
  }
  const localizations = [english, german]
  const released = {versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'}
  return {
    apps: [
      {bundleId: `${APP.bundleId}.beta`, versions: [{versionString: '3.0.0'}]},
      {
        ...APP,
        versions: [
          {...released, localizations: [german]},
          {versionString: VERSION, localizations},
        ],
      },
    ],
    processing: 'accept',
    processingMilliseconds: 1,
    partSize: PART_BYTES,
  }
}

/** A story whose version has yet to be made: the one before it has what the version had. */
export function beforeTheVersion(story: Story): Story {
  const apps = (story.store.apps ?? []).map((app) => {
    const localizations = app.versions?.find(
      ({versionString}) => versionString === VERSION,
    )?.localizations
    if (localizations === undefined) return app
    return {
      ...app,
      versions: [{versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION', localizations}],
    }
  })
  return {
    ...story,
    inputs: {...story.inputs, version: VERSION, 'create-version': 'true'},
    store: {...story.store, apps},
    untouched: otherVersions,
  }
}

async function draw(type: PictureSet, numbers: Numbers) {
  const [width, height] = SIZES[type]
  return Promise.all(
    Object.entries(numbers).map(async ([fileName, number]) => {
      const colour = `#${((number * 7919 + 4660) % 0x1000000).toString(16).padStart(6, '0')}`
      return {fileName, bytes: await image(width, height, {colour})}
    }),
  )
}

/** The same video with a box behind it that players skip. */
async function longerVideo(): Promise<Buffer> {
  const box = Buffer.from('\0\0\0\x10freetheother')
  box.writeUInt32BE(box.length)
  return Buffer.concat([await video('iphone.mp4'), box])
}

function sumOf(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex')
}

function differencesFrom(wanted: Wanted, simulator: Simulator): readonly string[] {
  const listing = simulator.listing(VERSION)
  return Object.entries(wanted).flatMap(([locale, sets]) =>
    Object.entries(sets).flatMap(([type, files]) => {
      const there = (listing[locale]?.[type] ?? []).map(
        ({fileName, md5, state, posterTimeCode}) =>
          `${fileName} ${md5} ${state}${posterTimeCode === null ? '' : ` ${posterTimeCode}`}`,
      )
      const should = files.map(asListed)
      if (there.join() === should.join()) return []
      return [
        `${locale}/${type} has\n    ${there.join('\n    ')}\n  and not\n    ${should.join('\n    ')}`,
      ]
    }),
  )
}

function asListed({fileName, md5, poster}: WantedFile): string {
  return `${fileName} ${md5} COMPLETE${poster === null ? '' : ` ${poster}`}`
}

/** Other versions, and what the version has outside of the sets that the folder names, as text to compare. */
function strangers(wanted: Wanted, simulator: Simulator): string {
  const sets = Object.entries(simulator.listing(VERSION)).flatMap(([locale, types]) =>
    Object.entries(types)
      .filter(([type]) => wanted[locale]?.[type] === undefined)
      .map(([type, assets]) => ({locale, type, assets})),
  )
  return JSON.stringify([otherVersions(simulator), sets])
}

/** Other versions, as text to compare. */
function otherVersions(simulator: Simulator): string {
  const others = simulator.versions().filter(({versionString}) => versionString !== VERSION)
  return JSON.stringify(others.map((each) => [each, simulator.listing(each.versionString)]))
}

/** The ids of all assets that hold the bytes of a file of their set. */
function matching(wanted: Wanted, simulator: Simulator): readonly string[] {
  return Object.entries(simulator.listing(VERSION)).flatMap(([locale, types]) =>
    Object.entries(types).flatMap(([type, assets]) => {
      const sums = new Set(wanted[locale]?.[type]?.map(({md5}) => md5))
      return assets.filter(({md5}) => md5 !== null && sums.has(md5)).map(({id}) => id)
    }),
  )
}

import {image, video} from '../../helpers/media.ts'
import type {TreeEntry} from '../../helpers/media.ts'
import type {Inputs} from '../../../simulator/runner/run-bundle.ts'

/** A kind of folder that public repositories have, rebuilt with pictures of the same sizes. */
export interface Layout {
  readonly files: Readonly<Record<string, TreeEntry>>
  readonly inputs?: Inputs
  /** What the run shows: `locale/type: names`. */
  readonly shows: readonly string[]
  /** What it says, as `severity code path`, errors being none. */
  readonly says: readonly string[]
}

const root = 'fastlane/screenshots'
const iphone = await image(1290, 2796)
const iphone65 = await image(1242, 2688, {format: 'jpeg'})
const ipad = await image(2048, 2732)
const watch = await image(396, 484)
const mac = await image(1280, 800)
const tv = await image(1920, 1080)
const movie = await video('iphone.mp4')
const desktopMovie = await video('desktop.mov')

/** Puts a fastlane root before each path. */
function under(files: Readonly<Record<string, TreeEntry>>, folder = root) {
  return Object.fromEntries(
    Object.entries(files).map(([name, entry]) => [`${folder}/${name}`, entry]),
  )
}

/** The layouts that must work at once, by what is particular to them. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  "snapshot's, with the device in the name": {
    files: under({
      'screenshots.html': '<html>',
      'README.txt': 'x',
      'en-US/iPhone 16 Pro Max-01Home.png': iphone,
      'en-US/iPad Air 13-inch (M3)-01Home.png': ipad,
      'en-US/Apple Watch Series 9-01Home.PNG': watch,
      'de-DE/iPhone 16 Pro Max-01Home.png': iphone,
      'de-DE/.gitkeep': '',
    }),
    shows: [
      'de-DE/APP_IPHONE_67: iPhone 16 Pro Max-01Home.png',
      'en-US/APP_IPAD_PRO_3GEN_129: iPad Air 13-inch (M3)-01Home.png',
      'en-US/APP_IPHONE_67: iPhone 16 Pro Max-01Home.png',
      'en-US/APP_WATCH_SERIES_7: Apple Watch Series 9-01Home.PNG',
    ],
    says: [],
  },
  "frameit's, with everything that it keeps": {
    files: under({
      'Framefile.json': '{}',
      'background.jpg': iphone65,
      'background-gray.jpg': iphone65,
      'background_dark.png': iphone,
      'fonts/DIN-Alternate-Bold.ttf': 'x',
      'fonts/README.md': 'x',
      'en-US/title.strings': 'x',
      'en-US/old.keyword.strings': 'x',
      'en-US/background.png': iphone,
      'en-US/background-blue.png': await image(1000, 1000),
      'en-US/iPhone6Plus-1.png': iphone,
      'en-US/iPhone6Plus-1_framed.png': iphone,
      'en-US/Apple Watch-1.png': watch,
    }),
    shows: [
      'en-US/APP_IPHONE_67: iPhone6Plus-1_framed.png',
      'en-US/APP_WATCH_SERIES_7: Apple Watch-1.png',
    ],
    says: [],
  },
  'half framed': {
    files: under({
      'en-US/01_Grid.png': iphone,
      'en-US/01_Grid_framed.png': iphone,
      'en-US/02_Detail.png': iphone,
      'en-US/template.png': await image(800, 600),
    }),
    shows: ['en-US/APP_IPHONE_67: 01_Grid_framed.png, 02_Detail.png'],
    says: [
      `warning unframed-file ${root}/en-US/02_Detail.png`,
      `warning spare-file ${root}/en-US/template.png`,
    ],
  },
  'with what else lies about': {
    files: under({
      'Thumbs.db': 'x',
      'desktop.ini': 'x',
      'manifest.json': '{}',
      'gen_ipad.sh': 'x',
      'logo.svg': '<svg/>',
      'Inter.ttf': 'x',
      'cover.png': iphone,
      'en-US/1.png': iphone,
      'en-US/Thumbs.db': 'x',
      'en-US/1.svg': '<svg/>',
      'en-US/render.sh': 'x',
      'en-US/2.heic': 'x',
      'en-US/3.webp': 'x',
      'en-US/tour.mp4': movie,
    }),
    shows: ['en-US/APP_IPHONE_67: 1.png'],
    says: [
      `note ignored-file ${root}/Inter.ttf`,
      `warning file-outside-locale ${root}/cover.png`,
      `note ignored-file ${root}/en-US/1.svg`,
      `warning unsupported-file ${root}/en-US/2.heic`,
      `warning unsupported-file ${root}/en-US/3.webp`,
      `note ignored-file ${root}/en-US/render.sh`,
      `warning video-in-screenshots ${root}/en-US/tour.mp4`,
      `note ignored-file ${root}/gen_ipad.sh`,
      `note ignored-file ${root}/logo.svg`,
      `note ignored-file ${root}/manifest.json`,
    ],
  },
  'with folders beside the locales and the pictures': {
    files: under({
      'android/en-US/images/phoneScreenshots/1.png': iphone,
      'review_information/notes.txt': 'x',
      'trade_representative_contact_information/first_name.txt': 'x',
      'raw/01.png': iphone,
      'templates/config.yml': 'x',
      'en-US/1.png': iphone,
      'en-US/iPhone 11 Pro Max/1.png': iphone65,
      'en-US/originals/1.png': iphone,
      'en-US/sources/1.sketch': 'x',
    }),
    shows: ['en-US/APP_IPHONE_67: 1.png'],
    says: [
      `warning folder-left-out ${root}/en-US/iPhone 11 Pro Max`,
      `warning folder-left-out ${root}/en-US/originals`,
      `warning folder-left-out ${root}/raw`,
    ],
  },
  'of iTunes Connect, with ipadPro129 for the 3rd generation': {
    files: under({
      'en-US/1_ipadPro129_1.list.png': ipad,
      'en-US/1_ipadPro_1.list.png': ipad,
      'en-US/iPad Pro (12.9-inch) (2nd generation)-1.png': await image(2048, 2732, {colour: 'red'}),
    }),
    shows: [
      'en-US/APP_IPAD_PRO_129: iPad Pro (12.9-inch) (2nd generation)-1.png',
      'en-US/APP_IPAD_PRO_3GEN_129: 1_ipadPro_1.list.png, 1_ipadPro129_1.list.png',
    ],
    says: [],
  },
  'for several platforms, seen from iOS': {
    files: under({
      'appleTV/en-US/1.png': tv,
      'iMessage/en-US/1.png': iphone,
      'osx/en-US/1.png': mac,
      'en-US/iphone.png': iphone,
      'en-US/mac-1.png': mac,
      'en-US/mac-2.png': await image(2880, 1800),
      'en-US/tv.png': tv,
      'de-DE/mac-1.png': mac,
    }),
    shows: ['en-US/APP_IPHONE_67: iphone.png', 'en-US/IMESSAGE_APP_IPHONE_67: 1.png'],
    says: [
      `note type-of-other-platform ${root}/appleTV`,
      `note type-of-other-platform ${root}/de-DE/mac-1.png`,
      `note type-of-other-platform ${root}/en-US/mac-1.png`,
      `note type-of-other-platform ${root}/en-US/mac-2.png`,
      `warning wrong-pixel-size ${root}/en-US/tv.png`,
      `note type-of-other-platform ${root}/osx`,
    ],
  },
  'for several platforms, seen from tvOS': {
    files: under({
      'appleTV/en-US/1.png': tv,
      'iMessage/en-US/1.png': iphone,
      'en-US/iphone.png': iphone,
      'en-US/mac.png': mac,
    }),
    inputs: {platform: 'TV_OS'},
    shows: ['en-US/APP_APPLE_TV: 1.png'],
    says: [
      `note type-of-other-platform ${root}/en-US/iphone.png`,
      `note type-of-other-platform ${root}/en-US/mac.png`,
      `note type-of-other-platform ${root}/iMessage`,
    ],
  },
  'for several platforms, with type folders': {
    files: under({'en-US/iphone-6.9/1.png': iphone, 'en-US/mac/1.png': mac}),
    inputs: {platform: 'MAC_OS'},
    shows: ['en-US/APP_DESKTOP: 1.png'],
    says: [`note type-of-other-platform ${root}/en-US/iphone-6.9`],
  },
  "deliver's previews, with the type in the name": {
    files: {
      ...under({'en-US/1.png': iphone}),
      ...under(
        {
          'en-US/01_IPHONE_67.mp4': movie,
          'en-US/01_IPHONE_67.poster.txt': '5',
          'en-US/APP_IPHONE_65-tour.mp4': movie,
          'en-US/02 iphone_67.MP4': movie,
          'en-US/tour_DESKTOP.mov': desktopMovie,
          'en-US/notes.json': '{}',
        },
        'fastlane/app_previews',
      ),
    },
    inputs: {previews: 'fastlane/app_previews'},
    shows: [
      'en-US/APP_IPHONE_67: 1.png',
      'en-US/IPHONE_65: APP_IPHONE_65-tour.mp4',
      'en-US/IPHONE_67: 01_IPHONE_67.mp4, 02 iphone_67.MP4',
    ],
    says: [
      'note ignored-file fastlane/app_previews/en-US/notes.json',
      'warning type-of-other-platform fastlane/app_previews/en-US/tour_DESKTOP.mov',
    ],
  },
  'with pictures in one locale, and only titles in another': {
    files: under({'en-US/1.png': iphone, 'de-DE/title.strings': 'x', 'ja/.gitkeep': ''}),
    shows: ['en-US/APP_IPHONE_67: 1.png'],
    says: [`warning empty-locale-folder ${root}/de-DE`, `warning empty-locale-folder ${root}/ja`],
  },
}

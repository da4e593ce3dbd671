import {createHash} from 'node:crypto'
import path from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {DISPLAY_TYPES} from '../../../../src/sections/media/facts/display-types.ts'
import {findQuietly} from '../../../helpers/find-quietly.ts'
import {readFolders} from '../../../../src/sections/media/folder/read-folders.ts'
import {folderWith, image, video} from '../../../helpers/media.ts'
import {problemsOf, readTree, readWorkspace, short} from '../../../helpers/read-tree.ts'

const png = await image()
const ipad = await image(2048, 2732, {format: 'jpeg'})
const movie = await video('iphone.mp4')

/** The sets as `id: names`. */
async function setsOf(...given: Parameters<typeof readTree>): Promise<readonly string[]> {
  const {listing, problems} = await readTree(...given)
  expect(problems).toEqual([])
  return listing.sets.map(({id, files}) => `${id}: ${files.map(({name}) => name).join(', ')}`)
}

describe('A folder in the plain layout', () => {
  test('becomes sets in order of locale and type, with files in natural order', async () => {
    const {listing, problems} = await readTree({
      'screenshots/en-US/APP_IPHONE_67/10.png': png,
      'screenshots/en-US/APP_IPHONE_67/2.png': await image(1290, 2796, {colour: 'red'}),
      'screenshots/en-US/ipad-13/a b.JPG': ipad,
      'screenshots/DE-de/app_iphone_67/1.png': png,
      'previews/en-US/iphone-6.9/Tour.mp4': movie,
      'previews/en-US/iphone-6.9/Tour.poster.txt': '00:00:05:01\n',
    })
    expect(problems).toEqual([])
    expect(listing.sets.map(({id, folder}) => `${id} ${folder}`)).toEqual([
      'de-DE/APP_IPHONE_67 screenshots/DE-de/app_iphone_67',
      'en-US/APP_IPAD_PRO_3GEN_129 screenshots/en-US/ipad-13',
      'en-US/APP_IPHONE_67 screenshots/en-US/APP_IPHONE_67',
      'en-US/IPHONE_67 previews/en-US/iphone-6.9',
    ])
    expect(listing.sets[2]?.files.map(({name}) => name)).toEqual(['2.png', '10.png'])
    expect(listing.sets[1]?.files[0]).toMatchObject({name: 'a b.JPG', mimeType: 'image/jpeg'})
    expect(listing.sets[3]?.files).toEqual([
      {
        name: 'Tour.mp4',
        path: 'previews/en-US/iphone-6.9/Tour.mp4',
        content: {
          size: movie.length,
          md5: createHash('md5').update(movie).digest('hex'),
          sha256: createHash('sha256').update(movie).digest('hex'),
        },
        pixels: {width: 886, height: 1920},
        seconds: 16,
        mimeType: 'video/mp4',
        poster: {timeCode: '00:00:05:01', frameRate: 30},
      },
    ])
  })

  test('takes every kind of video container that Apple does', async () => {
    const entries = {
      'previews/en-US/IPAD_97/1.m4v': await video('ipad-97-ntsc.m4v'),
      'previews/en-US/IPAD_97/1.poster.txt': '5.5',
      'previews/en-US/APP_IPHONE_67/1.mp4': await video('rotated.mp4'),
    }
    const {listing, problems} = await readTree(entries)
    expect(problems).toEqual([])
    expect(listing.sets.map(({files}) => files[0]?.mimeType)).toEqual(['video/x-m4v', 'video/mp4'])
    expect(listing.sets[0]?.files[0]?.poster?.timeCode).toBe('00:00:05:14')
    expect(listing.sets[0]?.files[0]?.poster?.frameRate).toBeCloseTo(29.97, 2)
    const mac = {'previews/en-US/mac/1.mov': await video('desktop.mov')}
    expect(await setsOf(mac, {platform: 'MAC_OS'})).toEqual(['en-US/DESKTOP: 1.mov'])
  })

  test('reads linked locale folders and files as if they stood there', async () => {
    const entries = {
      'shared/1.png': png,
      'screenshots/en-US/iphone-6.9/1.png': {linkTo: '../../../shared/1.png'},
      'screenshots/de-DE': {linkTo: 'en-US'},
      'screenshots/fr-FR': {linkTo: 'de-DE'},
    }
    expect(await setsOf(entries)).toEqual([
      'de-DE/APP_IPHONE_67: 1.png',
      'en-US/APP_IPHONE_67: 1.png',
      'fr-FR/APP_IPHONE_67: 1.png',
    ])
  })

  test('ends with the reason of the signal, and takes no file for unreadable, when it is aborted', async () => {
    const entries = {'screenshots/en-US/iphone-6.9/1.png': png}
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(readTree(entries, {signal})).rejects.toThrow('enough')
  })

  test('is the same listing whatever the order of discovery', async () => {
    const workspace = await folderWith({
      'screenshots/en-US/iphone-6.9/1.png': png,
      'screenshots/de-DE/iphone-6.9/1.png': png,
      'screenshots/xx/1.png': png,
      'screenshots/yy/1.png': png,
    })
    const found = await findQuietly('screenshots', workspace)
    if (found === null) throw new Error('not found')
    const {signal} = new AbortController()
    const request = {workspace, platform: 'IOS', locales: [], signal} as const
    const previews = {path: 'previews', optional: true, found: null}
    const turned = {...found, entries: found.entries.toReversed()}
    const screenshots = {path: 'screenshots', optional: true}
    expect(
      await readFolders({...request, previews, screenshots: {...screenshots, found: turned}}),
    ).toEqual(await readFolders({...request, previews, screenshots: {...screenshots, found}}))
  })

  test('is read as far as it is managed', async () => {
    const workspace = await folderWith({
      'screenshots/en-US/iphone-6.9/1.png': png,
      'previews/en-US/iphone-6.9/broken.mp4': 'x',
    })
    const {signal} = new AbortController()
    const request = {workspace, platform: 'IOS', locales: ['en-US'], signal} as const
    const found = await findQuietly('screenshots', workspace)
    const screenshots = {path: 'screenshots', optional: false, found}
    const {listing, diagnostics} = await readFolders({...request, screenshots, previews: null})
    expect(diagnostics).toEqual([])
    expect(listing.sets.map(({id}) => id)).toEqual(['en-US/APP_IPHONE_67'])

    const nothing = {path: 'clips', optional: true, found: null}
    const empty = {...request, locales: [], screenshots: null, previews: nothing}
    expect((await readFolders(empty)).diagnostics).toEqual([
      {
        severity: 'error',
        code: 'no-files',
        what: 'no files found: nothing matches clips/<locale>/<previewType>/*.{mp4,mov,m4v}',
        next: 'add files, or check `previews` and `root`, and that the repository is checked out',
        about: {path: 'clips'},
      },
    ])
  })

  test('ignores notes, hidden files and what frameit keeps beside the images', async () => {
    expect(
      await setsOf({
        'screenshots/README': 'x',
        'screenshots/notes.md': 'x',
        'screenshots/.DS_Store': 'x',
        'screenshots/Framefile.json': '{}',
        'screenshots/screenshots.html': '<p>',
        'screenshots/background.jpg': 'x',
        'screenshots/en-US/title.strings': 'x',
        'screenshots/en-US/keyword.strings': 'x',
        'screenshots/en-US/background.png': 'x',
        'screenshots/en-US/.hidden/x.exe': 'x',
        'screenshots/en-US/iphone-6.9/.gitkeep': '',
        'screenshots/en-US/iphone-6.9/notes.txt': 'x',
        'screenshots/en-US/iphone-6.9/1.png': png,
      }),
    ).toEqual(['en-US/APP_IPHONE_67: 1.png'])
  })

  test('never ignores an image of a type folder, whatever its name', async () => {
    const folder = 'screenshots/en-US/iphone-6.9'
    const entries = {[`${folder}/background.png`]: png, [`${folder}/README first.png`]: png}
    expect(await setsOf(entries)).toEqual(['en-US/APP_IPHONE_67: background.png, README first.png'])
  })

  test('may lie anywhere in the workspace, also under a name that looks like a pattern', async () => {
    const root = 'a [b] *c*/{d}?'
    const entries = {[`${root}/en-US/iphone-6.9/1.png`]: png, 'a b c/en-US/iphone-6.9/2.png': png}
    expect(await setsOf(entries, {screenshots: `./${root}/`})).toEqual([
      'en-US/APP_IPHONE_67: 1.png',
    ])
    const workspace = await folderWith(entries)
    const absolute = path.join(workspace, root)
    const {problems, listing} = await readWorkspace(workspace, {screenshots: absolute})
    expect(problems).toEqual([])
    expect(listing.sets[0]?.files[0]?.path).toBe(`${root}/en-US/iphone-6.9/1.png`)
  })
})

describe("A folder in fastlane's layout", () => {
  test('gets its types from the pixels', async () => {
    expect(
      await setsOf({
        'screenshots/en-US/iPhone 16 Pro Max-01_Home.png': png,
        'screenshots/en-US/iPhone 16 Pro Max-02_List.png': png,
        'screenshots/en-US/iPhone 8 Plus-01.png': await image(1242, 2208),
        'screenshots/en-US/iPad Pro (12.9-inch) (2nd generation)-01.jpg': ipad,
        'screenshots/en-US/iPad Pro (12.9-inch) (6th generation)-01.jpg': ipad,
        'screenshots/en-US/Apple Watch Ultra-01.png': await image(410, 502),
        'screenshots/iMessage/en-US/1.png': png,
        'screenshots/iMessage/de-DE/1.jpg': ipad,
      }),
    ).toEqual([
      'de-DE/IMESSAGE_APP_IPAD_PRO_3GEN_129: 1.jpg',
      'en-US/APP_IPAD_PRO_129: iPad Pro (12.9-inch) (2nd generation)-01.jpg',
      'en-US/APP_IPAD_PRO_3GEN_129: iPad Pro (12.9-inch) (6th generation)-01.jpg',
      'en-US/APP_IPHONE_55: iPhone 8 Plus-01.png',
      'en-US/APP_IPHONE_67: iPhone 16 Pro Max-01_Home.png, iPhone 16 Pro Max-02_List.png',
      'en-US/APP_WATCH_ULTRA: Apple Watch Ultra-01.png',
      'en-US/IMESSAGE_APP_IPHONE_67: 1.png',
    ])
  })

  test.each(['appleTV', 'appletv', 'AppleTV'])('finds Apple TV images in %s', async (name) => {
    const entries = {[`screenshots/${name}/en-US/1.png`]: await image(3840, 2160)}
    expect(await setsOf(entries, {platform: 'TV_OS'})).toEqual(['en-US/APP_APPLE_TV: 1.png'])
  })

  test('prefers framed images, and says which go up without a frame', async () => {
    const {listing, problems} = await readTree({
      'screenshots/en-US/1.png': png,
      'screenshots/en-US/1_framed.png': png,
      'screenshots/en-US/2.png': png,
      'screenshots/en-US/Apple Watch-1.png': await image(396, 484),
    })
    const names = listing.sets.map(({files}) => files.map(({name}) => name))
    expect(names).toEqual([['1_framed.png', '2.png'], ['Apple Watch-1.png']])
    expect(problems.map(short)).toEqual(['warning unframed-file screenshots/en-US/2.png'])
  })

  test('may be mixed with type folders, unless both mean the same set', async () => {
    const mixed = {
      'screenshots/en-US/1.png': png,
      'screenshots/en-US/ipad-13/1.jpg': ipad,
    }
    expect(await setsOf(mixed)).toHaveLength(2)
    const {problems} = await readTree({...mixed, 'screenshots/en-US/iphone-6.9/1.png': png})
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'same-set-twice',
        path: 'screenshots/en-US/iphone-6.9',
        what: 'is for the same set as screenshots/en-US: APP_IPHONE_67 in en-US',
      }),
    ])
  })

  test.each(['default', 'Default', 'appleTV/default'])('is refused in %s', async (name) => {
    const entries = {[`screenshots/${name}/1.png`]: await image(1920, 1080)}
    expect(await problemsOf(entries, {platform: 'TV_OS'})).toEqual([
      `error default-locale screenshots/${name}`,
    ])
  })
})

describe('The choice of locales', () => {
  const tree = {
    'screenshots/en-US/iphone-6.9/1.png': png,
    'screenshots/de-DE/iphone-6.9/broken.png': 'x',
    'previews/fr-FR/iphone-6.9/1.mp4': movie,
  }

  test('leaves the others unread', async () => {
    expect(await setsOf(tree, {locales: ['EN-us', 'fr-FR']})).toEqual([
      'en-US/APP_IPHONE_67: 1.png',
      'fr-FR/IPHONE_67: 1.mp4',
    ])
  })

  test('refuses unknown ones with the right name, and those without a folder', async () => {
    const {problems} = await readTree(tree, {locales: ['en-US', 'jp', 'it', 'IT']})
    expect(problems.map(short)).toEqual([
      'error locale-without-folder screenshots',
      'error unknown-locale screenshots',
    ])
    expect(problems[1]?.next).toBe('use ja')
  })
})

const sizes = DISPLAY_TYPES.filter(({medium}) => medium === 'screenshot').flatMap((row) =>
  row.sizes.map(({width, height}) => ({...row, width, height})),
)

test.each(sizes)('$type takes an image of $width×$height', async (row) => {
  const {type, platform, width, height} = row
  const entries = {[`screenshots/en-US/${type}/1.png`]: await image(width, height)}
  expect(await setsOf(entries, {platform})).toEqual([`en-US/${type}: 1.png`])
})

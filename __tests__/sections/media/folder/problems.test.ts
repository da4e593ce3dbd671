import {describe, expect, test} from '@jest/globals'
import {image, opaqueAlpha, video} from '../../../helpers/media.ts'
import type {TreeEntry} from '../../../helpers/media.ts'
import {chunk} from '../../../helpers/png.ts'
import {problemsOf, readTree} from '../../../helpers/read-tree.ts'

const png = await image()
const jpeg = await image(1290, 2796, {format: 'jpeg'})
const movie = await video('iphone.mp4')
const shot = 'screenshots/en-US/iphone-6.9'
const clip = 'previews/en-US/iphone-6.9'

/** The only problem of a tree. */
async function problemOf(...given: Parameters<typeof readTree>) {
  const {problems} = await readTree(...given)
  expect(problems).toHaveLength(1)
  return problems[0]
}

/** The only problem of one file among the screenshots of the 6.9" iPhone, or among its previews. */
function problemOfFile(name: string, entry: TreeEntry) {
  return problemOf({[`${/\.(?:mp4|mov|m4v)$/u.test(name) ? clip : shot}/${name}`]: entry})
}

describe('An image is refused with what to do', () => {
  test('when it is empty', async () => {
    expect(await problemOfFile('1.png', '')).toMatchObject({severity: 'error', code: 'empty-file'})
  })

  test('when it is a Git LFS pointer', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'
    expect(await problemOfFile('1.png', pointer)).toMatchObject({
      code: 'git-lfs-pointer',
      next: expect.stringContaining('lfs: true'),
    })
  })

  test.each([
    ['1.png', 'jpeg', 'is a JPEG image, but is named .png', 'rename it to .jpg'],
    ['1.jpg', 'png', 'is a PNG image, but is named .jpg', 'rename it to .png'],
    ['1.png', 'webp', 'is a WebP image, but is named .png', 'export it again as PNG'],
    ['1.jpeg', 'gif', 'is a GIF image, but is named .jpeg', 'export it again as JPEG'],
  ] as const)('when %s is really a %s', async (name, format, what, next) => {
    expect(await problemOfFile(name, await image(1290, 2796, {format}))).toMatchObject({
      code: 'wrong-format',
      what,
      next: expect.stringContaining(next),
    })
  })

  test.each([
    ['a text', 'hello', 'is not a readable PNG file'],
    ['a HEIC image', '\0\0\0\x18ftypheic', 'is a HEIC image, but is named .png'],
    ['a web page', '<!DOCTYPE html>', 'is a web page, but is named .png'],
    [
      'a signature without an image',
      '\x89PNG\r\n\x1A\n\0\0\0\0IEND\xAE\x42\x60\x82',
      'is not a readable PNG file',
    ],
  ])('when a PNG is really %s', async (_, text, what) => {
    const bytes = Buffer.from(text, 'latin1')
    expect(await problemOfFile('1.png', bytes)).toMatchObject({code: 'wrong-format', what})
  })

  test.each([
    ['1.png', png],
    ['1.jpg', jpeg],
  ])('when %s is cut off', async (name, whole) => {
    for (const length of [whole.length - 2, Math.floor(whole.length / 2), 64]) {
      // oxlint-disable-next-line no-await-in-loop
      const problem = await problemOfFile(name, whole.subarray(0, length))
      expect(problem).toMatchObject({code: 'truncated-file'})
    }
  })

  test('when a cut JPEG still holds the end of a thumbnail', async () => {
    const thumbnail = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 8]),
      Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0]),
    ])
    const whole = Buffer.concat([thumbnail, jpeg.subarray(2)])
    expect((await readTree({[`${shot}/1.jpg`]: whole})).problems).toEqual([])
    expect(await problemOfFile('1.jpg', whole.subarray(0, -2))).toMatchObject({
      code: 'truncated-file',
    })
  })

  test('when its pixels do not fit, with the type that they would fit', async () => {
    expect(await problemOf({'screenshots/en-US/APP_IPHONE_65/1.png': png})).toEqual({
      severity: 'error',
      code: 'wrong-pixel-size',
      path: 'screenshots/en-US/APP_IPHONE_65/1.png',
      what: 'is 1290×2796 pixels, which APP_IPHONE_65 (iPhone 6.5") does not accept',
      next: 'move it to APP_IPHONE_67 (iPhone 6.9"), or export it as 1242×2688, 2688×1242, 1284×2778 or 2778×1284',
    })
    expect(await problemOfFile('1.png', await image(100, 100))).toMatchObject({
      next: 'export it as 1260×2736, 2736×1260, 1290×2796, 2796×1290, 1320×2868 or 2868×1320',
    })
    const desktop = {'screenshots/en-US/mac/1.png': await image(800, 1280)}
    expect(await problemOf(desktop, {platform: 'MAC_OS'})).toMatchObject({code: 'wrong-pixel-size'})
  })

  test('when its pixels name no type of the platform', async () => {
    expect(await problemOf({'screenshots/en-US/1.png': await image(3840, 2160)})).toMatchObject({
      code: 'wrong-pixel-size',
      next: '3840×2160 belongs in APP_APPLE_TV (Apple TV) or APP_APPLE_VISION_PRO (Apple Vision Pro)',
    })
    expect(await problemOf({'screenshots/en-US/1.png': await image(7, 7)})).toMatchObject({
      what: 'is 7×7 pixels, which no display type of this platform accepts',
    })
  })

  test('when it has transparent pixels where Apple takes none', async () => {
    const refused = {
      severity: 'error',
      code: 'alpha-not-allowed',
      path: `${shot}/1.png`,
      what: 'has transparent pixels, which Apple rejects for APP_IPHONE_67',
      next: 'save it without transparency',
      command: expect.stringContaining('-alpha off'),
    }
    const veiled = await image(1290, 2796, {alpha: true})
    expect(await problemOfFile('1.png', veiled)).toMatchObject(refused)
    // The picture is of this one colour, which `tRNS` makes transparent.
    const colour = chunk('tRNS', Buffer.from([0, 0x33, 0, 0x66, 0, 0x99]))
    const marked = Buffer.concat([png.subarray(0, 33), colour, png.subarray(33)])
    expect(await problemOfFile('1.png', marked)).toMatchObject(refused)
  })

  test('but only warned about, once for its folder, when its alpha channel is opaque', async () => {
    const opaque = await opaqueAlpha(1290, 2796)
    const entries = {
      [`${shot}/1.png`]: opaque,
      [`${shot}/2.png`]: opaque,
      [`${shot}/10.png`]: opaque,
      [`${shot}/3.png`]: png,
      'screenshots/ja/1.png': opaque,
    }
    expect((await readTree(entries)).problems).toMatchObject([
      {
        severity: 'warning',
        code: 'opaque-alpha-channel',
        path: shot,
        what: 'has screenshots with an alpha channel, although every pixel is opaque: 1.png and 2 more',
      },
      {
        path: 'screenshots/ja',
        what: 'has screenshots with an alpha channel, although every pixel is opaque: 1.png',
      },
    ])
  })

  test('but only warned about when nobody can tell whether it has transparent pixels', async () => {
    const damaged = Buffer.from(await opaqueAlpha(1290, 2796))
    const data = damaged.indexOf('IDAT') + 4
    damaged.fill(0xff, data, data + 50)
    expect(await problemOfFile('1.png', damaged)).toMatchObject({
      severity: 'warning',
      code: 'transparency-not-checked',
      path: shot,
      what: expect.stringMatching(/Apple rejects for APP_IPHONE_67: 1\.png \(.*damaged\)/),
    })
  })

  test('but not for transparency where Apple takes it', async () => {
    const entries = {'screenshots/en-US/mac/1.png': await image(1280, 800, {alpha: true})}
    expect(await problemsOf(entries, {platform: 'MAC_OS'})).toEqual([])
  })
})

describe('A video is refused with what to do', () => {
  test.each([
    ['short.mp4', 'wrong-duration', /^lasts 10\.0\d seconds$/u],
    ['long.mp4', 'wrong-duration', /^lasts 31\.0\d seconds$/u],
    ['sixty-frames.mp4', 'wrong-frame-rate', /^has 60\.00 frames per second$/u],
    ['silent.mp4', 'no-audio-track', /^has no audio track/u],
    ['sound-only.mp4', 'no-video-track', /^has no video track$/u],
  ])('when it is %s', async (fixture, code, what) => {
    expect(await problemOfFile('1.mp4', await video(fixture))).toMatchObject({
      severity: 'error',
      code,
      what: expect.stringMatching(what),
    })
  })

  test.each([
    ['mono.mp4', ['warning mono-audio']],
    ['almost-long-enough.mp4', ['warning doubtful-duration']],
    ['hevc.mp4', ['warning uncertain-codec']],
    ['fragmented.mp4', ['warning unknown-duration', 'warning unknown-frame-rate']],
  ])('but only warned about when it is %s', async (fixture, found) => {
    const path = `${clip}/1.mp4`
    expect(await problemsOf({[path]: await video(fixture)})).toEqual(
      found.map((problem) => `${problem} ${path}`),
    )
  })

  test('when its pixels do not fit, with the type that they would fit', async () => {
    expect(
      await problemOf({'previews/en-US/ipad-13/1.m4v': await video('ipad-97-ntsc.m4v')}),
    ).toMatchObject({
      code: 'wrong-pixel-size',
      what: 'is 900×1200 pixels, which IPAD_PRO_3GEN_129 (iPad 13") does not accept',
      next: 'move it to IPAD_PRO_129 (iPad 12.9" (2nd generation)) or IPAD_97 (iPad 9.7"), or export it as 1200×1600 or 1600×1200',
    })
  })

  test('when it is cut off, wherever its movie box stands', async () => {
    for (const [name, fixture] of [
      ['1.mp4', 'iphone.mp4'],
      ['1.mov', 'desktop.mov'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const whole = await video(fixture)
      for (const length of [whole.length - 1, Math.floor(whole.length / 2), 100, 20]) {
        // oxlint-disable-next-line no-await-in-loop
        const problem = await problemOfFile(name, whole.subarray(0, length))
        expect(problem).toMatchObject({code: 'truncated-file'})
      }
    }
  })

  test('when it is no video that Apple takes', async () => {
    const webm = Buffer.from('\x1A\x45\xDF\xA3 and so on', 'latin1')
    expect(await problemOfFile('1.mp4', webm)).toMatchObject({
      code: 'wrong-format',
      what: 'is a WebM or Matroska video, but is named .mp4',
    })
    expect(await problemOfFile('1.mov', png)).toMatchObject({
      what: 'is a PNG image, but is named .mov',
    })
    const empty = Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1')
    expect(await problemOfFile('1.mp4', empty)).toMatchObject({code: 'truncated-file'})
  })

  test('but only warned about when QuickTime is named MP4', async () => {
    const {problems} = await readTree(
      {'previews/en-US/mac/1.mp4': await video('desktop.mov')},
      {platform: 'MAC_OS'},
    )
    expect(problems).toMatchObject([{severity: 'warning', code: 'wrong-format'}])
  })

  test('when its poster does not fit it', async () => {
    const poster = `${clip}/1.poster.txt`
    for (const [text, code] of [
      ['soon', 'bad-poster-time'],
      ['x'.repeat(5000), 'bad-poster-time'],
      ['00:00:05:30', 'bad-poster-time'],
      ['17', 'poster-beyond-video'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const problem = await problemOf({[`${clip}/1.mp4`]: movie, [poster]: text})
      expect(problem).toMatchObject({severity: 'error', code, path: poster})
    }
  })

  test('when a poster has no video', async () => {
    expect(await problemsOf({[`${clip}/1.mp4`]: movie, [`${clip}/2.poster.txt`]: '5'})).toEqual([
      `error poster-without-video ${clip}/2.poster.txt`,
    ])
  })
})

function many(folder: string, count: number, extension: string, bytes: Buffer) {
  return Object.fromEntries(
    Array.from({length: count}, (_, index) => [`${folder}/${index}${extension}`, bytes]),
  )
}

describe('A folder is refused', () => {
  test.each<[string, Record<string, TreeEntry>, readonly string[]]>([
    [
      'with a file of another kind',
      {[`${shot}/1.png`]: png, [`${shot}/2.psd`]: 'x', [`${shot}/noextension`]: 'x'},
      [`error unsupported-file ${shot}/2.psd`, `error unsupported-file ${shot}/noextension`],
    ],
    [
      'with a video among screenshots',
      {[`${shot}/1.png`]: png, [`${shot}/1.mp4`]: movie},
      [`error video-in-screenshots ${shot}/1.mp4`],
    ],
    [
      'with an image among previews',
      {[`${clip}/1.mp4`]: movie, [`${clip}/1.png`]: png},
      [`error image-in-previews ${clip}/1.png`],
    ],
    [
      'nested too deep, named once however much it holds',
      {[`${shot}/1.png`]: png, [`${shot}/old/1.png`]: png, [`${shot}/old/a/2.png`]: png},
      [`error nested-too-deep ${shot}/old`],
    ],
    [
      'inside a fastlane folder',
      {'screenshots/iMessage/en-US/iphone-6.9/1.png': png},
      ['error nested-too-deep screenshots/iMessage/en-US/iphone-6.9'],
    ],
    [
      'with files above the locales',
      {'screenshots/1.png': png, [`${shot}/1.png`]: png},
      ['error file-outside-locale screenshots/1.png'],
    ],
    [
      'with a video directly in the locale',
      {'previews/en-US/1.mp4': movie},
      ['error preview-without-type previews/en-US/1.mp4'],
    ],
    [
      'when a type folder is empty but for notes',
      {[`${shot}/README.md`]: 'x', 'screenshots/en-US/ipad-13/.gitkeep': ''},
      ['error empty-type-folder screenshots/en-US/ipad-13', `error empty-type-folder ${shot}`],
    ],
    [
      'with an unknown locale or type',
      {'screenshots/english/iphone-6.9/1.png': png, 'screenshots/en-US/APP_IPHONE_69/1.png': png},
      [
        'error unknown-type screenshots/en-US/APP_IPHONE_69',
        'error unknown-locale screenshots/english',
      ],
    ],
    [
      'of another platform',
      {'screenshots/en-US/mac/1.png': png, 'screenshots/appleTV/en-US/1.png': png},
      [
        'error type-of-other-platform screenshots/appleTV',
        'error type-of-other-platform screenshots/en-US/mac',
      ],
    ],
    [
      'that means the same set as another',
      {
        [`${shot}/1.png`]: png,
        'screenshots/en-US/APP_IPHONE_67/2.png': png,
        'screenshots/EN-us/iphone-6.7/3.png': png,
      },
      [`error same-set-twice screenshots/en-US/APP_IPHONE_67`, `error same-set-twice ${shot}`],
    ],
    [
      'with names that are equal for Apple',
      {[`${shot}/caf\u00E9.png`]: png, [`${shot}/CAFE\u0301.png`]: jpeg.subarray(0, 0)},
      [`error empty-file ${shot}/CAFE\u0301.png`],
    ],
    [
      'that is no folder',
      {screenshots: 'x', [`${clip}/1.mp4`]: movie},
      ['error root-not-a-folder screenshots'],
    ],
  ])('%s', async (_, entries, problems) => {
    expect(await problemsOf(entries)).toEqual(problems)
  })

  test('with names that are equal for Apple, naming both', async () => {
    const entries = {[`${shot}/a\u200E.png`]: png, [`${shot}/A.png`]: png, [`${shot}/a.jpg`]: jpeg}
    expect(await problemOf(entries)).toMatchObject({
      code: 'equal-names',
      path: `${shot}/A.png`,
      what: expect.stringContaining(`${shot}/a\u200E.png`),
    })
  })

  test('with more files than Apple shows', async () => {
    const full = {...many(shot, 10, '.png', png), ...many(clip, 3, '.mp4', movie)}
    expect(await problemsOf(full)).toEqual([])
    const over = {...many(shot, 11, '.png', png), ...many(clip, 4, '.mp4', movie)}
    expect(await problemsOf(over)).toEqual([
      `error too-many-previews ${clip}`,
      `error too-many-screenshots ${shot}`,
    ])
  })

  test('with a warning only when a locale folder is empty', async () => {
    const entries: Record<string, TreeEntry> = {
      [`${shot}/1.png`]: png,
      'screenshots/de-DE': {folder: true},
    }
    expect(await problemsOf(entries)).toEqual(['warning empty-locale-folder screenshots/de-DE'])
  })
})

describe('A root', () => {
  test('that does not exist is fine while its input has its default', async () => {
    expect(await problemsOf({[`${shot}/1.png`]: png})).toEqual([])
    expect(await problemsOf({[`${shot}/1.png`]: png}, {previews: 'clips'})).toEqual([
      'error missing-root clips',
    ])
  })

  test('is named with its pattern when nothing is found at all', async () => {
    expect(await problemOf({'docs/x.txt': 'x'})).toMatchObject({
      severity: 'error',
      code: 'no-files',
      what: 'no files found: nothing matches screenshots/<locale>/<displayType>/*.{png,jpg,jpeg} or previews/<locale>/<previewType>/*.{mp4,mov,m4v}',
    })
    expect(await problemsOf({'screenshots/README.md': 'x'})).toEqual(['error no-files screenshots'])
  })
})

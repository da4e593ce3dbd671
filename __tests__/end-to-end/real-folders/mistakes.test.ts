import {describe, expect, test} from '@jest/globals'
import {image, video} from '../../helpers/media.ts'
import type {TreeEntry} from '../../helpers/media.ts'
import {problemsOf, readTree} from '../../helpers/read-tree.ts'

const png = await image()
const mac = await image(1280, 800)
const movie = await video('iphone.mp4')
const typed = {'screenshots/en-US/iphone-6.9/1.png': png}
const flat = {'screenshots/en-US/1.png': png}

describe('Beside type folders everything that is not of the layout stays an error:', () => {
  test.each<[string, Record<string, TreeEntry>, string]>([
    ['a picture in the root', {'screenshots/2.png': png}, 'file-outside-locale screenshots/2.png'],
    ['a font in the root', {'screenshots/a.ttf': 'x'}, 'unsupported-file screenshots/a.ttf'],
    [
      'a script in the locale',
      {'screenshots/en-US/a.sh': 'x'},
      'unsupported-file screenshots/en-US/a.sh',
    ],
    [
      'a clutter file in the type folder',
      {'screenshots/en-US/iphone-6.9/Thumbs.db': 'x'},
      'unsupported-file screenshots/en-US/iphone-6.9/Thumbs.db',
    ],
    [
      'a folder that is no type',
      {'screenshots/en-US/originals/1.png': png},
      'unknown-type screenshots/en-US/originals',
    ],
    [
      'a folder that is no locale',
      {'screenshots/raw/1.png': png},
      'unknown-locale screenshots/raw',
    ],
    [
      'a folder of supply',
      {'screenshots/android/1.png': png},
      'unknown-locale screenshots/android',
    ],
  ])('%s', async (_, entries, problem) => {
    expect(await problemsOf({...typed, ...entries})).toEqual([`error ${problem}`])
  })
})

describe('In a flat tree no language goes missing silently:', () => {
  test.each([
    'zh-CN',
    'en_US',
    'iw',
    'bg',
    'nb-NO',
    'de-de_',
    'German',
    'english',
    'jp',
    'default',
  ])('%s', async (name) => {
    const full = await problemsOf({...flat, [`screenshots/${name}/1.png`]: png})
    expect(full).toEqual([
      `error ${name === 'default' ? 'default-locale' : 'unknown-locale'} screenshots/${name}`,
    ])
    const prepared = {...flat, [`screenshots/${name}/title.strings`]: 'x'}
    expect(await problemsOf(prepared)).toEqual(name === 'default' ? [] : full)
  })

  test.each(['processed/ar-SA/1.png', 'dark/en-US/1.png', 'ios/en-US/1.png', 'ipad/1.png'])(
    'nor does %s, which may be the right root',
    async (name) => {
      const folder = `screenshots/${name.split('/')[0]}`
      const {problems} = await readTree({...flat, [`screenshots/${name}`]: png})
      expect(problems).toMatchObject([{severity: 'error', path: folder}])
      expect(problems[0]?.next).toContain(`set \`screenshots: ${folder}\``)
    },
  )
})

test.each(['ios', 'mac', 'macOS', 'tvos', 'iPad', 'iphone', 'watch', 'light', 'Dark'])(
  'A root that holds %s where locales should be is told of roots and platforms',
  async (name) => {
    const {problems} = await readTree({[`screenshots/${name}/1.png`]: png})
    expect(problems).toMatchObject([{severity: 'error', path: `screenshots/${name}`}])
    expect(problems[0]?.next).toMatch(
      new RegExp(`set \`screenshots: screenshots/${name}\`; .*a separate step for each`, 'u'),
    )
  },
)

test.each(['raw', 'new', 'asc-review', 'Adaptive 1838', 'originals'])(
  'A folder %s in a flat tree is no language, and left out with a warning',
  async (name) => {
    expect(await problemsOf({...flat, [`screenshots/${name}/1.png`]: png})).toEqual([
      `warning folder-left-out screenshots/${name}`,
    ])
  },
)

describe('A folder without its pictures', () => {
  test.each<[string, Record<string, TreeEntry>]>([
    [
      'that has all that frameit needs',
      {
        'screenshots/Framefile.json': '{}',
        'screenshots/background_dark.jpg': png,
        'screenshots/check_screenshots.py': 'x',
        'screenshots/fonts/a.ttf': 'x',
        'screenshots/en-US/title.strings': 'x',
      },
    ],
    ['that has a Framefile only', {'screenshots/Framefile.json': '{}'}],
    ['that has locale folders only', {'screenshots/en-US/.gitkeep': ''}],
  ])('%s is told of .gitignore', async (_, entries) => {
    const {problems} = await readTree(entries)
    const errors = problems.filter(({severity}) => severity === 'error')
    expect(errors).toMatchObject([{code: 'no-files', path: 'screenshots'}])
    expect(errors[0]?.next).toMatch(/\.gitignore.*earlier in this job.*artifact/u)
  })
})

describe('When nothing is left for the platform of the run', () => {
  test.each<[string, Record<string, TreeEntry>]>([
    ['its pixels', {'screenshots/en-US/1.png': mac, 'screenshots/en-US/2.png': mac}],
    ['its type folders', {'screenshots/en-US/mac/1.png': mac}],
  ])('what was left out for %s is an error that names the platform', async (_, entries) => {
    const {problems} = await readTree(entries)
    expect(problems).toHaveLength(Object.keys(entries).length)
    for (const {severity, next} of problems) {
      expect(severity).toBe('error')
      expect(next).toContain('add a step with `platform: MAC_OS`')
    }
  })

  test('but folders wait for their pictures, the missing pictures are the error', async () => {
    const entries = {'screenshots/en-US/title.strings': 'x', 'screenshots/appleTV/en-US/1.png': mac}
    expect(await problemsOf(entries)).toEqual([
      'error no-files screenshots',
      'note type-of-other-platform screenshots/appleTV',
      'warning empty-locale-folder screenshots/en-US',
    ])
  })

  test('but another medium is, what was left out is only noted', async () => {
    const entries = {'screenshots/en-US/1.png': mac, 'previews/en-US/iphone-6.9/1.mp4': movie}
    expect(await problemsOf(entries)).toEqual([
      'note type-of-other-platform screenshots/en-US/1.png',
    ])
  })
})

test('A picture of a watch among those of iMessage is an error: iMessage has no such type', async () => {
  const entries = {...flat, 'screenshots/iMessage/en-US/1.png': await image(396, 484)}
  expect(await problemsOf(entries)).toEqual([
    'error wrong-pixel-size screenshots/iMessage/en-US/1.png',
  ])
})

describe('A picture that serves to make others', () => {
  test('is an error where no other is framed: it may have been meant for the store', async () => {
    const entries = {...flat, 'screenshots/en-US/template.png': await image(800, 600)}
    expect(await problemsOf(entries)).toEqual([
      'error wrong-pixel-size screenshots/en-US/template.png',
    ])
  })

  test('is shown where it has the size and the name of a screenshot', async () => {
    const entries = {...flat, 'screenshots/en-US/background-mode.png': await image(1290, 2796)}
    const {listing, problems} = await readTree(entries)
    expect(problems).toEqual([])
    expect(listing.sets[0]?.files.map(({name}) => name)).toEqual(['1.png', 'background-mode.png'])
  })
})

describe('A video directly in a locale folder is refused with the way out', () => {
  test.each(['tour.mp4', '01_IPHONE_69.mp4', 'IPHONE_671.mp4', 'IPHONE_67_IPHONE_65.mp4'])(
    'when it is called %s',
    async (name) => {
      const {problems} = await readTree({[`previews/en-US/${name}`]: movie})
      expect(problems).toMatchObject([{severity: 'error', code: 'preview-without-type'}])
      expect(problems[0]?.next).toContain('such as 01_IPHONE_67.mp4')
    },
  )

  test('when Apple takes no previews of its type any more', async () => {
    expect(await problemsOf({'previews/en-US/01_IPHONE_35.mp4': movie})).toEqual([
      'error type-not-accepted previews/en-US/01_IPHONE_35.mp4',
    ])
  })

  test('and a poster beside it must belong to a video', async () => {
    const entries = {
      'previews/en-US/01_IPHONE_67.mp4': movie,
      'previews/en-US/01_IPHONE_65.mp4': movie,
      'previews/en-US/01_IPHONE_65.poster.txt': '5',
      'previews/en-US/02.poster.txt': '5',
    }
    const {problems, listing} = await readTree(entries)
    expect(problems.map(({code, path}) => `${code} ${path}`)).toEqual([
      'poster-without-video previews/en-US/02.poster.txt',
    ])
    expect(listing.sets.map(({files}) => files[0]?.poster?.timeCode)).toEqual([
      '00:00:05:00',
      undefined,
    ])
  })
})

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {cpuMilliseconds} from '../../../helpers/cpu-time.ts'
import {withoutFramedTwins} from '../../../../src/sections/media/folder/accepted-files.ts'
import {byNaturalOrder, sanitisedName} from '../../../../src/files/file-name.ts'
import {localeOf, unknownLocale} from '../../../../src/files/locale-folder.ts'
import {typeFromPixels} from '../../../../src/sections/media/folder/type-from-pixels.ts'
import {typeOfFolder} from '../../../../src/sections/media/folder/type-folder.ts'
import {LOCALES} from '../../../../src/apple/locales.ts'
import {DISPLAY_TYPES} from '../../../../src/sections/media/facts/display-types.ts'
import type {Platform} from '../../../../src/core/platforms.ts'
import type {Medium} from '../../../../src/sections/media/listing.ts'

describe('The name that Apple is told', () => {
  test.each([
    ['Home screen.png', 'Home screen.png'],
    ['  padded .png', 'padded.png'],
    ['cafe\u0301.png', 'caf\u00E9.png'],
    ['a\nb\r\u0007.png', 'ab.png'],
    ['\u202Egnp.exe.png', 'gnp.exe.png'],
    ['\u2067rtl\u2069.png', 'rtl.png'],
    [String.raw`..\..\up.png`, '..-..-up.png'],
    ['日本語 01.png', '日本語 01.png'],
    ['\u200E\u200F.png', 'unnamed.png'],
    ['::error::x%0A.png', '::error::x%0A.png'],
    ['👩‍👩‍👧.png', '👩‍👩‍👧.png'],
    ['lone\uD800.png', 'lone.png'],
  ])('of %j is %j', (fileName, name) => {
    expect(sanitisedName(fileName)).toBe(name)
  })

  test('keeps a name of 255 bytes', () => {
    const name = `${'a'.repeat(251)}.png`
    expect(sanitisedName(name)).toBe(name)
  })
})

describe('The order of a set', () => {
  test('is the natural one: 2 comes before 10', () => {
    const names = ['10.png', '2.png', '1.png', 'b2.png', 'B10.png', 'b1.png']
    expect(names.toSorted(byNaturalOrder)).toEqual([
      '1.png',
      '2.png',
      '10.png',
      'b1.png',
      'b2.png',
      'B10.png',
    ])
  })

  test('differs from that of deliver where docs/fastlane.md says so', async () => {
    const document = await readFile(
      join(import.meta.dirname, '../../../../docs/fastlane.md'),
      'utf8',
    )
    const rows = [...document.matchAll(/^\| `(\S+)`, `(\S+)` +\| `(\S+)`, `(\S+)` +\|/gmu)]
    expect(rows).toHaveLength(4)
    for (const [, first = '', second = '', ...deliver] of rows) {
      expect([second, first].toSorted(byNaturalOrder)).toEqual([first, second])
      expect(deliver).toEqual([second, first])
    }
  })

  test('is the same whatever order the names came in, also for names that read the same', () => {
    const names = ['1.png', '01.png', '001.png', 'é.png', 'e\u0301.png', 'a\u200E.png', 'a.png']
    const sorted = names.toSorted(byNaturalOrder)
    for (let turn = 0; turn < names.length; turn += 1) {
      const turned = [...names.slice(turn), ...names.slice(0, turn)]
      expect(turned.toSorted(byNaturalOrder)).toEqual(sorted)
      expect(turned.toReversed().toSorted(byNaturalOrder)).toEqual(sorted)
    }
  })
})

describe('A locale folder', () => {
  test.each(LOCALES)('%s is known in any case', (locale) => {
    expect(localeOf(locale.toUpperCase())).toBe(locale)
    expect(localeOf(locale.toLowerCase())).toBe(locale)
  })

  test.each([
    ['en_US', 'use en-US'],
    ['en', 'use en-AU, en-CA, en-GB or en-US'],
    ['de', 'use de-DE'],
    ['zh', 'use zh-Hans or zh-Hant'],
    ['zh-CN', 'use zh-Hans'],
    ['zh_TW', 'use zh-Hant'],
    ['zh-HK', 'use zh-Hant'],
    ['zh-Hant-MO', 'use zh-Hant'],
    ['nb-NO', 'use no'],
    ['nn', 'use no'],
    ['iw', 'use he'],
    ['in-ID', 'use id'],
    ['da-DK', 'use da'],
    ['pt', 'use pt-BR or pt-PT'],
    ['deu', 'use de-DE'],
    ['enUS', 'use en-US'],
    ['jp', 'use ja'],
    ['cn', 'use zh-Hans'],
    ['German', 'use de-DE'],
    ['chinese-simplified', 'use zh-Hans'],
    ['Deutsch', 'use de-DE'],
    ['日本語', 'use ja'],
    ['ja-JP', 'use ja'],
    ['en-UK', 'use en-AU, en-CA, en-GB or en-US'],
    ['ukr', 'use uk'],
  ])('%s is answered with: %s', (name, next) => {
    expect(localeOf(name)).toBeUndefined()
    expect(unknownLocale(name, 'x')).toMatchObject({code: 'unknown-locale', next})
  })

  test.each(['be', 'et', 'bg', 'tl', 'fil', 'sq-AL', 'sr-Latn', 'raw', 'x', '', 'ic', 'en-', '-'])(
    '%j is never answered with a locale of another language',
    (name) => {
      const {next} = unknownLocale(name, 'x')
      const named = LOCALES.filter((locale) =>
        next.replace('use ', '').split(/[ ,]+/u).includes(locale),
      )
      const language = name.split('-')[0]
      const others = named.filter((locale) => locale.split('-')[0] !== language)
      expect(next.startsWith('use one of ') ? [] : others).toEqual([])
    },
  )

  test('default is refused with the reason', () => {
    expect(unknownLocale('default', 'x')).toMatchObject({
      code: 'default-locale',
      what: expect.stringContaining('has no default for all locales'),
    })
  })

  test('of a hostile length is answered at once', async () => {
    const time = await cpuMilliseconds(() => unknownLocale('x'.repeat(1_000_000), 'x'))
    expect(time).toBeLessThan(5000)
  })
})

function typeNamed(name: string, medium: Medium = 'screenshot', platform: Platform = 'IOS') {
  const found = typeOfFolder({name, medium, platform, path: 'x'})
  return 'type' in found ? found.type : `${found.code}: ${found.what}. ${found.next}`
}

describe('A type folder', () => {
  test.each(DISPLAY_TYPES.filter(({sizes}) => sizes.length > 0))(
    "may have Apple's name $type in any case, or an alias",
    ({type, medium, platform, aliases}) => {
      expect(aliases).not.toEqual([])
      for (const name of [
        type,
        type.toLowerCase(),
        ...aliases,
        ...aliases.map((a) => a.toUpperCase()),
      ]) {
        expect(typeNamed(name, medium, platform)).toBe(type)
      }
    },
  )

  test.each(DISPLAY_TYPES.filter(({medium, sizes}) => medium === 'preview' && sizes.length > 0))(
    'of previews may also be called APP_$type',
    ({type, platform}) => {
      expect(typeNamed(`APP_${type}`, 'preview', platform)).toBe(type)
    },
  )

  test.each([
    ['screenshot', 'APP_IPHONE_69', 'for 6.9-inch files, rename the folder to APP_IPHONE_67'],
    ['screenshot', 'iphone_69', 'for 6.9-inch files, rename the folder to APP_IPHONE_67'],
    ['preview', 'IPHONE_69', 'for 6.9-inch files, rename the folder to IPHONE_67'],
    [
      'screenshot',
      'APP_IPAD_PRO_13',
      'for 13-inch files, rename the folder to APP_IPAD_PRO_3GEN_129',
    ],
    [
      'screenshot',
      'IMESSAGE_APP_IPHONE_69',
      'for 6.9-inch files, rename the folder to IMESSAGE_APP_IPHONE_67',
    ],
  ] as const)('of %ss called %s is answered with: %s', (medium, name, answer) => {
    expect(typeNamed(name, medium)).toContain(`unknown-type`)
    expect(typeNamed(name, medium)).toContain(answer)
  })

  test.each([
    ['screenshot', 'IOS', 'APP_IPHONE_76', 'did you mean APP_IPHONE_67'],
    ['screenshot', 'IOS', 'iphone6.9', 'did you mean iphone-6.9?'],
    ['screenshot', 'IOS', 'IPHONE_67', 'rename the folder to APP_IPHONE_67'],
    ['screenshot', 'IOS', 'APP_DESKTOP', 'add a step with `platform: MAC_OS`'],
    ['screenshot', 'TV_OS', 'iphone-6.9', 'add a step with `platform: IOS`'],
    ['preview', 'IOS', 'watch-ultra', 'Apple does not accept app previews for Apple Watch Ultra'],
    ['preview', 'IOS', 'IPHONE_35', 'Apple no longer accepts previews for iPhone 3.5"'],
    ['screenshot', 'MAC_OS', 'qqqqqqqqqqqqqqqqqqqqqqqqqqq', 'use one of APP_DESKTOP'],
  ] as const)('of %ss on %s called %s is answered with: %s', (medium, platform, name, answer) => {
    expect(typeNamed(name, medium, platform)).toContain(answer)
  })
})

function typeAt(width: number, height: number, path: string, platform: Platform = 'IOS') {
  return typeFromPixels({width, height}, {platform, iMessage: false, path})?.type
}

describe("The type of a file in fastlane's layout", () => {
  test.each(
    DISPLAY_TYPES.filter(({medium, type}) => medium === 'screenshot' && !type.endsWith('PRO_129')),
  )('$type comes from its pixels', ({type, platform, sizes}) => {
    const iMessage = type.startsWith('IMESSAGE_')
    for (const size of sizes) {
      expect(typeFromPixels(size, {platform, iMessage, path: 'en-US/1.png'})?.type).toBe(type)
    }
  })

  test.each([
    ['en-US/iPad Pro (12.9-inch) (2nd generation)-01.png', 'APP_IPAD_PRO_129'],
    ['en-US/iPad Pro 2nd gen 12.9 inch.png', 'APP_IPAD_PRO_129'],
    ['en-US/iPad Pro (12,9″) second-generation.png', 'APP_IPAD_PRO_129'],
    ['en-US/ipadPro129-01.png', 'APP_IPAD_PRO_3GEN_129'],
    ['en-US/1_ipadPro129_1.list.png', 'APP_IPAD_PRO_3GEN_129'],
    ['en-US/iPad Pro 129.png', 'APP_IPAD_PRO_3GEN_129'],
    ['en-US/iPad Pro (11-inch) (2nd generation)-01.png', 'APP_IPAD_PRO_3GEN_129'],
    ['en-US/iPad Air 13-inch (M3)-2nd general view.png', 'APP_IPAD_PRO_3GEN_129'],
    ['en-US/APP_IPAD_PRO_129_01.png', 'APP_IPAD_PRO_129'],
    ['en-US/iPad Pro second generation.png', 'APP_IPAD_PRO_3GEN_129'],
    ['en-US/iPad Pro (12.9-inch) (3rd generation)-01.png', 'APP_IPAD_PRO_3GEN_129'],
    ['en-US/iPad Pro (12.9-inch) (6th generation)-01.png', 'APP_IPAD_PRO_3GEN_129'],
    ['en-US/APP_IPAD_PRO_3GEN_129_01.png', 'APP_IPAD_PRO_3GEN_129'],
    ['en-US/01.png', 'APP_IPAD_PRO_3GEN_129'],
  ])('of %s with 2048×2732 pixels is %s', (path, type) => {
    expect(typeAt(2048, 2732, path)).toBe(type)
    expect(typeAt(2732, 2048, path)).toBe(type)
  })

  test('of 3840×2160 is settled by the platform, not by a word in the path', () => {
    expect(typeAt(3840, 2160, 'en-US/Apple Vision Pro.png', 'TV_OS')).toBe('APP_APPLE_TV')
    expect(typeAt(3840, 2160, 'en-US/Apple TV 4K.png', 'VISION_OS')).toBe('APP_APPLE_VISION_PRO')
    expect(typeAt(3840, 2160, 'en-US/Apple TV 4K.png', 'IOS')).toBeUndefined()
  })
})

test('Framed images stand for their unframed twins, and only for those', () => {
  expect(
    withoutFramedTwins(['1.png', '1_framed.png', '2.png', 'X_Framed.PNG', 'x.jpg', '3_framed.png']),
  ).toEqual(['1_framed.png', '2.png', 'X_Framed.PNG', '3_framed.png'])
})

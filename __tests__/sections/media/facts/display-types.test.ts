import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {
  DISPLAY_TYPES,
  deviceName,
  typesForSize,
} from '../../../../src/sections/media/facts/display-types.ts'
import type {DisplayType} from '../../../../src/sections/media/facts/display-types.ts'
import {MEDIA_LIMITS, PREVIEW_LIMITS} from '../../../../src/sections/media/facts/limits.ts'
import {LOCALES} from '../../../../src/apple/locales.ts'

interface Spec {
  readonly specId: string
  readonly dimensions: {readonly minWidth: number; readonly minHeight: number}
  readonly fileExtensions: readonly string[]
  readonly maxFileSize: number
}
interface VideoSpec extends Spec {
  readonly frameRates: readonly {readonly minFps: number; readonly maxFps: number}[]
  readonly duration: {readonly min: string; readonly max: string}
  readonly audioRequired: boolean
}
interface ReferenceData {
  readonly imageSpecs: readonly (Spec & {readonly alphaAllowed: boolean})[]
  readonly videoSpecs: readonly VideoSpec[]
  readonly placementTypes: readonly {
    readonly placementTypeId: string
    readonly specMappings: readonly {
      readonly placementGroupId: string
      readonly specs: readonly string[]
    }[]
  }[]
  readonly placementPolicies: readonly {
    readonly placementType: string
    readonly maxCount: number
  }[]
}

/** The subset of Apple's `appAssetLibraryRefData` that screenshots and previews of versions are about. */
const apple: ReferenceData = JSON.parse(
  await readFile(
    path.join(import.meta.dirname, '../../../apple/asset-library-refdata.json'),
    'utf8',
  ),
)

/** The last part of Apple's display and preview types → the group of the same displays. */
const GROUPS: Readonly<Record<string, string>> = {
  IPHONE_67: 'IPHONE_DYNAMIC_ISLAND_LARGE',
  IPHONE_61: 'IPHONE_DYNAMIC_ISLAND_MEDIUM',
  IPHONE_65: 'IPHONE_FACE_ID_LARGE',
  IPHONE_58: 'IPHONE_FACE_ID_MEDIUM',
  IPHONE_55: 'IPHONE_HOME_BUTTON_LARGE',
  IPHONE_47: 'IPHONE_HOME_BUTTON_MEDIUM',
  IPHONE_40: 'IPHONE_HOME_BUTTON_40',
  IPHONE_35: 'IPHONE_HOME_BUTTON_35',
  IPAD_PRO_3GEN_129: 'IPAD_13',
  IPAD_PRO_129: 'IPAD_129',
  IPAD_PRO_3GEN_11: 'IPAD_11',
  IPAD_105: 'IPAD_105',
  IPAD_97: 'IPAD_97',
  WATCH_ULTRA: 'WATCH_ULTRA',
  WATCH_SERIES_10: 'WATCH_SERIES_10',
  WATCH_SERIES_7: 'WATCH_SERIES_7',
  WATCH_SERIES_4: 'WATCH_SERIES_4',
  WATCH_SERIES_3: 'WATCH_SERIES_3',
  DESKTOP: 'MAC',
  APPLE_TV: 'TV',
  APPLE_VISION_PRO: 'VISION_PRO',
}

function specsOf<T extends Spec>({type, medium}: DisplayType, specs: readonly T[]): readonly T[] {
  const iMessage = type.startsWith('IMESSAGE_')
  const placement = iMessage
    ? 'IMESSAGE_APP_SCREENSHOT'
    : medium === 'preview'
      ? 'APP_PREVIEW'
      : 'APP_SCREENSHOT'
  const name =
    GROUPS[type.replace(/^(?:IMESSAGE_)?(?:APP_)?(?=IPHONE|IPAD|WATCH|DESKTOP|APPLE)/u, '')]
  const group = `${iMessage ? 'IMESSAGE_' : ''}${name}_PROFILE`
  const mappings = apple.placementTypes.find(({placementTypeId}) => placementTypeId === placement)
  const ids = mappings?.specMappings.find(({placementGroupId}) => placementGroupId === group)
  return specs.filter(({specId}) => ids?.specs.includes(specId))
}

function sizes(specs: readonly Spec[]): readonly string[] {
  const all = specs.map(({dimensions}) => `${dimensions.minWidth}x${dimensions.minHeight}`)
  return [...new Set(all)].toSorted()
}

const screenshotTypes = DISPLAY_TYPES.filter(({medium}) => medium === 'screenshot')
const previewTypes = DISPLAY_TYPES.filter(({medium}) => medium === 'preview')

describe('The display types', () => {
  test.each(screenshotTypes)('$type takes the pixel sizes that Apple lists', (row) => {
    const listed = sizes(specsOf(row, apple.imageSpecs))
    expect(listed).not.toEqual([])
    expect(row.sizes.map(({width, height}) => `${width}x${height}`).toSorted()).toEqual(listed)
  })

  test.each(screenshotTypes)('$type takes transparency only where Apple does', (row) => {
    const allowed = specsOf(row, apple.imageSpecs).some(({alphaAllowed}) => alphaAllowed)
    expect(row.alphaAllowed).toBe(allowed)
  })

  test.each(previewTypes)('$type takes the video sizes that Apple lists', (row) => {
    const listed = sizes(specsOf(row, apple.videoSpecs))
    expect(row.sizes.map(({width, height}) => `${width}x${height}`).toSorted()).toEqual(listed)
  })

  test('only the 3.5-inch iPhone has a preview type that takes nothing', () => {
    const useless = previewTypes.filter((row) => row.sizes.length === 0)
    expect(useless.map(({type}) => type)).toEqual(['IPHONE_35'])
  })

  test('are 33 of screenshots and 16 of previews, as in API 4.4.1', () => {
    expect(screenshotTypes).toHaveLength(33)
    expect(previewTypes).toHaveLength(16)
    expect(new Set(DISPLAY_TYPES.map(({type}) => type)).size).toBe(49)
  })

  test('have no folder name in common within a medium', () => {
    for (const rows of [screenshotTypes, previewTypes]) {
      const names = rows.flatMap(({type, aliases}) => [type.toLowerCase(), ...aliases])
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('are named by their device in reports', () => {
    expect(deviceName('APP_IPHONE_67')).toBe('iPhone 6.9"')
    expect(deviceName('IMESSAGE_APP_IPAD_PRO_3GEN_129')).toBe('iMessage iPad 13"')
    expect(deviceName('APP_TOASTER')).toBe('APP_TOASTER')
  })

  test('are ambiguous by pixels only where Apple says so', () => {
    const plain = screenshotTypes.filter(({type}) => !type.startsWith('IMESSAGE_'))
    const shared = plain
      .flatMap((row) => row.sizes)
      .filter(
        (size) => typesForSize('screenshot', size).filter((row) => plain.includes(row)).length > 1,
      )
    expect(new Set(shared.map(({width, height}) => `${width}x${height}`))).toEqual(
      new Set(['2048x2732', '2732x2048', '3840x2160']),
    )
  })
})

describe('The limits', () => {
  test("of sets and file sizes are Apple's", () => {
    const counts = apple.placementPolicies.map(({placementType, maxCount}) => [
      placementType,
      maxCount,
    ])
    expect(Object.fromEntries(counts)).toEqual({
      APP_SCREENSHOT: MEDIA_LIMITS.screenshot.maximumPerSet,
      IMESSAGE_APP_SCREENSHOT: MEDIA_LIMITS.screenshot.maximumPerSet,
      APP_PREVIEW: MEDIA_LIMITS.preview.maximumPerSet,
    })
    for (const {maxFileSize} of apple.imageSpecs) {
      expect(maxFileSize).toBe(MEDIA_LIMITS.screenshot.maximumFileSize)
    }
    for (const {maxFileSize} of apple.videoSpecs) {
      expect(maxFileSize).toBe(MEDIA_LIMITS.preview.maximumFileSize)
    }
  })

  test("of length, frame rate and sound of previews are Apple's", () => {
    for (const spec of apple.videoSpecs) {
      expect(spec).toMatchObject({
        duration: {
          min: `PT${PREVIEW_LIMITS.minimumSeconds}S`,
          max: `PT${PREVIEW_LIMITS.maximumSeconds}S`,
        },
        frameRates: [
          {minFps: PREVIEW_LIMITS.minimumFrameRate, maxFps: PREVIEW_LIMITS.maximumFrameRate},
        ],
        audioRequired: true,
      })
    }
  })
})

test('The 50 locales are all different, whatever their case', () => {
  expect(new Set(LOCALES.map((locale) => locale.toLowerCase())).size).toBe(50)
})

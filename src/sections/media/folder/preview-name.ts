import {DISPLAY_TYPES} from '../facts/display-types.ts'
import {comparable} from '../../../files/nearest-name.ts'

const TYPES = DISPLAY_TYPES.filter(({medium}) => medium === 'preview').map(({type}) => type)

/**
 * The preview type in the name of a video, such as `IPHONE_67` in `01_IPHONE_67.mp4` or in `APP_IPHONE_67-tour.mov`:
 * the layout of fastlane's `app_previews` (`sync_app_previews.rb`).
 *
 * @returns undefined if there is none or more than one.
 */
export function previewTypeInName(fileName: string): string | undefined {
  const name = comparable(fileName)
  const found = TYPES.filter((type) => {
    const start = name.indexOf(comparable(type))
    return start !== -1 && !/^\d/u.test(name.slice(start + type.length))
  })
  return found.length === 1 ? found[0] : undefined
}

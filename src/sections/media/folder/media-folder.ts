import type {DisplayType} from '../facts/display-types.ts'
import type {Medium} from '../listing.ts'

/** A folder with files of one locale and medium. */
export interface MediaFolder {
  /** Relative to the workspace. */
  readonly path: string
  readonly medium: Medium
  readonly locale: string
  /** Null in fastlane's layout, where the pixels of each file determine its type. */
  readonly type: DisplayType | null
  /** Whether the files are for iMessage. Only used if the type is null. */
  readonly iMessage: boolean
  /** Names of the accepted files, in the order the store shows them. */
  readonly files: readonly string[]
  /** Files that fastlane's deliver may ignore, and why. It is no error if Apple does not accept their size. */
  readonly spare: ReadonlyMap<string, 'unframed' | 'background'>
  /** Names of the `.poster.txt` files. */
  readonly posters: readonly string[]
}

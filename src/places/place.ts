import type {Reference} from '../core/step.ts'
import type {PixelSize} from '../core/vocabulary.ts'
import type {UploadFamily} from '../apple/upload-resources.ts'
import type {Content} from '../files/read-bytes.ts'
import type {StoredFile} from '../transfer/stored-file.ts'

/** A file of the folder that has to be in a place. */
export interface WantedFile {
  /** The name in App Store Connect. */
  readonly name: string
  /** Relative to the workspace. */
  readonly path: string
  readonly content: Content
  readonly mimeType: string
  /** Of a picture. Null for other files. */
  readonly pixels: PixelSize | null
}

/**
 * Where App Store Connect keeps files in no order: a single file, such as the routing app coverage of a version, or many,
 * such as the attachments for App Review.
 */
export interface Place {
  /** Our own name of it, as in the subjects of its steps. */
  readonly name: string
  readonly section: string
  /** What a file is, in the words of App Store Connect. */
  readonly noun: string
  readonly locale: string | null
  readonly family: UploadFamily
  readonly holds: 'one' | 'many'
  /** What files are made under. Null if their kind has no parent. */
  readonly parent: Reference | null
  /** With one file at most if the place holds one. */
  readonly files: readonly WantedFile[]
  readonly stored: readonly StoredFile[]
}

import type {ClipFolder} from '../../clips/clip-folders.ts'
import type {HeaderImage} from '../../clips/header-image.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {ExperienceFile} from './folder/experience-schema.ts'

/** What the folder declares, by App Clip. */
export interface WantedExperiences {
  readonly clips: readonly WantedClip[]
  /** Finds what Apple has against images that are new to the store. */
  readonly checkHeaders: (images: readonly HeaderImage[]) => Promise<readonly Diagnostic[]>
}

export interface WantedClip extends Pick<ClipFolder, 'bundleId' | 'path'> {
  readonly experiences: readonly WantedExperience[]
}

/** An advanced App Clip experience. */
export interface WantedExperience {
  /** Of its folder, with the App Clip's one if there is one: `shop` or `com.example.app.Clip/shop`. */
  readonly name: string
  /** Of its folder, relative to the workspace. */
  readonly path: string
  readonly declared: ExperienceFile
  /** Of the file that declares it. */
  readonly file: string
  /** The line of a key, from 1; of the file's start for one that is missing. */
  readonly lineOf: (key: keyof ExperienceFile) => number
  readonly header: HeaderImage
}

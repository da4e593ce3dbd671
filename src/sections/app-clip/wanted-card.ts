import type {ClipAction} from '../../apple/app-clips.ts'
import type {HeaderImage} from '../../clips/header-image.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'

/** What the folder declares of the App Clip card of a version. */
export interface WantedCard {
  /** Of the App Clip. Null if the folder does not say, because the app has only one. */
  readonly bundleId: string | null
  /** The folder of the App Clip, relative to the workspace. */
  readonly path: string
  /** Null if no file declares it. */
  readonly action: {readonly value: ClipAction; readonly path: string} | null
  /** Those with something in them, and that the run is limited to. */
  readonly locales: readonly WantedLocale[]
  /** Apple's codes of all locales that have a folder. */
  readonly present: readonly string[]
  /** Whether the run looks after the locales without a folder, too. */
  readonly managesExtras: boolean
  /** Finds what Apple has against images that are new to the store. */
  readonly checkHeaders: (images: readonly HeaderImage[]) => Promise<readonly Diagnostic[]>
}

/** Returns a function that says whether the run has to do with a locale of the card: it reads no other one. */
export function managesLocale({locales, managesExtras}: WantedCard): (locale: string) => boolean {
  return (locale) => managesExtras || locales.some((each) => each.locale === locale)
}

/** The texts and the image of a card in one locale. At least one is not null. */
export interface WantedLocale {
  /** Apple's code. */
  readonly locale: string
  /** Of its folder, relative to the workspace. */
  readonly path: string
  readonly subtitle: WantedSubtitle | null
  readonly header: HeaderImage | null
}

export interface WantedSubtitle {
  /** Never empty. */
  readonly text: string
  /** Relative to the workspace. */
  readonly path: string
}

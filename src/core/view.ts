import type {FilePosition} from './diagnostic.ts'
import type {PixelSize} from './vocabulary.ts'
import type {Reference} from './step.ts'

/** What a section shows in the report. Closed: the report knows these three shapes, but no section. */
export type View = Gallery | TextDiffs | Checklist

/** Pictures, videos and other files by place, in the store's order, before and after. */
export interface Gallery {
  readonly shape: 'gallery'
  readonly shelves: readonly Shelf[]
}

/** The `language` of what has no locale. */
export const EVERY_LOCALE = 'All locales'

export interface Shelf {
  /** As in the subjects of its steps. */
  readonly place: string
  /** Null for what is the same in every locale. */
  readonly locale: string | null
  /** In words: `Gujarati`, or {@link EVERY_LOCALE}. */
  readonly language: string
  /** In words: `iPhone 6.9"`, `App Clip card`. */
  readonly device: string
  /** In words: `iPhone 6.9" previews`. */
  readonly title: string
  /** Apple's name of it, such as `APP_IPHONE_67`. */
  readonly type: string
  readonly medium: ShownMedium
  /** How many of the first ones the App Store also shows in search results. */
  readonly inSearchResults: number
  /** The folder that its files lie in, relative to the workspace. */
  readonly folder: string
  /** In the store's order after the run. Cards that the store will not show come last. */
  readonly cards: readonly Card[]
  /** What the store has before the run, in its order. Null if the store was not read. */
  readonly before: readonly StoredCard[] | null
}

/** A picture or video in the store. */
export interface StoredCard {
  /** Apple's id. */
  readonly id: string
  readonly name: string
}

/** `file`: there is nothing to see of it but its name, its size and its state. */
export type ShownMedium = 'picture' | 'video' | 'file'

/** One picture, video or other file of a shelf. */
export interface Card {
  readonly name: string
  readonly state: CardState
  /** The file in the folder, or null if only the store has it. */
  readonly file: ShownFile | null
  /** What the store has after the run. Null if it is deleted or was not compared. */
  readonly after: Reference | null
  /** What is deleted, or what the file replaces. */
  readonly before: StoredCard | null
  /** What changes besides bytes and position, such as the poster frame. */
  readonly update: CardUpdate | null
  /** What else the store says of it, in words: `ready for internal testing`. */
  readonly note?: string
  /** Ids of its steps. What sends its file comes first. */
  readonly steps: readonly string[]
}

/** A fact about a picture or video that changes. */
export interface CardUpdate {
  /** In words: `poster frame`. */
  readonly name: string
  /** Null if there was none or it is unknown. */
  readonly before: string | null
  readonly after: string
}

/** A picture or video in the folder. */
export interface ShownFile {
  /** Relative to the workspace. */
  readonly path: string
  /** Null if the file does not say. */
  readonly pixels: PixelSize | null
  readonly bytes: number
  /** Of a video. Null for a picture, and if the file does not say. */
  readonly seconds: number | null
  /** Of its bytes, in hex: equal files are the same picture. */
  readonly sha256: string
}

/**
 * `updated`: neither its bytes nor its position change, but something that belongs to it; `file`: in the folder, and
 * not compared with the store.
 */
export type CardState =
  | 'new'
  | 'replaced'
  | 'reordered'
  | 'updated'
  | 'deleted'
  | 'unchanged'
  | 'undecided'
  | 'extra'
  | 'file'

/** Fields of text by place, before and after. */
export interface TextDiffs {
  readonly shape: 'texts'
  readonly groups: readonly TextGroup[]
}

export interface TextGroup {
  /** As in the subjects of its steps. */
  readonly place: string
  readonly locale: string | null
  /** In words: `Gujarati`. For texts without a locale, what they belong to. */
  readonly language: string
  readonly fields: readonly TextField[]
}

export interface TextField {
  /** In words: `promotional text`. */
  readonly name: string
  readonly state: 'changed' | 'unchanged' | 'file'
  /** What the store has. Null if it has none or was not read. */
  readonly before: string | null
  /** What the folder has. */
  readonly after: string
  readonly file: FilePosition
  /** Ids of its steps. */
  readonly steps: readonly string[]
}

/** What must be in place before something can be done. */
export interface Checklist {
  readonly shape: 'checklist'
  readonly title: string
  readonly items: readonly ChecklistItem[]
}

export interface ChecklistItem {
  readonly name: string
  /** `unknown`: the API does not say. */
  readonly state: 'done' | 'missing' | 'unknown'
  /** What to do, or empty if nothing is left to do. */
  readonly next: string
  /** Where it is declared, or null if nowhere. */
  readonly file: FilePosition | null
}

/** Every locale in the views. */
export function localesOf(views: readonly View[]): readonly string[] {
  const all = views.flatMap((view) => {
    switch (view.shape) {
      case 'gallery':
        return view.shelves.map(({locale}) => locale)
      case 'texts':
        return view.groups.map(({locale}) => locale)
      case 'checklist':
        return []
    }
  })
  return [...new Set(all.filter((locale) => locale !== null))]
}

import type {Card, Shelf} from '../../core/view.ts'

/** Whether pictures were translated, as far as their bytes say. */
export interface PrimaryPictures {
  readonly locale: string
  /** In words: `English (U.S.)`. */
  readonly language: string
  /** Whether a picture of another locale is byte-identical to one that the primary locale has in the same set. */
  readonly isSame: (shelf: Shelf, card: Card) => boolean
}

/** The locale of most apps, for a run that does not know the app. */
const USUAL = 'en-US'

/** @param primaryLocale - Of the app. Null if it is unknown. */
export function primaryPictures(
  shelves: readonly Shelf[],
  primaryLocale: string | null,
): PrimaryPictures {
  const languages = new Map(
    shelves.flatMap(({locale, language}) => (locale === null ? [] : [[locale, language]])),
  )
  const locale =
    [primaryLocale ?? USUAL, USUAL, ...languages.keys()].find((each) => languages.has(each)) ?? ''
  const hashes = new Map(
    shelves
      .filter((shelf) => shelf.locale === locale)
      .map(({type, cards}) => [type, new Set(cards.flatMap(({file}) => file?.sha256 ?? []))]),
  )
  return {
    locale,
    language: languages.get(locale) ?? '',
    isSame: (shelf, {file}) =>
      file !== null &&
      shelf.locale !== locale &&
      (hashes.get(shelf.type)?.has(file.sha256) ?? false),
  }
}

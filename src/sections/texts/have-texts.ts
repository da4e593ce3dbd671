import {IN_REVIEW_STATES} from '../../apple/review-states.ts'
import type {Client} from '../../connect/client.ts'
import type {AppInfo, Localization, Target} from '../../core/target.ts'
import {storedText} from '../../files/stored-text.ts'
import type {WantedTexts} from './wanted-texts.ts'

/** What the store has of the texts. */
export interface HaveTexts {
  /** The locales of the version or, while it does not exist, of its predecessor. */
  readonly localizations: readonly Localization[]
  /** Null if App Store Connect has none. */
  readonly info: AppInfo | null
  /** Apple's code of the app's primary locale. */
  readonly primaryLocale: string
  /** Whether the version does not exist yet. */
  readonly isNewVersion: boolean
  /** Whether the version is in review. */
  readonly isInReview: boolean
  /** Whether App Store Connect takes no "what's new", because there is no version before. */
  readonly isFirstVersion: boolean
}

/** Reads them. They come with the version and the app info, which other sections need too. */
export async function readTexts(target: Target, wanted: WantedTexts): Promise<HaveTexts> {
  const [{primaryLocale}, localizations, info] = await Promise.all([
    target.app(),
    target.localizations(),
    target.appInfo(),
  ])
  const version = await target.version()
  const isNew = version.id === null
  // What a version has, it has taken. Only otherwise is it worth a question.
  const isAsked = isNew || !hasEverywhere(wanted, localizations)
  return {
    localizations,
    info,
    primaryLocale,
    isNewVersion: isNew,
    isInReview: IN_REVIEW_STATES.includes(version.state),
    isFirstVersion: isAsked && (await target.isFirstVersion()),
  }
}

/** Whether the store has "what's new" in every locale, and as it is wanted. */
function hasEverywhere(wanted: WantedTexts, localizations: readonly Localization[]): boolean {
  const stored = new Map(
    localizations.map(({locale, attributes}) => [
      locale,
      storedText(attributes['whatsNew'] ?? null),
    ]),
  )
  const asked = wanted.flatMap(({locale, texts}) =>
    texts.flatMap(({field, value}) =>
      field.attribute === 'whatsNew' && stored.get(locale) !== value ? [locale] : [],
    ),
  )
  return asked.length === 0 && ![...stored.values()].includes(null)
}

/** What the store has in place of texts that must not be shown. */
export function secretTexts(
  wanted: WantedTexts,
  {localizations, info}: Pick<HaveTexts, 'localizations' | 'info'>,
): readonly string[] {
  return wanted.flatMap(({locale, texts}) =>
    texts
      .filter(({isSecret}) => isSecret)
      .flatMap(({field}) => {
        const all = field.owner === 'version' ? localizations : (info?.localizations ?? [])
        return all.find((each) => each.locale === locale)?.attributes[field.attribute] ?? []
      }),
  )
}

/** Whether the name of the app must not be shown. */
export function hidesName(wanted: WantedTexts): boolean {
  return wanted.some(({texts}) =>
    texts.some(({field, isSecret}) => field.attribute === 'name' && isSecret),
  )
}

/** Where the texts of a run are written. */
export interface TextsStore {
  readonly client: Client
  readonly target: Target
  readonly signal: AbortSignal
}

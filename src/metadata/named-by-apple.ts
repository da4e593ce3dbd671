import type {Target} from '../core/target.ts'
import {ageRatingId} from './settings.ts'

/** What Apple names when it says what a review lacks. */
export interface NamedByApple {
  /** The path of a resource, such as `/v1/appStoreVersionLocalizations/7`. */
  readonly resource: string
  /** Apple's name of the attribute or relationship. */
  readonly attribute: string
}

/** The id of the declaration that would provide it; null if none would. */
export async function declarationId(
  {resource, attribute}: NamedByApple,
  target: Pick<Target, 'localizations' | 'appInfo'>,
): Promise<string | null> {
  const [type = '', id = ''] = resource.split('/').slice(-2)
  const localeIn = (all: readonly {readonly id: string; readonly locale: string}[]) =>
    all.find((each) => each.id === id)?.locale ?? null
  switch (type) {
    case 'appStoreVersionLocalizations': {
      const locale = localeIn(await target.localizations())
      return locale === null ? null : `${locale}/${attribute}`
    }
    case 'appInfoLocalizations': {
      const locale = localeIn((await target.appInfo())?.localizations ?? [])
      return locale === null ? null : `${locale}/${attribute}`
    }
    case 'ageRatingDeclarations':
      return ageRatingId(attribute)
    case 'apps':
      return attribute === 'appPriceSchedule' ? 'customerPrice' : attribute
    default:
      return attribute
  }
}

import {Refusal, invalidAttribute, stateError} from '../http/refusal.ts'
import {locales} from '../media/specifications.ts'
import {appOf, entityOf} from '../store/store.ts'
import type {World} from '../store/world.ts'
import type {Draft} from './draft.ts'
import {requireLength} from './draft.ts'

/** Throws what Apple has against a localization of an app info. */
export function checkInfoLocalization(_world: World, {attributes}: Draft): void {
  const {locale, name, subtitle} = attributes
  if (!locales.has(String(locale))) {
    throw invalidAttribute('locale', `'${String(locale)}' is not a valid locale`)
  }
  if (typeof name !== 'string' || name.trim() === '') {
    throw new Refusal(409, {
      code: 'ENTITY_ERROR.ATTRIBUTE.REQUIRED',
      title: 'The provided entity is missing a required attribute',
      detail: "You must provide a value for the attribute 'name' with this request",
      source: {pointer: '/data/attributes/name'},
    })
  }
  // Apple's help "App information".
  requireLength('name', name, 30)
  requireLength('subtitle', subtitle, 30)
  for (const url of ['privacyPolicyUrl', 'privacyChoicesUrl']) {
    const value = attributes[url]
    if (typeof value === 'string' && !/^https?:\/\/[^\s/]\S*$/u.test(value)) {
      throw invalidAttribute(url, `'${value}' is not a valid URL`)
    }
  }
}

/** Throws 409 for the locale of the app's primary language [inferred from the localizations of a version]. */
export function requireSecondInfoLocale({store}: World, {attributes, related}: Draft): void {
  const info = entityOf(store, 'appInfos', related['appInfo'] ?? '')
  if (attributes['locale'] === appOf(store, info.related['app'] ?? '').primaryLocale) {
    throw stateError('The localization of the primary language cannot be deleted')
  }
}

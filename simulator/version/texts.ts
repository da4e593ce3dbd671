import {Refusal, invalidAttribute, stateError} from '../http/refusal.ts'
import {attribute, attributesIn, ownId} from '../http/request-body.ts'
import type {Localization, Version} from '../store/records.ts'
import {localizationOf, requireEditable, versionAbove, versionsOf} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {requireUnlocked} from './changing-versions.ts'

/**
 * What the store takes as the texts of a localization, written down for the simulator alone: the action's own table must
 * not be used here, or an error in it would never be seen.
 *
 * Apple's help "Platform version information" has the limits. It says "100 bytes" of keywords, but what the service
 * answers is "cannot be longer than 100 characters"; that it counts code points is inferred.
 */
const RULES: Readonly<Record<string, {readonly title: string; readonly most: number | null}>> = {
  description: {title: 'Description', most: 4000},
  keywords: {title: 'Keywords', most: 100},
  promotionalText: {title: 'Promotional Text', most: 170},
  whatsNew: {title: "What's New in This Version", most: 4000},
  supportUrl: {title: 'Support URL', most: null},
  marketingUrl: {title: 'Marketing URL', most: null},
}

/** By Apple's names; null for one that is not set. */
export type Texts = Readonly<Record<string, string | null>>

/** Every text of a localization, those that are not set too. */
export function textsOf({texts}: Pick<Localization, 'texts'>): Texts {
  return {...Object.fromEntries(Object.keys(RULES).map((name) => [name, null])), ...texts}
}

/**
 * What a new version starts with: all but What's New, which App Store Connect shows empty in every new version.
 * That promotional text is handed down is inferred.
 */
export function inheritedTexts({texts}: Localization): Texts {
  return {...texts, whatsNew: null}
}

/** Apple's help: promotional text can change at any time. Of a live version the unkind reading is taken. */
const OPEN_TO_PROMOTION = new Set([
  'WAITING_FOR_REVIEW',
  'IN_REVIEW',
  'PENDING_DEVELOPER_RELEASE',
  'PENDING_APPLE_RELEASE',
])

/** PATCH /v1/appStoreVersionLocalizations/{id}: all of the body or nothing. */
export function updateTexts(world: World, id: string, body: unknown): void {
  const localization = localizationOf(world.store, id)
  if (ownId(body) !== id) throw stateError('The id in the body is not the id in the path')
  const version = versionAbove(world.store, localization)
  const isOpen = OPEN_TO_PROMOTION.has(version.state)
  const names = Object.keys(attributesIn(body))
  requireUnlocked(
    version,
    names.filter((name) => !isOpen || name !== 'promotionalText'),
  )
  if (!isOpen) requireEditable(version)
  localization.texts = {...localization.texts, ...acceptedTexts(world, version, body)}
}

/**
 * The texts that a body has, as far as it has some.
 *
 * @throws {Refusal} with an error for each that the store does not take.
 */
export function acceptedTexts(world: World, version: Version, body: unknown): Texts {
  const given = Object.keys(RULES).flatMap((name): (readonly [string, string | null])[] => {
    const value = attribute(body, name)
    return typeof value === 'string' || value === null ? [[name, value]] : []
  })
  const refusals = given.flatMap(([name, value]) => refusalOf(world, version, name, value) ?? [])
  if (refusals.length > 0) throw new Refusal(409, ...refusals.flatMap(({entries}) => entries))
  return Object.fromEntries(given)
}

function refusalOf(
  world: World,
  version: Version,
  name: string,
  value: string | null,
): Refusal | null {
  // Seen in the field on the first version of an app; the whole request is refused.
  if (name === 'whatsNew' && isFirst(world, version)) {
    return stateError(`Attribute '${name}' cannot be edited at this time`, name)
  }
  if (value === null) return null
  const {title = name, most = null} = RULES[name] ?? {}
  if (most === null) {
    return isWebAddress(value)
      ? null
      : invalidAttribute(name, `${title} is not a valid URL: '${value}'`)
  }
  return Array.from(value).length > most
    ? invalidAttribute(name, `${title} cannot be longer than ${most} characters.`, '.TOO_LONG')
    : null
}

/** Whether no version of the app's platform came before this one. */
export function isFirst({store}: World, version: Version): boolean {
  return versionsOf(store, version.appId)
    .filter(({platform}) => platform === version.platform)
    .every(({id, createdDate}) => id === version.id || createdDate > version.createdDate)
}

/** Apple's help: "Specify the entire URL, including the protocol." */
function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/u.test(value)
}

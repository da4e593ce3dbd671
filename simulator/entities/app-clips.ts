import {randomUUID} from 'node:crypto'
import {invalidAttribute, invalidRelationship, stateError} from '../http/refusal.ts'
import {includedIn, relatedId} from '../http/request-body.ts'
import {deliveryState} from '../store/delivery.ts'
import {appOf, entitiesOf, entityOf} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {addEntity, requireLength} from './draft.ts'
import type {Draft} from './draft.ts'

/**
 * A default experience made from a template starts with its action, its localizations and their images. Apple's page
 * does not say which; that what is not complete stays behind is inferred.
 */
export function copyDefaultExperience(world: World, {id}: Draft, body: unknown): void {
  const template = relatedId(body, 'appClipDefaultExperienceTemplate')
  const {store, settings} = world
  if (template === null || !settings.newVersionInherits) return
  const made = entityOf(store, 'appClipDefaultExperiences', id)
  const {attributes} = entityOf(store, 'appClipDefaultExperiences', template)
  made.attributes = {...made.attributes, action: made.attributes['action'] ?? attributes['action']}
  const {appClipDefaultExperienceTemplate: _, ...related} = made.related
  made.related = related
  const old = entitiesOf(
    store,
    'appClipDefaultExperienceLocalizations',
    'appClipDefaultExperience',
    template,
  )
  for (const localization of old) {
    const copy: Draft = {
      ...localization,
      id: randomUUID(),
      related: {appClipDefaultExperience: id},
    }
    addEntity(world, copy)
    const [header] = entitiesOf(
      store,
      'appClipHeaderImages',
      'appClipDefaultExperienceLocalization',
      localization.id,
    )
    const {upload = null} = header ?? {}
    if (upload === null || deliveryState(upload, settings) !== 'COMPLETE') continue
    const headerId = randomUUID()
    store.entities.set(headerId, {
      type: 'appClipHeaderImages',
      id: headerId,
      visibleFrom: settings.now() + settings.listLagMilliseconds,
      attributes: {},
      related: {appClipDefaultExperienceLocalization: copy.id},
      upload: {...upload, id: headerId, operations: []},
    })
  }
}

/** Throws 409 for the locale of the app's primary language [inferred from the localizations of a version]. */
export function requireSecondLocale({store}: World, {attributes, related}: Draft): void {
  const card = entityOf(
    store,
    'appClipDefaultExperiences',
    related['appClipDefaultExperience'] ?? '',
  )
  const clip = entityOf(store, 'appClips', card.related['appClip'] ?? '')
  const {primaryLocale} = appOf(store, clip.related['app'] ?? '')
  if (attributes['locale'] === primaryLocale) {
    throw stateError('The localization of the primary language cannot be deleted')
  }
}

/** Throws what Apple has against an advanced experience: the image must be complete, the texts short [inferred]. */
export function checkAdvancedExperience(
  {store, settings}: World,
  {attributes: {link}, related}: Draft,
  body: unknown,
): void {
  if (!/^https:\/\/[^/]+/u.test(String(link))) {
    throw invalidAttribute('link', `'${String(link)}' is not a valid URL`)
  }
  const image = entityOf(store, 'appClipAdvancedExperienceImages', related['headerImage'] ?? '')
  if (image.upload !== null && deliveryState(image.upload, settings) !== 'COMPLETE') {
    throw stateError('The header image has not been processed')
  }
  const localizations = includedIn(body, 'localizations')
  if (localizations?.length === 0) {
    throw invalidRelationship('localizations', 'At least one localization is needed')
  }
  for (const {attributes} of localizations ?? []) {
    requireLength('title', attributes['title'], 30)
    requireLength('subtitle', attributes['subtitle'], 56)
  }
}

/** The localizations of a request take the place of those that were there [inferred]. */
export function replaceAdvancedLocalizations(world: World, {id}: Draft, body: unknown): void {
  const localizations = includedIn(body, 'localizations')
  if (localizations === null) return
  const {store} = world
  const type = 'appClipAdvancedExperienceLocalizations'
  for (const old of entitiesOf(store, type, 'appClipAdvancedExperience', id)) {
    store.entities.delete(old.id)
  }
  for (const {attributes} of localizations) {
    addEntity(world, {
      type,
      id: randomUUID(),
      attributes,
      related: {appClipAdvancedExperience: id},
    })
  }
}

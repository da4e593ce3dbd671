import {randomUUID} from 'node:crypto'
import {deliveryState} from '../store/delivery.ts'
import type {Localization, MediaSet, Version} from '../store/records.ts'
import {assetsOf, entitiesOf, setsOf} from '../store/store.ts'
import type {World} from '../store/world.ts'

/** A new version shows its predecessor's media, under new ids; what was not complete stays behind. */
export function copyMedia({store, settings}: World, from: Localization, to: Localization): void {
  for (const set of setsOf(store, from.id)) {
    const copy: MediaSet = {
      ...set,
      id: randomUUID(),
      localizationId: to.id,
      visibleFrom: to.visibleFrom,
      order: [],
    }
    store.sets.set(copy.id, copy)
    for (const asset of assetsOf(store, set)) {
      if (deliveryState(asset, settings) !== 'COMPLETE') continue
      const id = randomUUID()
      store.assets.set(id, {
        ...asset,
        id,
        setId: copy.id,
        visibleFrom: to.visibleFrom,
        operations: [],
      })
      copy.order = [...copy.order, id]
    }
  }
}

/**
 * A new version shows its predecessor's routing app coverage, and its review detail [inferred: App Store Connect's pages
 * show both]. An App Clip experience stays with the version that it is released with.
 */
export function copyParts({store, settings}: World, from: Version, to: Version): void {
  const visibleFrom = settings.now() + settings.listLagMilliseconds
  const [detail] = entitiesOf(store, 'appStoreReviewDetails', 'appStoreVersion', from.id)
  if (detail !== undefined) {
    const id = randomUUID()
    store.entities.set(id, {...detail, id, visibleFrom, related: {appStoreVersion: to.id}})
  }
  for (const {upload, ...old} of entitiesOf(
    store,
    'routingAppCoverages',
    'appStoreVersion',
    from.id,
  )) {
    if (upload === null || deliveryState(upload, settings) !== 'COMPLETE') continue
    const id = randomUUID()
    store.entities.set(id, {
      ...old,
      id,
      visibleFrom,
      related: {appStoreVersion: to.id},
      upload: {...upload, id, visibleFrom, operations: []},
    })
  }
}

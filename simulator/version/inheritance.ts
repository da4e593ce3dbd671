import {randomUUID} from 'node:crypto'
import {deliveryState} from '../store/delivery.ts'
import type {Localization, MediaSet} from '../store/records.ts'
import {assetsOf, setsOf} from '../store/store.ts'
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

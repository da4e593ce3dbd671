import {invalidAttribute} from '../http/refusal.ts'
import type {Entity, EntityType} from '../store/records.ts'
import type {World} from '../store/world.ts'

/** A record that is about to be made or changed. */
export interface Draft {
  readonly type: EntityType
  readonly id: string
  readonly attributes: Entity['attributes']
  readonly related: Entity['related']
}

export function addEntity({store, settings}: World, draft: Draft): void {
  const visibleFrom = settings.now() + settings.listLagMilliseconds
  store.entities.set(draft.id, {...draft, visibleFrom, upload: null})
}

export function requireLength(name: string, value: unknown, most: number): void {
  if (typeof value === 'string' && Array.from(value).length > most) {
    throw invalidAttribute(name, `The ${name} can have ${most} characters at most`, '.TOO_LONG')
  }
}

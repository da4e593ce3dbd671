import type {Client} from '../../connect/client.ts'
import type {Performer, Work} from '../../core/section.ts'
import type {FieldDetail} from '../../fields/detail.ts'
import type {FieldValue} from '../../fields/field.ts'
import {performFields} from '../../fields/perform-fields.ts'
import type {SentFields} from '../../fields/perform-fields.ts'
import {fieldsOfApp} from './app.ts'
import type {StoredApp, WantedApp} from './app.ts'
import {GROUPS} from './plan.ts'
import {setPrice} from './price-requests.ts'

interface AppStore {
  readonly client: Client
  readonly signal: AbortSignal
  /** As `2026-12-24`. */
  readonly today: string
}

/** Carries out the steps of the section: one request for each resource. */
export function performApp(
  store: AppStore,
  {wanted, have, steps, idOf}: Work<WantedApp, StoredApp, FieldDetail>,
): Performer<FieldDetail> {
  return performFields({
    steps,
    idOf,
    fields: fieldsOfApp(wanted),
    send: (sent) => send(store, sent, {wanted, have}),
  })
}

async function send(
  {client, signal, today}: AppStore,
  {group, id, values}: SentFields,
  {wanted: {amount}, have: {price}}: {readonly wanted: WantedApp; readonly have: StoredApp},
): Promise<void> {
  switch (group) {
    case GROUPS.price: {
      if (amount === null || price.point === null) throw new Error('There is no price to set.')
      const {baseTerritory, customerPrice} = amount
      const wanted = {territory: baseTerritory.value, amount: customerPrice.value}
      return setPrice({client, signal}, id, {
        wanted,
        point: price.point,
        others: price.others,
        today,
      })
    }
    case GROUPS.categories: {
      const links = Object.entries(values).map(([name, value]) => [name, categoryLink(value)])
      const relationships = Object.fromEntries(links)
      return client.patch(`/v1/${group}/${id}`, {data: {type: group, id, relationships}})
    }
    default:
      return client.patch(`/v1/${group}/${id}`, {data: {type: group, id, attributes: values}})
  }
}

/** `null` takes a category away, as fastlane has it (`patch_app_info_categories`); Apple's specification does not say. */
function categoryLink(value: FieldValue) {
  return {data: value === null ? null : {type: 'appCategories', id: String(value)}}
}

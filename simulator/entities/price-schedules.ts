import {randomUUID} from 'node:crypto'
import {Refusal, invalidRelationship, unknownLink} from '../http/refusal.ts'
import {includedIn, relatedId} from '../http/request-body.ts'
import type {Entity} from '../store/records.ts'
import {entitiesOf, removeEntity} from '../store/store.ts'
import type {Store} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {addEntity} from './draft.ts'
import type {Draft} from './draft.ts'
import {pricePointOf, pricePoints, pricePointAttributes} from './price-points.ts'
import type {PricePoint} from './price-points.ts'

/** Puts a price that a person has set into the world. Throws an error of its own for a price that is none. */
export function plantPrice(
  world: World,
  appId: string,
  {territory, customerPrice}: {readonly territory: string; readonly customerPrice: string},
): void {
  const point = pricePoints(appId, [territory]).find(
    (each) => pricePointAttributes(each)['customerPrice'] === customerPrice,
  )
  if (point === undefined) throw new Error(`There is no price ${customerPrice} in ${territory}.`)
  addSchedule(world, appId, territory, [point])
}

/** The schedule of an app. */
export function priceScheduleOf(store: Store, appId: string): Entity | undefined {
  return entitiesOf(store, 'appPriceSchedules', 'app', appId)[0]
}

/** POST /v1/appPriceSchedules: the new one takes the place of the old one. @returns its id. */
export function createSchedule(world: World, body: unknown): string {
  const app = relatedId(body, 'app') ?? ''
  if (!world.store.apps.has(app)) throw unknownLink('app', app)
  const territory = relatedId(body, 'baseTerritory') ?? ''
  const prices = includedIn(body, 'manualPrices') ?? []
  const points = prices.map(({attributes, related, id}) => {
    const {startDate = null, endDate = null} = attributes
    if (startDate !== null || endDate !== null) {
      throw refused(id, 'ENTITY_ERROR.ATTRIBUTE.INVALID', 'The first price has no dates')
    }
    return pointOf(app, related['appPricePoint'] ?? '')
  })
  // [inferred] What a price of another territory would be worked out from.
  if (!points.some((point) => point.territory === territory)) {
    throw invalidRelationship('manualPrices', 'There must be a price for the base territory')
  }
  return addSchedule(world, app, territory, points)
}

function addSchedule(
  world: World,
  app: string,
  baseTerritory: string,
  points: readonly PricePoint[],
): string {
  const old = priceScheduleOf(world.store, app)
  if (old !== undefined) removeEntity(world.store, old)
  const schedule: Draft = {
    type: 'appPriceSchedules',
    id: randomUUID(),
    attributes: {},
    related: {app, baseTerritory},
  }
  addEntity(world, schedule)
  for (const {id, territory} of points) {
    addEntity(world, {
      type: 'appPrices',
      id: randomUUID(),
      attributes: {manual: true, startDate: null, endDate: null},
      related: {appPricePoint: id, territory, appPriceSchedule: schedule.id},
    })
  }
  return schedule.id
}

function pointOf(app: string, id: string): PricePoint {
  try {
    const point = pricePointOf(id)
    if (point.appId === app) return point
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  throw unknownLink('appPricePoint', id)
}

function refused(id: string, code: string, detail: string): Refusal {
  return new Refusal(409, {
    code,
    title: 'The provided entity includes an attribute with an invalid value',
    detail,
    source: {pointer: `/included/${id}/attributes/startDate`},
  })
}

import type {Client} from '../../connect/client.ts'
import {createOrFind} from '../../connect/create-or-find.ts'
import type {Resource} from '../../connect/document.ts'
import {indexIncluded, oneIncluded, textAttribute} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import {choosePoint, isInForce, isSameAmount} from './price.ts'
import type {ManualPrice, PricePoint, StoredPrice, TerritoryPrice} from './price.ts'

const SCHEDULES = 'appPriceSchedules'
const PRICES = 'appPrices'
const POINTS = 'appPricePoints'

const NO_PRICE: StoredPrice = {
  isSet: false,
  current: null,
  others: [],
  point: null,
  nearest: null,
}

/**
 * Reads the price of an app: one request; with a declared price to compare it with, one more, and those that look up its
 * price point if it is another one.
 *
 * @param wanted - Null if no price is declared.
 * @param today - As `2026-12-24`.
 */
export async function readPrice(
  client: Client,
  appId: string,
  wanted: TerritoryPrice | null,
  today: string,
): Promise<StoredPrice> {
  const schedule = await readSchedule(client, appId)
  if (wanted === null) return {...NO_PRICE, isSet: schedule !== null && hasPrices(schedule)}
  const read = schedule === null ? NO_PRICE : await readPrices(client, schedule, {wanted, today})
  const {current} = read
  const isInPlace = current !== null && isSame(current, wanted)
  return isInPlace ? read : {...read, ...(await findPoint(client, appId, wanted))}
}

function isSame(one: TerritoryPrice, other: TerritoryPrice): boolean {
  return one.territory === other.territory && isSameAmount(one.amount, other.amount)
}

/**
 * Reads the price that is in force: two requests.
 *
 * @param today - As `2026-12-24`.
 * @returns null if nobody has set one.
 */
export async function readCurrentPrice(
  client: Client,
  appId: string,
  today: string,
): Promise<TerritoryPrice | null> {
  const schedule = await readSchedule(client, appId)
  if (schedule === null) return null
  return (await readPrices(client, schedule, {wanted: null, today})).current
}

/** @returns null if nobody has set a price yet. */
async function readSchedule(client: Client, appId: string): Promise<Resource | null> {
  const {data} = await client.related(`/v1/apps/${appId}/appPriceSchedule`, {
    include: ['baseTerritory', 'manualPrices'],
    [`fields[${SCHEDULES}]`]: ['baseTerritory', 'manualPrices'],
    [`fields[${PRICES}]`]: ['startDate', 'endDate'],
    'fields[territories]': 'currency',
    'limit[manualPrices]': 50,
  })
  return data
}

/** An answer that does not say how many prices there are counts as having some. */
function hasPrices({relationships}: Resource): boolean {
  const {data} = relationships?.['manualPrices'] ?? {}
  return !Array.isArray(data) || data.length > 0
}

/** Apple's code of the territory that the prices of others are worked out from. */
async function baseTerritory(
  client: Client,
  {id, relationships}: Resource,
): Promise<string | null> {
  const {data} = relationships?.['baseTerritory'] ?? {}
  if (data && 'id' in data) return data.id
  const {data: territory} = await client.related(`/v1/${SCHEDULES}/${id}/baseTerritory`)
  return territory?.id ?? null
}

/** Reads the prices that somebody has set, with their amounts. */
async function readPrices(
  client: Client,
  schedule: Resource,
  {wanted, today}: {readonly wanted: TerritoryPrice | null; readonly today: string},
): Promise<StoredPrice> {
  const [base, {data, included}] = await Promise.all([
    baseTerritory(client, schedule),
    getAll(client, `/v1/${SCHEDULES}/${schedule.id}/manualPrices`, {
      include: ['appPricePoint', 'territory'],
      [`fields[${PRICES}]`]: ['startDate', 'endDate', 'appPricePoint', 'territory'],
      [`fields[${POINTS}]`]: 'customerPrice',
      'fields[territories]': 'currency',
      limit: 200,
    }),
  ])
  const index = indexIncluded(included)
  const prices = data.map((each) => ({
    pointId: linkOf(each, 'appPricePoint'),
    territory: linkOf(each, 'territory'),
    startDate: textAttribute(each, 'startDate'),
    endDate: textAttribute(each, 'endDate'),
    amount: amountOf(oneIncluded(each, 'appPricePoint', index) ?? null),
  }))
  const current = prices.find((each) => each.territory === base && isInForce(each, today))
  const {territory = '', amount = null} = current ?? {}
  const own = new Set([base, wanted?.territory])
  const isOver = ({endDate}: ManualPrice) => endDate !== null && endDate <= today
  return {
    ...NO_PRICE,
    isSet: prices.length > 0,
    current: amount === null ? null : {territory, amount},
    others: prices.filter((each) => !own.has(each.territory) && !isOver(each)),
  }
}

function linkOf({relationships}: Resource, name: string): string {
  const {data} = relationships?.[name] ?? {}
  return data && 'id' in data ? data.id : ''
}

function amountOf(point: Resource | null): string | null {
  return point === null ? null : textAttribute(point, 'customerPrice')
}

/** Looks up the price point of an amount: reads on until it is found. */
async function findPoint(
  client: Client,
  appId: string,
  {territory, amount}: TerritoryPrice,
): Promise<Pick<StoredPrice, 'point' | 'nearest'>> {
  const query = {
    'filter[territory]': territory,
    include: 'territory',
    [`fields[${POINTS}]`]: ['customerPrice', 'territory'],
    'fields[territories]': 'currency',
    limit: 200,
  }
  // The service has been seen to ignore some filters.
  const pointsOf = (page: readonly Resource[]): readonly PricePoint[] =>
    page
      .filter((each) => ['', territory].includes(linkOf(each, 'territory')))
      .flatMap((each) => {
        const own = amountOf(each)
        return own === null ? [] : [{id: each.id, amount: own}]
      })
  const isFound = (page: readonly Resource[]) => choosePoint(pointsOf(page), amount).point !== null
  const {data} = await getAll(client, `/v1/apps/${appId}/${POINTS}`, query, isFound)
  return choosePoint(pointsOf(data), amount)
}

/**
 * Sets the price of an app from today on. The prices that somebody has set for other territories stay.
 *
 * @param point - The price point of the wanted price.
 */
export async function setPrice(
  {client, signal}: {readonly client: Client; readonly signal: AbortSignal},
  appId: string,
  {
    wanted,
    point,
    others,
    today,
  }: {
    readonly wanted: TerritoryPrice
    readonly point: PricePoint
    readonly others: readonly ManualPrice[]
    readonly today: string
  },
): Promise<void> {
  const always = {pointId: point.id, territory: wanted.territory, startDate: null, endDate: null}
  const prices = [always, ...others].map((price, index) => inlinePrice(price, index, today))
  const body = {
    data: {
      type: SCHEDULES,
      relationships: {
        app: {data: {type: 'apps', id: appId}},
        baseTerritory: {data: {type: 'territories', id: wanted.territory}},
        manualPrices: {data: prices.map(({type, id}) => ({type, id}))},
      },
    },
    included: prices,
  }
  const find = async () => {
    const schedule = await readSchedule(client, appId)
    if (schedule === null) return null
    const {current} = await readPrices(client, schedule, {wanted, today})
    return current !== null && isSame(current, wanted) ? schedule : null
  }
  await createOrFind(client, `/v1/${SCHEDULES}`, {body, find, signal})
}

/** A price that has begun has no first day any more [inferred: Apple takes no day of the past]. */
function inlinePrice({pointId, startDate, endDate}: ManualPrice, index: number, today: string) {
  const hasBegun = startDate !== null && startDate <= today
  return {
    type: PRICES,
    id: `\${price${index}}`,
    attributes: {startDate: hasBegun ? null : startDate, endDate},
    relationships: {appPricePoint: {data: {type: POINTS, id: pointId}}},
  }
}

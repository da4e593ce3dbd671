import {notFound} from '../http/refusal.ts'
import type {Attributes} from '../store/attributes.ts'
import {TERRITORIES, WHOLE_CURRENCIES} from './catalogues.ts'

/** What a customer pays in a territory. */
export interface PricePoint {
  readonly id: string
  readonly appId: string
  readonly territory: string
  /** In the smallest unit of the currency. */
  readonly amount: number
}

/** In cents: free, then those of Apple's list up to 99.99, then whole ones. More than Apple has in some territories. */
const AMOUNTS: readonly number[] = [
  ...new Set([
    0,
    ...Array.from({length: 998}, (_, index) => 29 + index * 10),
    ...Array.from({length: 100}, (_, index) => (index + 1) * 100),
    10_999,
    14_999,
    19_999,
    49_999,
    99_999,
  ]),
].toSorted((a, b) => a - b)

/**
 * Every price point of an app, or those of some territories. None is kept: there are thousands, and an id says all, as
 * Apple's own ids do (base64 of app, territory and number).
 */
export function pricePoints(
  appId: string,
  territories: readonly string[] = Object.keys(TERRITORIES),
): readonly PricePoint[] {
  return Object.keys(TERRITORIES)
    .filter((territory) => territories.includes(territory))
    .flatMap((territory) =>
      AMOUNTS.map((amount, index) => ({
        id: idOf(appId, territory, 10_000 + index),
        appId,
        territory,
        amount,
      })),
    )
}

/** Throws 404 for an id that is none. */
export function pricePointOf(id: string): PricePoint {
  const source = Buffer.from(id, 'base64url').toString()
  const groups = /^\{"s":"(?<app>[^"]+)","t":"(?<territory>\w+)","p":"1(?<index>\d{4})"\}$/u.exec(
    source,
  )?.groups
  const {app: appId = '', territory = '', index = ''} = groups ?? {}
  const amount = AMOUNTS[Number(index)]
  if (groups === undefined || amount === undefined || !(territory in TERRITORIES)) {
    throw notFound('appPricePoints', id)
  }
  return {id, appId, territory, amount}
}

export function pricePointAttributes({territory, amount}: PricePoint): Attributes {
  const isWhole = WHOLE_CURRENCIES.has(TERRITORIES[territory]?.currency ?? '')
  const price = isWhole ? amount : amount / 100
  // 70 % of it, as for an app outside of the small business program.
  const proceeds = Math.round(price * 70) / 100
  return {customerPrice: spelled(price), proceeds: spelled(proceeds)}
}

/** As bodies in the field have it: `0.0`, `0.99`, `1.0`. */
function spelled(price: number): string {
  return Number.isInteger(price) ? `${price}.0` : String(price)
}

function idOf(app: string, territory: string, point: number): string {
  return Buffer.from(`{"s":"${app}","t":"${territory}","p":"${point}"}`).toString('base64url')
}

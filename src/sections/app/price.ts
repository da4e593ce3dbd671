import type {FieldValue} from '../../fields/field.ts'

/** What customers pay in a territory. */
export interface TerritoryPrice {
  /** Apple's code, such as `USA`. */
  readonly territory: string
  /** A number as somebody wrote it, such as `0.0` or `0.99`. */
  readonly amount: string
}

/** A price point of Apple's: one of the prices that an app can have in a territory. */
export interface PricePoint {
  /** Apple's id. */
  readonly id: string
  /** As in {@link TerritoryPrice}. */
  readonly amount: string
}

/** A price that somebody has set for a territory. */
export interface ManualPrice {
  /** Apple's id of the price point. */
  readonly pointId: string
  readonly territory: string
  /** First day, as `2026-12-24`; null if it has always been there. */
  readonly startDate: string | null
  /** The day after the last one; null if it has no end. */
  readonly endDate: string | null
}

/** What the store has. */
export interface StoredPrice {
  /** Whether there is any price. */
  readonly isSet: boolean
  /** The price that is in force in the base territory; null if there is none, or none is declared to compare it with. */
  readonly current: TerritoryPrice | null
  /** Prices of other territories that somebody has set, and that a new price must not lose. */
  readonly others: readonly ManualPrice[]
  /** The price point of a declared price that is not in force: null if that is, or if Apple has none. */
  readonly point: PricePoint | null
  /** If Apple has no such price point: those that are next to it. */
  readonly nearest: {readonly lower: string | null; readonly higher: string | null} | null
}

/** A price as one text: `0.99 (USA)`. */
export function priceText({territory, amount}: TerritoryPrice): string {
  return `${amount} (${territory})`
}

const PRICE_TEXT = /^(?<amount>\S+) \((?<territory>\w+)\)$/u

/** Whether two prices are the same amount in the same territory. */
export function isSamePrice(one: FieldValue, other: FieldValue): boolean {
  const [first, second] = [one, other].map((each) => PRICE_TEXT.exec(String(each))?.groups)
  return (
    first !== undefined &&
    second !== undefined &&
    first['territory'] === second['territory'] &&
    isSameAmount(first['amount'] ?? '', second['amount'] ?? '')
  )
}

/** Apple writes `0.0` for what somebody writes as `0`. */
export function isSameAmount(one: string, other: string): boolean {
  return Number(one) === Number(other)
}

/**
 * Of several price points the one of an amount, or the ones next to it.
 *
 * @param amount - As in {@link TerritoryPrice}.
 */
export function choosePoint(
  points: readonly PricePoint[],
  amount: string,
): Pick<StoredPrice, 'point' | 'nearest'> {
  const point = points.find((each) => isSameAmount(each.amount, amount)) ?? null
  if (point !== null) return {point, nearest: null}
  const inOrder = points.toSorted((one, other) => Number(one.amount) - Number(other.amount))
  const lower = inOrder.findLast((each) => Number(each.amount) < Number(amount))
  const higher = inOrder.find((each) => Number(each.amount) > Number(amount))
  return {point, nearest: {lower: lower?.amount ?? null, higher: higher?.amount ?? null}}
}

/**
 * Whether a price is in force.
 *
 * @param today - As `2026-12-24`, UTC: Apple does not say in which zone a price changes [inferred].
 */
export function isInForce({startDate, endDate}: ManualPrice, today: string): boolean {
  return (startDate === null || startDate <= today) && (endDate === null || endDate > today)
}

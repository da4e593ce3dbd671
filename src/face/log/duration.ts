const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A duration for the log: `0.4 s`, `12 s`, `2 min`, `2 min 30 s`, `1 h 5 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 10 * SECOND) return `${Number((milliseconds / SECOND).toFixed(1))} s`
  const seconds = Math.round(milliseconds / SECOND)
  if (seconds < 60) return `${seconds} s`
  if (milliseconds < HOUR - SECOND / 2)
    return parts(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const minutes = Math.round(milliseconds / MINUTE)
  return parts(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

function parts(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}

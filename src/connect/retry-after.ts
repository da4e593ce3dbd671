/**
 * How long an answer asks to wait (RFC 9110, 10.2.3): a number of seconds, or a date, which is compared with the
 * answer's own date, so that clock differences do not matter.
 *
 * @returns seconds, more than 0, or null if the answer does not ask to wait.
 */
export function retryAfterSeconds(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): number | null {
  const value = firstValue(headers['retry-after'])?.trim() ?? ''
  if (/^\d+$/.test(value)) return positive(Number(value))
  const sentAt = Date.parse(firstValue(headers['date']) ?? '')
  return positive((Date.parse(value) - (Number.isNaN(sentAt) ? Date.now() : sentAt)) / 1000)
}

/** The first value of a header that may occur several times. */
export function firstValue(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

function positive(seconds: number): number | null {
  return seconds > 0 ? seconds : null
}

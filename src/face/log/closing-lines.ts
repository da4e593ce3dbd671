import {plural} from '../../core/plural.ts'
import {duration} from './duration.ts'

export interface Closing {
  /** How long the run took. */
  readonly milliseconds: number
  /** API requests to App Store Connect, retries included. */
  readonly requests: number
  /** Where the page is, or null if there is none. */
  readonly reportPath: string | null
}

/** The last lines of the log, after the verdict: what the run took, and where the report is. */
export function closingLines({milliseconds, requests, reportPath}: Closing): readonly string[] {
  const asked = requests === 0 ? '' : ` and ${plural(requests, 'API request')}`
  return [
    `Took ${duration(milliseconds)}${asked}.`,
    ...(reportPath === null ? [] : [`Report: ${reportPath}`]),
  ]
}

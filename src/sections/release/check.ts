import type {Diagnostic} from '../../core/diagnostic.ts'
import {errorAtField} from '../../fields/at-field.ts'
import {shownValue} from '../../fields/field.ts'
import type {StoredRelease, WantedRelease} from './release.ts'

/** In milliseconds. */
const HOUR = 3_600_000

/**
 * A date that is over cannot be set [inferred]. One that the store has is no mistake: the version was not approved in time.
 * App Store Connect offers whole hours, and those who use the API cut a date to its hour (fastlane/fastlane#17283).
 *
 * @param have - Null if the store was not read.
 */
export function checkRelease(
  {version}: WantedRelease,
  have: StoredRelease | null,
): readonly Diagnostic[] {
  return version.flatMap((field): readonly Diagnostic[] => {
    if (field.name !== 'earliestReleaseDate') return []
    if (have !== null && field.isSame(field.value, have.attributes[field.name] ?? null)) return []
    const time = Date.parse(String(field.value))
    if (time % HOUR !== 0) {
      return [
        errorAtField(field, {
          code: 'not-a-whole-hour',
          what: `wants the release not before ${shownValue(field)}, but App Store Connect only has whole hours in UTC`,
          next: `write one, such as ${new Date(time - (time % HOUR)).toISOString().replace('.000', '')}`,
        }),
      ]
    }
    // Whether the store has it is only known once it is read.
    if (have === null || time > Date.now()) return []
    return [
      errorAtField(field, {
        code: 'date-is-over',
        what: `wants the release not before ${shownValue(field)}, which is over`,
        next: 'write a later date, or `release: after-approval` without `earliest-release`',
      }),
    ]
  })
}

import {isError, pathOf} from './diagnostic.ts'
import type {Diagnostic} from './diagnostic.ts'
import {ExpectedError} from './expected-error.ts'
import {nextPause} from './next-pause.ts'
import {plural} from './plural.ts'
import type {Prepared} from './prepare.ts'
import type {ChecklistItem} from './view.ts'
import {waitFor} from './wait-for.ts'
import type {WaitOptions} from './wait-for.ts'

/** Other jobs did not get their part of the work done in time. */
class OthersNotDoneError extends ExpectedError {
  override readonly name = 'OthersNotDoneError'
  readonly code = 'OTHERS_NOT_DONE'

  /** @param why - Completes "Not submitted, because". */
  constructor(why: string) {
    super(`Not submitted, because ${why}.`, {
      remedy: 'Once the other jobs are green, run this one again.',
    })
  }
}

/**
 * Waits until App Store Connect has the whole listing, of which other jobs do a part.
 *
 * @param plan - Plans the whole listing anew.
 * @param options.timeout - In milliseconds.
 * @returns what Apple needs of it.
 * @throws {OthersNotDoneError} if the others take too long, or cannot do their part.
 */
export async function whenWholeListingIsDone(
  plan: () => Promise<Pick<Prepared, 'plan' | 'requirements'>>,
  options: Pick<WaitOptions, 'timeout' | 'signal'>,
): Promise<readonly ChecklistItem[]> {
  let left = 0
  const look = async () => {
    const {
      plan: {steps, diagnostics},
      requirements,
    } = await plan()
    const wrong = diagnostics.find(isError)
    if (wrong !== undefined) {
      throw new OthersNotDoneError(`the part of the other jobs has an error: ${inWords(wrong)}`)
    }
    left = steps.length
    return left === 0 ? (requirements ?? []) : null
  }
  const found = await waitFor(look, {...options, pause: pauseBetweenPlans})
  if (found === null) {
    throw new OthersNotDoneError(
      `${plural(left, 'step')} of the other jobs ${left === 1 ? 'is' : 'are'} not done yet`,
    )
  }
  return found
}

/** A plan of a large listing takes some eighty requests of those that the other jobs need. */
function pauseBetweenPlans(waited: number): number {
  return Math.max(nextPause(waited), waited / 3)
}

function inWords(diagnostic: Diagnostic): string {
  return [pathOf(diagnostic) ?? '', diagnostic.what].join(' ').trim()
}

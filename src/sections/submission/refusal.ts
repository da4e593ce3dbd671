import {ApiError} from '../../connect/errors.ts'
import type {FilePosition} from '../../core/diagnostic.ts'
import {ExpectedError} from '../../core/expected-error.ts'
import type {AppleReason} from '../../core/vocabulary.ts'
import {withStop} from './missing.ts'
import {LeftOpenError, SubmissionRefusedError} from './submission-errors.ts'

/** What Apple names when it refuses a submission. */
interface Named {
  /** The path of a resource, such as `/v1/appStoreVersionLocalizations/7`. */
  readonly resource: string
  /** Apple's name of the attribute or relationship. */
  readonly attribute: string
}

/** What is known of what Apple names. */
export interface Refused {
  /** @returns what it is in words and where it is declared; null if it is not declared. */
  readonly find: (
    named: Named,
  ) => Promise<{readonly words: string; readonly at: FilePosition} | null>
}

/** What to add, by a part of Apple's code or of the path that it names. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/appDataUsages/u, 'Answer the questions of App Privacy in App Store Connect; the API cannot.'],
  [/SCREENSHOT_REQUIRED\.(?<type>\w+)/u, 'Add screenshots for $<type>.'],
  [
    /ITEM_PART_OF_ANOTHER_SUBMISSION/u,
    'It is in another review submission: remove it there first.',
  ],
]

/**
 * Turns Apple's refusal of a submission into one sentence for each reason. Any other error of App Store Connect also says
 * that the submission stays open.
 */
export async function refusal(
  error: unknown,
  submissionId: string,
  {find}: Refused,
): Promise<unknown> {
  if (!(error instanceof ApiError) || error.status !== 409) {
    return error instanceof ExpectedError ? new LeftOpenError(error, submissionId) : error
  }
  const associated = error.reasons.filter(({resource}) => resource !== undefined)
  const telling = associated.length > 0 ? associated : error.reasons
  const sentences = new Set<string>()
  for (const reason of telling) {
    // oxlint-disable-next-line no-await-in-loop -- what is found for one is known for all
    sentences.add(await sentenceOf(reason, find))
  }
  return new SubmissionRefusedError(error.code, [...sentences], submissionId, error)
}

async function sentenceOf(
  {code, description, resource = '', pointer}: AppleReason,
  find: Refused['find'],
): Promise<string> {
  for (const [pattern, words] of KNOWN) {
    const match = pattern.exec(`${resource} ${code}`)
    if (match !== null) return match[0].replace(pattern, words)
  }
  const attribute = pointer?.split('/').at(-1) ?? null
  const known = attribute === null ? null : await find({resource, attribute})
  const about = known === null ? '' : `${placeOf(known.at)} (${known.words}): `
  return `${about}${withStop(description === '' ? code : description)}`
}

function placeOf({path, line}: FilePosition): string {
  return line === undefined ? path : `${path}:${line}`
}

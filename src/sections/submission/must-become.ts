import type {Client} from '../../connect/client.ts'
import type {Platform} from '../../core/platforms.ts'
import type {App} from '../../core/vocabulary.ts'
import {waitFor} from '../../core/wait-for.ts'
import {UnconfirmedError} from './submission-errors.ts'

export interface SubmissionWork {
  readonly client: Client
  readonly signal: AbortSignal
  readonly app: App
  readonly platform: Platform
  /** How long Apple may take for each of the things that it does in its own time, in milliseconds. */
  readonly timeout: number
}

/** Apple answers within seconds as a rule; fastlane waits 2.5 minutes. */
const SHORTEST_WAIT = 5 * 60_000

/** Apple's state of a version, an open string; null if there is none. */
export async function versionState({client}: SubmissionWork, id: string): Promise<string | null> {
  const {data} = await client.related<{appVersionState?: string; appStoreState?: string}>(
    `/v1/appStoreVersions/${id}`,
    {'fields[appStoreVersions]': ['appVersionState', 'appStoreState']},
  )
  return data?.attributes?.appVersionState ?? data?.attributes?.appStoreState ?? null
}

/**
 * Waits until Apple says that something has a state.
 *
 * @param alike - Other states that will do.
 * @returns the state that it has then.
 * @throws {UnconfirmedError} if it takes too long.
 */
export async function mustBecome(
  {timeout, signal}: SubmissionWork,
  wanted: string,
  read: () => Promise<string | null>,
  alike: readonly string[] = [],
): Promise<string> {
  let last: string | null = null
  const look = async () => {
    last = await read()
    return last !== null && (last === wanted || alike.includes(last)) ? last : null
  }
  const longest = Math.max(timeout, SHORTEST_WAIT)
  const state = await waitFor(look, {timeout: longest, signal})
  if (state === null) throw new UnconfirmedError(wanted, last, longest)
  return state
}

import {ApiError} from '../connect/errors.ts'
import {ExpectedError} from '../core/expected-error.ts'
import type {AppleReason} from '../core/vocabulary.ts'

/** Values by Apple's names. */
export type Values<Value> = Readonly<Record<string, Value>>

/** What became of values that were sent together. */
export interface SentTogether<Answer> {
  /** Of the request that Apple took; null if it took none. */
  readonly answer: Answer | null
  /** Why Apple did not take a value, by Apple's name. The others are in the store. */
  readonly refused: ReadonlyMap<string, FieldRefusedError>
}

/** App Store Connect does not take one of several values, for example because the state of the version locks it. */
export class FieldRefusedError extends ExpectedError {
  override readonly name = 'FieldRefusedError'
  readonly code: string

  constructor({code, description}: AppleReason, cause: ApiError) {
    super(`App Store Connect refused it: ${code}: ${description}`, {
      cause,
      remedy: LOCKED.test(code)
        ? 'It cannot be changed in the present state. Remove it from the folder or from `app-store.yml` until it can.'
        : '',
    })
    this.code = code
  }
}

const LOCKED = /^STATE_ERROR|INVALID_STATE/u

/**
 * Sends values of one resource together. Apple refuses all of them for one, and says which: then the others are sent
 * again without it.
 *
 * @param send - Sends them in one request.
 * @param required - Apple's names of values without which nothing can be sent.
 * @throws {ApiError} if Apple does not say which value it is about, or does not take a required one.
 */
export async function sendTogether<Value, Answer>(
  values: Values<Value>,
  send: (values: Values<Value>) => Promise<Answer>,
  required: readonly string[] = [],
): Promise<SentTogether<Answer>> {
  const refused = new Map<string, FieldRefusedError>()
  for (;;) {
    const left = Object.fromEntries(Object.entries(values).filter(([name]) => !refused.has(name)))
    if (Object.keys(left).length === 0) return {answer: null, refused}
    try {
      // oxlint-disable-next-line no-await-in-loop -- each answer says what to send next
      return {answer: await send(left), refused}
    } catch (error) {
      const faults = refusedValues(error, Object.keys(left))
      if (faults.size === 0 || required.some((name) => faults.has(name))) throw error
      for (const [name, fault] of faults) refused.set(name, fault)
    }
  }
}

/** Where an error of Apple's says that it is about a value of the resource that was sent. */
const POINTER = /^\/data\/(?:attributes|relationships)\/(?<name>\w+)/u

/** How a reason says it that has no pointer: people report what Apple says of locked attributes without one. */
const LOCKED_NAME = /^Attribute '(?<name>\w+)' cannot be edited/u

function nameIn({pointer, description}: AppleReason): string | undefined {
  const found = pointer === undefined ? LOCKED_NAME.exec(description) : POINTER.exec(pointer)
  return found?.groups?.['name']
}

/** @returns none if a reason is about something else: then nobody knows what would be taken. */
function refusedValues(
  error: unknown,
  names: readonly string[],
): ReadonlyMap<string, FieldRefusedError> {
  if (!(error instanceof ApiError && error.status === 409)) return new Map()
  const faults = error.reasons.map((reason) => {
    const name = nameIn(reason)
    return [
      names.find((each) => each === name) ?? null,
      new FieldRefusedError(reason, error),
    ] as const
  })
  const known = faults.flatMap(([name, fault]) => (name === null ? [] : [[name, fault] as const]))
  return known.length < faults.length ? new Map() : new Map(known)
}

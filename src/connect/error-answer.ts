import type {AppleReason} from '../core/vocabulary.ts'

/**
 * Reads Apple's `errors[]` with their associated errors, which often say what the first one does not.
 *
 * @param answer - The parsed body of an answer; anything but Apple's JSON gives an empty list.
 */
export function readErrorReasons(answer: unknown): readonly AppleReason[] {
  return list(member(answer, 'errors')).flatMap((error) => [
    reasonOf(error),
    ...associated(member(member(error, 'meta'), 'associatedErrors')),
  ])
}

function associated(errors: unknown): readonly AppleReason[] {
  if (typeof errors !== 'object' || errors === null) return []
  return Object.entries(errors).flatMap(([resource, each]) =>
    list(each).map((error) => ({...reasonOf(error), resource})),
  )
}

function reasonOf(error: unknown): AppleReason {
  const detail = text(member(error, 'detail')) ?? text(member(error, 'title')) ?? ''
  const pointer = text(member(member(error, 'source'), 'pointer'))
  return {
    code: text(member(error, 'code')) ?? 'UNKNOWN',
    description: detail,
    ...(pointer === undefined ? {} : {pointer}),
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

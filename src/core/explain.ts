import type {About, Diagnostic} from './diagnostic.ts'
import {ExpectedError} from './expected-error.ts'
import {systemErrorText} from './system-error.ts'

/** Turns anything that was thrown into a diagnostic. An error that is not ours is a bug, so its stack is included. */
export function explain(error: unknown, about: About | null = null): Diagnostic {
  if (error instanceof ExpectedError) {
    const {code, message, remedy} = error
    return {severity: 'error', code, what: message, next: remedy, about}
  }
  if (systemErrorText(error, 'syscall') !== '') {
    const what = error instanceof Error ? error.message : String(error)
    return {severity: 'error', code: systemErrorText(error, 'code'), what, next: '', about}
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    severity: 'error',
    code: 'bug',
    what: `This is a bug in the action. Please report it: ${stack}`,
    next: '',
    about,
  }
}

import type {Progress} from '../../src/core/progress.ts'

function ignore(): void {}

function nothing(): Disposable {
  return {[Symbol.dispose]: ignore}
}

/** A progress that nobody listens to, but for the overrides. */
export function quietProgress(overrides: Partial<Progress> = {}): Progress {
  return {
    tell: ignore,
    held: nothing,
    processing: nothing,
    requested: ignore,
    sent: ignore,
    begin: ignore,
    started: ignore,
    ended: ignore,
    ...overrides,
  }
}

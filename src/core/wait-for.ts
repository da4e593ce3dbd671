import {setTimeout as delay} from 'node:timers/promises'

import {nextPause} from './next-pause.ts'

export interface WaitOptions {
  /** In milliseconds. */
  readonly timeout: number
  readonly signal: AbortSignal
  /** How long to wait before the next look, given the time waited so far, in milliseconds. Default: {@link nextPause}. */
  readonly pause?: (waited: number) => number
}

/**
 * Looks for something that Apple is about to make, with growing pauses. The first look is at once.
 *
 * @param look - Returns null while it is not there.
 * @returns null if it is not there in time.
 * @throws the signal's reason if it is aborted.
 */
export async function waitFor<Found>(
  look: () => Promise<Found | null>,
  {timeout, signal, pause = nextPause}: WaitOptions,
): Promise<Found | null> {
  const start = performance.now()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    const found = await look()
    if (found !== null) return found
    const waited = performance.now() - start
    const left = timeout - waited
    if (left <= 0) return null
    // oxlint-disable-next-line no-await-in-loop
    await delay(Math.min(pause(waited), left), undefined, {signal})
  }
}

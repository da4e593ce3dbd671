import {setTimeout as delay} from 'node:timers/promises'

/** Lists show what was just made, and what Apple copies into it, with a delay. */
export const LOOK_AGAIN_MILLISECONDS = [1000, 1500, 2500]

/** Looks a few times for what should be there soon. @returns null if it is not. */
export async function lookAgain<Found>(
  find: () => Promise<Found | null>,
  signal: AbortSignal,
): Promise<Found | null> {
  for (const pause of LOOK_AGAIN_MILLISECONDS) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await delay(pause, undefined, {signal})
    // oxlint-disable-next-line no-await-in-loop
    const found = await find()
    if (found !== null) return found
  }
  return null
}

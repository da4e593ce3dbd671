import type {World} from './world.ts'

/** Something that App Store Connect does some time after it has answered. */
export interface Due {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly happen: () => void
}

/** Lets something happen later; nothing is scheduled, {@link settleDue} works it out from the clock. */
export function later(
  {due, settings}: Pick<World, 'due' | 'settings'>,
  milliseconds: number,
  happen: () => void,
): void {
  due.push({at: settings.now() + milliseconds, happen})
}

/** Makes happen whatever is due by now, the earliest first. */
export function settleDue({due, settings}: Pick<World, 'due' | 'settings'>): void {
  const now = settings.now()
  const happening = due.filter(({at}) => at <= now).toSorted((a, b) => a.at - b.at)
  const waiting = due.filter(({at}) => at > now)
  due.splice(0, due.length, ...waiting)
  for (const {happen} of happening) happen()
}

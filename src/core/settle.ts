import {setTimeout as delay} from 'node:timers/promises'

import type {Pending, Section, Verdict} from './section.ts'
import {nextPause} from './next-pause.ts'

/** What became of a pending step: a verdict, or the time was up first. */
export type Outcome = Verdict | {readonly state: 'unfinished'}

export interface ProcessingOptions {
  readonly section: Pick<Section, 'verify'>
  /** How long Apple may take for a group after its last step was sent, in milliseconds. */
  readonly timeout: number
  readonly signal: AbortSignal
}

interface GroupState {
  sending: number
  readonly pending: Map<Pending, (outcome: Outcome | Promise<never>) => void>
  isWatched: boolean
  /** When the time is up, counted from the moment the last step was sent; on the clock of `performance.now()`. */
  end: number
}

/**
 * Waits for Apple to process what was sent. A group is read as a whole and only while nothing of it is being sent, so
 * that waiting costs a handful of requests however many files a group has.
 */
export function createProcessing({section, timeout, signal}: ProcessingOptions) {
  const groups = new Map<string, GroupState>()
  const stateOf = (group: string): GroupState => {
    const state = groups.get(group) ?? {sending: 0, pending: new Map(), isWatched: false, end: 0}
    groups.set(group, state)
    return state
  }

  const look = async (group: string, state: GroupState): Promise<void> => {
    const asked = [...state.pending.keys()]
    const settle = (pending: Pending, outcome: Outcome | Promise<never>) => {
      state.pending.get(pending)?.(outcome)
      state.pending.delete(pending)
    }
    try {
      const verdicts = await section.verify(group, asked)
      for (const pending of asked) {
        const verdict = verdicts.get(pending.step.id)
        if (verdict !== undefined) settle(pending, verdict)
      }
    } catch (error) {
      for (const pending of asked) settle(pending, Promise.reject(error))
    }
  }
  const watch = async (group: string, state: GroupState): Promise<void> => {
    if (state.isWatched) return
    state.isWatched = true
    const start = performance.now()
    while (state.pending.size > 0 && state.sending === 0) {
      const now = performance.now()
      const pause = Math.max(0, Math.min(nextPause(now - start), state.end - now))
      await delay(pause, undefined, {signal}).catch(() => undefined)
      if (state.sending > 0) break
      await look(group, state)
      if (state.sending > 0) break
      if (performance.now() >= state.end) {
        for (const settle of state.pending.values()) settle({state: 'unfinished'})
        state.pending.clear()
      }
    }
    state.isWatched = false
  }

  return {
    /** A step of the group has begun; reading the group would be too early until `sent`. */
    begin(group: string): void {
      stateOf(group).sending += 1
    },
    /** A step of the group has been sent, or has failed; call `outcome` first if there is one to wait for. */
    sent(group: string): void {
      const state = stateOf(group)
      state.sending -= 1
      if (state.sending > 0) return
      state.end = performance.now() + timeout
      void watch(group, state)
    },
    /** Resolves when Apple has decided, or the time is up. @throws what reading the group threw. */
    outcome(group: string, pending: Pending): Promise<Outcome> {
      return new Promise((resolve) => stateOf(group).pending.set(pending, resolve))
    },
  }
}

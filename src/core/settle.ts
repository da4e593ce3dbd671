import {setTimeout as delay} from 'node:timers/promises'

import {nextPause} from './next-pause.ts'
import type {Pending, Performer, Decision} from './section.ts'

/** How a pending step ended: Apple decided, or the timeout came first. */
export type Ending = Decision | {readonly state: 'unfinished'}

export interface DecisionWaiterOptions {
  readonly performer: Pick<Performer, 'settle'>
  /** How long Apple may take for a group, from its last sent step, in milliseconds. */
  readonly timeout: number
  readonly signal: AbortSignal
}

interface GroupState {
  sending: number
  readonly pending: Map<Pending, (ending: Ending | Promise<never>) => void>
  isWatched: boolean
  /** When to stop waiting, as `performance.now()`: the timeout counts from the last sent step. */
  end: number
}

/**
 * Waits for Apple to process what a section has sent. A group is read as a whole, and only while none of its steps
 * are being sent, so that waiting costs a handful of requests however many files the group has.
 */
export function createDecisionWaiter({performer, timeout, signal}: DecisionWaiterOptions) {
  const groups = new Map<string, GroupState>()
  const stateOf = (group: string): GroupState => {
    const state = groups.get(group) ?? {sending: 0, pending: new Map(), isWatched: false, end: 0}
    groups.set(group, state)
    return state
  }

  const look = async (group: string, state: GroupState): Promise<void> => {
    const asked = [...state.pending.keys()]
    const end = (pending: Pending, ending: Ending | Promise<never>) => {
      state.pending.get(pending)?.(ending)
      state.pending.delete(pending)
    }
    try {
      const decisions = await performer.settle(group, asked)
      for (const pending of asked) {
        const decision = decisions.get(pending.step.id)
        if (decision !== undefined) end(pending, decision)
      }
    } catch (error) {
      for (const pending of asked) end(pending, Promise.reject(error))
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
        for (const end of state.pending.values()) end({state: 'unfinished'})
        state.pending.clear()
      }
    }
    state.isWatched = false
  }

  return {
    /** A step of the group has started. The group is not read before the matching `sent`. */
    begin(group: string): void {
      stateOf(group).sending += 1
    },
    /** A step of the group has been sent or has failed. Call `ending` first if the step is pending. */
    sent(group: string): void {
      const state = stateOf(group)
      state.sending -= 1
      if (state.sending > 0) return
      state.end = performance.now() + timeout
      void watch(group, state)
    },
    /** Resolves when Apple has decided or the timeout has passed. @throws what reading the group threw. */
    ending(group: string, pending: Pending): Promise<Ending> {
      return new Promise((resolve) => stateOf(group).pending.set(pending, resolve))
    },
  }
}

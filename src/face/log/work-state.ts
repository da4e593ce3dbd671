import prettyBytes from 'pretty-bytes'

import type {Hold, Progress} from '../../core/progress.ts'
import {plural} from '../../core/plural.ts'
import {sendsFile} from '../../core/step.ts'
import type {Step} from '../../core/step.ts'
import {duration} from './duration.ts'

/** What keeps the run busy at a moment. */
export interface Status {
  /** The same as long as the same thing keeps the run busy. */
  readonly key: string
  /** How often its line was due to be repeated. */
  readonly round: number
  readonly line: string
}

/** Knows what is being done and waited for. */
export interface WorkState extends Pick<Progress, 'held' | 'processing' | 'started'> {
  readonly begin: (steps: readonly Step[]) => void
  readonly ended: (step: Step) => void
  readonly sent: (bytes: number) => void
  /** How long nothing but Apple's processing was waited for, in milliseconds. */
  readonly waited: () => number
  /** Null if nothing is going on. Called at short intervals, by which the speed is measured. */
  readonly status: () => Status | null
}

const REPEAT_MILLISECONDS = 30_000
/** The speed is that of the last half minute. */
const SPEED_MILLISECONDS = 30_000
const MIN_SPEED_MILLISECONDS = 1000
/** Anything slower waits for the API, not for the network. */
const MIN_BYTES_PER_SECOND = 10_000

const roundOf = (milliseconds: number) => Math.floor(milliseconds / REPEAT_MILLISECONDS)

function soFar(round: number): string {
  return round === 0 ? '' : `, ${duration(round * REPEAT_MILLISECONDS)} so far`
}

/** @param now - In milliseconds, from any fixed moment. */
export function createWorkState(now: () => number): WorkState {
  const holds = new Set<Hold & {readonly since: number}>()
  const processing = new Set<{readonly names: readonly string[]}>()
  /** Steps of the plan that have not ended. */
  const open = new Map<string, Step>()
  const inWork = new Set<string>()
  let total = {steps: 0, files: 0, bytes: 0}
  let begunAt = 0
  let sentBytes = 0
  let samples: readonly {readonly at: number; readonly bytes: number}[] = []
  let waitingSince: number | null = null

  const names = () => [...processing].flatMap((each) => each.names)
  /** How many steps are being carried out, without those that only wait for Apple. */
  const working = () => inWork.size - (inWork.size === 0 ? 0 : names().length)

  const held = (at: number): Status | null => {
    const all = [...holds]
    const timed = all.findLast(({until}) => until !== null)
    if (timed !== undefined) {
      const line = `${timed.why}: waiting until ${timed.until}.`
      return {key: line, round: 0, line}
    }
    const [first] = all
    if (first === undefined) return null
    const {why, since} = first
    const round = roundOf(at - since)
    return {key: why, round, line: `${why}. Trying again${soFar(round)}.`}
  }
  const speed = (): string => {
    const [first] = samples
    const last = samples.at(-1)
    if (first === undefined || last === undefined) return ''
    const time = last.at - first.at
    const bytes = last.bytes - first.bytes
    const rate = bytes / (time / 1000)
    if (time < MIN_SPEED_MILLISECONDS || rate < MIN_BYTES_PER_SECOND) return ''
    const left = total.bytes - sentBytes
    const end = left > 0 ? `, about ${duration((left / rate) * 1000)} left` : ''
    return `, ${prettyBytes(rate)}/s${end}`
  }
  const sending = (at: number): Status => {
    const unsent = [...open.values()].filter(sendsFile).length - names().length
    const round = roundOf(at - begunAt)
    if (unsent <= 0 || sentBytes === 0) {
      const line = `Working: ${total.steps - open.size} of ${plural(total.steps, 'step')} done.`
      return {key: 'working', round, line}
    }
    const files = `${total.files - unsent} of ${plural(total.files, 'file')}`
    const bytes = `${prettyBytes(sentBytes)} of ${prettyBytes(total.bytes)}`
    return {key: 'uploading', round, line: `Uploading: ${files}, ${bytes}${speed()}.`}
  }
  const waiting = (at: number): Status | null => {
    const [first, ...others] = names()
    if (first === undefined) return null
    waitingSince ??= at
    const round = roundOf(at - waitingSince)
    const what = others.length === 0 ? first : `${first} and ${others.length} more`
    const line =
      inWork.size === 0
        ? `Waiting for Apple to process ${what} from an earlier upload${soFar(round)}.`
        : `Uploaded. Waiting for Apple to process ${what}${soFar(round)}.`
    return {key: 'waiting', round, line}
  }
  return {
    held(hold) {
      const entry = {...hold, since: now()}
      holds.add(entry)
      return {[Symbol.dispose]: () => void holds.delete(entry)}
    },
    processing(more) {
      const entry = {names: more}
      processing.add(entry)
      if (working() === 0) waitingSince ??= now()
      return {[Symbol.dispose]: () => void processing.delete(entry)}
    },
    begin(steps) {
      begunAt = now()
      for (const step of steps) open.set(step.id, step)
      const files = steps.filter(sendsFile)
      const bytes = files.reduce((sum, {cost}) => sum + cost.bytes, 0)
      total = {steps: steps.length, files: files.length, bytes}
    },
    started({id}) {
      waitingSince = null
      inWork.add(id)
    },
    ended({id}) {
      open.delete(id)
      inWork.delete(id)
    },
    sent(bytes) {
      sentBytes += bytes
    },
    waited: () => (waitingSince === null ? 0 : now() - waitingSince),
    status() {
      const at = now()
      const hold = held(at)
      const isSending = hold === null && working() > 0
      samples = isSending
        ? [...samples, {at, bytes: sentBytes}].filter((each) => at - each.at <= SPEED_MILLISECONDS)
        : []
      return hold ?? (isSending ? sending(at) : waiting(at))
    },
  }
}

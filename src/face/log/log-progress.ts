import path from 'node:path'

import prettyBytes from 'pretty-bytes'

import {REAL_CLOCK} from '../../core/clock.ts'
import type {Clock} from '../../core/clock.ts'
import {isRefused} from '../../core/plan.ts'
import {plural} from '../../core/plural.ts'
import type {Progress} from '../../core/progress.ts'
import type {Step} from '../../core/step.ts'
import type {View} from '../../core/view.ts'
import {shelvesOf, textGroupsOf} from '../../report/facts/views.ts'
import type {Log} from './log.ts'
import {createFailureLog} from './log-failures.ts'
import {createStepWords} from './log-steps.ts'
import type {PlaceNames} from './log-steps.ts'
import {createWorkState} from './work-state.ts'

/** Logs a plan and how it is carried out: a line for each step that ends and, if nothing ends for long, what is going on. */
export interface LogProgress extends Progress {
  /** Takes the names of places from these views. */
  readonly namePlaces: (views: readonly View[]) => void
  /** How many API requests went out. */
  readonly requests: () => number
  /** Logs what is left to say, and then nothing more. */
  readonly stop: () => void
}

/** How often to look whether there is something to say. */
const BEAT_MILLISECONDS = 1000
/** What keeps the run busy is logged after this long without another line. */
const SILENCE_MILLISECONDS = 5000

/** @param workspace - Absolute. The files of the steps are relative to it. */
export function createProgress(
  log: Log,
  workspace: string,
  clock: Clock = REAL_CLOCK,
): LogProgress {
  const state = createWorkState(clock.now)
  const over = new AbortController()
  const transfers = new Map<string, {readonly first: number; last: number}>()
  let names: PlaceNames = new Map()
  let words = createStepWords([], names)
  let planned: readonly string[] = []
  let requests = 0
  let lastLineAt = clock.now()
  let current: {readonly key: string | undefined; readonly since: number} = {
    key: undefined,
    since: lastLineAt,
  }
  let lastStatus = {key: '', round: 0}

  const say = (line: string) => {
    log.line(line)
    lastLineAt = clock.now()
  }
  const failures = createFailureLog(say)
  const beat = () => {
    const status = state.status()
    if (log.status !== undefined) {
      log.status(status?.line ?? null)
      return
    }
    const now = clock.now()
    if (status?.key !== current.key) current = {key: status?.key, since: now}
    if (status === null) return
    const silentSince = Math.max(lastLineAt, current.since)
    const isDue =
      status.key === lastStatus.key
        ? status.round > lastStatus.round
        : now - silentSince >= SILENCE_MILLISECONDS
    if (!isDue) return
    say(status.line)
    lastStatus = status
  }
  const watch = async () => {
    while (!over.signal.aborted) {
      await clock.sleep(BEAT_MILLISECONDS, over.signal).catch(() => undefined)
      if (!over.signal.aborted) beat()
    }
  }
  void watch()

  const sendingTime = ({subject: {file}}: Step): number => {
    const transfer = file === null ? undefined : transfers.get(path.join(workspace, file.path))
    return transfer === undefined ? 0 : transfer.last - transfer.first
  }
  return {
    tell: say,
    held: state.held,
    processing: state.processing,
    namePlaces(views) {
      const texts = textGroupsOf({views}).filter(({locale}) => locale === null)
      names = new Map([
        ...texts.map(({place, language}) => [place, language] as const),
        ...shelvesOf({views}).map(
          ({place, locale, title}) =>
            [place, locale === null ? title : `${locale}, ${title}`] as const,
        ),
      ])
      words = createStepWords([], names)
    },
    requested() {
      requests += 1
    },
    requests: () => requests,
    sent(file, bytes) {
      state.sent(bytes)
      const now = clock.now()
      const transfer = transfers.get(file) ?? {first: now, last: now}
      transfer.last = now
      transfers.set(file, transfer)
    },
    begin(plan, apply) {
      planned = plan.steps.map(({id}) => id)
      words = createStepWords(plan.steps, names)
      const lines = words.planned()
      const isCarriedOut = apply && !isRefused(plan)
      if (!apply) for (const line of lines) say(line)
      else if (lines.length > 0) {
        const bytes = plan.steps.reduce((sum, {cost}) => sum + cost.bytes, 0)
        const size = bytes === 0 ? '' : `, ${prettyBytes(bytes)} to upload`
        const fate = isCarriedOut ? '' : ', not carried out'
        log.folded(`Plan: ${plural(plan.steps.length, 'step')}${size}${fate}`, lines)
        lastLineAt = clock.now()
      }
      if (isCarriedOut) state.begin(plan.steps)
    },
    started: state.started,
    ended(step, result) {
      state.ended(step)
      if (result.status === 'done') {
        say(words.done(step, {sending: sendingTime(step), waiting: state.waited()}))
        return
      }
      failures.add(result, {
        id: step.id,
        name: words.short(step),
        line: words.failed(step, result),
      })
    },
    stop() {
      over.abort()
      failures.end(planned)
    },
  }
}

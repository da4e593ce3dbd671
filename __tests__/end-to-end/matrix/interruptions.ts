import {once} from 'node:events'
import {setTimeout as pause} from 'node:timers/promises'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {matches} from '../../../simulator/http/faults.ts'
import type {Effect, FaultMatch, FaultRule} from '../../../simulator/http/faults.ts'
import type {RouteClass} from '../../../simulator/http/routes.ts'
import type {Simulator, SimulatorOptions} from '../../../simulator/simulator.ts'
import type {Case} from './cases.ts'
import type {NamedTarget} from './named-faults.ts'
import {onStage} from './stage.ts'
import type {Stage} from './stage.ts'
import type {Story} from './story.ts'

/** What a run leaves open then cannot be filled by the next one. */
export const SHORT_LIVES: SimulatorOptions = {reservationLifetimeSeconds: 5 * 60}

export type Interruption = 'SIGKILL' | 'SIGINT' | 'SIGTERM'

/** So many requests to the API and parts may be under way when the signal comes, and arrive after it. */
const UNDER_WAY = 20

/** How many requests, parts included, an undisturbed run makes. */
export async function countRequests(story: Story): Promise<number> {
  let count = 0
  const wrong = await onStage({story}, async ({run, simulator, differences}) => {
    const {code, stdout} = await run()
    count = simulator.requests.length
    return [...(code === 0 ? [] : [stdout]), ...differences()]
  })
  if (wrong.length > 0) throw new Error(`The undisturbed run is wrong: ${wrong.join('\n')}`)
  return count
}

/** A run is interrupted when the store has applied its nth request and not answered it yet; the next one finishes. */
export function interruptedAt(
  story: Story,
  nth: number,
  signal: Interruption,
  store: SimulatorOptions = {},
): Case {
  return {
    name: `${signal} at request ${nth}`,
    play: () =>
      onStage({story, store}, async (stage) => {
        const {run, late} = await interrupt(stage, {match: {}, nth}, signal)
        const wrong = signal === 'SIGKILL' || late === null ? [] : wrongEnd(run, late)
        return [...wrong, ...(await stage.heal())]
      }),
  }
}

/** The same at the first request of a kind, which has to come. */
export function interruptedBy(
  story: Story,
  {name, match}: NamedTarget,
  signal: Interruption,
): Case {
  return {
    name: `${signal} at ${name}`,
    play: () =>
      onStage({story}, async (stage) => {
        const {run, late} = await interrupt(stage, {match, nth: 1}, signal)
        if (late === null) return [`No such request came:\n${run.stdout}`]
        const wrong = signal === 'SIGKILL' ? [] : wrongEnd(run, late)
        return [...wrong, ...(await stage.heal())]
      }),
  }
}

/** A run is cancelled a while after the store has seen the nth request of a kind; the next one finishes. */
export interface Phase {
  readonly name: string
  readonly routeClass: RouteClass
  readonly nth: number
  readonly milliseconds: number
  readonly store?: SimulatorOptions
  readonly fault?: Omit<FaultRule, 'match'>
}

const HANGS: Effect = {kind: 'hang'}

/** What a run does when the signal comes. */
export const PHASES: readonly Phase[] = [
  {
    name: 'reading',
    routeClass: 'localizations',
    nth: 1,
    milliseconds: 300,
    fault: {effect: HANGS},
  },
  {name: 'reserving', routeClass: 'reserve', nth: 3, milliseconds: 300, fault: {effect: HANGS}},
  {name: 'sending parts', routeClass: 'part', nth: 2, milliseconds: 300, fault: {effect: HANGS}},
  {
    name: 'waiting for Apple',
    routeClass: 'set-list',
    nth: 3,
    milliseconds: 300,
    store: {processingMilliseconds: 6000},
  },
  {
    name: 'bearing with a fault',
    routeClass: 'commit',
    nth: 1,
    milliseconds: 2000,
    fault: {effect: {kind: 'status', status: 503}, times: Number.POSITIVE_INFINITY},
  },
  {
    name: 'waiting for the rate limit',
    routeClass: 'commit',
    nth: 1,
    milliseconds: 300,
    fault: {effect: {kind: 'status', status: 429, headers: {'Retry-After': '60'}}},
  },
]

export function cancelledWhile(story: Story, phase: Phase, signal: Interruption): Case {
  const {name, routeClass, nth, milliseconds, store = {}, fault} = phase
  return {
    name: `${signal} while ${name}`,
    play: () =>
      onStage({story, store}, async ({simulator, start, heal}) => {
        if (fault !== undefined) simulator.faults.add({nth, ...fault, match: {path: routeClass}})
        const {child, ended} = await start()
        const arrived = () =>
          simulator.requests.filter((each) => each.routeClass === routeClass).length >= nth
        while (!arrived() && child.exitCode === null) await pause(20)
        await pause(milliseconds)
        const signalled = Date.now()
        child.kill(signal)
        const run = await ended
        const wrong = wrongEnd(run, begunAfter(simulator, signalled))
        simulator.faults.clear()
        const red = run.code === 1 ? [] : [`It ended with ${run.code}.`]
        return [...red, ...wrong, ...(await heal())]
      }),
  }
}

interface Interrupted {
  readonly run: BundleRun
  /** The requests that were begun after the signal, as sentences; null if there was no signal. */
  readonly late: readonly string[] | null
}

async function interrupt(
  {start, simulator}: Stage,
  {match, nth}: {readonly match: FaultMatch; readonly nth: number},
  signal: Interruption,
): Promise<Interrupted> {
  const {child, ended} = await start()
  let seen = 0
  const signals: number[] = []
  simulator.onApplied(async (request) => {
    if (!matches(match, request)) return
    seen += 1
    if (seen !== nth) return
    signals.push(Date.now())
    const gone = once(child, 'exit')
    child.kill(signal)
    // A killed process never sees the answer; a cancelled one may.
    if (signal === 'SIGKILL') await gone
  })
  const run = await ended
  const [signalled = null] = signals
  return {run, late: signalled === null ? null : begunAfter(simulator, signalled)}
}

/** What a cancelled run owes: no more requests, and a report. */
function wrongEnd({code, summary, outputs}: BundleRun, begun: readonly string[]) {
  return [
    ...begun,
    // A signal at the very last request finds nothing left to cancel.
    ...(code === 1 || code === 0 ? [] : [`It ended with ${code}.`]),
    ...(code === 0 || summary.includes('cancelled') ? [] : ['The summary does not tell it.']),
    ...(outputs['failed'] === undefined ? ['The outputs are missing.'] : []),
  ]
}

function begunAfter({requests}: Simulator, signalled: number): readonly string[] {
  const after = requests.filter(({at}) => at > signalled)
  return after
    .slice(UNDER_WAY)
    .map(({at, routeClass}) => `It sent ${routeClass} ${at - signalled} ms after the signal.`)
}

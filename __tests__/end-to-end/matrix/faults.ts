import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import type {Effect, FaultRule} from '../../../simulator/http/faults.ts'
import type {RouteClass} from '../../../simulator/http/routes.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'
import {APP} from './story.ts'

/** How a run with the fault has to end. `green`: the action bears with it; `red`: nobody could; else it depends. */
export type End = 'green' | 'red' | 'either'

export interface Fault {
  readonly name: string
  readonly effect: Effect
  /** How often it strikes. Default 1. */
  readonly times?: number
  readonly end: End
  /** What a red run has to say about it. */
  readonly reason?: RegExp
  /** Takes so long that only the complete matrix has it. */
  readonly isSlow?: true
}

/** A kind of request, how to make the action send it, and what a red run has to name. */
export interface Target {
  readonly routeClass: RouteClass
  /** Which request of the kind is the first to meet the fault. Default 1. */
  readonly nth?: number
  /** The version has to be made first. */
  readonly createsVersion?: true
  readonly inputs?: Inputs
  /** What leads to the request in the first place. */
  readonly before?: readonly FaultRule[]
  /** What an error of the step has to name: the file, where there is one. */
  readonly names: RegExp
}

/** Every kind of API request that the action makes. */
export const TARGETS: readonly Target[] = [
  {routeClass: 'apps', names: /\/v1\/apps|API key/},
  {
    routeClass: 'app',
    inputs: {'bundle-id': '', 'app-id': APP.id},
    names: /\/v1\/apps\/\d+|API key/,
  },
  {routeClass: 'versions', names: /appStoreVersions|API key/},
  {routeClass: 'create-version', createsVersion: true, names: /appStoreVersions|API key/},
  {routeClass: 'localizations', names: /appStoreVersionLocalizations|API key/},
  {routeClass: 'create-localization', names: /\bja\b/},
  {routeClass: 'set-list', names: /appStoreVersionLocalizations|API key/},
  // The first two read the store, the third one looks at the processing.
  {routeClass: 'set-list', nth: 3, names: /\.(png|mp4)/},
  {routeClass: 'create-set', names: /ja\/APP_WATCH/},
  {routeClass: 'asset', names: /appScreenshots|API key/},
  {routeClass: 'asset-list', before: [lost('reserve')], names: /\.(png|mp4)/},
  {routeClass: 'reserve', names: /\.(png|mp4)/},
  {routeClass: 'commit', names: /\.(png|mp4)/},
  {routeClass: 'delete', names: /\.(png|mp4)/},
  {routeClass: 'poster', names: /(intro|tour)\.mp4/},
  {routeClass: 'reorder', names: /en-US\/APP_WATCH/},
]

const ALWAYS = Number.POSITIVE_INFINITY
const SLOWER_THAN_A_REQUEST_MAY_BE = 31_000
const SLOWER_THAN_A_PART_MAY_BE = 61_000

/** Faults of the API that one request meets, and that pass. */
export const PASSING_FAULTS: readonly Fault[] = [
  {name: '500', effect: status(500), end: 'green'},
  {name: '502 with HTML', effect: status(502, {body: 'html'}), end: 'green'},
  {name: '503', effect: status(503), end: 'green'},
  {name: '504 with nothing', effect: status(504, {body: 'empty'}), end: 'green'},
  {name: '401 once', effect: status(401), end: 'green'},
  {name: '429', effect: status(429), end: 'green'},
  {
    name: '429 with Retry-After',
    effect: status(429, {headers: {'Retry-After': '1'}}),
    end: 'green',
  },
  {name: 'reset before', effect: {kind: 'reset', when: 'before'}, end: 'green'},
  {name: 'reset during', effect: {kind: 'reset', when: 'during'}, end: 'green'},
  {name: 'reset after it was applied', effect: {kind: 'reset', when: 'after'}, end: 'green'},
  {name: 'answer cut in the middle', effect: {kind: 'cut'}, end: 'green'},
  {name: '500 though applied', effect: status(500, {applied: true}), end: 'green'},
  {name: '503 though applied', effect: status(503, {applied: true}), end: 'green'},
  {name: '504 though applied', effect: status(504, {applied: true}), end: 'green'},
  {
    name: '503 and applied two seconds later',
    effect: status(503, {applied: {laterMilliseconds: 2000}}),
    end: 'green',
  },
  {
    name: 'answer after the timeout',
    effect: {kind: 'delay', milliseconds: SLOWER_THAN_A_REQUEST_MAY_BE},
    end: 'green',
    isSlow: true,
  },
  {name: 'no answer', effect: {kind: 'hang'}, end: 'green', isSlow: true},
]

/** Faults of the API that do not pass. */
export const LASTING_FAULTS: readonly Fault[] = [
  {name: '403', effect: status(403), times: ALWAYS, end: 'red', reason: /403/},
  {name: '409', effect: status(409), times: ALWAYS, end: 'red', reason: /409/},
  {
    name: '401',
    effect: status(401),
    times: ALWAYS,
    end: 'red',
    reason: /refused the API key/,
  },
  {name: '500', effect: status(500), times: ALWAYS, end: 'red', reason: /500/, isSlow: true},
  {
    name: 'reset after each is applied',
    effect: {kind: 'reset', when: 'after'},
    times: ALWAYS,
    end: 'either',
    reason: /connection/,
    isSlow: true,
  },
  {
    name: '503 though each is applied',
    effect: status(503, {applied: true}),
    times: ALWAYS,
    end: 'either',
    reason: /503/,
    isSlow: true,
  },
]

/** Faults of the upload host. */
export const UPLOAD_FAULTS: readonly Fault[] = [
  {name: '403 expired', effect: status(403), end: 'green'},
  {name: '500', effect: status(500), end: 'green'},
  {name: '503 though applied', effect: status(503, {applied: true}), end: 'green'},
  {name: '429', effect: status(429), end: 'green'},
  {name: 'reset before', effect: {kind: 'reset', when: 'before'}, end: 'green'},
  {name: 'reset in the middle of the body', effect: {kind: 'reset', when: 'during'}, end: 'green'},
  {name: 'reset after it was applied', effect: {kind: 'reset', when: 'after'}, end: 'green'},
  {name: 'answer cut in the middle', effect: {kind: 'cut'}, end: 'green'},
  {
    name: 'answer after the timeout',
    effect: {kind: 'delay', milliseconds: SLOWER_THAN_A_PART_MAY_BE},
    end: 'green',
    isSlow: true,
  },
  {name: '403 for every part', effect: status(403), times: ALWAYS, end: 'red', reason: /expired/},
  {name: '400 for every part', effect: status(400), times: ALWAYS, end: 'red', reason: /400/},
  {
    name: '500 for every part',
    effect: status(500),
    times: ALWAYS,
    end: 'red',
    reason: /500/,
    isSlow: true,
  },
  {
    name: 'reset in the middle of every part',
    effect: {kind: 'reset', when: 'during'},
    times: ALWAYS,
    end: 'red',
    reason: /connection/,
    isSlow: true,
  },
]

/** What is wrong with the store itself. */
export interface Weakness {
  readonly name: string
  readonly store?: SimulatorOptions
  readonly rules?: readonly FaultRule[]
  /** How a run that may end red as well says why. */
  readonly reason?: RegExp
}

/** All of them have to end green, but for those with a reason. */
export const WEAKNESSES: readonly Weakness[] = [
  {name: 'filters of apps are ignored', rules: [unfiltered('apps')]},
  {name: 'filters of versions are ignored', rules: [unfiltered('versions')]},
  {
    name: 'filters of localizations are ignored and the answer of a new one is lost',
    rules: [lost('create-localization'), unfiltered('localizations')],
  },
  {name: 'filters of sets are ignored', rules: [unfiltered('set-list')]},
  {name: 'lists lag three seconds', store: {listLagMilliseconds: 3000}},
  ...(['create-localization', 'create-set', 'reserve'] as const).map((path) => ({
    name: `lists lag three seconds and the answer of ${path} is lost`,
    store: {listLagMilliseconds: 3000},
    rules: [lost(path)],
  })),
  {
    name: 'three reservations are made seven seconds after their answers were lost',
    // On a slow machine one of them takes the last place of a full set before its file is there.
    reason: /409/,
    rules: [
      {
        match: {path: 'reserve'},
        times: 3,
        effect: status(503, {applied: {laterMilliseconds: 7000}}),
      },
    ],
  },
  {
    name: 'what is complete shows no state',
    store: {
      disguise: ({state}) =>
        state === 'COMPLETE' ? {assetDeliveryState: null, videoDeliveryState: {state: null}} : {},
    },
  },
  {name: 'included lists are cut short', store: {inclusionCut: {most: 1, tellsBy: 'next'}}},
  {name: 'checksums show four seconds late', store: {checksumLagMilliseconds: 4000}},
  {name: 'processing takes six seconds', store: {processingMilliseconds: 6000}},
  {
    name: 'everything is slow and late',
    store: {
      processingMilliseconds: 3000,
      checksumLagMilliseconds: 2000,
      listLagMilliseconds: 2000,
    },
  },
]

/** A file of each medium whose processing goes wrong. */
export const JUDGED_FILES = ['3.png', 'tour.mp4'] as const

/** One request takes effect, and its answer does not say so. */
function lost(path: RouteClass): FaultRule {
  return {match: {path}, effect: {kind: 'status', status: 503, applied: true}}
}

function unfiltered(path: RouteClass): FaultRule {
  return {match: {path}, times: ALWAYS, effect: {kind: 'ignore-filters'}}
}

type StatusEffect = Extract<Effect, {kind: 'status'}>

function status(code: number, more: Omit<StatusEffect, 'kind' | 'status'> = {}): StatusEffect {
  return {kind: 'status', status: code, ...more}
}

import prettyBytes from 'pretty-bytes'

import type {StepResult} from '../../core/results.ts'
import {isFileName} from '../../core/step.ts'
import type {Action, Step, Subject} from '../../core/step.ts'
import {duration} from './duration.ts'

/** Names of places for people, such as `en-US, iPhone 6.9"`, by place. */
export type PlaceNames = ReadonlyMap<string, string>

/** How long a step took, in milliseconds. */
export interface StepTime {
  /** How long its bytes were under way. */
  readonly sending: number
  /** How long nothing but Apple's processing was waited for. */
  readonly waiting: number
}

/** How the steps of a plan read in the log. May contain text from outside. */
export interface StepWords {
  /** The plan: one line for what is done in the same place for the same reason. */
  readonly planned: () => readonly string[]
  /** A step that is done. */
  readonly done: (step: Step, time: StepTime) => string
  /** A step that is not done, with the code of the reason: an annotation explains it. */
  readonly failed: (step: Step, result: Exclude<StepResult, {status: 'done'}>) => string
  /** What a step is about, without its place. */
  readonly short: (step: Step) => string
}

/** Below this, a speed says nothing. */
const MIN_TIMED_MILLISECONDS = 1000
/** Apple usually takes less. */
const MIN_NOTED_MILLISECONDS = 30_000

/**
 * A set is also put in order after a replacement. That is no new order, so it is not called reordered.
 */
const WORDS = {
  create: {sign: '+', order: 'create', past: 'created'},
  upload: {sign: '+', order: 'upload', past: 'uploaded'},
  update: {sign: '~', order: 'update', past: 'updated'},
  replace: {sign: '~', order: 'replace', past: 'replaced'},
  delete: {sign: '-', order: 'delete', past: 'deleted'},
  order: {sign: '~', order: 'put in order', past: 'put in order'},
  submit: {sign: '+', order: 'submit', past: 'submitted'},
} satisfies Record<Action, Readonly<Record<'sign' | 'order' | 'past', string>>>

/** A text where there was none. */
const FIRST_TEXT = {sign: '+', order: 'set', past: 'set'} as const

function wordsOf({action, before, after}: Step) {
  const isFirst = action === 'update' && before === null && after !== null && 'text' in after
  return isFirst ? FIRST_TEXT : WORDS[action]
}

/** What is created is not there yet, and what is put in order was in another one. */
const EXPLAINED: ReadonlySet<Action> = new Set(['create', 'order'])

export function createStepWords(steps: readonly Step[], names: PlaceNames): StepWords {
  const replaced = new Set(
    steps.filter(({action}) => action === 'replace').map(({subject}) => keyOf(subject)),
  )
  const where = (subject: Subject) => {
    const at = placeOf(subject)
    return at === null ? '' : `${names.get(at) ?? at}: `
  }
  /** What is done, and to what. The steps of a group do the same. */
  const phrase = (verb: string, [first, ...rest]: Group): string => {
    const {action, subject} = first
    const all = [first, ...rest].map((each) => each.subject.name).join(', ')
    switch (action) {
      case 'create':
      case 'submit': {
        const isNamed = all !== '' && all !== placeOf(subject)
        return isNamed ? `${verb} ${subject.noun} ${all}` : `${verb} the ${subject.noun}`
      }
      case 'update':
        return isFileName(subject) ? `${verb} the ${subject.noun} of ${all}` : `${verb} ${all}`
      case 'delete':
        return replaced.has(keyOf(subject)) ? `${verb} the old ${all}` : `${verb} ${all}`
      case 'upload':
      case 'replace':
        return `${verb} ${all}`
      case 'order':
        return verb
    }
  }
  const did = (step: Step) => `${where(step.subject)}${phrase(wordsOf(step).past, [step])}`
  return {
    planned: () =>
      groupsOf(steps).map((group) => {
        const [first] = group
        const {action, subject, reason} = first
        const {sign, order} = wordsOf(first)
        const bytes = group.reduce((sum, {cost}) => sum + cost.bytes, 0)
        const size = bytes === 0 ? '' : ` (${prettyBytes(bytes)})`
        const why = reason === '' || EXPLAINED.has(action) ? '' : ` · ${uncapitalised(reason)}`
        return `${sign} ${where(subject)}${phrase(order, group)}${size}${why}`
      }),
    done(step, {sending, waiting}) {
      const {bytes} = step.cost
      if (bytes === 0) return `✓ ${did(step)}`
      const speed =
        sending < MIN_TIMED_MILLISECONDS
          ? ''
          : ` in ${duration(sending)}, ${prettyBytes(bytes / (sending / 1000))}/s`
      const accepted =
        waiting < MIN_NOTED_MILLISECONDS ? '' : `, accepted by Apple after ${duration(waiting)}`
      return `✓ ${did(step)} (${prettyBytes(bytes)}${speed})${accepted}`
    },
    failed(step, {status, failure}) {
      const what =
        status === 'unfinished'
          ? did(step)
          : `${where(step.subject)}could not ${phrase(wordsOf(step).order, [step])}`
      return `✗ ${what} (${failure.code})`
    },
    short: (step) =>
      isFileName(step.subject) ? step.subject.name : phrase(wordsOf(step).order, [step]),
  }
}

type Group = readonly [Step, ...Step[]]

function groupsOf(steps: readonly Step[]): readonly Group[] {
  const groups = Map.groupBy(steps, ({id, action, subject: {noun, place}, reason}) =>
    JSON.stringify(place === null ? id : [place, action, noun, reason]),
  )
  return [...groups.values()].flatMap(([first, ...rest]): readonly Group[] =>
    first === undefined ? [] : [[first, ...rest]],
  )
}

function placeOf({place, locale}: Subject): string | null {
  return place ?? locale
}

/** Apple may change the case of a file name. */
function keyOf({place, name}: Subject): string {
  return `${place}/${name.toLowerCase()}`
}

/** As it reads within a sentence. */
function uncapitalised(reason: string): string {
  return reason.startsWith('App') ? reason : `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
}

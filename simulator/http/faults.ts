import type {AssetError} from '../store/records.ts'
import type {ErrorEntry} from './refusal.ts'
import type {RouteClass} from './routes.ts'

/** What goes wrong. `applied` says that the request takes effect all the same. */
export type Effect =
  | {
      readonly kind: 'status'
      readonly status: number
      /** What the body is; default `json`. Bytes go out as they are. */
      readonly body?: 'json' | 'html' | 'xml' | 'empty' | Buffer
      /** Instead of an error that suits the status. */
      readonly errors?: readonly ErrorEntry[]
      readonly headers?: Readonly<Record<string, string>>
      /** `later`: the effect comes only some time after the answer. */
      readonly applied?: boolean | {readonly laterMilliseconds: number}
    }
  /**
   * The connection is destroyed: before the body is read, in the middle of the body (of small bodies: at their end,
   * without effect), or after the request took effect.
   */
  | {readonly kind: 'reset'; readonly when: 'before' | 'during' | 'after'}
  /** The request takes effect, but the answer ends in the middle. */
  | {readonly kind: 'cut'}
  /** The request takes effect at once; the answer comes late. */
  | {readonly kind: 'delay'; readonly milliseconds: number}
  /** The request takes effect; its JSON is changed on the way. A text goes out as it is. */
  | {readonly kind: 'rewrite'; readonly change: (answer: unknown) => unknown}
  /** No answer at all. */
  | {readonly kind: 'hang'; readonly applied?: boolean}
  | {readonly kind: 'redirect'; readonly location: string; readonly status?: number}
  /** Filters of a list are ignored, as one report says of `filter[screenshotDisplayType]`. */
  | {readonly kind: 'ignore-filters'}

export interface FaultMatch {
  readonly host?: 'api' | 'upload'
  readonly method?: string
  /** A pattern for the raw path, or a route class. */
  readonly path?: RegExp | RouteClass
}

export interface FaultRule {
  readonly match: FaultMatch
  /** Which matching request is the first to fail, counted from 1. Default 1. */
  readonly nth?: number
  /** How many fail from there on. Default 1; Infinity for all. */
  readonly times?: number
  readonly effect: Effect
}

export interface ProcessingRule {
  readonly fileName: string | RegExp
  /** Stays in processing, takes a time of its own until it is complete, or fails with these errors. */
  readonly outcome: 'never' | {readonly tookMilliseconds: number} | readonly AssetError[]
  /** How many uploads of the name. Default 1. */
  readonly times?: number
}

export interface Faults {
  /** From now on; the answer tells how often the rule has struck. */
  add(rule: FaultRule): () => number
  addProcessing(rule: ProcessingRule): () => number
  clear(): void
  /** The effect for a request: of the first rule that strikes. Counts the request for all rules. */
  strike(request: StruckRequest): Effect | null
  processingOf(fileName: string): ProcessingRule['outcome'] | null
}

export interface StruckRequest {
  readonly host: 'api' | 'upload'
  readonly method: string
  readonly path: string
  readonly routeClass: RouteClass
}

export function createFaults(): Faults {
  const rules: {rule: FaultRule; seen: number; struck: number}[] = []
  const processing: {rule: ProcessingRule; struck: number}[] = []
  return {
    add(rule) {
      const entry = {rule, seen: 0, struck: 0}
      rules.push(entry)
      return () => entry.struck
    },
    addProcessing(rule) {
      const entry = {rule, struck: 0}
      processing.push(entry)
      return () => entry.struck
    },
    clear() {
      rules.length = 0
      processing.length = 0
    },
    strike(request) {
      const matching = rules.filter(({rule}) => matches(rule.match, request))
      for (const entry of matching) entry.seen += 1
      const hit = matching.find(({rule: {nth = 1, times = 1}, seen}) => {
        return seen >= nth && seen < nth + times
      })
      if (hit === undefined) return null
      hit.struck += 1
      return hit.rule.effect
    },
    processingOf(fileName) {
      const hit = processing.find(({rule, struck}) => {
        const named =
          typeof rule.fileName === 'string'
            ? rule.fileName === fileName
            : rule.fileName.test(fileName)
        return named && struck < (rule.times ?? 1)
      })
      if (hit === undefined) return null
      hit.struck += 1
      return hit.rule.outcome
    },
  }
}

/** Whether a request is one of those. */
export function matches({host, method, path}: FaultMatch, request: StruckRequest): boolean {
  if (host !== undefined && host !== request.host) return false
  if (method !== undefined && method !== request.method) return false
  if (path === undefined) return true
  return typeof path === 'string' ? path === request.routeClass : path.test(request.path)
}

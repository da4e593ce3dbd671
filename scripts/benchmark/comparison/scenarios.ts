import type {StoreOptions} from '../start-store.ts'
import type {Folders} from './folders.ts'

export interface Scenario {
  readonly title: string
  /** The folder that is to be in the store afterwards. */
  readonly wanted: keyof Folders
  /** The folder that the store has before; null for an app without media. */
  readonly before: keyof Folders | null
  /** How many files the wanted folder has. */
  readonly files: number
  /** Whether the sequential client takes minutes, so that it is measured only once. */
  readonly isLong: boolean
  readonly store: Pick<StoreOptions, 'storeBytes' | 'partSize'>
}

export const FIRST_OF_TEN: Scenario = {
  title: 'First upload of 10 screenshots',
  wanted: 'ten',
  before: null,
  files: 10,
  isLong: false,
  store: {},
}

export const FIRST_OF_CATALOGUE: Scenario = {
  title: 'First upload of 1,200 screenshots',
  wanted: 'catalogue',
  before: null,
  files: 1200,
  isLong: true,
  store: {},
}

export const UNCHANGED: Scenario = {
  ...FIRST_OF_CATALOGUE,
  title: '1,200 screenshots, unchanged',
  before: 'catalogue',
}

export const CHANGED: Scenario = {
  ...FIRST_OF_CATALOGUE,
  title: '1,200 screenshots, 5 % changed',
  before: 'older',
}

export const PREVIEW: Scenario = {
  title: 'First upload of a 500 MB preview',
  wanted: 'preview',
  before: null,
  files: 1,
  isLong: false,
  store: {storeBytes: false, partSize: 8 * 1024 * 1024},
}

/** In the order of the table. */
export const SCENARIOS = [FIRST_OF_TEN, FIRST_OF_CATALOGUE, UNCHANGED, CHANGED, PREVIEW] as const

/** Milliseconds from a runner to Apple and back. */
export const LATENCIES = [30, 100] as const

/** Milliseconds from a commit to COMPLETE. Apple's page says "from a few seconds up to a few minutes". */
export const PROCESSING = 2000

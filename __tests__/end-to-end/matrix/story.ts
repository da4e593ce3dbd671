import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import type {Simulator, SimulatorOptions} from '../../../simulator/simulator.ts'

/** A folder, and a store that differs from it in every way that the action knows to mend. */
export interface Story {
  /** Absolute path of the checkout. Runs only read it, so all of them share it. */
  readonly workspace: string
  readonly inputs: Inputs
  /** What the environment of its runs has besides the runner's own. Default: nothing. */
  readonly env?: Readonly<Record<string, string>>
  readonly store: SimulatorOptions
  /** Puts into the store what its options cannot say. */
  readonly plant: (simulator: Simulator) => void
  /** Everything in which the store differs from the folder, as sentences. */
  readonly differences: (simulator: Simulator) => readonly string[]
  /** What the folder does not name, as text to compare: no run may change it. */
  readonly untouched: (simulator: Simulator) => string
  /** Whether a plan has to find nothing to do in the end. Default false: nobody looks. */
  readonly endsSettled?: true
  /** Ids of what is as the folder wants it. */
  readonly right: (simulator: Simulator) => readonly string[]
}

export const APP = {bundleId: 'com.example.app', id: '1234567890'} as const
export const VERSION = '1.0.0'

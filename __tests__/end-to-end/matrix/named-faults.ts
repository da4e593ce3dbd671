import type {FaultMatch} from '../../../simulator/http/faults.ts'
import {LASTING_FAULTS, PASSING_FAULTS} from './faults.ts'
import type {Fault} from './faults.ts'

/** A request that is told by its method and path. */
export interface NamedTarget {
  readonly name: string
  readonly match: FaultMatch
  /** What an error of the step has to name. */
  readonly names: RegExp
}

/** A fault, and the request that meets it. */
export type NamedFault = readonly [NamedTarget, Fault]

/** @param path - A pattern for the end of the path, or a part of it. */
export function target(method: string, path: string, names: RegExp): NamedTarget {
  return {name: `${method} ${path}`, match: {method, path: new RegExp(`/${path}`, 'u')}, names}
}

/** The fault of that name; throws an error of its own if there is none. */
export function faultNamed(wanted: string): Fault {
  const fault = [...PASSING_FAULTS, ...LASTING_FAULTS].find(({name}) => name === wanted)
  if (fault === undefined) throw new Error(`There is no fault ${wanted}.`)
  return fault
}

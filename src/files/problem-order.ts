import type {Problem} from '../core/diagnostic.ts'
import {byCodeUnits} from './file-name.ts'

/** The problems in the order in which they are told: by path, then by code. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) =>
      byCodeUnits(a.path, b.path) ||
      byCodeUnits(a.code, b.code) ||
      byCodeUnits(a.finding, b.finding),
  )
}

import {pathOf} from '../core/diagnostic.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {byCodeUnits} from './file-name.ts'

/** Sorts diagnostics by path and line, then by code. Those without a path come last. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      byPath(pathOf(a), pathOf(b)) ||
      lineOf(a) - lineOf(b) ||
      byCodeUnits(a.code, b.code) ||
      byCodeUnits(a.what, b.what),
  )
}

function byPath(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return byCodeUnits(a, b)
}

/** 0 for a diagnostic about a whole file, so that it comes before those about a line. */
function lineOf({about}: Diagnostic): number {
  return about !== null && 'path' in about ? (about.line ?? 0) : 0
}

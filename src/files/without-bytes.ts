import type {Diagnostic} from '../core/diagnostic.ts'
import {noteAt} from './diagnostic-at.ts'

/**
 * What a pull says of files that App Store Connect has, but hands out to nobody (API 4.4.1: their resources have no
 * address of them).
 *
 * @param place - Where they would go, relative to the workspace.
 * @param names - Their names in the store; none if it has none.
 * @returns nothing for no names.
 */
export function withoutBytes(place: string, names: readonly string[]): readonly Diagnostic[] {
  if (names.length === 0) return []
  return [
    noteAt(place, {
      code: 'not-pulled',
      what: `is left out, because App Store Connect hands out no such files; it has ${new Intl.ListFormat('en-GB').format(names)}`,
      next: 'add the files that were uploaded',
    }),
  ]
}

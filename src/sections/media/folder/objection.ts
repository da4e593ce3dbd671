import type {DisplayType} from '../facts/display-types.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'

/**
 * What may be wrong with the bytes of a file. It only counts if the bytes will be sent: Apple has accepted what the
 * store already shows, whatever our rules say.
 */
export type Objection =
  | {readonly kind: 'diagnostic'; readonly path: string; readonly diagnostic: Diagnostic}
  /** Apple accepts no transparent pixels for the type, and the file may have some: its pixels have to be checked. */
  | {
      readonly kind: 'transparency'
      /** Relative to the workspace, with forward slashes. */
      readonly path: string
      /** Of the file, lower-case hex. */
      readonly sha256: string
      readonly type: DisplayType
    }

/**
 * Makes an objection of a diagnostic.
 *
 * @param path - Of the file, relative to the workspace.
 */
export function objectionOf(path: string, diagnostic: Diagnostic): Objection {
  return {kind: 'diagnostic', path, diagnostic}
}

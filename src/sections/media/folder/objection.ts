import type {DisplayType} from '../facts/display-types.ts'
import type {Problem} from '../../../core/diagnostic.ts'

/**
 * What speaks against the bytes of a file. It counts only if the bytes are to be sent: what the store already shows,
 * Apple has accepted, whatever a rule says.
 */
export type Objection =
  | {readonly kind: 'problem'; readonly path: string; readonly problem: Problem}
  /** Apple takes no transparent pixel for the type, and the file may have one: its pixels have to be looked at. */
  | {
      readonly kind: 'transparency'
      /** Relative to the workspace, with forward slashes. */
      readonly path: string
      /** Of the file, lower-case hex. */
      readonly sha256: string
      readonly type: DisplayType
    }

/** A problem of a file's bytes as an objection. */
export function objectionOf(problem: Problem): Objection {
  return {kind: 'problem', path: problem.path, problem}
}

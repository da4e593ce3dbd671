import type {Diagnostic} from '../core/diagnostic.ts'
import {errorAt, warningAt} from '../files/diagnostic-at.ts'
import type {Finding} from '../files/diagnostic-at.ts'
import type {Declared} from '../metadata/metadata.ts'

type FieldFinding = Omit<Finding, 'line'>

/** An error about what somebody declares: the run writes nothing. */
export function errorAtField(
  {at}: Pick<Declared<unknown>, 'at'>,
  finding: FieldFinding,
): Diagnostic {
  return {...errorAt(at.path, finding), about: at}
}

/** A warning about what somebody declares. */
export function warningAtField(
  {at}: Pick<Declared<unknown>, 'at'>,
  finding: FieldFinding,
): Diagnostic {
  return {...warningAt(at.path, finding), about: at}
}

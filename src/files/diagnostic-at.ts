import type {Diagnostic} from '../core/diagnostic.ts'

/** What a diagnostic says about a file or folder. */
export interface Finding extends Pick<Diagnostic, 'code' | 'what' | 'next' | 'command'> {
  /** From 1. Omitted if it is about the whole file. */
  readonly line?: number
}

/**
 * An error: the run writes nothing.
 *
 * @param path - Of the file or folder, relative to the workspace.
 */
export function errorAt(path: string, finding: Finding): Diagnostic {
  return diagnosticAt('error', path, finding)
}

/** A warning. @param path - As for {@link errorAt}. */
export function warningAt(path: string, finding: Finding): Diagnostic {
  return diagnosticAt('warning', path, finding)
}

/** A note. @param path - As for {@link errorAt}. */
export function noteAt(path: string, finding: Finding): Diagnostic {
  return diagnosticAt('note', path, finding)
}

function diagnosticAt(
  severity: Diagnostic['severity'],
  path: string,
  {line, ...finding}: Finding,
): Diagnostic {
  return {severity, ...finding, about: line === undefined ? {path} : {path, line}}
}

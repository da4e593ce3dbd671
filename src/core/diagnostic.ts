/**
 * Something about a file, a folder or a set that a person has to mend or know.
 * An error means that nothing is written; a warning is only told; a note is told where nobody has to act.
 */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'note'
  /** Stable name of the finding, such as `wrong-pixel-size`; tests and later steps match on it. */
  readonly code: string
  /** The file or folder it is about, relative to the workspace, with forward slashes. */
  readonly path: string
  /** What is wrong, as it reads after the path, without a full stop: `has 0 bytes`. */
  readonly finding: string
  /** What would be right, or what to do next, without a full stop: `save it again, or remove it`. */
  readonly expectation: string
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

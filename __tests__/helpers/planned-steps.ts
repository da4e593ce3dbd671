import type {PlannedStep} from '../../simulator/runner/run-bundle.ts'

/** What a step does to what, in short: `create locale`, `upload screenshot`, `order set`. */
export function kindOf({action, subject}: PlannedStep): string {
  return `${action} ${subject.noun}`
}

/** Whether a step sends a file: a new one, or one that takes the place of another. */
export function isUpload({action}: PlannedStep): boolean {
  return action === 'upload' || action === 'replace'
}

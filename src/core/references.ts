import type {StepResult} from './results.ts'
import type {Reference} from './step.ts'

/**
 * Returns a function that gives Apple's id of what a reference is to: a resource that exists, or one that a step created.
 *
 * @param results - Grows while the steps are carried out.
 * @throws from the function, if the step has created nothing, which `needs` rules out.
 */
export function createReferences(
  results: ReadonlyMap<string, StepResult>,
): (reference: Reference) => string {
  return (reference) => {
    if ('id' in reference) return reference.id
    const result = results.get(reference.step)
    if (result?.status === 'done' && result.resourceId !== null) return result.resourceId
    throw new Error(`${reference.step} has not created anything to refer to.`)
  }
}

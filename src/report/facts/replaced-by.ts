import {nameKey} from '../../sections/media/listing.ts'
import type {DeleteStep, Step, UploadStep} from '../../core/plan.ts'

/** The deletion of what an upload takes the place of; null for one that takes no place. */
export function replacedBy(upload: UploadStep, steps: readonly Step[]): DeleteStep | null {
  if (!upload.replaces) return null
  const isOld = (step: Step): step is DeleteStep =>
    step.kind === 'delete' &&
    step.cause !== 'dead' &&
    step.set === upload.set &&
    nameKey(step.fileName) === nameKey(upload.fileName)
  return steps.find(isOld) ?? null
}

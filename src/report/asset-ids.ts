import {nameKey} from '../model/listing.ts'
import type {DeleteStep, Step, UploadStep} from '../model/plan.ts'
import type {Run} from '../model/run.ts'

/** Apple's id of the asset that holds each file, by the file's path, as far as there is one at the end of the run. */
export function assetIds({plan, results}: Run): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const file of [...(plan?.unchanged ?? []), ...(plan?.undecided ?? [])]) {
    ids.set(file.path, file.assetId)
  }
  for (const step of plan?.steps ?? []) {
    const result = step.kind === 'upload' ? results?.get(step.id) : undefined
    if (step.kind === 'upload' && result?.status === 'done' && result.resourceId !== null) {
      ids.set(step.path, result.resourceId)
    }
  }
  return ids
}

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

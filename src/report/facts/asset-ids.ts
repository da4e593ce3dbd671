import type {Run} from '../../core/run.ts'

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

import type {Step, UploadStep} from '../../core/plan.ts'
import type {Failure} from '../../core/results.ts'
import type {Run} from '../../core/run.ts'

/** A file that did not reach the store as it should. */
export interface FailedFile extends Failure {
  readonly locale: string
  readonly type: string
  readonly fileName: string
  /** Relative to the workspace. */
  readonly path: string
}

/** Every file that did not reach the store. A plan has none: it carries nothing out. */
export function failures({mode, plan, results, vanished, waits}: Run): readonly FailedFile[] {
  if (mode !== 'sync' || plan === null) return []
  const broken = plan.steps.filter(isUpload).flatMap((step): readonly FailedFile[] => {
    const result = results?.get(step.id)
    if (result?.status === 'done') return []
    return [{...place(step), ...(result?.failure ?? NOT_BEGUN)}]
  })
  const undecided = waits ? plan.undecided.map((file) => ({...place(file), ...UNDECIDED})) : []
  const gone = vanished.map(({message, remedy, ...file}) => ({...place(file), message, remedy}))
  return [...undecided, ...gone, ...broken].toSorted((one, other) =>
    one.path < other.path ? -1 : 1,
  )
}

/** What went wrong with steps that send no file, such as making a set, deleting an old asset or setting a poster frame. */
export function otherFailures({plan, results}: Run): readonly (Failure & {readonly step: Step})[] {
  return (plan?.steps ?? []).flatMap((step) => {
    const result = results?.get(step.id)
    if (isUpload(step) || result === undefined || result.status === 'done') return []
    return result.status === 'skipped' ? [] : [{...result.failure, step}]
  })
}

function isUpload(step: Step): step is UploadStep {
  return step.kind === 'upload'
}

function place({locale, type, fileName, path}: Omit<FailedFile, keyof Failure>) {
  return {locale, type, fileName, path}
}

const NOT_BEGUN: Failure = {
  message: 'It was not sent, because nothing of this plan was carried out.',
  remedy: 'Mend what the report names, and run the job again.',
}

const UNDECIDED: Failure = {
  message:
    'Apple is still processing an asset that may be this file, or does not tell how far it is.',
  remedy: 'Run the job again later: it sends nothing twice.',
}

import {isError} from '../../core/diagnostic.ts'
import type {Problem} from '../../core/diagnostic.ts'
import type {Run} from '../../core/run.ts'
import {deed} from '../facts/describe-step.ts'
import {failures, otherFailures} from '../facts/failures.ts'
import {failureWords, problemWords} from '../facts/words.ts'

/** Something that a reader should know of a file, a set or the run. All of it may hold text from outside. */
export interface Note {
  readonly level: 'error' | 'warning'
  /** The file, folder or step that it is about. */
  readonly about: string
  readonly text: string
  /** Apple's id of the asset that it is about; null for the rest. */
  readonly assetId: string | null
}

/** Everything that went wrong or may go wrong, each thing once; not what is only good to know. */
export function notesOf(run: Run): readonly Note[] {
  return [
    ...[...run.problems, ...(run.plan?.refusals ?? [])]
      .filter(({severity}) => severity !== 'note')
      .map(problemNote),
    ...failures(run).map((failure) => ({
      level: 'error' as const,
      about: failure.path,
      text: failureWords(failure),
      assetId: null,
    })),
    ...otherFailures(run).map((failure) => ({
      level: 'error' as const,
      about: failure.step.kind === 'set-poster' ? failure.step.path : deed(failure.step),
      text: failureWords(failure),
      assetId: failure.step.kind === 'delete' ? failure.step.assetId : null,
    })),
  ]
}

function problemNote(problem: Problem): Note {
  return {
    level: isError(problem) ? 'error' : 'warning',
    about: problem.path,
    text: problemWords(problem),
    assetId: null,
  }
}

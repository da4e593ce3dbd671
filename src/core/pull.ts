import type {AnySection} from './any-section.ts'
import {isError} from './diagnostic.ts'
import type {Diagnostic} from './diagnostic.ts'
import type {Pulled, PulledFile, PulledValues, PullResult, WrittenFile} from './pulled.ts'

/** Files, and what is to be said of them. */
export interface FoundFiles {
  readonly files: readonly PulledFile[]
  /** Of what the folder already has. */
  readonly unchanged: number
  /** An error means that nothing is written. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What became of files that were to be written. */
export interface PutFiles {
  /** None if there is an error. */
  readonly written: readonly WrittenFile[]
  readonly unchanged: number
  readonly diagnostics: readonly Diagnostic[]
}

export interface PullOptions {
  readonly sections: readonly AnySection[]
  /** The files that declare texts and settings of the store. */
  readonly declare: (values: PulledValues) => Promise<FoundFiles>
  /**
   * Writes the files, or none of them if one of them cannot be written.
   *
   * @param isWrong - Whether something else is wrong: then none is written, and all that is wrong is said.
   */
  readonly put: (files: readonly PulledFile[], isWrong: boolean) => Promise<PutFiles>
}

/** Reads what the store has of the sections, and writes it into the folder. Never overwrites a file. */
export async function pull({sections, declare, put}: PullOptions): Promise<{
  readonly pulled: PullResult
  readonly diagnostics: readonly Diagnostic[]
}> {
  const all = await Promise.all(
    sections.flatMap((section) => (section.pull === undefined ? [] : [section.pull()])),
  )
  const declared = await declare(joined(all))
  const files = [...declared.files, ...all.flatMap((each) => each.files)]
  const before = [...all.flatMap(({diagnostics}) => diagnostics), ...declared.diagnostics]
  const elsewhere = all.reduce((sum, each) => sum + each.unchanged, 0)
  const {written, unchanged, diagnostics} = await put(files, before.some(isError))
  return {
    pulled: {written, unchanged: elsewhere + declared.unchanged + unchanged},
    diagnostics: [...before, ...diagnostics],
  }
}

function joined(all: readonly Pulled[]): PulledValues {
  return new Map(all.flatMap(({values}) => [...values]))
}

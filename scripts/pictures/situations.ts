import {cancelled} from './situations/cancelled.ts'
import {fiveChanges} from './situations/five-changes.ts'
import {firstUpload, hugeFirstUpload, nothingToDo} from './situations/whole-folder.ts'
import {badFiles} from './situations/bad-files.ts'
import {otherFiles, otherFilesRejected} from './situations/other-files.ts'
import {planFile} from './situations/plan-file.ts'
import {rejected, rejectedAtFirst} from './situations/rejected.ts'
import {textsOnly, textsRefused} from './situations/texts-only.ts'
import {thirtyLocales} from './situations/thirty-locales.ts'
import {wholeRelease} from './situations/whole-release.ts'
import type {StageOptions} from './stage.ts'

/** Plays something that happens to people, and keeps what they look at. */
export type Situation = (options: StageOptions) => Promise<void>

/** By the names that the command line takes. */
export const SITUATIONS: Readonly<Record<string, Situation>> = {
  'first-upload': firstUpload,
  'nothing-to-do': nothingToDo,
  'five-changes': fiveChanges,
  'thirty-locales': thirtyLocales,
  rejected,
  'rejected-at-first': rejectedAtFirst,
  'plan-file': planFile,
  cancelled,
  'bad-files': badFiles,
  'texts-only': textsOnly,
  'texts-refused': textsRefused,
  'other-files': otherFiles,
  'other-files-rejected': otherFilesRejected,
  'whole-release': wholeRelease,
  huge: hugeFirstUpload,
}

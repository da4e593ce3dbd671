import {ATTACHMENT_TYPES} from '../../../apple/review-attachments.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {listWithOr} from '../../../files/nearest-name.ts'

/** A folder that `manage` names. */
export function missingFolder(path: string): Diagnostic {
  return errorAt(path, {
    code: 'missing-root',
    what: 'does not exist',
    next: 'add it, check `root`, or remove `review-attachments` from `manage`',
  })
}

/** A file in place of the folder. */
export function rootIsFile(path: string): Diagnostic {
  return errorAt(path, {
    code: 'root-not-a-folder',
    what: 'is a file, not a folder',
    next: 'move it into a folder of this name',
  })
}

/** A folder without attachments. Taken literally, it would remove all of them. */
export function noAttachments(path: string): Diagnostic {
  return errorAt(path, {
    code: 'no-files',
    what: 'has no attachments',
    next: 'add one, or remove the folder, and `review-attachments` from `manage`, to leave those in App Store Connect as they are',
  })
}

/** A folder in the folder. */
export function subFolder(path: string): Diagnostic {
  return errorAt(path, {
    code: 'nested-too-deep',
    what: 'is a folder where only files are expected',
    next: 'move its files to the folder above, or pack it as .zip',
  })
}

/** A document that is really a folder, as Pages and Numbers save it on request. */
export function isDocumentFolder(path: string): Diagnostic {
  return errorAt(path, {
    code: 'not-a-file',
    what: 'is a folder, although it looks like a file on a Mac',
    next: 'export it as PDF, or pack it as .zip',
  })
}

/** A file that App Review does not take. */
export function wrongType(path: string): Diagnostic {
  return errorAt(path, {
    code: 'unsupported-file',
    what: 'is not a file type that Apple accepts for App Review attachments',
    next: `use ${listWithOr([...ATTACHMENT_TYPES.keys()])}; remove other files, or start their names with a dot`,
  })
}

/** Two files that would have the same name in App Store Connect. */
export function equalNames(path: string, other: string): Diagnostic {
  return errorAt(path, {
    code: 'equal-names',
    what: `has the same name as ${other}, apart from case, Unicode form or invisible characters`,
    next: 'rename one of them',
  })
}

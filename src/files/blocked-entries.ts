import type {Diagnostic} from '../core/diagnostic.ts'
import {errorAt} from './diagnostic-at.ts'
import type {Finding} from './diagnostic-at.ts'
import type {BlockedKind} from './found-folder.ts'

const TEXTS: Readonly<Record<BlockedKind, Finding>> = {
  outside: {
    code: 'outside-workspace',
    what: 'points outside the workspace',
    next: 'keep the files in the repository',
  },
  'broken-link': {
    code: 'broken-link',
    what: 'is a broken symbolic link',
    next: 'remove the link, or add the file or folder that it points to',
  },
  'link-loop': {
    code: 'link-loop',
    what: 'is a symbolic link to a folder that contains it',
    next: 'remove the link',
  },
  special: {
    code: 'not-a-file',
    what: 'is a pipe, a socket or a device',
    next: 'remove it',
  },
  unreadable: {
    code: 'unreadable',
    what: 'cannot be read',
    next: 'check its permissions and its name',
  },
  'too-many': {
    code: 'too-many-files',
    what: 'contains more files than a listing can have',
    next: 'point `screenshots`, `previews` or `metadata` at a folder that contains nothing else',
  },
}

/** The diagnostic for an entry that must not be opened. */
export function blockedEntry(kind: BlockedKind, path: string): Diagnostic {
  return errorAt(path, TEXTS[kind])
}

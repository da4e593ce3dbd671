import type {Diagnostic} from '../core/diagnostic.ts'
import {errorAt} from './diagnostic-at.ts'
import type {Finding} from './diagnostic-at.ts'
import type {BlockedKind} from './found-folder.ts'

const TEXTS: Readonly<Record<BlockedKind, Finding>> = {
  outside: {
    code: 'outside-workspace',
    what: 'leads out of the workspace',
    next: 'keep the files inside the repository',
  },
  'broken-link': {
    code: 'broken-link',
    what: 'is a symbolic link to nothing',
    next: 'remove the link, or add what it should lead to',
  },
  'link-loop': {
    code: 'link-loop',
    what: 'is a symbolic link to a folder that holds it',
    next: 'remove the link',
  },
  special: {
    code: 'not-a-file',
    what: 'is neither a file nor a folder but a pipe, a socket or a device',
    next: 'remove it',
  },
  unreadable: {
    code: 'unreadable',
    what: 'cannot be read',
    next: 'check its permissions and its name',
  },
  'too-many': {
    code: 'too-many-files',
    what: 'holds more files than any listing',
    next: 'let the input name a folder that holds nothing else',
  },
}

/** The diagnostic for an entry that must not be opened. */
export function blockedEntry(kind: BlockedKind, path: string): Diagnostic {
  return errorAt(path, TEXTS[kind])
}

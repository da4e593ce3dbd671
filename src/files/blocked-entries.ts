import type {BlockedKind} from './found-folder.ts'
import type {Problem} from '../core/diagnostic.ts'

const TEXTS: Readonly<Record<BlockedKind, Omit<Problem, 'severity' | 'path'>>> = {
  outside: {
    code: 'outside-workspace',
    finding: 'leads out of the workspace',
    expectation: 'keep the files inside the repository',
  },
  'broken-link': {
    code: 'broken-link',
    finding: 'is a symbolic link to nothing',
    expectation: 'remove the link, or add what it should lead to',
  },
  'link-loop': {
    code: 'link-loop',
    finding: 'is a symbolic link to a folder that holds it',
    expectation: 'remove the link',
  },
  special: {
    code: 'not-a-file',
    finding: 'is neither a file nor a folder but a pipe, a socket or a device',
    expectation: 'remove it',
  },
  unreadable: {
    code: 'unreadable',
    finding: 'cannot be read',
    expectation: 'check its permissions and its name',
  },
  'too-many': {
    code: 'too-many-files',
    finding: 'holds more files than any listing',
    expectation: 'let the inputs `screenshots` and `previews` name folders that hold nothing else',
  },
}

/** The problem of an entry that must not be opened. */
export function blockedProblem(kind: BlockedKind, path: string): Problem {
  return {severity: 'error', path, ...TEXTS[kind]}
}

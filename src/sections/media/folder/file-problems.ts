import type {Problem} from '../../../core/diagnostic.ts'
import {systemErrorText} from '../../../core/system-error.ts'
import type {RealFormat} from '../../../files/formats/real-format.ts'

/** A file of 0 bytes. */
export function emptyFile(path: string): Problem {
  return {
    severity: 'error',
    code: 'empty-file',
    path,
    finding: 'has 0 bytes',
    expectation: 'save it again, or remove it',
  }
}

/** A file larger than Apple takes. Both sizes in bytes. */
export function tooLarge(path: string, size: number, maximumSize: number): Problem {
  return {
    severity: 'error',
    code: 'file-too-large',
    path,
    finding: `has ${size} bytes`,
    expectation: `Apple takes at most ${maximumSize} bytes`,
  }
}

/** A file that the system does not let us read. */
export function unreadable(path: string, error: unknown): Problem {
  const code = systemErrorText(error, 'code')
  return {
    severity: 'error',
    code: 'unreadable',
    path,
    finding: `cannot be read${code === '' ? '' : ` (${code})`}`,
    expectation: 'check that it is a file, that it still exists, and its permissions',
  }
}

/** A file that stands for another one in Git LFS. */
export function gitLfsPointer(path: string): Problem {
  return {
    severity: 'error',
    code: 'git-lfs-pointer',
    path,
    finding: 'is a Git LFS pointer, not the file itself',
    expectation: 'check out with "lfs: true" (a setting of actions/checkout)',
  }
}

/** A file whose bytes are of another format than its name says; undefined stands for no known format. */
export function wrongFormat(
  path: string,
  extension: string,
  format: RealFormat | undefined,
  right: readonly RealFormat[],
): Problem {
  const name = extension.slice(1).toUpperCase()
  const renamed = format !== undefined && right.includes(format) ? format.extensions[0] : undefined
  return {
    severity: 'error',
    code: 'wrong-format',
    path,
    finding:
      format === undefined
        ? `is not a readable ${name} file`
        : `is ${format.name}, named ${extension}`,
    expectation:
      renamed === undefined
        ? `export it again as ${name}`
        : `rename it to ${renamed}, or export it again as ${name}`,
  }
}

/** A file that ends too early. */
export function truncated(path: string): Problem {
  return {
    severity: 'error',
    code: 'truncated-file',
    path,
    finding: 'is cut off: the file ends before its content does',
    expectation: 'export or copy it again',
  }
}

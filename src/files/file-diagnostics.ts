import type {Diagnostic} from '../core/diagnostic.ts'
import {errorAt} from './diagnostic-at.ts'
import {systemErrorText} from '../core/system-error.ts'
import type {RealFormat} from './formats/real-format.ts'

/** A file of 0 bytes. */
export function emptyFile(path: string): Diagnostic {
  return errorAt(path, {
    code: 'empty-file',
    what: 'is empty',
    next: 'export it again, or remove it',
  })
}

/** A file larger than Apple accepts. Both sizes are in bytes. */
export function tooLarge(path: string, size: number, maximumSize: number): Diagnostic {
  return errorAt(path, {
    code: 'file-too-large',
    what: `has ${size} bytes; Apple accepts at most ${maximumSize}`,
    next: 'export it with a smaller size',
  })
}

/** A file that cannot be read. */
export function unreadable(path: string, error: unknown): Diagnostic {
  const code = systemErrorText(error, 'code')
  return errorAt(path, {
    code: 'unreadable',
    what: `cannot be read${code === '' ? '' : ` (${code})`}`,
    next: 'check that it is a file, that it still exists, and that its permissions are right',
  })
}

/** A Git LFS pointer in place of the file. */
export function gitLfsPointer(path: string): Diagnostic {
  return errorAt(path, {
    code: 'git-lfs-pointer',
    what: 'is a Git LFS pointer, not the file itself',
    next: 'set `lfs: true` for `actions/checkout`',
  })
}

/** A file whose bytes have another format than its name says. An undefined format means an unknown one. */
export function wrongFormat(
  path: string,
  extension: string,
  format: RealFormat | undefined,
  right: readonly RealFormat[],
): Diagnostic {
  const name = extension.slice(1).toUpperCase()
  const renamed = format !== undefined && right.includes(format) ? format.extensions[0] : undefined
  return errorAt(path, {
    code: 'wrong-format',
    what:
      format === undefined
        ? `is not a readable ${name} file`
        : `is ${format.name}, but is named ${extension}`,
    next:
      renamed === undefined
        ? `export it again as ${name}`
        : `rename it to ${renamed}, or export it again as ${name}`,
  })
}

/** A file that ends too early. */
export function truncated(path: string): Diagnostic {
  return errorAt(path, {
    code: 'truncated-file',
    what: 'is truncated',
    next: 'export or copy it again',
  })
}

/** A text in another encoding. @param line - The first line with it, if it is known. */
export function notUtf8(path: string, line?: number): Diagnostic {
  return errorAt(path, {
    code: 'not-utf-8',
    what: 'is not UTF-8',
    next: 'save it as UTF-8',
    ...(line === undefined ? {} : {line}),
  })
}

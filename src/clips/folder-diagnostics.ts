import type {Diagnostic} from '../core/diagnostic.ts'
import {blockedEntry} from '../files/blocked-entries.ts'
import {errorAt, warningAt} from '../files/diagnostic-at.ts'
import {listWithOr, nearestNames} from '../files/nearest-name.ts'
import type {TreeNode} from '../files/tree.ts'

/** The folder of a section does not exist. @param section - As `manage` names it. */
export function missingFolder(path: string, section: string): Diagnostic {
  return errorAt(path, {
    code: 'missing-root',
    what: 'does not exist',
    next: `add it, check \`root\`, or remove \`${section}\` from \`manage\``,
  })
}

/** The folder of a section is a file. @param layout - What it should contain. */
export function rootIsFile(path: string, layout: string): Diagnostic {
  return errorAt(path, {
    code: 'root-not-a-folder',
    what: 'is a file, not a folder',
    next: `make it a folder that contains ${layout}`,
  })
}

/** A folder without anything in it. @param layout - What it should contain. */
export function emptyClipFolder(path: string, layout: string): Diagnostic {
  return warningAt(path, {
    code: 'empty-app-clip-folder',
    what: 'has nothing of an App Clip, so nothing is changed',
    next: `add files such as ${layout}`,
  })
}

/**
 * An entry that has no meaning where it is.
 *
 * @param files - The names that files can have there. None if only folders are expected.
 * @param layout - The layout of the whole folder, as messages show it.
 */
export function unexpectedEntry(
  {kind, name, path}: TreeNode,
  files: readonly string[],
  layout: string,
): Diagnostic {
  if (kind === 'folder') {
    return errorAt(path, {
      code: 'nested-too-deep',
      what: 'is a folder where only files are expected',
      next: `move its files to match the layout: ${layout}`,
    })
  }
  if (kind !== 'file') return blockedEntry(kind, path)
  const near = nearestNames(name, files)
  return errorAt(path, {
    code: 'unsupported-file',
    what: 'is not a file of an App Clip',
    next:
      near.length > 0
        ? `rename it to ${listWithOr(near)}; remove other files, or start their names with a dot`
        : `match the layout: ${layout}; remove other files, or start their names with a dot`,
  })
}

/** Two files of a folder for the same thing. */
export function sameFileTwice(path: string, other: string): Diagnostic {
  return errorAt(path, {
    code: 'same-file-twice',
    what: `is for the same as ${other}`,
    next: 'keep one of them',
  })
}

import prettyBytes from 'pretty-bytes'

import {MAX_PACKS, MAX_TOTAL_BYTES} from '../../../apple/background-assets.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'

const LAYOUT = '<asset pack ID>.aar, and beside it <asset pack ID>.json if you have its manifest'

export function missingFolder(path: string): Diagnostic {
  return errorAt(path, {
    code: 'missing-root',
    what: 'does not exist',
    next: 'add it, check `root`, or remove `background-assets` from `manage`',
  })
}

export function rootIsFile(path: string): Diagnostic {
  return errorAt(path, {
    code: 'root-not-a-folder',
    what: 'is a file, not a folder',
    next: `make it a folder with ${LAYOUT}`,
  })
}

export function noPacks(path: string): Diagnostic {
  return errorAt(path, {
    code: 'no-files',
    what: 'has no asset packs',
    next: `add ${LAYOUT}; if an earlier job makes the archives, download its artifact first`,
  })
}

export function subFolder(path: string): Diagnostic {
  return errorAt(path, {
    code: 'nested-too-deep',
    what: 'is a folder where only files are expected',
    next: 'pack it with `xcrun ba-package`, or move its files to the folder above',
  })
}

export function wrongType(path: string): Diagnostic {
  return errorAt(path, {
    code: 'unsupported-file',
    what: 'is not a file type that Apple accepts for background assets',
    next: `use ${LAYOUT}; remove other files, or start their names with a dot`,
  })
}

export function wrongId(path: string, id: string): Diagnostic {
  return errorAt(path, {
    code: 'wrong-asset-pack-id',
    what: `"${id}" is not an asset pack ID`,
    next: 'name it after its asset pack: letters, digits, dots, hyphens and underscores',
  })
}

/** Two archives, or two manifests, of IDs that differ in nothing but case. */
export function equalNames(path: string, other: string): Diagnostic {
  return errorAt(path, {
    code: 'equal-names',
    what: `has the same name as ${other}, apart from case`,
    next: 'rename one of them',
  })
}

export function manifestAlone(path: string, id: string): Diagnostic {
  return errorAt(path, {
    code: 'manifest-without-archive',
    what: 'has no matching archive in its folder',
    next: `add ${id}.aar, made with \`xcrun ba-package\`, or remove the manifest`,
  })
}

/** @param bytes - Of all archives together. */
export function tooMuch(path: string, bytes: number): Diagnostic {
  return errorAt(path, {
    code: 'asset-packs-too-large',
    what: `has archives of ${prettyBytes(bytes)} in all; Apple hosts at most ${prettyBytes(MAX_TOTAL_BYTES)} for an app`,
    next: 'make them smaller, or remove some',
  })
}

/** @param number - How many there would be. */
export function tooManyPacks(path: string, number: number): Diagnostic {
  return errorAt(path, {
    code: 'too-many-asset-packs',
    what: `would make ${number} asset packs, but Apple allows ${MAX_PACKS} for an app`,
    next: 'remove some files, or put what they have into fewer asset packs',
  })
}

import type {LimitFunction} from 'p-limit'
import {MEDIA_LIMITS} from '../facts/limits.ts'
import type {Platform} from '../../../core/platforms.ts'
import {placeOf} from '../listing.ts'
import {nameKey} from '../../../transfer/stored-file.ts'
import type {DesiredFile, DesiredSet} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {isPosterOf, readDesiredFile} from './desired-file.ts'
import type {ReadFile} from './desired-file.ts'
import {posterWithoutVideo, spareFile, unframed} from './layout-diagnostics.ts'
import type {MediaFolder} from './media-folder.ts'
import type {Objection} from './objection.ts'

interface DesiredSets {
  readonly sets: readonly DesiredSet[]
  readonly diagnostics: readonly Diagnostic[]
  readonly objections: readonly Objection[]
}

/**
 * Reads the files of one folder into sets: one for the folder's type, or one for each type that the pixels determine.
 *
 * @param options.workspace - Absolute.
 * @param options.limit - Limits how many files are read at a time. Shared by all folders.
 */
export async function readDesiredSets(
  folder: MediaFolder,
  options: {
    readonly workspace: string
    readonly platform: Platform
    readonly limit: LimitFunction
    readonly signal: AbortSignal
  },
): Promise<DesiredSets> {
  const files = await Promise.all(
    folder.files.map((name) =>
      options
        .limit(() => readDesiredFile(folder, name, options))
        .then((file) => checkSpare(file, folder.spare.get(name))),
    ),
  )
  const placed = files.flatMap((file) => (file.placed === null ? [] : [file.placed]))
  const types = new Set([
    ...(folder.type === null ? [] : [folder.type]),
    ...placed.map(({type}) => type),
  ])
  const sets = [...types].map(({type}): DesiredSet => ({
    id: placeOf(folder.locale, type),
    medium: folder.medium,
    locale: folder.locale,
    type,
    folder: folder.path,
    files: placed.filter((one) => one.type.type === type).map(({file}) => file),
  }))
  const orphans = folder.posters.filter(
    (poster) => !folder.files.some((video) => isPosterOf(poster, video)),
  )
  return {
    sets,
    objections: files.flatMap(({objections}) => objections),
    diagnostics: [
      ...files.flatMap(({diagnostics}) => diagnostics),
      ...orphans.map((poster) => posterWithoutVideo(`${folder.path}/${poster}`)),
      ...sets.flatMap((set) => [...tooManyFiles(set), ...equalNames(set)]),
    ],
  }
}

/**
 * A file that only serves to make others is left out if it fits no type, and gets a warning if it is shown unframed.
 */
function checkSpare(file: ReadFile, spare: 'unframed' | 'background' | undefined): ReadFile {
  if (spare === undefined) return file
  if (file.placed !== null) {
    return spare === 'unframed'
      ? {...file, diagnostics: [...file.diagnostics, unframed(file.path)]}
      : file
  }
  const fitsNoType = file.diagnostics.every(({code}) => code === 'wrong-pixel-size')
  return fitsNoType ? {...file, diagnostics: [spareFile(file.path)]} : file
}

function tooManyFiles({medium, type, folder, files}: DesiredSet): readonly Diagnostic[] {
  const {maximumPerSet} = MEDIA_LIMITS[medium]
  if (files.length <= maximumPerSet) return []
  return [
    errorAt(folder, {
      code: `too-many-${medium}s`,
      what: `has ${files.length} ${medium}s of ${type}, but Apple allows ${maximumPerSet}`,
      next: `remove ${files.length - maximumPerSet}`,
    }),
  ]
}

function equalNames({files}: DesiredSet): readonly Diagnostic[] {
  const first = new Map<string, DesiredFile>()
  return files.flatMap((file): readonly Diagnostic[] => {
    const other = first.get(nameKey(file.name))
    if (other === undefined) {
      first.set(nameKey(file.name), file)
      return []
    }
    return [
      errorAt(file.path, {
        code: 'equal-names',
        what: `has the same name as ${other.path}, apart from case, Unicode form or invisible characters`,
        next: 'rename one of them',
      }),
    ]
  })
}

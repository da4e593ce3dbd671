import type {LimitFunction} from 'p-limit'
import {MEDIA_LIMITS} from '../facts/limits.ts'
import type {Platform} from '../../../core/platforms.ts'
import {nameKey, setId} from '../listing.ts'
import type {DesiredFile, DesiredSet} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {isPosterOf, readDesiredFile} from './desired-file.ts'
import type {ReadFile} from './desired-file.ts'
import {posterWithoutVideo, spareFile, unframed} from './layout-problems.ts'
import type {MediaFolder} from './media-folders.ts'
import type {Objection} from './objection.ts'

interface Sets {
  readonly sets: readonly DesiredSet[]
  readonly problems: readonly Problem[]
  readonly objections: readonly Objection[]
}

/**
 * Reads the files of one folder into sets: one of the folder's type, or one of each type that its pixels say.
 *
 * @param surroundings.workspace Absolute.
 * @param surroundings.limit How many files are read at a time; shared by all folders.
 */
export async function readSets(
  folder: MediaFolder,
  surroundings: {
    readonly workspace: string
    readonly platform: Platform
    readonly limit: LimitFunction
    readonly signal: AbortSignal
  },
): Promise<Sets> {
  const files = await Promise.all(
    folder.files.map((name) =>
      surroundings
        .limit(() => readDesiredFile(folder, name, surroundings))
        .then((file) => ofSpare(file, folder.spare.get(name))),
    ),
  )
  const placed = files.flatMap((file) => (file.placed === null ? [] : [file.placed]))
  const types = new Set([
    ...(folder.type === null ? [] : [folder.type]),
    ...placed.map(({type}) => type),
  ])
  const sets = [...types].map(({type}): DesiredSet => ({
    id: setId(folder.locale, type),
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
    problems: [
      ...files.flatMap(({problems}) => problems),
      ...orphans.map((poster) => posterWithoutVideo(`${folder.path}/${poster}`)),
      ...sets.flatMap((set) => [...tooManyFiles(set), ...equalNames(set)]),
    ],
  }
}

/** A file that serves to make the others is left out where it fits no type, and told where it is shown unframed. */
function ofSpare(file: ReadFile, spare: 'unframed' | 'background' | undefined): ReadFile {
  if (spare === undefined) return file
  if (file.placed !== null) {
    return spare === 'unframed'
      ? {...file, problems: [...file.problems, unframed(file.path)]}
      : file
  }
  const isOfNoSize = file.problems.every(({code}) => code === 'wrong-pixel-size')
  return isOfNoSize ? {...file, problems: [spareFile(file.path)]} : file
}

function tooManyFiles({medium, type, folder, files}: DesiredSet): readonly Problem[] {
  const {maximumPerSet} = MEDIA_LIMITS[medium]
  if (files.length <= maximumPerSet) return []
  return [
    {
      severity: 'error',
      code: `too-many-${medium}s`,
      path: folder,
      finding: `holds ${files.length} ${medium}s of ${type}`,
      expectation: `Apple shows at most ${maximumPerSet}`,
    },
  ]
}

function equalNames({files}: DesiredSet): readonly Problem[] {
  const first = new Map<string, DesiredFile>()
  return files.flatMap((file): readonly Problem[] => {
    const other = first.get(nameKey(file.name))
    if (other === undefined) {
      first.set(nameKey(file.name), file)
      return []
    }
    return [
      {
        severity: 'error',
        code: 'equal-names',
        path: file.path,
        finding: `has the same name as ${other.path} when case, Unicode form and invisible characters do not count`,
        expectation: 'rename one of the two',
      },
    ]
  })
}

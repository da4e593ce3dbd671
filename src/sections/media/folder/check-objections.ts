import path from 'node:path'
import pLimit from 'p-limit'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {warningAt} from '../../../files/diagnostic-at.ts'
import {transparentPixels} from './check-screenshot.ts'
import type {Objection} from './objection.ts'
import {transparencyOf} from '../../../files/formats/png/transparency.ts'
import type {Transparency} from '../../../files/formats/png/transparency.ts'
import {inOrder} from '../../../files/diagnostic-order.ts'

const FILES_AT_A_TIME = 2
/** How long a run may check pixels. It sends nothing meanwhile. */
const MAX_MILLISECONDS = 20_000
/** In pixels, of Apple's largest screenshots. */
const MAX_SIDE_PIXELS = 3840

/** Checks the objections to all files except those at the given paths, whose bytes the store already shows. */
export type CheckObjections = (shown: ReadonlySet<string>) => Promise<readonly Diagnostic[]>

type TransparencyObjection = Extract<Objection, {kind: 'transparency'}>

interface CheckedImage {
  readonly objection: TransparencyObjection
  readonly transparency: Transparency | 'no-time'
}

/**
 * Returns a function that turns objections into diagnostics. Pixels are only checked then, and once for equal files.
 *
 * @param options.workspace - Absolute.
 * The function throws the signal's reason if it is aborted.
 */
export function createCheckObjections(
  objections: readonly Objection[],
  {workspace, signal}: {readonly workspace: string; readonly signal: AbortSignal},
): CheckObjections {
  const limit = pLimit(FILES_AT_A_TIME)
  const known = new Map<string, Promise<CheckedImage['transparency']>>()
  let deadline: AbortSignal | null = null

  const inspect = async (
    objection: TransparencyObjection,
    end: AbortSignal,
  ): Promise<CheckedImage['transparency']> => {
    if (end.aborted) return 'no-time'
    const found = await transparencyOf(path.join(workspace, objection.path), {
      longestSide: MAX_SIDE_PIXELS,
      signal: AbortSignal.any([signal, end]),
    })
    return found === 'unknown' && end.aborted ? 'no-time' : found
  }
  const check = async (objection: TransparencyObjection): Promise<CheckedImage> => {
    const end = (deadline ??= AbortSignal.timeout(MAX_MILLISECONDS))
    const transparency = known.get(objection.sha256) ?? limit(() => inspect(objection, end))
    known.set(objection.sha256, transparency)
    return {objection, transparency: await transparency}
  }

  return async (shown) => {
    const open = objections.filter((objection) => !shown.has(objection.path))
    const checked = await Promise.all(
      open.filter((each) => each.kind === 'transparency').map(check),
    )
    signal.throwIfAborted()
    return inOrder([
      ...open.flatMap((each) => (each.kind === 'diagnostic' ? [each.diagnostic] : [])),
      ...checked
        .filter(({transparency}) => transparency === 'transparent')
        .map(({objection}) => transparentPixels(objection.path, objection.type)),
      ...perFolder(checked, 'opaque', opaqueChannel),
      ...perFolder(checked, 'unknown', (folder, files) =>
        notChecked(folder, files, 'the image is too large or damaged'),
      ),
      ...perFolder(checked, 'no-time', (folder, files) =>
        notChecked(folder, files, 'the check took too long'),
      ),
    ])
  }
}

/** One diagnostic for all files of a folder with the same answer. */
function perFolder(
  checked: readonly CheckedImage[],
  answer: CheckedImage['transparency'],
  diagnose: (
    folder: string,
    files: readonly [TransparencyObjection, ...TransparencyObjection[]],
  ) => Diagnostic,
): readonly Diagnostic[] {
  const found = checked
    .filter(({transparency}) => transparency === answer)
    .map(({objection}) => objection)
  const folders = Map.groupBy(found, (objection) => path.posix.dirname(objection.path))
  return [...folders].flatMap(([folder, [first, ...others]]) =>
    first === undefined ? [] : [diagnose(folder, [first, ...others])],
  )
}

function opaqueChannel(
  folder: string,
  files: readonly [TransparencyObjection, ...TransparencyObjection[]],
): Diagnostic {
  return warningAt(folder, {
    code: 'opaque-alpha-channel',
    what: `has screenshots with an alpha channel, although every pixel is opaque: ${named(files)}`,
    next: 'Apple usually accepts them; if it rejects one, save it without the alpha channel',
  })
}

function notChecked(
  folder: string,
  files: readonly [TransparencyObjection, ...TransparencyObjection[]],
  why: string,
): Diagnostic {
  return warningAt(folder, {
    code: 'transparency-not-checked',
    what: `has screenshots that were not checked for transparent pixels, which Apple rejects for ${files[0].type.type}: ${named(files)} (${why})`,
    next: 'if Apple rejects one, save it without transparency',
  })
}

/** `01.png`, `01.png and 2 more`. */
function named([first, ...others]: readonly [
  TransparencyObjection,
  ...TransparencyObjection[],
]): string {
  const name = path.posix.basename(first.path)
  return others.length === 0 ? name : `${name} and ${others.length} more`
}

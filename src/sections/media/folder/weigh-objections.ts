import path from 'node:path'
import pLimit from 'p-limit'
import type {Problem} from '../../../core/diagnostic.ts'
import {transparentPixels} from './check-screenshot.ts'
import type {Objection} from './objection.ts'
import {transparencyOf} from '../../../files/formats/png/transparency.ts'
import type {Transparency} from '../../../files/formats/png/transparency.ts'
import {inOrder} from '../../../files/problem-order.ts'

const FILES_AT_A_TIME = 2
/** How long a run looks at pixels, in milliseconds: it sends nothing meanwhile. */
const PATIENCE = 20_000
/** In pixels, of Apple's largest screenshots. */
const LONGEST_SIDE = 3840

/** Weighs the objections to all files but those at some paths, whose bytes the store already shows. */
export type Weigh = (shown: ReadonlySet<string>) => Promise<readonly Problem[]>

type Doubt = Extract<Objection, {kind: 'transparency'}>

interface Seen {
  readonly doubt: Doubt
  readonly transparency: Transparency | 'no-time'
}

/**
 * Makes the function that tells what the objections come to. Pixels are looked at only then, and once for equal files.
 *
 * @param surroundings.workspace - Absolute.
 * @throws from the function, the reason of the signal when it is aborted.
 */
export function createWeigh(
  objections: readonly Objection[],
  {workspace, signal}: {readonly workspace: string; readonly signal: AbortSignal},
): Weigh {
  const limit = pLimit(FILES_AT_A_TIME)
  const known = new Map<string, Promise<Seen['transparency']>>()
  let deadline: AbortSignal | null = null

  const look = async (doubt: Doubt, end: AbortSignal): Promise<Seen['transparency']> => {
    if (end.aborted) return 'no-time'
    const found = await transparencyOf(path.join(workspace, doubt.path), {
      longestSide: LONGEST_SIDE,
      signal: AbortSignal.any([signal, end]),
    })
    return found === 'unknown' && end.aborted ? 'no-time' : found
  }
  const see = async (doubt: Doubt): Promise<Seen> => {
    const end = (deadline ??= AbortSignal.timeout(PATIENCE))
    const transparency = known.get(doubt.sha256) ?? limit(() => look(doubt, end))
    known.set(doubt.sha256, transparency)
    return {doubt, transparency: await transparency}
  }

  return async (shown) => {
    const open = objections.filter((objection) => !shown.has(objection.path))
    const seen = await Promise.all(open.filter((each) => each.kind === 'transparency').map(see))
    signal.throwIfAborted()
    return inOrder([
      ...open.flatMap((each) => (each.kind === 'problem' ? [each.problem] : [])),
      ...seen
        .filter(({transparency}) => transparency === 'transparent')
        .map(({doubt}) => transparentPixels(doubt.path, doubt.type)),
      ...ofFolders(seen, 'opaque', opaqueChannel),
      ...ofFolders(seen, 'unknown', (folder, files) =>
        notChecked(folder, files, 'the image is too large, or damaged'),
      ),
      ...ofFolders(seen, 'no-time', (folder, files) =>
        notChecked(folder, files, 'there was no time left'),
      ),
    ])
  }
}

/** One problem for all files of a folder with the same answer. */
function ofFolders(
  seen: readonly Seen[],
  answer: Seen['transparency'],
  problem: (folder: string, files: readonly [Doubt, ...Doubt[]]) => Problem,
): readonly Problem[] {
  const doubts = seen.filter(({transparency}) => transparency === answer).map(({doubt}) => doubt)
  const folders = Map.groupBy(doubts, (doubt) => path.posix.dirname(doubt.path))
  return [...folders].flatMap(([folder, [first, ...others]]) =>
    first === undefined ? [] : [problem(folder, [first, ...others])],
  )
}

function opaqueChannel(folder: string, files: readonly [Doubt, ...Doubt[]]): Problem {
  return {
    severity: 'warning',
    code: 'opaque-alpha-channel',
    path: folder,
    finding: `holds screenshots with an alpha channel, though every pixel is opaque: ${named(files)}`,
    expectation:
      'Apple accepts such screenshots as a rule; if it rejects one, save it without the channel',
  }
}

function notChecked(folder: string, files: readonly [Doubt, ...Doubt[]], why: string): Problem {
  return {
    severity: 'warning',
    code: 'transparency-not-checked',
    path: folder,
    finding: `holds screenshots that were not checked for transparent pixels, which Apple refuses for ${files[0].type.type}: ${named(files)}; ${why}`,
    expectation: 'if Apple rejects one, save it again without transparency',
  }
}

/** `01.png`, `01.png and 2 more`. */
function named([first, ...others]: readonly [Doubt, ...Doubt[]]): string {
  const name = path.posix.basename(first.path)
  return others.length === 0 ? name : `${name} and ${others.length} more`
}

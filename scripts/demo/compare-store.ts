import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Simulator} from '../../simulator/simulator.ts'

/** MD5 of each file, by locale and type, in order. */
export type Sets = ReadonlyMap<string, readonly string[]>

/** What is in the folder. */
export async function setsInFolder(workspace: string): Promise<Sets> {
  const sets = new Map<string, readonly string[]>()
  for (const root of ['screenshots', 'previews']) {
    const entries = await readdir(path.join(workspace, root), {recursive: true})
    const media = entries.filter((name) => /\.(?:png|jpg|mp4)$/u.test(name)).toSorted()
    for (const name of media) {
      const set = path.dirname(name)
      const bytes = await readFile(path.join(workspace, root, name))
      sets.set(set, [...(sets.get(set) ?? []), createHash('md5').update(bytes).digest('hex')])
    }
  }
  return sets
}

/** What is in the store; in place of an MD5, the state of a file that is not complete. */
export function setsInStore(simulator: Simulator): Sets {
  const sets = Object.entries(simulator.listing()).flatMap(([locale, types]) =>
    Object.entries(types).map(([type, assets]) => {
      const md5s = assets.map(({md5, state}) => (state === 'COMPLETE' ? String(md5) : state))
      return [path.join(locale, type), md5s] as const
    }),
  )
  return new Map(sets)
}

export function areEqual(one: Sets, other: Sets): boolean {
  const isSame = [...other].every(([set, md5s]) => one.get(set)?.join(' ') === md5s.join(' '))
  return isSame && one.size === other.size
}

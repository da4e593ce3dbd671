import type {FoundFolder, FoundKind} from '../model/found-folder.ts'
import {byCodeUnits} from './file-name.ts'

/** Found entries as the tree they are on disk. */
export interface TreeNode {
  readonly name: string
  /** Relative to the workspace. */
  readonly path: string
  readonly kind: FoundKind
  /** Ordered by name, so that reading and reporting are the same in every run. */
  readonly children: readonly TreeNode[]
}

/** Turns the flat entries of a found folder into a tree; the result is the root. */
export function treeOf(found: FoundFolder): TreeNode {
  const childrenOf = new Map<string, TreeNode[]>()
  const kinds = new Map(found.entries.map(({path, kind}) => [path, kind]))
  const paths = [...kinds.keys()].filter((path) => path !== found.path).toSorted(byCodeUnits)

  function listOf(path: string): TreeNode[] {
    const list = childrenOf.get(path) ?? []
    childrenOf.set(path, list)
    return list
  }
  for (const path of paths) {
    const slash = path.lastIndexOf('/')
    const node: TreeNode = {
      name: path.slice(slash + 1),
      path,
      kind: kinds.get(path) ?? 'folder',
      children: listOf(path),
    }
    listOf(slash === -1 ? '' : path.slice(0, slash)).push(node)
  }
  return {
    name: found.path.slice(found.path.lastIndexOf('/') + 1),
    path: found.path,
    kind: kinds.get(found.path) ?? 'folder',
    children: listOf(found.path),
  }
}

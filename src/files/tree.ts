import type {FoundFolder, FoundKind} from './found-folder.ts'

/** The found entries as a tree. */
export interface TreeNode {
  readonly name: string
  /** Relative to the workspace. */
  readonly path: string
  readonly kind: FoundKind
  /** In no particular order. */
  readonly children: readonly TreeNode[]
}

interface GrowingNode extends TreeNode {
  readonly children: GrowingNode[]
}

/** Turns the flat entries of a found folder into a tree; the result is the root. */
export function treeOf(found: FoundFolder): TreeNode {
  const kinds = new Map(found.entries.map(({path, kind}) => [path, kind]))
  const nodes = new Map<string, GrowingNode>()

  /** If discovery stopped early, an entry may come without its parent folders. */
  function nodeAt(path: string): GrowingNode {
    const known = nodes.get(path)
    if (known !== undefined) return known
    const slash = path.lastIndexOf('/')
    const kind = kinds.get(path) ?? 'folder'
    const node: GrowingNode = {name: path.slice(slash + 1), path, kind, children: []}
    nodes.set(path, node)
    if (path !== found.path) nodeAt(path.slice(0, Math.max(slash, 0))).children.push(node)
    return node
  }

  for (const path of kinds.keys()) nodeAt(path)
  return nodeAt(found.path)
}

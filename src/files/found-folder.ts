/** The contents of a root folder, as discovery found them. No file was opened. */
export interface FoundFolder {
  /** The root, relative to the workspace, with forward slashes. Empty if it is the workspace itself. */
  readonly path: string
  /** Everything below the root, or the root itself if it is not a readable folder. In no particular order. */
  readonly entries: readonly FoundEntry[]
}

export interface FoundEntry {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string
  readonly kind: FoundKind
}

/**
 * `file` and `folder` are safe to open; symbolic links have the kind of their target. The others are never opened: a
 * link out of the workspace (`outside`), a link to nothing (`broken-link`), to a folder that holds it (`link-loop`),
 * a FIFO, socket or device (`special`), what the system refuses to list (`unreadable`), and the point where discovery
 * gave up (`too-many`).
 */
export type FoundKind = 'file' | 'folder' | BlockedKind

export type BlockedKind =
  | 'outside'
  | 'broken-link'
  | 'link-loop'
  | 'special'
  | 'unreadable'
  | 'too-many'

/** What lies below a root folder, as discovery saw it. Nothing has been opened yet. */
export interface FoundFolder {
  /** The root, relative to the workspace, with forward slashes; empty when it is the workspace itself. */
  readonly path: string
  /** Everything below the root, and the root itself where it is no readable folder; in no particular order. */
  readonly entries: readonly FoundEntry[]
}

export interface FoundEntry {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string
  readonly kind: FoundKind
}

/**
 * `file` and `folder` are safe to open; symbolic links are followed and show what they lead to. The others
 * are never opened: a link out of the workspace (`outside`), a link to nothing (`broken-link`), to a folder
 * that holds it (`link-loop`), a FIFO, socket or device (`special`), what the system refuses to list
 * (`unreadable`), and the point where discovery gave up (`too-many`).
 */
export type FoundKind = 'file' | 'folder' | BlockedKind

export type BlockedKind =
  | 'outside'
  | 'broken-link'
  | 'link-loop'
  | 'special'
  | 'unreadable'
  | 'too-many'

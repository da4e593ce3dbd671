/** Where and when a run took place. */
export interface RunContext {
  /** URL of the workflow run, or null outside of GitHub. */
  readonly runUrl: string | null
  /** The full SHA of the commit, or null if it is unknown. */
  readonly commit: string | null
  /** Number of the pull request, or null if the run is for none. */
  readonly pullRequest: number | null
  /** URL of the files at that commit: `https://github.com/owner/name/blob/<sha>`. Null if it is unknown. */
  readonly treeUrl: string | null
  readonly date: Date
}

/** URLs of the files in the repository, by path relative to the workspace. */
export type Addresses = ReadonlyMap<string, string>

/** An entry of CHANGELOG.md: https://keepachangelog.com/en/1.1.0/ */
export interface ChangelogEntry {
  readonly version: string
  /** Such as `2026-11-22`; null for an entry that is not released yet. */
  readonly date: string | null
  /** Markdown, without the heading of the entry. */
  readonly changes: string
}

/**
 * @param text of CHANGELOG.md.
 * @returns its versions in the order of the file, which is newest first. `[Unreleased]` is none.
 */
export function readChangelog(text: string): readonly ChangelogEntry[] {
  return text
    .split(/^## /mu)
    .slice(1)
    .flatMap((entry) => {
      const [heading = '', ...lines] = entry.split('\n')
      const {version, date} =
        /^\[(?<version>\d[^\]]*)\](?: - (?<date>\d{4}-\d{2}-\d{2}))?$/u.exec(heading)?.groups ?? {}
      return version === undefined
        ? []
        : [{version, date: date ?? null, changes: lines.join('\n').trim()}]
    })
}

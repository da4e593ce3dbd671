import {run} from './command.ts'

/** As `gh release list` has it. */
export interface Release {
  readonly tagName: string
  readonly isDraft: boolean
}

/** @returns the releases of the repository, drafts among them. */
export function readReleases(): readonly Release[] {
  return JSON.parse(run('gh', ['release', 'list', '--limit', '1000', '--json', 'tagName,isDraft']))
}

/** @returns the versions that are published, prereleases among them. */
export function publishedVersions(): readonly string[] {
  return readReleases().flatMap(({tagName, isDraft}) =>
    isDraft ? [] : [tagName.replace(/^v/u, '')],
  )
}

/** @returns the commit that the tag on GitHub points to, also through a tag object; null without such a tag. */
export function commitOfTag(tag: string): string | null {
  const refs = new Map(
    run('git', ['ls-remote', 'origin', `refs/tags/${tag}`, `refs/tags/${tag}^{}`])
      .split('\n')
      .map((line) => line.split('\t').toReversed())
      .map(([ref = '', sha = '']) => [ref, sha]),
  )
  return refs.get(`refs/tags/${tag}^{}`) ?? refs.get(`refs/tags/${tag}`) ?? null
}

/** `1.2.3`, or `1.2.3-beta.1` for a prerelease, as https://semver.org has them; without build metadata. */
const VERSION = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/u

/**
 * @param text a version or a tag, such as `1.2.3` or `v1.2.3`.
 * @returns the version, without the `v`.
 * @throws if it is none.
 */
export function readVersion(text: string | undefined): string {
  const version = text?.replace(/^v/u, '') ?? ''
  if (!VERSION.test(version)) throw new Error(`"${text ?? ''}" is no version such as 1.2.3.`)
  return version
}

/** @returns whether the version is one to try, such as `1.2.3-beta.1`. */
export function isPrerelease(version: string): boolean {
  return version.includes('-')
}

/** @returns the tag that moves with the releases of this major version, such as `v1`. */
export function majorTag(version: string): string {
  return `v${version.split('.')[0]}`
}

/** @returns whether no other version is higher. Prereleases count on neither side: they are never the newest. */
export function isNewest(version: string, others: readonly string[]): boolean {
  return (
    !isPrerelease(version) &&
    others.every((other) => isPrerelease(other) || compare(version, other) >= 0)
  )
}

function compare(left: string, right: string): number {
  return left.localeCompare(right, 'en', {numeric: true})
}

import type {Client, Query} from './client.ts'
import type {Resource} from './document.ts'

/** More than any list of this service needs; a list that never ends is a fault. */
const MOST_PAGES = 100

/**
 * Reads a list to its end. Apple's link to the next page names a host; only its path and query are followed, so
 * that the token never goes anywhere but to the API that was asked.
 */
export async function getAll<Attributes>(
  client: Client,
  path: string,
  query: Query,
): Promise<{
  readonly data: readonly Resource<Attributes>[]
  readonly included: readonly Resource[]
}> {
  const data: Resource<Attributes>[] = []
  const included: Resource[] = []
  let next: {path: string; query: Query} | null = {path, query}
  for (let page = 0; next !== null; page += 1) {
    if (page === MOST_PAGES) throw new Error(`The list ${path} of App Store Connect has no end.`)
    const document = await client.get<readonly Resource<Attributes>[]>(next.path, next.query)
    data.push(...document.data)
    included.push(...(document.included ?? []))
    next = following(document.links?.next)
  }
  return {data, included}
}

function following(link: string | null | undefined): {path: string; query: Query} | null {
  if (link === null || link === undefined || link === '') return null
  const {pathname, searchParams} = new URL(link, 'https://api.appstoreconnect.apple.com')
  // An address without a host, such as `mailto:`, has a path without a slash, which would lengthen the host's name.
  return {path: `/${pathname.replace(/^\/+/, '')}`, query: Object.fromEntries(searchParams)}
}

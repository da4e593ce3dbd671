import type {Client, Query} from './client.ts'
import type {Document, Resource} from './document.ts'
import {unreadableAnswer} from './errors.ts'

/** More than any list of this service needs; a list that never ends is a fault. */
const MOST_PAGES = 100
/** What is included counts too. A version with everything in 50 locales has 20,000. */
const MOST_RECORDS = 100_000

interface Page {
  readonly path: string
  readonly query: Query
}

/**
 * Reads a list to its end. Apple's link to the next page names a host; only its path and query are followed, so
 * that the token never goes anywhere but to the API that was asked.
 *
 * @throws {ConnectionError} if the list leads back to itself, or has no end.
 */
export async function getAll<Attributes>(
  client: Client,
  path: string,
  query: Query,
): Promise<{
  readonly data: readonly Resource<Attributes>[]
  readonly included: readonly Resource[]
}> {
  const unreadable = (why: string) => unreadableAnswer(`GET ${path}`, why, false)
  const data: Resource<Attributes>[] = []
  const included: Resource[] = []
  const seen = new Set<string>()
  for (let page: Page | null = {path, query}; page !== null;) {
    if (seen.size === MOST_PAGES) throw unreadable(`the list has more than ${MOST_PAGES} pages`)
    seen.add(addressOf(page))
    const document: Document<readonly Resource<Attributes>[]> = await client.list<Attributes>(
      page.path,
      page.query,
    )
    for (const each of document.data) data.push(each)
    for (const each of document.included ?? []) included.push(each)
    if (data.length + included.length > MOST_RECORDS) {
      throw unreadable(`the list has more than ${MOST_RECORDS.toLocaleString('en')} records`)
    }
    const link: string = document.links?.next ?? ''
    page = link === '' ? null : pageAt(link)
    if (link !== '' && page === null) throw unreadable('its link to the next page is none')
    if (page !== null && seen.has(addressOf(page))) throw unreadable('its pages lead in a circle')
  }
  return {data, included}
}

/** @returns null for a link that cannot be followed. */
function pageAt(link: string): Page | null {
  const address = URL.parse(link, 'https://api.appstoreconnect.apple.com')
  if (address === null) return null
  // An address without a host, such as `mailto:`, has a path without a slash, which would lengthen the host's name.
  const path = `/${address.pathname.replace(/^\/+/, '')}`
  return {path, query: Object.fromEntries(address.searchParams)}
}

function addressOf({path, query}: Page): string {
  return `${path} ${JSON.stringify(query)}`
}

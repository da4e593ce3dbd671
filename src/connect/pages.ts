import type {Client, Query} from './client.ts'
import type {Document, Resource} from './document.ts'
import {unreadableAnswer} from './errors.ts'

/** More than any list of this service needs. A list that never ends is a fault. */
const MAX_PAGES = 100
/** Includes count too. A full version in 50 locales has 20,000. */
const MAX_RECORDS = 100_000

interface Page {
  readonly path: string
  readonly query: Query
}

/**
 * Reads a list to its end. Apple's link to the next page contains a host, but only its path and query are used, so
 * that the token only ever goes to the configured API.
 *
 * @param isEnough - Whether a page has what is looked for, so that the rest need not be read.
 * @throws {ConnectionError} if the list loops or has no end.
 */
export async function getAll<Attributes>(
  client: Client,
  path: string,
  query: Query,
  isEnough: (page: readonly Resource<Attributes>[]) => boolean = () => false,
): Promise<{
  readonly data: readonly Resource<Attributes>[]
  readonly included: readonly Resource[]
}> {
  const unreadable = (why: string) => unreadableAnswer(`GET ${path}`, why, false)
  const data: Resource<Attributes>[] = []
  const included: Resource[] = []
  const seen = new Set<string>()
  for (let page: Page | null = {path, query}; page !== null;) {
    if (seen.size === MAX_PAGES) throw unreadable(`the list has more than ${MAX_PAGES} pages`)
    seen.add(addressOf(page))
    const document: Document<readonly Resource<Attributes>[]> = await client.list<Attributes>(
      page.path,
      page.query,
    )
    for (const each of document.data) data.push(each)
    for (const each of document.included ?? []) included.push(each)
    if (data.length + included.length > MAX_RECORDS) {
      throw unreadable(`the list has more than ${MAX_RECORDS.toLocaleString('en')} records`)
    }
    const link: string = isEnough(document.data) ? '' : (document.links?.next ?? '')
    page = link === '' ? null : pageAt(link)
    if (link !== '' && page === null) throw unreadable('its link to the next page is invalid')
    if (page !== null && seen.has(addressOf(page))) throw unreadable('its pages link in a circle')
  }
  return {data, included}
}

/** @returns null for a link that cannot be followed. */
function pageAt(link: string): Page | null {
  const address = URL.parse(link, 'https://api.appstoreconnect.apple.com')
  if (address === null) return null
  // A URL without a host, such as `mailto:`, has a path without a slash, which would become a part of the host name.
  const path = `/${address.pathname.replace(/^\/+/, '')}`
  return {path, query: Object.fromEntries(address.searchParams)}
}

function addressOf({path, query}: Page): string {
  return `${path} ${JSON.stringify(query)}`
}

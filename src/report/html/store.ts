import type {Run} from '../../core/run.ts'
import type {Card, Shelf} from '../../core/view.ts'
import {renderBadge, renderFileFacts} from './card.ts'
import type {Homes} from './homes.ts'
import {html, trusted} from './html.ts'
import type {Html} from './html.ts'
import {isEmbeddedOnly, renderCopy, renderPicture, videoAddress} from './picture.ts'
import {shownCard} from './shown-card.ts'
import type {Sources} from './sources.ts'
import {showsNow} from './store-items.ts'
import type {StoreItem} from './store-items.ts'

export interface StoreOptions {
  readonly homes: Homes
  readonly sources: Sources
  /** By shelf. */
  readonly items: ReadonlyMap<Shelf, readonly StoreItem[]>
  readonly unchanged: number
  /** Whether there is nothing else to look at. */
  readonly isOpen: boolean
}

/** Every set as on the product page, unchanged pictures included. Folded where there are changes to look at. */
export function renderStore(options: StoreOptions): Html | null {
  const {items, sources, unchanged, isOpen} = options
  if (items.size === 0) return null
  const locales = Map.groupBy(items.keys(), ({locale}) => locale)
  const show = unchanged > 0 ? `Show ${unchanged} unchanged` : 'Show all sets'
  return html`<section id="store" data-list="store">
    <h2>${headingOf(sources.run)}</h2>
    <p class="lead">
      Each set as it appears on the product page. What is marked also appears in search results.
    </p>
    <details class="sets" ${isOpen ? trusted(' open') : null}>
      <summary><span class="closed">${show}</span><span class="opened">Hide</span></summary>
      ${[...locales].map(
        ([locale, shelves]) =>
          html`<section class="locale" data-locale="${locale ?? ''}">
            <h3>${shelves[0]?.language ?? ''} ${locale && html`<code>${locale}</code>`}</h3>
            ${shelves.map((shelf) => renderShelf(shelf, options))}
          </section> `,
      )}
    </details>
  </section> `
}

function headingOf(run: Run): string {
  const {plan, version} = run
  if (plan === null) return 'The folder'
  const name = version === null ? 'App Store Connect' : `version ${version.versionString}`
  return `What ${name} ${showsNow(run) ? 'shows now' : 'will show'}`
}

function renderShelf(shelf: Shelf, {homes, items, sources}: StoreOptions): Html {
  const shown = items.get(shelf) ?? []
  const current = new Set(shown.flatMap(({card, isCurrent}) => (isCurrent ? (card ?? []) : [])))
  const rest = shelf.cards.filter((card) => homes.homeOf(card) === 'store' && !current.has(card))
  const aside =
    rest.length === 0
      ? null
      : html`<p class="aside">Not in the store</p>
          ${
            shelf.medium === 'file'
              ? renderRows(
                  shelf,
                  rest.map((card) => ({card, name: card.name})),
                  {homes, sources},
                )
              : html`<ul class="strip">
                  ${rest.map((card) => renderHome(shelf, card, {sources, isMarked: false}))}
                </ul>`
          }`
  return html`<section
    class="shelf"
    data-device="${shelf.device}"
    data-title="${shelf.title}"
    data-language="${shelf.language}"
  >
    <h4>${shelf.title} ${shelf.medium === 'file' ? null : html`<code>${shelf.type}</code>`}</h4>
    ${
      shelf.medium === 'file'
        ? renderRows(shelf, shown, {homes, sources})
        : html`<ol class="strip">
            ${shown.map((item, index) =>
              renderItem(shelf, item, {homes, sources, isMarked: index < shelf.inSearchResults}),
            )}
          </ol>`
    }
    ${aside}
  </section> `
}

interface ItemOptions {
  readonly sources: Sources
  readonly isMarked: boolean
}

const MARKED = trusted(' marked')

function renderItem(
  shelf: Shelf,
  item: StoreItem,
  {homes, sources, isMarked}: Pick<StoreOptions, 'homes'> & ItemOptions,
): Html {
  const {name, picture, card, isCurrent} = item
  const marked = isMarked ? MARKED : null
  if (card === null)
    return html`<li class="card${marked}">${picture && renderPicture(picture)}</li> `
  if (isCurrent && homes.homeOf(card) === 'store')
    return renderHome(shelf, card, {sources, isMarked})
  const fate = sources.fates.ofCard(card)
  const image =
    picture && (isCurrent && isEmbeddedOnly(picture) ? renderCopy(picture) : renderPicture(picture))
  return html`<li class="card${marked}" data-fate="${fate}">
    <a class="open" href="#${trusted(sources.idOf(card))}"
      >${image}<span class="name">${name}</span></a
    >${renderBadge(fate)}
  </li> `
}

/** Files in no order, of which there is nothing to see. */
function renderRows(
  shelf: Shelf,
  items: readonly Pick<StoreItem, 'name' | 'card'>[],
  {homes, sources}: Pick<StoreOptions, 'homes' | 'sources'>,
): Html {
  const rows = items.map(({name, card}) => {
    if (card === null) return html`<li><span class="name">${name}</span></li> `
    const id = homes.homeOf(card) === 'store' ? html` id="${trusted(sources.idOf(card))}"` : null
    const fate = sources.fates.ofCard(card)
    return html`<li class="row" data-fate="${fate}" ${id}>
      <span class="name">${name}</span>${renderBadge(fate)}${renderFileFacts(shelf, card, null)}
    </li> `
  })
  return html`<ul class="rows">
    ${rows}
  </ul>`
}

/** What is nowhere else on the page. */
function renderHome(shelf: Shelf, card: Card, {sources, isMarked}: ItemOptions): Html {
  const {id, fate, after, before} = shownCard(shelf, card, sources)
  const picture = after ?? before
  const link = trusted(id)
  const video = after && videoAddress(after)
  return html`<li class="card${isMarked ? MARKED : null}" id="${link}" data-fate="${fate}">
    <a class="open" href="#${link}"
      >${picture && renderPicture(picture)}<span class="name">${card.name}</span></a
    >${fate === 'unchanged' || fate === 'file' ? null : renderBadge(fate)}${renderFileFacts(shelf, card, video)}
  </li> `
}

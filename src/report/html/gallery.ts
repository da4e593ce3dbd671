import type {Gallery} from '../../core/view.ts'
import {renderDiagnostics} from './inline-diagnostics.ts'
import type {PagePart} from './inline-diagnostics.ts'
import {renderCard} from './card.ts'
import {renderFilters} from './filters.ts'
import {html} from './html.ts'
import type {Html} from './html.ts'
import {shownShelf} from './shelves.ts'
import type {ShownShelf, Sources} from './shelves.ts'

/** Every shelf as the store will show it, below the filters. */
export function renderGallery(gallery: Gallery, sources: Sources): PagePart {
  const shelves = gallery.shelves.map((shelf) => shownShelf(shelf, sources))
  const locales = [...Map.groupBy(shelves, ({locale}) => locale)]
  return {
    body: html`${renderFilters(shelves)}
      <p class="nothing" hidden>Nothing fits these filters.</p>
      ${locales.map(
        ([name, own]) =>
          html`<section class="locale">
            <h2>${name}</h2>
            ${own.map(renderShelf)}
          </section> `,
      )}`,
    shownInline: shelves.flatMap((shelf) =>
      [shelf, ...shelf.cards].flatMap((each) => each.diagnostics),
    ),
  }
}

function renderShelf({locale, device, title, type, cards, diagnostics}: ShownShelf): Html {
  const shown = cards.filter(({position}) => position !== null)
  const rest = cards.filter(({position}) => position === null)
  const aside =
    rest.length === 0
      ? null
      : html`<h4>Not in the store after this</h4>
          <ul class="cards aside">
            ${rest.map(renderCard)}
          </ul>`
  return html`<section class="shelf" data-locale="${locale}" data-device="${device}">
    <h3>${title} <code>${type}</code></h3>
    ${renderDiagnostics(diagnostics)}
    <ol class="cards">
      ${shown.map(renderCard)}
    </ol>
    ${aside}
  </section> `
}

import type {Shelf} from '../../core/view.ts'
import {html, trusted} from './html.ts'
import type {Html} from './html.ts'
import {isEmbeddedOnly, renderCopy, renderPicture, storePicture} from './picture.ts'
import {shownCard} from './shown-card.ts'
import type {ShownCard} from './shown-card.ts'
import type {Sources} from './sources.ts'

/** A set in its order before and after. What has moved stands out, with the place that it had. */
export function renderNewOrder(shelf: Shelf, sources: Sources): Html {
  const {run} = sources
  const before = shelf.before ?? []
  const placeBefore = new Map(before.map(({id}, index) => [id, index + 1]))
  const staying = shelf.cards
    .map((card) => shownCard(shelf, card, sources))
    .filter(({fate}) => fate !== 'removed')
  const old = before.map(
    (stored, index) =>
      html`<li>
        ${renderPicture(storePicture(stored, shelf.medium, run))}<span class="label"
          >${index + 1}</span
        >
      </li> `,
  )
  const now = staying.map((shown, index) => {
    const {after} = shown.card
    const was = after !== null && 'id' in after ? (placeBefore.get(after.id) ?? null) : null
    return renderPlace(shown, index + 1, was)
  })
  return html`<div
    class="order"
    data-locale="${shelf.locale ?? ''}"
    data-language="${shelf.language}"
  >
    <p class="caption">${shelf.language}</p>
    <div class="strips">
      <div>
        <p class="label">Before</p>
        <ol class="strip small" tabindex="0" aria-label="Before">
          ${old}
        </ol>
      </div>
      <div>
        <p class="label">After</p>
        <ol class="strip small">
          ${now}
        </ol>
      </div>
    </div>
  </div> `
}

/** @param was - Its place before, from 1, or null if it had none. */
function renderPlace(shown: ShownCard, place: number, was: number | null): Html {
  const {id, fate, card, after} = shown
  if (after === null) return html``
  if (fate !== 'reordered') {
    const picture = isEmbeddedOnly(after) ? renderCopy(after) : renderPicture(after)
    return html`<li>
      <a class="same" href="#${trusted(id)}">${picture}<span class="label">${place}</span></a>
    </li> `
  }
  const from = was === null || was === place ? null : html` <small>was ${was}</small>`
  return html`<li
    class="card moved"
    id="${trusted(id)}"
    data-fate="${fate}"
    data-name="${card.name}"
  >
    <a class="open" href="#${trusted(id)}"
      >${renderPicture(after)}<span class="label">${place}${from}</span></a
    >
  </li> `
}

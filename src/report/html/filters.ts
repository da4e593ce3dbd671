import {html, trusted} from './html.ts'
import type {Html} from './html.ts'
import {countKinds} from './kinds.ts'
import type {ShownShelf} from './shelves.ts'

/** The controls above the pictures. Hidden until the script shows them, because they need it. */
export function renderFilters(shelves: readonly ShownShelf[]): Html {
  const cards = shelves.flatMap((shelf) => shelf.cards)
  const kinds = countKinds(cards).map(
    ({kind, label, number}) =>
      html`<label class="chip ${kind}">
        <input type="checkbox" name="kind" value="${kind}" />
        <span>${label} <b>${number}</b></span>
      </label>`,
  )
  const hasPairs = cards.some((card) => card.kinds.includes('replaced'))
  return html`<form class="filters" aria-label="Filter" hidden>
    ${select('locale', 'Locale', new Set(shelves.map(({locale}) => locale)))}
    ${select('device', 'Device', new Set(shelves.map(({device}) => device)))}
    <fieldset class="chips">
      <legend>Change</legend>
      ${kinds}
    </fieldset>
    ${hasPairs ? COMPARE : null}
    <p class="shown"><output aria-live="polite"></output> <button type="reset">Show all</button></p>
  </form>`
}

const COMPARE = trusted(`<fieldset class="compare"><legend>Before and after</legend>
<label><input type="radio" name="compare" value="sides" checked><span>Side by side</span></label>
<label><input type="radio" name="compare" value="slider"><span>Slider</span></label></fieldset>`)

function select(name: string, label: string, values: ReadonlySet<string>): Html {
  const options = [...values].map((value) => html`<option value="${value}">${value}</option>`)
  return html`<label class="choice">
    ${label}
    <select name="${name}">
      <option value="">All (${values.size})</option>
      ${options}
    </select>
  </label>`
}

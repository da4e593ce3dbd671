import {asText} from '../escape.ts'
import {countKinds} from './kinds.ts'
import type {Shelf} from './shelves.ts'

/** The controls above the pictures. They do nothing without the script, which shows them. */
export function renderFilters(shelves: readonly Shelf[]): string {
  const cards = shelves.flatMap((shelf) => shelf.cards)
  const kinds = countKinds(cards).map(
    ({kind, label, number}) =>
      `<label class="chip ${kind}"><input type="checkbox" name="kind" value="${kind}"><span>${label} <b>${number}</b></span></label>`,
  )
  const hasPairs = cards.some((card) => card.kinds.includes('replaced'))
  return `<form class="filters" aria-label="Filter" hidden>
${select('locale', 'Locale', new Set(shelves.map(({locale}) => locale)))}
${select('device', 'Device', new Set(shelves.map(({device}) => device)))}
<fieldset class="chips"><legend>Change</legend>${kinds.join('')}</fieldset>
${hasPairs ? COMPARE : ''}
<p class="shown"><output aria-live="polite"></output> <button type="reset">Show all</button></p>
</form>`
}

const COMPARE = `<fieldset class="compare"><legend>Before and after</legend>
<label><input type="radio" name="compare" value="sides" checked><span>Side by side</span></label>
<label><input type="radio" name="compare" value="slider"><span>Slider</span></label></fieldset>`

function select(name: string, label: string, values: ReadonlySet<string>): string {
  const options = [...values].map(
    (value) => `<option value="${asText(value)}">${asText(value)}</option>`,
  )
  return `<label class="choice">${label}<select name="${name}"><option value="">All (${values.size})</option>${options.join('')}</select></label>`
}

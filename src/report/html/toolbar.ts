import {FATES} from '../facts/fates.ts'
import {FATE_WORDS, sumOf} from '../facts/numbers.ts'
import {textGroupsOf, textKindsOf} from '../facts/views.ts'
import {capitalised} from '../facts/words.ts'
import {html, trusted} from './html.ts'
import type {Html} from './html.ts'
import type {Sources} from './sources.ts'

/** A part of the page that can be jumped to. */
export interface Jump {
  /** The id of a section. */
  readonly id: string
  readonly words: string
}

/** The parts of the page, and the filters. The filters are hidden until the script shows them. */
export function renderToolbar(jumps: readonly Jump[], sources: Sources): Html | null {
  const {run, shelves} = sources
  const places = [...shelves, ...textGroupsOf(run)]
  if (places.length === 0) return null
  const chips = chipsOf(sources)
  const locales = new Map(
    places.flatMap(({locale, language}) => (locale === null ? [] : [[locale, language]])),
  )
  const devices = new Map(shelves.map(({device}) => [device, device]))
  const choices = [...select('locale', 'Locale', locales), ...select('device', 'Device', devices)]
  const hasFilters = chips.length > 0 || choices.length > 0
  return html`<div class="toolbar">
    <nav aria-label="On this page">
      ${jumps.map(({id, words}) => html`<a href="#${trusted(id)}">${words}</a> `)}
    </nav>
    ${hasFilters ? renderFilters(choices, chips) : null}
  </div> `
}

function renderFilters(choices: readonly Html[], chips: readonly Chip[]): Html {
  return html`<form class="filters" aria-label="Filters" hidden>
      ${choices}
      <fieldset>
        <legend class="quiet">Changes</legend>
        ${chips.map(
          ({value, label, number}) =>
            html`<label class="chip"
              ><input type="checkbox" name="fate" value="${value}" /><span
                >${label} <b>${number}</b></span
              ></label
            > `,
        )}
      </fieldset>
      <p class="shown">
        <output aria-live="polite"></output> <button type="reset">Show all</button>
      </p>
    </form>
    <p class="nothing" hidden>Nothing matches these filters.</p>`
}

interface Chip {
  readonly value: string
  readonly label: string
  readonly number: number
}

/** What can be filtered by, with the numbers of the verdict. Texts and settings that change are no pictures that were updated. */
function chipsOf({run, tallies}: Sources): readonly Chip[] {
  const changed = textKindsOf(run).map(({id, noun}) => ({
    value: noun,
    label: `${capitalised(noun)} changed`,
    number: tallies[id].updated,
  }))
  const chips = FATES.flatMap((fate): readonly Chip[] => {
    const label = capitalised(FATE_WORDS[fate])
    return fate === 'updated'
      ? [{value: fate, label, number: tallies.cards[fate]}, ...changed]
      : [{value: fate, label, number: sumOf(tallies, fate)}]
  })
  const all = chips.filter(({number}) => number > 0)
  // What is all of it is no choice.
  return all.length < 2 ? [] : all
}

/** None if there is nothing to choose from. */
function select(name: string, label: string, values: ReadonlyMap<string, string>): readonly Html[] {
  if (values.size < 2) return []
  const options = [...values].map(
    ([value, words]) => html`<option value="${value}">${words}</option>`,
  )
  return [
    html`<label class="choice"
      ><span class="quiet">${label}</span
      ><select name="${name}">
        <option value="">All ${label.toLowerCase()}s</option>
        ${options}
      </select></label
    >`,
  ]
}

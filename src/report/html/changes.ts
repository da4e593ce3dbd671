import {plural} from '../../core/plural.ts'
import type {ChangedPlace, ChangeGroup} from '../facts/change-groups.ts'
import {renderBadge, renderCard} from './card.ts'
import type {Homes} from './homes.ts'
import {html} from './html.ts'
import type {Html} from './html.ts'
import {renderNewOrder} from './new-order.ts'
import {shownCard} from './shown-card.ts'
import type {Sources} from './sources.ts'

/** More pictures than this are smaller, so that they can be compared at a glance. */
const MANY = 6

/** What changes: the same change in several places is one group. What was not done is folded. */
export function renderChanges(homes: Homes, sources: Sources): Html | null {
  const done = homes.groups.filter(({fate}) => fate !== 'not-done')
  const open = homes.groups.filter(({fate}) => fate === 'not-done')
  if (homes.groups.length === 0) return null
  const count = open.reduce((sum, {places}) => sum + places.length, 0)
  const folded =
    open.length === 0
      ? null
      : html`<details class="fold">
          <summary>${plural(count, 'change')} not done</summary>
          <div class="groups">${open.map((group) => renderGroup(group, homes, sources))}</div>
        </details>`
  return html`<section id="changes" data-list="changes">
    <h2>Changes</h2>
    ${
      done.length === 0
        ? null
        : html`<div class="groups">${done.map((group) => renderGroup(group, homes, sources))}</div>`
    }
    ${folded}
  </section> `
}

function renderGroup(group: ChangeGroup, homes: Homes, sources: Sources): Html {
  const {fate, name, title, places} = group
  const [first] = places
  const look = first?.shelf.medium === 'file' ? ' files' : places.length > MANY ? ' many' : ''
  const locales = new Set(places.map(({shelf}) => shelf.locale)).size
  const where = locales === 1 ? title : `${title} · ${plural(locales, 'locale')}`
  const pictures = places.map((place) => renderPlace(place, homes, sources))
  return html`<section
    class="group${look}"
    data-device="${first?.shelf.device ?? ''}"
    data-title="${title}"
    data-name="${name}"
  >
    <h3>${renderBadge(fate)} <span class="name">${name === '' ? 'New order' : name}</span></h3>
    <p class="where">${where}</p>
    ${
      name === ''
        ? pictures
        : html`<ul class="cards">
            ${pictures}
          </ul>`
    }
  </section> `
}

function renderPlace({shelf, card}: ChangedPlace, homes: Homes, sources: Sources): Html {
  if (card === null) return renderNewOrder(shelf, sources)
  return renderCard(shownCard(shelf, card, sources), sources.run.results, {
    caption: shelf.locale === null ? null : html`${shelf.language}`,
    attributes: null,
    finding: homes.findingOf(card),
  })
}

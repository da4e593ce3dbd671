import {plural} from '../../core/plural.ts'
import {capitalised, sentence} from '../facts/words.ts'
import {renderCard} from './card.ts'
import type {Finding, FindingSubject, PlacedCard} from './findings.ts'
import type {Homes} from './homes.ts'
import {html, trusted} from './html.ts'
import type {Html} from './html.ts'
import {prose} from './prose.ts'
import {shownCard} from './shown-card.ts'
import type {Sources} from './sources.ts'

/** How many paths stand in the open. */
const FEW = 3

/** What is wrong, each thing once, with the pictures that it is about. Opens on the first. */
export function renderProblems(
  findings: readonly Finding[],
  homes: Homes,
  sources: Sources,
): Html | null {
  if (findings.length === 0) return null
  const items = findings.map((finding, index) =>
    renderFinding(finding, {homes, sources, isOpen: index === 0}),
  )
  return html`<section id="problems" data-list="changes">
    <h2>Problems</h2>
    ${items}
  </section> `
}

interface FindingOptions {
  readonly homes: Homes
  readonly sources: Sources
  readonly isOpen: boolean
}

function renderFinding(finding: Finding, {homes, sources, isOpen}: FindingOptions): Html {
  const {id, severity, what, next, command, about} = finding
  const cards = about.flatMap(({place}) =>
    place !== null && isHome(place, finding, homes) ? cardIn(place, sources) : [],
  )
  return html`<details class="finding ${severity}" id="${trusted(id)}" ${isOpen ? OPEN : null}>
    <summary>
      <span class="what">${prose(capitalised(what))}</span>
      <span class="titles">${namesOf(about)}</span>
    </summary>
    <div class="body">
      ${next === '' ? null : html`<p>${prose(capitalised(sentence(next)))}</p>`}
      ${command === null ? null : html`<pre class="command"><code>${command}</code></pre>`}
      ${renderPaths(about, {homes, sources, finding})}
      ${
        cards.length === 0
          ? null
          : html`<ul class="cards">
              ${cards}
            </ul>`
      }
    </div>
  </details> `
}

const OPEN = trusted('open')

/** Whether a card stands in this finding, and nowhere else on the page. */
function isHome({card}: PlacedCard, {id}: Finding, {homeOf, findingOf}: Homes): boolean {
  return homeOf(card) === 'finding' && findingOf(card) === id
}

/** One name in full; of several, how many they are. */
function namesOf(subjects: readonly FindingSubject[]): Html | null {
  const [first] = subjects
  if (first === undefined || first.title === '') return null
  if (subjects.length === 1) return titleOf(first)
  const isOneKind = subjects.every(({noun}) => noun === first.noun)
  return html`${plural(subjects.length, isOneKind ? first.noun : 'place')}`
}

function titleOf({title, noun, line}: FindingSubject): Html {
  if (noun === 'step') return html`${capitalised(title)}`
  return line === null ? html`<code>${title}</code>` : html`<code>${title}</code>, line ${line}`
}

interface FindingPlace extends Pick<FindingOptions, 'homes' | 'sources'> {
  readonly finding: Finding
}

/** The paths, with links to the pictures that stand elsewhere. */
function renderPaths(
  subjects: readonly FindingSubject[],
  {homes, sources, finding}: FindingPlace,
): Html | null {
  const items = subjects.map((subject) => {
    const {place} = subject
    if (place === null || isHome(place, finding, homes)) return html`<li>${titleOf(subject)}</li> `
    const link = trusted(sources.idOf(place.card))
    return html`<li><a href="#${link}">${titleOf(subject)}</a></li> `
  })
  const [first] = subjects
  if (subjects.length <= 1)
    return first?.place ? linkTo(first.place, {homes, sources, finding}) : null
  const list = html`<ul class="paths">
    ${items}
  </ul>`
  if (subjects.length <= FEW) return list
  return html`<details>
    <summary>${namesOf(subjects)}</summary>
    ${list}
  </details>`
}

/** The path is told already. */
function linkTo(place: PlacedCard, {homes, sources, finding}: FindingPlace): Html | null {
  if (isHome(place, finding, homes)) return null
  const link = trusted(sources.idOf(place.card))
  return html`<p><a href="#${link}">Show ${place.card.name}</a></p>`
}

function cardIn({shelf, card}: PlacedCard, sources: Sources): Html {
  return renderCard(shownCard(shelf, card, sources), sources.run.results, {
    caption: html`${card.name} <small>${shelf.language}, ${shelf.title}</small>`,
    attributes: html`data-device="${shelf.device}" data-title="${shelf.title}"
    data-name="${card.name}"`,
    finding: null,
  })
}

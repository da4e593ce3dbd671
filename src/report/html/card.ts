import {renderDiagnostics} from './inline-diagnostics.ts'
import {html, joined} from './html.ts'
import type {Html} from './html.ts'
import {KINDS} from './kinds.ts'
import {renderPicture, renderSize} from './picture.ts'
import type {ShownCard} from './shelves.ts'

/** One picture, with what happens to it and its diagnostics. */
export function renderCard(card: ShownCard): Html {
  const {position, name, after, diagnostics} = card
  const pixels = after?.pixels ?? null
  const size = pixels === null ? null : html`<span class="size">${renderSize(pixels)}</span>`
  const number = position === null ? null : html`<span class="position">${position}</span>`
  const badges = card.kinds.map((kind) => html`<span class="badge ${kind}">${KINDS[kind]}</span>`)
  const kinds = card.kinds.join(' ')
  return html`<li class="card ${kinds}" data-kinds="${kinds}">
    ${pictures(card)}
    <div class="words">
      <p class="badges">${number}${joined(badges, ' ')}</p>
      <p class="name">${name}</p>
      ${size}
    </div>
    ${renderDiagnostics(diagnostics)}
  </li> `
}

function pictures({name, before, after}: ShownCard): Html | null {
  if (before === null || after === null) {
    const one = after ?? before
    return one && html`<div class="one">${renderPicture(one)}</div>`
  }
  return html`<div class="pair">
    <figure class="before">
      ${renderPicture(before)}
      <figcaption>Before</figcaption>
    </figure>
    <figure class="after">
      ${renderPicture(after)}
      <figcaption>After</figcaption>
    </figure>
    <input
      type="range"
      class="cut"
      min="0"
      max="100"
      value="50"
      aria-label="How much of ${name} is shown as it was before, in per cent"
      hidden
    />
  </div>`
}

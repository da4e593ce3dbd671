import {asText} from '../escape.ts'
import {KINDS} from './kinds.ts'
import type {Note} from './notes.ts'
import {renderPicture, renderSize} from './picture.ts'
import type {Card} from './shelves.ts'

/** One picture with what happens to it and what is wrong with it. */
export function renderCard(card: Card): string {
  const {kinds, position, name, after} = card
  const pixels = after?.pixels ?? null
  const size = pixels === null ? '' : `<span class="size">${renderSize(pixels)}</span>`
  const number = position === null ? '' : `<span class="position">${position}</span>`
  const badges = kinds.map((kind) => `<span class="badge ${kind}">${KINDS[kind]}</span>`).join(' ')
  return `<li class="card ${kinds.join(' ')}" data-kinds="${kinds.join(' ')}">
${pictures(card)}
<div class="words"><p class="badges">${number}${badges}</p><p class="name">${asText(name)}</p>${size}</div>
${renderNotes(card.notes)}</li>`
}

/** A list of what is wrong, without what it is about: it stands beside that. */
export function renderNotes(notes: readonly Note[]): string {
  if (notes.length === 0) return ''
  const items = notes.map(({level, text}) => `<li class="${level}">${asText(text)}</li>`)
  return `<ul class="notes">${items.join('')}</ul>`
}

function pictures({name, before, after}: Card): string {
  if (before === null || after === null) {
    const one = after ?? before
    return one === null ? '' : `<div class="one">${renderPicture(one)}</div>`
  }
  return `<div class="pair">
<figure class="before">${renderPicture(before)}<figcaption>Before</figcaption></figure>
<figure class="after">${renderPicture(after)}<figcaption>After</figcaption></figure>
<input type="range" class="cut" min="0" max="100" value="50" aria-label="How much of ${asText(name)} is shown as it was before, in per cent" hidden>
</div>`
}

import type {Checklist, ChecklistItem} from '../../core/view.ts'
import {html} from './html.ts'
import type {Html} from './html.ts'
import {prose} from './prose.ts'

const STATES: Readonly<Record<ChecklistItem['state'], string>> = {
  done: 'Done',
  missing: 'Missing',
  unknown: 'Cannot be known',
}

/** What is in place, what is missing and what to do about it. */
export function renderChecklist({title, items}: Checklist): Html {
  return html`<section class="checklist">
    <h2>${title}</h2>
    <ul>
      ${items.map(renderItem)}
    </ul>
  </section>`
}

function renderItem({name, state, next, file}: ChecklistItem): Html {
  return html`<li>
    <span class="badge ${state}">${STATES[state]}</span> ${name}
    ${next === '' ? null : html`<p>${prose(next)}</p>`}
    ${file === null ? null : html`<p><code>${file.path}</code></p>`}
  </li> `
}

import {placeWords} from '../../core/diagnostic.ts'
import type {Checklist, ChecklistItem} from '../../core/view.ts'
import {splitItems} from '../facts/readiness.ts'
import {html} from './html.ts'
import type {Html} from './html.ts'
import {prose} from './prose.ts'

const STATES: Readonly<Record<ChecklistItem['state'], string>> = {
  done: 'Done',
  missing: 'Missing',
  unknown: 'Cannot be known',
}

/** What is missing and what to do about it, then what is in place. */
export function renderChecklist({title, items}: Checklist): Html {
  const {open, done} = splitItems(items)
  return html`<section class="checklist">
    <h2>${title}</h2>
    <div class="list">
      ${
        open.length === 0
          ? null
          : html`<ul>
              ${open.map(renderItem)}
            </ul>`
      }
      ${
        done.length === 0
          ? null
          : html`<details class="fold">
              <summary>${done.length} done</summary>
              <ul>
                ${done.map(renderItem)}
              </ul>
            </details>`
      }
    </div>
  </section>`
}

function renderItem({name, state, next, file}: ChecklistItem): Html {
  return html`<li>
    <span class="badge ${state}">${STATES[state]}</span> ${name}
    ${file === null ? null : html`<code>${placeWords(file)}</code>`}
    ${next === '' ? null : html`<p>${prose(next)}</p>`}
  </li> `
}

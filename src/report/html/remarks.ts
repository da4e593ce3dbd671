import {grouped} from '../facts/diagnostics.ts'
import type {RunDiagnostic} from '../facts/diagnostics.ts'
import {capitalised} from '../facts/words.ts'
import {html} from './html.ts'
import type {Html} from './html.ts'
import {prose} from './prose.ts'

/** What is good to know, folded. */
export function renderRemarks(diagnostics: readonly RunDiagnostic[]): Html | null {
  const groups = grouped(diagnostics)
  if (groups.length === 0) return null
  const items = groups.map(({message, titles: [title, ...more]}) => {
    if (title === undefined) return html`<li>${prose(capitalised(message))}</li> `
    if (more.length === 0) return html`<li><code>${title}</code> ${prose(message)}</li> `
    const about = [title, ...more].map((each) => html`<br /><code>${each}</code>`)
    return html`<li>${prose(capitalised(message))}${about}</li> `
  })
  return html`<details class="fold">
    <summary>Good to know (${groups.length})</summary>
    <ul>
      ${items}
    </ul>
  </details> `
}

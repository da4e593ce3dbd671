import {plural} from '../../core/plural.ts'
import type {TextDiffs, TextField, TextGroup} from '../../core/view.ts'
import {asLines, asText} from '../escape.ts'
import {beginningOf, isLong} from '../facts/long-text.ts'
import {renderDiagnostics} from './inline-diagnostics.ts'
import type {InlineDiagnostics, PagePart} from './inline-diagnostics.ts'
import {html, trusted} from './html.ts'
import type {Html} from './html.ts'

/** Texts before and after, in a table for each place. Unchanged texts are only named. */
export function renderTexts({groups}: TextDiffs, inline: InlineDiagnostics): PagePart {
  const ofField = ({file, steps}: TextField) => inline.ofFile(file.path, steps)
  return {
    body: html`<section class="texts">
      <h2>Texts</h2>
      ${groups.map((group) => renderGroup(group, inline))}
    </section>`,
    shownInline: groups.flatMap(({place, fields}) => [
      ...inline.ofPlace(place, null),
      ...fields.flatMap(ofField),
    ]),
  }
}

function renderGroup({place, fields}: TextGroup, inline: InlineDiagnostics): Html {
  const needsRow = ({state, file, steps}: TextField) =>
    state !== 'unchanged' || inline.ofFile(file.path, steps).length > 0
  const rows = fields.filter(needsRow).map((field) => renderField(field, inline))
  const quiet = fields.filter((field) => !needsRow(field)).map(({name}) => name)
  const table = html`<table>
    <thead>
      <tr>
        <th scope="col">Text</th>
        <th scope="col">Before</th>
        <th scope="col">After</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
  return html`<section class="place">
    <h3>${place}</h3>
    ${renderDiagnostics(inline.ofPlace(place, null))} ${rows.length === 0 ? null : table}
    ${quiet.length === 0 ? null : html`<p class="quiet">Unchanged: ${quiet.join(', ')}</p>`}
  </section> `
}

function renderField(
  {name, state, before, after, file, steps}: TextField,
  inline: InlineDiagnostics,
): Html {
  return html`<tr>
    <th scope="row">${name}${renderDiagnostics(inline.ofFile(file.path, steps))}</th>
    <td>${state === 'file' ? html`<em>not compared</em>` : renderText(before)}</td>
    <td>${renderText(after)}</td>
  </tr> `
}

function renderText(text: string | null): Html {
  if (text === null) return html`<em>none</em>`
  if (text === '') return html`<em>empty</em>`
  const whole = trusted(asLines(text, asText))
  if (!isLong(text)) return whole
  return html`<details>
    <summary>${beginningOf(text)} (${plural(text.length, 'character')})</summary>
    ${whole}
  </details>`
}

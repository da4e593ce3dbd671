import {createHash} from 'node:crypto'

import type {Run} from '../../core/run.ts'
import type {View} from '../../core/view.ts'
import {diagnosticsOf, grouped} from '../facts/diagnostics.ts'
import type {RunDiagnostic} from '../facts/diagnostics.ts'
import {verdictOf} from '../facts/verdict.ts'
import {viewsInOrder} from '../facts/views.ts'
import {capitalised} from '../facts/words.ts'
import {inlineDiagnostics} from './inline-diagnostics.ts'
import type {PagePart} from './inline-diagnostics.ts'
import {renderChecklist} from './checklist.ts'
import {renderGallery} from './gallery.ts'
import {html, joined, markupOf, trusted} from './html.ts'
import type {Html} from './html.ts'
import {SCRIPT} from './script.ts'
import type {Sources} from './shelves.ts'
import {STYLES} from './styles.ts'
import {renderTexts} from './texts.ts'

const SIGNS = {success: '✓', warning: '!', failure: '✕'} as const

/** Only this page's own script may run, whatever a name or text contains. Pictures are embedded or Apple's. */
const POLICY = [
  "default-src 'none'",
  'img-src data: https:',
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The run as one self-contained HTML page: every view of its sections, what changes, and what is wrong, next to the
 * file that it is about.
 *
 * @param thumbnails - `data:` URLs of small pictures of the files, by path.
 */
export function renderPage(run: Run, thumbnails: ReadonlyMap<string, string>): string {
  const {problems, files, steps, remarks} = diagnosticsOf(run)
  const wrong = [...problems, ...files, ...steps]
  const sources = {run, thumbnails, inline: inlineDiagnostics(wrong)}
  const parts = viewsInOrder(run).map((view) => renderView(view, sources))
  const shownInline = new Set(parts.flatMap((part) => part.shownInline))
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>App Store Sync: ${run.app?.bundleId ?? run.mode}</title>
        ${trusted(`<style>${STYLES}</style>`)}
      </head>
      <body>
        ${header(run)}
        <main>
          ${renderProblems(wrong.filter((diagnostic) => !shownInline.has(diagnostic)))}${renderRemarks(remarks)}
          ${parts.map(({body}) => body)}
        </main>
        ${trusted(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `
  return markupOf(page)
}

function renderView(view: View, sources: Sources): PagePart {
  switch (view.shape) {
    case 'gallery':
      return renderGallery(view, sources)
    case 'texts':
      return renderTexts(view, sources.inline)
    case 'checklist':
      return {body: renderChecklist(view), shownInline: []}
  }
}

function header(run: Run): Html {
  const {level, sentence} = verdictOf(run)
  const facts = [
    run.app === null ? null : code(run.app.bundleId),
    run.version === null ? null : html`version ${code(run.version.versionString)}`,
    run.version === null ? null : html`${run.version.state.toLowerCase().replaceAll('_', ' ')}`,
    html`mode ${code(run.mode)}`,
  ].filter((fact) => fact !== null)
  return html`<header>
    <p class="facts">${joined(facts, ' · ')}</p>
    <h1 class="${level}">
      <span class="sign" aria-hidden="true">${SIGNS[level]}</span> <span>${sentence}</span>
    </h1>
  </header>`
}

/** The problems that are not shown elsewhere on the page. */
function renderProblems(diagnostics: readonly RunDiagnostic[]): Html | null {
  if (diagnostics.length === 0) return null
  const items = diagnostics.map(({severity, title, message}) =>
    title === ''
      ? html`<li class="${severity}">${capitalised(message)}</li> `
      : html`<li class="${severity}">${code(title)}<br />${message}</li> `,
  )
  return html`<section class="general">
    <h2>Problems</h2>
    <ul class="notes">
      ${items}
    </ul>
  </section>`
}

function renderRemarks(diagnostics: readonly RunDiagnostic[]): Html | null {
  const groups = grouped(diagnostics)
  if (groups.length === 0) return null
  const items = groups.map(({message, titles: [title, ...more]}) => {
    if (title === undefined) return html`<li>${capitalised(message)}</li> `
    if (more.length === 0) return html`<li>${code(title)} ${message}</li> `
    const about = [title, ...more].map((each) => html`<br />${code(each)}`)
    return html`<li>${capitalised(message)}${about}</li> `
  })
  return html`<details class="general">
    <summary>Good to know (${groups.length})</summary>
    <ul>
      ${items}
    </ul>
  </details>`
}

function code(text: string): Html {
  return html`<code>${text}</code>`
}

import {createHash} from 'node:crypto'

import type {Run} from '../../core/run.ts'
import {changeGroups} from '../facts/change-groups.ts'
import type {RunContext} from '../facts/context.ts'
import {diagnosticsOf} from '../facts/diagnostics.ts'
import {textKindsOf} from '../facts/views.ts'
import {renderChanges} from './changes.ts'
import {renderChecklist} from './checklist.ts'
import {findingsOf} from './findings.ts'
import {homesOf} from './homes.ts'
import {renderHeader} from './header.ts'
import {html, markupOf, trusted} from './html.ts'
import type {Html} from './html.ts'
import {renderLocales} from './matrix.ts'
import {renderProblems} from './problems.ts'
import {renderRemarks} from './remarks.ts'
import {SCRIPT} from './script/script.ts'
import {sourcesOf} from './sources.ts'
import type {Sources} from './sources.ts'
import {storeItems} from './store-items.ts'
import {renderStore} from './store.ts'
import {STYLES} from './styles/styles.ts'
import {renderTexts} from './texts.ts'
import {renderToolbar} from './toolbar.ts'
import {VIEWER} from './viewer.ts'

/** Only this page's own script may run, whatever a name or text contains. Pictures are embedded or Apple's. */
const POLICY = [
  "default-src 'none'",
  'img-src data: https:',
  'media-src https:',
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The run as one self-contained HTML page: what is wrong, what changes, which locale has what, and every set as the
 * store shows it.
 *
 * @param pictures - `data:` URLs of the files, by path: the files themselves, or thumbnails.
 */
export function renderPage(
  run: Run,
  pictures: ReadonlyMap<string, string>,
  context: RunContext,
): string {
  const sources = sourcesOf(run, pictures)
  const parts = partsOf(sources)
  const jumps = parts.filter(({words, body}) => words !== '' && body !== null)
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${titleOf(run)}</title>
        ${trusted(`<style>${STYLES}</style>`)}
      </head>
      <body>
        ${renderHeader(run, context)}
        <main>${renderToolbar(jumps, sources)}${parts.map(({body}) => html`${body}`)}</main>
        ${sources.shelves.length === 0 ? null : VIEWER} ${trusted(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `
  return markupOf(page)
}

function titleOf({app, version, mode}: Run): string {
  const about = [app?.bundleId, version?.versionString].filter((part) => part !== undefined)
  return `App Store Sync: ${about.join(' ') || mode}`
}

interface Part {
  readonly id: string
  /** In the list of parts. Empty for what is not in it. */
  readonly words: string
  readonly body: Html | null
}

function partsOf(sources: Sources): readonly Part[] {
  const {run, shelves} = sources
  const {problems, files, steps, remarks} = diagnosticsOf(run)
  const findings = findingsOf([...problems, ...files, ...steps], shelves)
  const homes = homesOf(changeGroups(run), findings, sources.fates)
  const items = new Map(shelves.map((shelf) => [shelf, storeItems(shelf, sources)]))
  const changes = renderChanges(homes, sources)
  const texts = textKindsOf(run).map((kind) => ({
    id: kind.id,
    words: kind.title,
    body: renderTexts(kind, sources),
  }))
  const isOpen = findings.length === 0 && changes === null && texts.length === 0
  const {unchanged} = sources.tallies.cards
  return [
    {id: 'problems', words: 'Problems', body: renderProblems(findings, homes, sources)},
    ...run.views
      .filter((view) => view.shape === 'checklist')
      .map((view) => ({id: '', words: '', body: renderChecklist(view)})),
    {id: 'changes', words: 'Changes', body: changes},
    ...texts,
    {id: 'locales', words: 'Locales', body: renderLocales(items, sources)},
    {
      id: 'store',
      words: 'Store',
      body: renderStore({homes, sources, items, unchanged, isOpen}),
    },
    {id: '', words: '', body: renderRemarks(remarks)},
  ]
}

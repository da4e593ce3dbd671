import {createHash} from 'node:crypto'
import type {Run} from '../../core/run.ts'
import {asCode, asText} from '../escape.ts'
import {problemGroups} from '../facts/problem-groups.ts'
import {verdictOf} from '../facts/verdict.ts'
import {renderCard, renderNotes} from './card.ts'
import {renderFilters} from './filters.ts'
import {materialOf} from './material.ts'
import {notesOf} from './notes.ts'
import type {Note} from './notes.ts'
import {SCRIPT} from './script.ts'
import {shelvesOf} from './shelves.ts'
import type {Shelf} from './shelves.ts'
import {STYLES} from './styles.ts'

const SIGNS = {success: '✓', warning: '!', failure: '✕'} as const

/**
 * Nothing but this page's own script runs, whatever a name or a text would like; pictures are embedded or Apple's.
 */
const POLICY = [
  "default-src 'none'",
  'img-src data: https:',
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The run as one HTML page that needs no other file: every set as the store would show it, what changes, and what is
 * wrong beside the file that it is about.
 *
 * @param thumbnails - `data:` addresses of small pictures of the files, by path.
 */
export function renderPage(run: Run, thumbnails: ReadonlyMap<string, string>): string {
  const notes = notesOf(run)
  const shelves = shelvesOf(materialOf(run, thumbnails, notes))
  const told = new Set(shelves.flatMap((shelf) => [shelf, ...shelf.cards]).flatMap(noteList))
  const title = `App Store Sync: ${run.app?.bundleId ?? run.mode}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${asText(title)}</title>
<style>${STYLES}</style>
</head>
<body>
${header(run)}
<main>
${general(
  run,
  notes.filter((note) => !told.has(note)),
)}
${shelves.length > 0 ? renderFilters(shelves) : ''}
<p class="nothing" hidden>Nothing fits these filters.</p>
${locales(shelves)}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`
}

function noteList({notes}: {readonly notes: readonly Note[]}): readonly Note[] {
  return notes
}

function header(run: Run): string {
  const {level, sentence} = verdictOf(run)
  const facts = [
    run.app === null ? null : asCode(run.app.bundleId),
    run.version === null ? null : `version ${asCode(run.version.versionString)}`,
    run.version === null ? null : asText(run.version.state.toLowerCase().replaceAll('_', ' ')),
    `mode ${asCode(run.mode)}`,
  ]
  return `<header>
<p class="facts">${facts.filter((fact) => fact !== null).join(' · ')}</p>
<h1 class="${level}"><span class="sign" aria-hidden="true">${SIGNS[level]}</span> <span>${asText(sentence)}</span></h1>
</header>`
}

/** What is about no picture of the page. */
function general(run: Run, notes: readonly Note[]): string {
  const problems = notes.map(
    ({level, about, text}) => `<li class="${level}">${asCode(about)}<br>${asText(text)}</li>`,
  )
  const facts = problemGroups(run)
    .filter(({severity}) => severity === 'note')
    .map(({words, paths}) => `<li>${asText(words)}<br>${paths.map(asCode).join('<br>')}</li>`)
  const remarks = [...(run.plan?.notes ?? []).map((note) => `<li>${asText(note)}</li>`), ...facts]
  return [
    problems.length === 0
      ? ''
      : `<section class="general"><h2>Problems</h2><ul class="notes">${problems.join('\n')}</ul></section>`,
    remarks.length === 0
      ? ''
      : `<details class="general"><summary>Good to know (${remarks.length})</summary><ul>${remarks.join('\n')}</ul></details>`,
  ].join('')
}

function locales(shelves: readonly Shelf[]): string {
  return [...Map.groupBy(shelves, ({locale}) => locale)]
    .map(
      ([name, own]) =>
        `<section class="locale"><h2>${asText(name)}</h2>\n${own.map(renderShelf).join('\n')}\n</section>`,
    )
    .join('\n')
}

function renderShelf({locale, device, title, type, cards, notes}: Shelf): string {
  const shown = cards.filter(({position}) => position !== null)
  const rest = cards.filter(({position}) => position === null)
  const aside =
    rest.length === 0
      ? ''
      : `<h4>Not in the store after this</h4>\n<ul class="cards aside">${rest.map(renderCard).join('\n')}</ul>`
  return `<section class="shelf" data-locale="${asText(locale)}" data-device="${asText(device)}">
<h3>${asText(title)} <code>${asText(type)}</code></h3>
${renderNotes(notes)}
<ol class="cards">${shown.map(renderCard).join('\n')}</ol>
${aside}
</section>`
}

import {plural} from '../../core/plural.ts'
import type {TextField, TextGroup} from '../../core/view.ts'
import {asLines, asText} from '../escape.ts'
import type {Fate} from '../facts/fates.ts'
import {beginningOf, isLong} from '../facts/long-text.ts'
import {excerptOf} from '../facts/excerpt.ts'
import {wordDiff} from '../facts/word-diff.ts'
import type {DiffPart} from '../facts/word-diff.ts'
import {renderBadge} from './card.ts'
import {html, joined, trusted} from './html.ts'
import type {Html} from './html.ts'
import type {TextKind} from '../facts/views.ts'
import type {Sources} from './sources.ts'

/** Texts or settings by place, with what changes in them. What does not change is only named. */
export function renderTexts({id, title, noun, groups}: TextKind, {fates}: Sources): Html {
  const shown = groups.map((group) => ({
    group,
    fields: group.fields.filter((field) => fates.ofText(field) !== 'unchanged'),
  }))
  const changed = shown.filter(({fields}) => fields.length > 0)
  const unchanged = groups.flatMap(({locale, language, fields}) => {
    const names = fields.filter((field) => fates.ofText(field) === 'unchanged')
    return names.length === 0 ? [] : [{locale, language, names: names.map(({name}) => name)}]
  })
  return html`<section id="${id}">
    <h2>${title}</h2>
    ${changed.map(({group, fields}) =>
      renderGroup(
        group,
        fields.map((field) => renderField(field, {fate: fates.ofText(field), group, noun})),
      ),
    )}
    ${renderUnchanged(unchanged, noun)}
  </section> `
}

function renderGroup(group: TextGroup, fields: readonly Html[]): Html {
  const {place, locale, language} = group
  const code = commonFile(group) ?? (language === place ? null : place)
  return html`<section class="place" data-locale="${locale ?? ''}">
    <h3>${language} ${code && html`<code>${code}</code>`}</h3>
    <dl>${fields}</dl>
  </section> `
}

/** The file that has several texts of a group, and all of them. */
function commonFile({fields}: TextGroup): string | null {
  const paths = new Set(fields.map(({file}) => file.path))
  const [path = null] = paths
  return paths.size === 1 && fields.length > 1 ? path : null
}

interface UnchangedTexts {
  readonly locale: string | null
  readonly language: string
  readonly names: readonly string[]
}

function renderUnchanged(groups: readonly UnchangedTexts[], noun: string): Html | null {
  if (groups.length === 0) return null
  const number = groups.reduce((sum, {names}) => sum + names.length, 0)
  return html`<details class="fold">
    <summary>${plural(number, noun)} unchanged</summary>
    <ul>
      ${groups.map(({locale, language, names}) => {
        const all = names.map((name) => html`<span data-fate="unchanged" data-text>${name}</span>`)
        return html`<li data-locale="${locale ?? ''}">${language}: ${joined(all, ', ')}</li> `
      })}
    </ul>
  </details>`
}

/** What changes counts as a text or a setting; of the others, the page says what became of them. */
function renderField(
  {name, state, before, after, file}: TextField,
  {fate, group, noun}: {readonly fate: Fate; readonly group: TextGroup; readonly noun: string},
): Html {
  const kind = fate === 'updated' ? noun : fate
  const badge = badgeOf(fate, before)
  return html`<div class="field" data-fate="${kind}" data-text>
    <dt>${name} ${badge} ${commonFile(group) === null ? html`<code>${file.path}</code>` : null}</dt>
    <dd>${state === 'file' ? renderText(after) : renderDiff(before, after)}</dd>
  </div> `
}

function badgeOf(fate: Fate, before: string | null): Html | null {
  if (fate === 'file') return null
  if (fate !== 'updated') return renderBadge(fate)
  return before === null || before === '' ? renderBadge('new') : null
}

function renderDiff(before: string | null, after: string): Html {
  if (before === null || before === '') return renderText(after)
  const parts = wordDiff(before, after)
  const shown = excerptOf(parts)
  const isShortened = shown.some((part, index) => part !== parts[index])
  return html`<p class="diff" dir="auto">${shown.map(renderPart)}</p>
    ${
      isShortened
        ? html`<details>
            <summary>Full text</summary>
            ${lines(after)}
          </details>`
        : null
    }`
}

function renderPart({kind, text}: DiffPart): Html {
  if (kind === 'removed') return html`<del>${lines(text)}</del>`
  return kind === 'added' ? html`<ins>${lines(text)}</ins>` : lines(text)
}

function renderText(text: string): Html {
  if (text === '') return html`<em>empty</em>`
  if (!isLong(text)) return html`<span dir="auto">${lines(text)}</span>`
  return html`<details>
    <summary>${beginningOf(text)} (${plural(text.length, 'character')})</summary>
    <span dir="auto">${lines(text)}</span>
  </details>`
}

function lines(text: string): Html {
  return trusted(asLines(text, asText))
}

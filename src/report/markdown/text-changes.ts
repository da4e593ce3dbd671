import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import type {TextField, TextGroup} from '../../core/view.ts'
import {asLines, asProse} from '../escape.ts'
import {fatesOf} from '../facts/fates.ts'
import type {Fates} from '../facts/fates.ts'
import {beginningOf, isLong} from '../facts/long-text.ts'
import {textKindsOf} from '../facts/views.ts'
import type {TextKind} from '../facts/views.ts'
import {excerptOf} from '../facts/excerpt.ts'
import {wordDiff} from '../facts/word-diff.ts'
import {withHeading} from './fit.ts'
import type {Piece} from './fit.ts'

/** More places are folded. */
const MAX_OPEN = 8

/**
 * The texts and settings that change, or have changed, word by word. The same change in many locales is shown once.
 */
export function textChanges(run: Run): readonly Piece[] {
  const fates = fatesOf(run)
  return textKindsOf(run).flatMap((kind) => changesOf(kind, fates))
}

function changesOf({title: heading, groups: all}: TextKind, {ofText}: Fates): readonly Piece[] {
  const changed = all.flatMap((group) =>
    group.fields
      .filter((field) => ofText(field) === 'updated')
      .map((field): ChangedText => ({group, field})),
  )
  const blocks = blocksOf(changed)
  return withHeading(
    `#### ${heading}`,
    blocks.map(({groups, fields}) => {
      const title = titleOf(groups)
      const names = fields.map(({name}) => asProse(name)).join(', ')
      const table = `<table><tbody>${fields.map(rowOf).join('')}</tbody></table>`
      const text =
        blocks.length > MAX_OPEN
          ? `<details><summary>${title}: ${names}</summary>\n${table}\n</details>\n`
          : `<p>${title}</p>\n${table}\n`
      return {detail: 4, text, short: `<p>${title}: ${names}</p>\n`}
    }),
  )
}

interface ChangedText {
  readonly group: TextGroup
  readonly field: TextField
}

/** Texts that change in the same places. */
interface Block {
  readonly groups: readonly TextGroup[]
  readonly fields: readonly TextField[]
}

function blocksOf(changed: readonly ChangedText[]): readonly Block[] {
  const same = Map.groupBy(changed, ({field: {name, before, after}}) =>
    JSON.stringify([name, before, after]),
  )
  const texts = [...same.values()].flatMap((all) => {
    const groups = all.map(({group}) => group)
    return all.slice(0, 1).map(({field}) => ({field, groups}))
  })
  const byPlaces = Map.groupBy(texts, ({groups}) => JSON.stringify(groups.map(({place}) => place)))
  return [...byPlaces.values()].flatMap((all) => {
    const fields = all.map(({field}) => field)
    return all.slice(0, 1).map(({groups}) => ({groups, fields}))
  })
}

const MAX_LANGUAGES = 3

function titleOf(groups: readonly TextGroup[]): string {
  const languages = groups.map(({language}) => asProse(language)).join(', ')
  if (groups.length > MAX_LANGUAGES) {
    return `<b>${plural(groups.length, 'locale')}</b> <sub>${languages}</sub>`
  }
  const [only] = groups.length === 1 ? groups : []
  const code = only?.locale === only?.language ? null : (only?.locale ?? null)
  return `<b>${languages}</b>${code === null ? '' : ` <sub>${asProse(code)}</sub>`}`
}

function rowOf({name, before, after}: TextField): string {
  const isNew = before === null || before === ''
  const label = isNew ? `${asProse(name)} <sub>new</sub>` : asProse(name)
  return `<tr><td>${label}</td><td>${isNew ? newText(after) : changedText(before, after)}</td></tr>`
}

function newText(text: string): string {
  if (text === '') return '<em>empty</em>'
  if (!isLong(text)) return asLines(text)
  return fold(text, asLines(text))
}

const TAGS = {removed: 'del', added: 'ins'} as const

/** What stays is cut to the words around a change. */
function changedText(before: string, after: string): string {
  const parts = excerptOf(wordDiff(before, after))
  const html = parts
    .map(({kind, text}) =>
      kind === 'same' ? asLines(text) : `<${TAGS[kind]}>${asLines(text)}</${TAGS[kind]}>`,
    )
    .join('')
    // Without it, what goes and what comes would be one word.
    .replaceAll('</del><ins>', '</del> <ins>')
  const length = parts.reduce((sum, {text}) => sum + text.length, 0)
  return length > MAX_EXCERPT ? fold(after, html) : html
}

/** In characters. */
const MAX_EXCERPT = 1200

function fold(text: string, html: string): string {
  const summary = `${asProse(beginningOf(text))} (${plural(text.length, 'character')})`
  return `<details><summary>${summary}</summary>${html}</details>`
}

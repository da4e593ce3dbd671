import type {CardUpdate} from '../../core/view.ts'
import {asCode, asProse} from '../escape.ts'
import {FATE_WORDS} from '../facts/numbers.ts'
import type {Block} from './blocks.ts'

/** What changes and where, on one line: `02-climb.png replaced in 30 locales, iPhone 6.9"`. */
export function titleOf(block: Block): string {
  const languages = languagesOf(block)
  const [language = ''] = languages
  // What is the same in every locale is only in one place.
  if (block.rows.every(({shelf}) => shelf.locale === null)) {
    return `${whatOf(block)}, ${asProse(block.title)}`
  }
  const many = `${block.names.length > 1 ? 'each of ' : ''}${languages.length} locales`
  const where = languages.length === 1 ? asProse(language) : many
  return `${whatOf(block)} in ${where}, ${asProse(block.title)}`
}

/** Each once. */
export function languagesOf({rows}: Pick<Block, 'rows'>): readonly string[] {
  return [...new Set(rows.map(({shelf}) => shelf.language))]
}

function whatOf(block: Block): string {
  const {fate, names} = block
  if (fate === 'reordered') return '<b>New order</b>'
  if (names.length > 1) return `<b>${names.length} ${FATE_WORDS[fate]}</b>`
  return `<b>${asProse(names[0] ?? '')}</b> ${commonUpdate(block) ?? FATE_WORDS[fate]}`
}

/** What is updated, if it is the same in all places. */
export function commonUpdate({fate, rows}: Pick<Block, 'fate' | 'rows'>): string | null {
  if (fate !== 'updated') return null
  const all = new Set(rows.flatMap(({cards}) => cards.map(({update}) => updateWords(update))))
  const [only = ''] = all
  return all.size === 1 && only !== '' ? only : null
}

/** `poster frame 00:00:05:00 → 00:00:09:00`. Empty if there is nothing. */
export function updateWords(update: CardUpdate | null): string {
  if (update === null) return ''
  const {name, before, after} = update
  return `${asProse(name)} ${before === null ? '' : `${asCode(before)} → `}${asCode(after)}`
}

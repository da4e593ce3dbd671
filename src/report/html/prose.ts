import {codeParts} from '../facts/words.ts'
import {html} from './html.ts'
import type {Html} from './html.ts'

/** A sentence of ours, in which code stands between backticks. */
export function prose(text: string): Html {
  const parts = codeParts(text)
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`
}

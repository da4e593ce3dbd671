import {asText} from '../escape.ts'

const MARKUP = Symbol('markup')

/** HTML that is safe to put into a page. Only this file can create it, so nothing from outside can pass as HTML. */
export interface Html {
  readonly [MARKUP]: string
}

/** A value in a template. Text is escaped, and null becomes nothing. */
type Value = Html | readonly Html[] | string | number | null

/** Makes HTML from a template. Every value is escaped unless it already is HTML. */
export function html(template: TemplateStringsArray, ...values: readonly Value[]): Html {
  const literals = withoutIndentation(template)
  let markup = literals[0] ?? ''
  for (const [index, value] of values.entries()) {
    markup += markupOf(value) + (literals[index + 1] ?? '')
  }
  return {[MARKUP]: markup}
}

/** A cache by template, which is the same object on every use. */
const literalsOf = new WeakMap<TemplateStringsArray, readonly string[]>()

/** Otherwise a quarter of a large page would be blanks. */
function withoutIndentation(template: TemplateStringsArray): readonly string[] {
  const known = literalsOf.get(template)
  if (known !== undefined) return known
  const literals = template.map((literal) => literal.replaceAll(/\n\s+/gu, '\n'))
  literalsOf.set(template, literals)
  return literals
}

/** For our own constants, and for text that is proven to be harmless. */
export function trusted(markup: string): Html {
  return {[MARKUP]: markup}
}

/** Joins the items of a list with a separator. */
export function joined(parts: readonly Html[], between: string): Html {
  return {[MARKUP]: parts.map((part) => part[MARKUP]).join(asText(between))}
}

export function markupOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return asText(String(value))
  return MARKUP in value ? value[MARKUP] : value.map((each) => each[MARKUP]).join('')
}

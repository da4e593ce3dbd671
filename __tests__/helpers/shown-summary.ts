import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'
import {parseFragment} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'

/** A summary as a reader sees it. */
export interface ShownSummary {
  /** Every kind of element in it, with its attributes: `td align`. */
  readonly elements: ReadonlySet<string>
  /** All text, and the alternative texts of pictures, with blanks drawn together. */
  readonly text: string
  /** The addresses of its pictures. */
  readonly pictures: readonly string[]
  /** Texts that GitHub would make a mention or a link of, although nobody meant one. */
  readonly references: readonly string[]
  /** How many columns each row of each table has. */
  readonly tables: readonly (readonly number[])[]
}

/** All that a summary of this action is made of. */
export const ELEMENTS_WE_MEAN: readonly string[] = [
  'a href',
  'b',
  'br',
  'br clear',
  'code',
  'code title',
  'del',
  'details',
  'details open',
  'em',
  'h3',
  'h4',
  'img src alt height align',
  'img src alt height title',
  'img src alt width align',
  'img src alt width title',
  'ins',
  'li',
  'p',
  'pre',
  'sub',
  'summary',
  'table',
  'table align',
  'tbody',
  'td',
  'td align',
  'th',
  'th align',
  'thead',
  'tr',
  'ul',
]

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/**
 * Renders a summary with GitHub's flavour of Markdown and reads the page that comes out, with nothing left out for
 * safety: what this shows must be safe by itself.
 */
export function show(summary: string): ShownSummary {
  // The flavour hides scripts and frames; plain Markdown shows them.
  const flavoured = micromark(summary, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  const plain = micromark(summary, {allowDangerousHtml: true, allowDangerousProtocol: true})
  const nodes = [...allNodes(parseFragment(flavoured).childNodes)]
  const elements = nodes.filter(isElement)
  const plainElements = [...allNodes(parseFragment(plain).childNodes)].filter(isElement)
  const words = nodes.map((node) =>
    'value' in node ? node.value : isElement(node) ? attribute(node, 'alt') : '',
  )
  return {
    elements: new Set([...elements, ...plainElements].map(kindOf)),
    text: words.join('').replaceAll(/\s+/gu, ' '),
    pictures: elements
      .filter(({tagName}) => tagName === 'img')
      .map((image) => attribute(image, 'src')),
    references: nodes.flatMap(referencesIn),
    tables: elements.filter(({tagName}) => tagName === 'table').map(columnsOfRows),
  }
}

function* allNodes(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node
    if ('childNodes' in node) yield* allNodes(node.childNodes)
  }
}

/**
 * GitHub looks at the texts of the finished page, each by itself, except in these elements.
 *
 * @see https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
const WITHOUT_REFERENCES = ['a', 'code', 'pre']
const REFERENCE = /@[a-z\d]|#\d|\bgh-\d|(?<![\p{L}\p{N}_])[\da-f]{7,40}(?![\p{L}\p{N}_])/iu

function referencesIn(node: Node): readonly string[] {
  if (!('value' in node) || !REFERENCE.test(node.value)) return []
  for (let at = node.parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
    if (WITHOUT_REFERENCES.includes(at.tagName)) return []
  }
  return [node.value]
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function kindOf({tagName, attrs}: Element): string {
  return [tagName, ...attrs.map(({name}) => name)].join(' ')
}

function attribute({attrs}: Element, name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? ''
}

function columnsOfRows(table: Element): readonly number[] {
  const rows = [...allNodes(table.childNodes)]
    .filter(isElement)
    .filter(({tagName}) => tagName === 'tr')
  return rows.map((row) =>
    row.childNodes
      .filter(isElement)
      .reduce((sum, cell) => sum + Number(attribute(cell, 'colspan') || 1), 0),
  )
}

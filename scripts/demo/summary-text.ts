import {parseFragment} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'
import {githubHtml} from './github-html.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Which elements begin and end a line. */
const BLOCKS = new Set(
  'blockquote br details div h1 h2 h3 h4 h5 h6 hr li ol p pre summary table ul'.split(' '),
)

/** A job summary for a terminal: tables with aligned columns, pictures by their names, nothing folded. */
export function summaryText(markdown: string): string {
  const {childNodes} = parseFragment(githubHtml(markdown))
  const lines = textOf(childNodes).split('\n')
  return lines
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
}

function textOf(nodes: readonly Node[]): string {
  return nodes.map(nodeText).join('')
}

function nodeText(node: Node): string {
  if ('value' in node) return node.value.replaceAll(/\s+/gu, ' ')
  if (!isElement(node)) return ''
  if (node.tagName === 'img') return `[${attribute(node, 'alt')}] `
  const text = node.tagName === 'table' ? tableText(node) : textOf(node.childNodes)
  return BLOCKS.has(node.tagName) ? `\n${MARKS[node.tagName] ?? ''}${text.trim()}\n` : text
}

const MARKS: Readonly<Record<string, string>> = {li: '- ', summary: '▸ '}

interface Cell {
  readonly text: string
  readonly isNumber: boolean
}

function tableText(table: Element): string {
  const rows = [...elementsIn(table, 'tr')].map((row) =>
    row.childNodes.filter(isElement).flatMap(cellsOf),
  )
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({length: columns}, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.text.length ?? 0)),
  )
  const lines = rows.map((row) =>
    row
      .map(({text, isNumber}, column) => {
        const width = widths[column] ?? 0
        return isNumber ? text.padStart(width) : text.padEnd(width)
      })
      .join('  '),
  )
  return lines.join('\n')
}

/** One for each column that the cell spans. */
function cellsOf(cell: Element): readonly Cell[] {
  const lines = textOf(cell.childNodes).split('\n')
  const text = lines.map((line) => line.trim()).filter((line) => line !== '')
  const isNumber = attribute(cell, 'align') === 'right'
  const spanned = Number(attribute(cell, 'colspan') || 1) - 1
  const empty = Array.from({length: spanned}, () => ({text: '', isNumber: false}))
  return [{text: text.join(' · '), isNumber}, ...empty]
}

function* elementsIn(parent: Element, tagName: string): Generator<Element> {
  for (const node of parent.childNodes.filter(isElement)) {
    if (node.tagName === tagName) yield node
    else yield* elementsIn(node, tagName)
  }
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function attribute({attrs}: Element, name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? ''
}

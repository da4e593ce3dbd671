import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'
import {parseFragment, serialize} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/**
 * What GitHub leaves of HTML in Markdown: everything else loses its tags, and keeps its text.
 *
 * @see https://github.com/gjtorikian/html-pipeline/blob/v2.14.3/lib/html/pipeline/sanitization_filter.rb
 */
const ELEMENTS = new Set(
  `h1 h2 h3 h4 h5 h6 h7 h8 br b i strong em a pre code img tt div ins del sup sub p picture source ol ul table thead
  tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure
  figcaption abbr bdo cite dfn mark small span time wbr`.split(/\s+/u),
)

/** Whose text goes too. */
const REMOVED = new Set(['script', 'style', 'iframe', 'noscript', 'template'])

const ATTRIBUTES = new Set(
  `abbr align alt axis border cellpadding cellspacing char charoff cite clear cols colspan compact coords datetime dir
  disabled headers height href hreflang hspace ismap label lang longdesc media name nohref noshade nowrap open rel rev
  rows rowspan rules scope shape size span src srcset start summary tabindex target title type usemap valign value
  vspace width itemprop checked`.split(/\s+/u),
)

/** Markdown as HTML, with what GitHub leaves of it. */
export function githubHtml(markdown: string): string {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  const fragment = parseFragment(html)
  fragment.childNodes = fragment.childNodes.flatMap(sanitised)
  return serialize(fragment)
}

function sanitised(node: Node): Node[] {
  if (node.nodeName === '#comment') return []
  if (!isElement(node)) return [node]
  if (REMOVED.has(node.tagName)) return []
  node.childNodes = node.childNodes.flatMap(sanitised)
  if (!ELEMENTS.has(node.tagName)) return node.childNodes
  node.attrs = node.attrs.flatMap(({name, value}) => {
    if (name === 'id') return [{name, value: `user-content-${value}`}]
    return ATTRIBUTES.has(name) || name.startsWith('aria-') ? [{name, value}] : []
  })
  return [node]
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

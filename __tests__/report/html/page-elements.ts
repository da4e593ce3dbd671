import {parse} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

/** All elements of a page, in its order. */
export function elementsOf(html: string): readonly Element[] {
  const elements: Element[] = []
  const visit = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]) => {
    for (const node of nodes) {
      if ('tagName' in node) elements.push(node)
      if ('childNodes' in node) visit(node.childNodes)
    }
  }
  visit(parse(html).childNodes)
  return elements
}

export function attribute({attrs}: Element, name: string): string | null {
  return attrs.find((each) => each.name === name)?.value ?? null
}

export function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

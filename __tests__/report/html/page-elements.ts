import {parse} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

/** All elements of a page, in its order. */
export function elementsOf(html: string): readonly Element[] {
  return within(parse(html))
}

/** All elements in a node, in their order. */
export function within({childNodes}: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  const elements: Element[] = []
  const visit = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]) => {
    for (const node of nodes) {
      if ('tagName' in node) elements.push(node)
      if ('childNodes' in node) visit(node.childNodes)
    }
  }
  visit(childNodes)
  return elements
}

export function attribute({attrs}: Element, name: string): string | null {
  return attrs.find((each) => each.name === name)?.value ?? null
}

export function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** What an element says, with single spaces. */
export function wordsOf(element: Element): string {
  return textOf(element).replaceAll(/\s+/gu, ' ').trim()
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(' ').includes(name)
}

/** A picture or video where it stands on the page: the one element with its id. */
export interface CardElement {
  readonly id: string
  readonly fate: string | null
  readonly text: string
  /** Addresses of its pictures. */
  readonly pictures: readonly string[]
  /** The id of the part of the page that it is in. */
  readonly part: string | null
}

/** The cards of a page, in its order. */
export function cardsOf(html: string): readonly CardElement[] {
  const parts = elementsOf(html).filter((element) => attribute(element, 'data-list') !== null)
  return parts.flatMap((part) =>
    within(part)
      .filter((element) => hasClass(element, 'card') && attribute(element, 'id') !== null)
      .map((card) => ({
        id: attribute(card, 'id') ?? '',
        fate: attribute(card, 'data-fate'),
        text: wordsOf(card),
        pictures: within(card).flatMap((element) => attribute(element, 'src') ?? []),
        part: attribute(part, 'id'),
      })),
  )
}

/** The element with this id. */
export function elementById(html: string, id: string): Element {
  const [found] = elementsOf(html).filter((element) => attribute(element, 'id') === id)
  if (found === undefined) throw new Error(`The page has no element with the id ${id}.`)
  return found
}

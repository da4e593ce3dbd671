import {expect, test} from '@jest/globals'

import {html, joined, markupOf, trusted} from '../../../src/report/html/html.ts'
import type {Html} from '../../../src/report/html/html.ts'

test('A template escapes every value but HTML, and leaves out what is null', () => {
  const inner = html`<b>${'<i>'}</b>`
  const page = html`<p title="${'"><script>'}">${inner}${[inner, inner]}${null}${7}</p>`
  expect(markupOf(page)).toBe(
    '<p title="&#34;&#62;&#60;script&#62;"><b>&#60;i&#62;</b><b>&#60;i&#62;</b><b>&#60;i&#62;</b>7</p>',
  )
})

test('Lists are joined with text, and constants stand as they are', () => {
  const parts = [trusted('<hr>'), html`b`]
  expect(markupOf(joined(parts, ' & '))).toBe('<hr> &#38; b')
})

test('The indentation of a template is no part of the page', () => {
  const page = html`<ul>
    <li>${'a\n    b'}</li>
  </ul>`
  expect(markupOf(page)).toBe('<ul>\n<li>a&#92;u&#123;a&#125;    b</li>\n</ul>')
})

test('Data from outside cannot pass for HTML', () => {
  const data: Html = JSON.parse('{"markup": "<script>"}')
  expect(() => markupOf(html`<p>${data}</p>`)).toThrow(TypeError)
})

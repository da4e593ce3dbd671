import {expect, test} from '@jest/globals'

import {configJsonSchema} from '../../scripts/config-schema.ts'
import {isRecord} from '../../src/core/json-values.ts'
import {documents} from './documents.ts'

/** Every key of `app-store.yml`, such as `version.copyright`. */
const keys = new Set(keysIn(configJsonSchema()))

test.each([...documents])('%s names only settings that exist', (_, text) => {
  const named = [...text.matchAll(/`(?<key>[a-z-]+(?:\.[a-z-]+)+)`/gu)]
    .map(({groups}) => groups?.['key'] ?? '')
    .filter((key) => keys.has(key.split('.')[0] ?? ''))
  expect(named.filter((key) => !keys.has(key))).toEqual([])
})

test('docs/fastlane.md names each part of app-store.yml', () => {
  const text = documents.get('docs/fastlane.md') ?? ''
  const named = ['version', 'app', 'review', 'encryption', 'age-rating', 'build', 'localizations']
  expect(named.filter((key) => !new RegExp(`\`${key}[\`.]`, 'u').test(text))).toEqual([])
  expect([...keys].filter((key) => !key.includes('.')).toSorted()).toEqual(named.toSorted())
})

function keysIn(part: unknown, at = ''): readonly string[] {
  const {properties} = isRecord(part) ? part : {}
  const inner = isRecord(properties) ? Object.entries(properties) : []
  return inner.flatMap(([name, each]) => [`${at}${name}`, ...keysIn(each, `${at}${name}.`)])
}

import {readFile} from 'node:fs/promises'
import path from 'node:path'

import {expect, test} from '@jest/globals'
import {Ajv} from 'ajv'
import {parse} from 'yaml'

import {configJsonSchema} from '../../scripts/config-schema.ts'
import {AGE_RATING_NAMES, SETTINGS} from '../../src/metadata/settings.ts'
import {isRecord} from '../../src/core/json-values.ts'
import {FIELDS} from '../../src/metadata/text-fields.ts'

const file = path.join(import.meta.dirname, '../../docs/app-store.schema.json')
const schema: object = JSON.parse(await readFile(file, 'utf8'))
const validate = new Ajv({allErrors: true, allowUnionTypes: true, strict: true}).compile(schema)

/** Every key that the schema describes or does not, such as `version.copyright`. */
function keysOf(
  part: unknown,
  at: readonly string[] = [],
): readonly (readonly [string, unknown])[] {
  if (!isRecord(part)) return []
  const inner = isRecord(part['properties']) ? Object.entries(part['properties']) : []
  return [
    [at.join('.'), part['description']],
    ...inner.flatMap(([key, each]) => keysOf(each, [...at, key])),
    ...keysOf(part['additionalProperties'], [...at, '*']),
  ]
}

test('The JSON Schema is that of the code; "npm run docs" renews it', () => {
  expect(configJsonSchema()).toEqual(schema)
})

test('It describes every key', () => {
  const keys = keysOf(schema).filter(([key]) => key !== 'localizations.*')
  expect(keys.length).toBeGreaterThan(60)
  expect(keys.filter(([, description]) => typeof description !== 'string')).toEqual([])
})

test('It has a key for everything that can be declared, and none that means nothing', () => {
  const known = new Set(keysOf(schema).map(([key]) => key))
  const declared = [
    ...SETTINGS.map(({key}) => key.filter((step) => typeof step === 'string').join('.')),
    ...FIELDS.map(({key}) => `localizations.*.${key}`),
  ]
  expect(declared.filter((key) => !known.has(key))).toEqual([])
  const leaves = [...known].filter(
    (key) => ![...known].some((other) => other.startsWith(`${key}.`)),
  )
  expect(leaves.filter((key) => key !== '' && !declared.includes(key))).toEqual([])
  expect(AGE_RATING_NAMES.length).toBe(29)
})

test.each([
  ['version: {release: after-approval}', true],
  ['version: {release: env:RELEASE}', true],
  ['version: {release: sometimes}', false],
  ['version: {released: manual}', false],
  ['app: {price: {base-territory: USA, customer-price: 0.99}}', true],
  ['app: {categories: {primary: GAMES, primary-subcategories: [GAMES_WORD, GAMES_CARD]}}', true],
  ['app: {categories: {primary-subcategories: [GAMES_WORD, GAMES_CARD, GAMES_BOARD]}}', false],
  ['age-rating: {gambling: false, violenceRealistic: NONE}', true],
  ['age-rating: {gambling: NONE}', false],
  ['localizations: {en-US: {name: App}}', true],
  ['localizations: {en-US: {nmae: App}}', false],
  ['localizations: {de: {name: App}}', false],
])('It judges as the action does: %s', (yaml, isRight) => {
  expect(validate(parse(yaml))).toBe(isRight)
})

import {Document, isMap} from 'yaml'

import type {DocumentPath} from '../../files/positions.ts'

/** A value of `app-store.yml`. */
export interface ConfigValue {
  readonly key: DocumentPath
  readonly value: string | boolean
}

/** For editors: they complete the file, and check it. */
const SCHEMA_LINE =
  '# yaml-language-server: $schema=https://raw.githubusercontent.com/app-store-sync/app-store-sync/v1/docs/app-store.schema.json'

const PASSWORD = ['review', 'demo-account']

/** The values as a document: keys in their order, the items of a list without gaps. */
export function configOf(values: readonly ConfigValue[]): Readonly<Record<string, unknown>> {
  const config = {}
  for (const {key, value} of values) put(config, key, value)
  return config
}

/** The text of an `app-store.yml`, with a blank line between its parts. */
export function renderConfig(values: readonly ConfigValue[]): string {
  const parts = Object.entries(configOf(values)).map(([name, part]) => {
    const document = new Document({[name]: part})
    const account = document.getIn(PASSWORD)
    if (isMap(account)) {
      account.comment =
        ' A pull never writes the password. Add it as a secret:\n password: env:DEMO_PASSWORD'
    }
    return document.toString({lineWidth: 0})
  })
  return `${SCHEMA_LINE}\n\n${parts.join('\n')}`
}

type Inner = object | unknown[]

function put(config: object, key: DocumentPath, value: ConfigValue['value']): void {
  let inner: Inner = config
  for (const [index, step] of key.entries()) {
    const next = key[index + 1]
    if (next === undefined) add(inner, step, value)
    else inner = innerOf(inner, step, typeof next === 'number' ? [] : {})
  }
}

function innerOf(inner: Inner, step: PropertyKey, empty: Inner): Inner {
  const known: unknown = Reflect.get(inner, step)
  if (typeof known === 'object' && known !== null) return known
  add(inner, step, empty)
  return empty
}

function add(inner: Inner, step: PropertyKey, value: unknown): void {
  if (Array.isArray(inner)) inner.push(value)
  else Reflect.set(inner, step, value)
}

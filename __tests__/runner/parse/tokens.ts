import type {MappingToken, TemplateToken} from '@actions/workflow-parser/templates/tokens/index'
import {isScalar} from '@actions/workflow-parser'

/** What a mapping has under a key. */
export function child(token: MappingToken, key: string): TemplateToken | undefined {
  return token.find(key)
}

/** @throws if there is no mapping under the key. */
export function childMapping(token: MappingToken, key: string): MappingToken {
  const found = token.find(key)
  if (found === undefined) throw new Error(`There is no ${key}.`)
  return found.assertMapping(key)
}

/** The keys and values of a mapping, if there is one. */
export function pairsOf(
  token: TemplateToken | undefined,
): readonly (readonly [string, TemplateToken])[] {
  if (token === undefined) return []
  return [...token.assertMapping('mapping')].map(({key, value}) => [key.toString(), value])
}

/** A scalar as it stands in the file, expressions unevaluated. */
export function textOf(token: TemplateToken | undefined): string | undefined {
  return token !== undefined && isScalar(token) ? token.toString() : undefined
}

/** @throws with the first key that is none of these. */
export function allowOnly(token: MappingToken, keys: readonly string[], what: string): void {
  const unknown = pairsOf(token).find(([key]) => !keys.includes(key))
  if (unknown !== undefined) throw new Error(`The small runner knows no ${unknown[0]} of ${what}.`)
}

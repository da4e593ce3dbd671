import {setTimeout as delay} from 'node:timers/promises'

import {isPart, VERSION_PARTS} from '../../apple/version-parts.ts'
import type {VersionPartName, WantedParts} from '../../apple/version-parts.ts'
import type {Client, Query} from '../../connect/client.ts'
import type {Resource} from '../../connect/document.ts'
import {indexIncluded, oneIncluded} from '../../connect/inclusion.ts'
import type {Included} from '../../connect/inclusion.ts'
import {LOOK_AGAIN_MILLISECONDS} from '../../connect/look-again.ts'
import type {VersionPart} from '../../core/target.ts'
import type {ExistingVersion} from '../../core/vocabulary.ts'
import {VERSION_ATTRIBUTES} from './attributes.ts'

/** What a version has one of, by Apple's name; null if it has none. What the answer does not have is missing. */
export type Parts = ReadonlyMap<VersionPartName, VersionPart | null>

/** What is read of every version. */
export const VERSION_FIELDS = [
  'platform',
  'versionString',
  'appVersionState',
  'appStoreState',
  'createdDate',
  ...VERSION_ATTRIBUTES,
] as const

/** Makes the answer about a version contain its parts. */
export function partsQuery(parts: WantedParts): Query {
  if (parts.size === 0) return {}
  const names = [...parts.keys()]
  const fields = [...parts].map(
    ([name, own]) => [`fields[${VERSION_PARTS[name].type}]`, own] as const,
  )
  return {
    include: names,
    'fields[appStoreVersions]': [...VERSION_FIELDS, ...names],
    ...Object.fromEntries(fields),
  }
}

/** What an answer says of the parts of a version. @param included - What came with the version. */
export function partsOf(version: Resource, included: Included): Parts {
  const all = Object.keys(VERSION_PARTS).filter(isPart)
  return new Map(
    all.flatMap((name) => {
      const part = oneIncluded(version, name, included)
      return part === undefined ? [] : [[name, asPart(part)] as const]
    }),
  )
}

/**
 * Reads a part by itself: one request.
 *
 * @param fields - The attributes to read.
 * @returns null if the version has none.
 */
export async function readPart(
  client: Client,
  {id}: ExistingVersion,
  {name, fields}: {readonly name: VersionPartName; readonly fields: readonly string[]},
): Promise<VersionPart | null> {
  const {type} = VERSION_PARTS[name]
  const {data} = await client.related(`/v1/appStoreVersions/${id}/${name}`, {
    [`fields[${type}]`]: fields,
  })
  return asPart(data)
}

/**
 * Reads the parts of a new version.
 *
 * Waits for copies of what the predecessor has for five seconds at most, in case Apple makes none.
 */
export async function readInheritedParts(
  client: Client,
  {id}: ExistingVersion,
  {wanted, before, signal}: InheritedParts,
): Promise<Parts> {
  const names = [...before.keys()]
  if (names.length === 0) return new Map()
  const read = async () => {
    const {data, included} = await client.related(`/v1/appStoreVersions/${id}`, partsQuery(wanted))
    return data === null ? new Map() : partsOf(data, indexIncluded(included ?? []))
  }
  const expected = names.filter((name) => VERSION_PARTS[name].isInherited && before.get(name))
  for (const pause of LOOK_AGAIN_MILLISECONDS) {
    const found = await read()
    if (expected.every((name) => found.get(name))) return found
    await delay(pause, undefined, {signal})
  }
  return read()
}

interface InheritedParts {
  readonly wanted: WantedParts
  /** What the predecessor has. */
  readonly before: Parts
  readonly signal: AbortSignal
}

function asPart(resource: Resource | null): VersionPart | null {
  if (resource === null) return null
  const {type, id, attributes} = resource
  return {type, id, attributes: isObject(attributes) ? attributes : null}
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

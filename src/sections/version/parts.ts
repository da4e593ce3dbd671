import {setTimeout as delay} from 'node:timers/promises'

import {VERSION_PARTS} from '../../apple/version-parts.ts'
import type {VersionPartName} from '../../apple/version-parts.ts'
import type {Client, Query} from '../../connect/client.ts'
import type {Resource} from '../../connect/document.ts'
import {indexIncluded, oneIncluded} from '../../connect/inclusion.ts'
import type {Included} from '../../connect/inclusion.ts'
import {LOOK_AGAIN_MILLISECONDS} from '../../connect/look-again.ts'
import type {VersionPart} from '../../core/target.ts'
import type {ExistingVersion} from '../../core/vocabulary.ts'

/** What a version has one of, by Apple's name; null if it has none. What the answer does not have is missing. */
export type Parts = ReadonlyMap<VersionPartName, VersionPart | null>

/** The attributes that are read of every version. */
export const VERSION_FIELDS = [
  'platform',
  'versionString',
  'appVersionState',
  'appStoreState',
  'createdDate',
] as const

/** Makes the answer about a version contain its parts. */
export function partsQuery(names: readonly VersionPartName[]): Query {
  if (names.length === 0) return {}
  const fields = names.map((name) => {
    const {type, fields: own} = VERSION_PARTS[name]
    return [`fields[${type}]`, own] as const
  })
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

/** Whether Apple's name of a relationship is that of a part. */
export function isPart(name: string): name is VersionPartName {
  return name in VERSION_PARTS
}

/** Reads a part by itself: one request. @returns null if the version has none. */
export async function readPart(
  client: Client,
  {id}: ExistingVersion,
  name: VersionPartName,
): Promise<VersionPart | null> {
  const {type, fields} = VERSION_PARTS[name]
  const {data} = await client.related(`/v1/appStoreVersions/${id}/${name}`, {
    [`fields[${type}]`]: fields,
  })
  return asPart(data)
}

/**
 * Reads the parts of a new version.
 *
 * @param before - What the predecessor has. Waits for copies of it for five seconds at most, in case Apple makes none.
 */
export async function readInheritedParts(
  client: Client,
  {id}: ExistingVersion,
  before: Parts,
  signal: AbortSignal,
): Promise<Parts> {
  const names = [...before.keys()]
  if (names.length === 0) return new Map()
  const read = async () => {
    const {data, included} = await client.related(`/v1/appStoreVersions/${id}`, partsQuery(names))
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

function asPart(resource: Resource | null): VersionPart | null {
  if (resource === null) return null
  const {type, id, attributes} = resource
  return {type, id, attributes: isObject(attributes) ? attributes : null}
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

import {GeoJSONSchema} from 'zod-geojson'

import type {Diagnostic} from '../../../core/diagnostic.ts'
import {isRecord} from '../../../core/json-values.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {lineInJson} from '../../../files/json-line.ts'
import {readJson} from '../../../files/json-text.ts'
import type {DocumentPath} from '../../../files/positions.ts'
import type {TextFile} from '../../../files/text-file.ts'
import {wrongCoordinates} from './check-coordinates.ts'
import type {Fault} from './check-coordinates.ts'

const EXAMPLE = '{"type": "MultiPolygon", "coordinates": […]}'

/**
 * Checks a routing app coverage file: GeoJSON (RFC 7946) with one MultiPolygon and nothing else (Apple, "Location and Maps
 * Programming Guide": "The file can contain only a single MultiPolygon").
 *
 * @returns null if it is in order, otherwise the first fault with its line.
 */
export function checkGeoJson({path, text}: TextFile): Diagnostic | null {
  const wrongAt = (line: number, {what, next}: Pick<Fault, 'what' | 'next'>) =>
    errorAt(path, {line, code: 'wrong-geojson', what, next})
  if (text.startsWith('\uFEFF')) return wrongAt(1, BYTE_ORDER_MARK)
  const json = readJson(text)
  if ('fault' in json) {
    const {line, message} = json.fault
    const next = 'export it again as GeoJSON'
    return wrongAt(line, {what: `is not valid JSON: ${message}`, next})
  }
  const fault = faultOf(json.value)
  return fault === null ? null : wrongAt(lineInJson(text, fault.at), fault)
}

/** RFC 8259, section 8.1. */
const BYTE_ORDER_MARK = {
  what: 'starts with a byte order mark, which JSON does not allow',
  next: 'save it as UTF-8 without a byte order mark',
}

/** Much deeper than a MultiPolygon in a collection with properties. */
const MOST_LEVELS = 50

function faultOf(value: unknown): Fault | null {
  if (isDeeperThan(MOST_LEVELS, value)) {
    return {
      at: [],
      what: `is nested more than ${MOST_LEVELS} levels deep`,
      next: 'export it again as GeoJSON (RFC 7946)',
    }
  }
  const geometry = onlyGeometry(value)
  if ('what' in geometry) return geometry
  const {at, coordinates} = geometry
  return wrongCoordinates(coordinates, at) ?? wrongShape(value)
}

function isDeeperThan(most: number, value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth <= most; depth += 1) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null
        ? Object.values(each).filter((inner) => typeof inner === 'object')
        : [],
    )
    if (level.length === 0) return false
  }
  return true
}

/** Finds the one MultiPolygon, alone or in a feature. */
function onlyGeometry(
  value: unknown,
): Fault | {readonly at: DocumentPath; readonly coordinates: unknown} {
  const found = geometriesOf(value, [])
  const [only, second] = found
  if (only === undefined) {
    return {at: [], what: 'has no geometry', next: `write one MultiPolygon: ${EXAMPLE}`}
  }
  if (second !== undefined) {
    return {
      at: second.at,
      what: `has ${found.length} geometries, but Apple takes exactly one MultiPolygon`,
      next: 'merge them into one MultiPolygon',
    }
  }
  const {type, coordinates} = isRecord(only.geometry) ? only.geometry : {}
  return type === 'MultiPolygon'
    ? {at: [...only.at, 'coordinates'], coordinates}
    : {
        at: only.at,
        what: `has a geometry of type ${JSON.stringify(type)}, but Apple takes exactly one MultiPolygon`,
        next:
          type === 'Polygon'
            ? 'write the polygon as a MultiPolygon with one polygon'
            : `write one MultiPolygon: ${EXAMPLE}`,
      }
}

function geometriesOf(
  value: unknown,
  at: DocumentPath,
): readonly {readonly at: DocumentPath; readonly geometry: unknown}[] {
  const {type, features, geometry, geometries} = isRecord(value) ? value : {}
  const listed = (list: unknown, name: string) =>
    Array.isArray(list)
      ? list.flatMap((each, index) => geometriesOf(each, [...at, name, index]))
      : []
  if (type === 'FeatureCollection') return listed(features, 'features')
  if (type === 'GeometryCollection') return listed(geometries, 'geometries')
  if (type === 'Feature')
    return geometry === null ? [] : geometriesOf(geometry, [...at, 'geometry'])
  return isRecord(value) && type !== undefined ? [{at, geometry: value}] : []
}

/** Everything else that makes it no GeoJSON. */
function wrongShape(value: unknown): Fault | null {
  const {error} = GeoJSONSchema.safeParse(value)
  const [issue] = error?.issues ?? []
  if (issue === undefined) return null
  const place = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  return {
    at: issue.path,
    what: `is not GeoJSON: ${place}${issue.message.replace(/\.$/u, '')}`,
    next: 'export it again as GeoJSON (RFC 7946)',
  }
}

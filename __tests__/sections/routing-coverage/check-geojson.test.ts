import {describe, expect, it, test} from '@jest/globals'

import {checkGeoJson} from '../../../src/sections/routing-coverage/folder/check-geojson.ts'

/** A closed square. */
const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]
const MULTI_POLYGON = {type: 'MultiPolygon', coordinates: [[SQUARE]]}
const feature = (geometry: unknown) => ({type: 'Feature', properties: null, geometry})

function check(text: string) {
  return checkGeoJson({path: 'x.geojson', text})
}

/** Every value on a line of its own. */
function checkValue(value: unknown) {
  return check(JSON.stringify(value, null, 1))
}

const withRing = (ring: unknown) => ({type: 'MultiPolygon', coordinates: [[ring]]})

describe('A file is in order', () => {
  it.each([
    ['as a MultiPolygon', MULTI_POLYGON],
    ['as a feature', feature(MULTI_POLYGON)],
    [
      'as a collection of one feature',
      {type: 'FeatureCollection', features: [feature(MULTI_POLYGON)]},
    ],
    ['as a collection of one geometry', {type: 'GeometryCollection', geometries: [MULTI_POLYGON]}],
    ['with several polygons', {type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]]}],
    ['with a hole', {type: 'MultiPolygon', coordinates: [[SQUARE, SQUARE]]}],
    ['with altitudes', withRing(SQUARE.map((position) => [...position, 5]))],
    [
      'at the edges of the world',
      withRing([
        [-180, -90],
        [180, -90],
        [180, 90],
        [-180, -90],
      ]),
    ],
    ['with members that others have added', {...MULTI_POLYGON, name: 'Berlin', crs: {deep: [1]}}],
  ])('%s', (_, value) => {
    expect(checkValue(value)).toBeNull()
  })
})

describe('A file is wrong', () => {
  it.each([
    ['without a geometry', {type: 'FeatureCollection', features: []}, /has no geometry/, 1],
    ['as an empty object', {}, /has no geometry/, 1],
    ['as a list', [MULTI_POLYGON], /has no geometry/, 1],
    ['as null', null, /has no geometry/, 1],
    ['as TopoJSON', {type: 'Topology', objects: {}}, /of type "Topology"/, 1],
    ['as a Polygon', feature({type: 'Polygon', coordinates: [SQUARE]}), /of type "Polygon"/, 4],
    ['as a Point', {type: 'Point', coordinates: [1, 2]}, /of type "Point"/, 1],
    [
      'with a second MultiPolygon',
      {type: 'GeometryCollection', geometries: [MULTI_POLYGON, MULTI_POLYGON]},
      /has 2 geometries/,
      29,
    ],
    ['without coordinates', {type: 'MultiPolygon'}, /no list of polygons/, 1],
    [
      'with null for coordinates',
      {type: 'MultiPolygon', coordinates: null},
      /no list of polygons/,
      3,
    ],
    ['without a polygon', {type: 'MultiPolygon', coordinates: []}, /no list of polygons/, 3],
    [
      'with a polygon without a ring',
      {type: 'MultiPolygon', coordinates: [[]]},
      /no list of rings/,
      4,
    ],
    ['with a ring without a position', withRing([]), /no list of positions/, 5],
    [
      'with the coordinates of a Polygon',
      {type: 'MultiPolygon', coordinates: [SQUARE]},
      /has the position 0/,
      6,
    ],
    [
      'with a longitude over 180',
      withRing([
        [0, 0],
        [181, 0],
        [1, 1],
        [0, 0],
      ]),
      /has the position \[181,0\]/,
      10,
    ],
    [
      'with a latitude under -90',
      withRing([
        [0, 0],
        [1, -91],
        [1, 1],
        [0, 0],
      ]),
      /has the position \[1,-91\]/,
      10,
    ],
    [
      'with latitude first',
      withRing([
        [52, 13],
        [13, 152],
        [52, 13],
        [52, 13],
      ]),
      /the longitude comes first/,
      10,
    ],
    [
      'with numbers as text',
      withRing([
        [0, 0],
        ['1', '2'],
        [1, 1],
        [0, 0],
      ]),
      /has the position \["1","2"\]/,
      10,
    ],
    ['with half a position', withRing([[0, 0], [1], [1, 1], [0, 0]]), /has the position \[1\]/, 10],
    [
      'with a ring that is not closed',
      withRing([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
      /not closed/,
      18,
    ],
    [
      'with a ring of three positions',
      withRing([
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
      /at least four/,
      5,
    ],
    [
      'with an open hole',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            SQUARE,
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [2, 2],
            ],
          ],
        ],
      },
      /not closed/,
      36,
    ],
    [
      'with a feature without properties',
      {type: 'Feature', geometry: MULTI_POLYGON},
      /is not GeoJSON: properties/,
      1,
    ],
    [
      'with an empty feature beside it',
      {type: 'FeatureCollection', features: [feature(null), feature(MULTI_POLYGON)]},
      /is not GeoJSON: features\.0\.geometry/,
      7,
    ],
    [
      'with a wrong box',
      {type: 'MultiPolygon', bbox: [1, 2], coordinates: [[SQUARE]]},
      /is not GeoJSON: bbox/,
      3,
    ],
  ] as const)('%s, at its line', (_, value, message, line) => {
    const wrong = checkValue(value)
    expect(`${wrong?.what}; ${wrong?.next}`).toMatch(message)
    expect(wrong).toMatchObject({severity: 'error', code: 'wrong-geojson'})
    expect(wrong?.about).toEqual({path: 'x.geojson', line})
  })

  it.each([
    ['nothing', '', 1],
    ['a comma at the end', '{\n"type": "MultiPolygon",\n}', 3],
    ['a comment', '{\n"type": "MultiPolygon", // map\n"coordinates": []}', 2],
    ['single quotes', "{\n'type': 'MultiPolygon'}", 2],
    ['YAML', 'type: MultiPolygon\ncoordinates: []', 1],
    ['NaN', '{"type": "MultiPolygon",\n"coordinates": [[[[NaN, 1]]]]}', 2],
  ])('with %s, which is no JSON, at its line', (_, text, line) => {
    const wrong = check(text)
    expect(wrong?.what).toMatch(/^is not valid JSON: ./)
    expect(wrong?.about).toEqual({path: 'x.geojson', line})
  })

  it('with a byte order mark, which Apple would get too', () => {
    expect(check(`\uFEFF${JSON.stringify(MULTI_POLYGON)}`)?.what).toContain('byte order mark')
  })

  it('nested without end', () => {
    const brackets = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(check(brackets)?.what).toContain('levels deep')
    expect(check(`{"type": "MultiPolygon", "coordinates": ${brackets}}`)?.what).toContain(
      'levels deep',
    )
  })
})

test('A message does not repeat a whole file', () => {
  const wrong = checkValue(
    withRing([[0, 0], Array.from({length: 10_000}, () => 777), [1, 1], [0, 0]]),
  )
  expect(wrong?.what).toMatch(/^has the position \[777,777,.*…/)
  expect(wrong?.what.length).toBeLessThan(250)
})

test('A map with very many points is read to its end', () => {
  const ring = Array.from({length: 200_000}, (_, index) => [index / 2000, index / 3000])
  const wrong = checkValue(withRing([...ring, [0, 91], [0, 0]]))
  expect(wrong?.what).toContain('[0,91]')
  expect(wrong?.about).toEqual({path: 'x.geojson', line: 6 + 200_000 * 4})
})

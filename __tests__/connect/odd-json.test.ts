import {expect, test} from '@jest/globals'
import {
  array,
  assert,
  constantFrom,
  jsonValue,
  nat,
  oneof,
  property,
  record,
  tuple,
} from 'fast-check'

import {readList} from '../../src/connect/answer.ts'
import {ConnectionError} from '../../src/connect/errors.ts'
import type {Resource} from '../../src/connect/document.ts'
import {readErrorReasons} from '../../src/connect/error-answer.ts'
import {allIncluded, indexIncluded} from '../../src/connect/inclusion.ts'
import {parseJson} from '../../src/connect/json.ts'
import {readAsset} from '../../src/sections/media/sets/read-asset.ts'
import type {AssetAttributes} from '../../src/sections/media/sets/read-asset.ts'
import {isUsable} from '../../src/transfer/reservation.ts'

const CALL = {method: 'GET', path: '/v1/appScreenshotSets/1/appScreenshots'} as const

/** What a true answer looks like, with every member that is read. */
const TRUE_ANSWER = {
  data: [
    {
      type: 'appScreenshots',
      id: '1',
      attributes: {
        fileName: '1.png',
        fileSize: 10,
        sourceFileChecksum: 'AB',
        previewFrameTimeCode: '00:00:05:00',
        imageAsset: {templateUrl: 'https://x.example/{w}x{h}.{f}', width: 1, height: 2},
        previewFrameImage: {image: {templateUrl: '', width: 1, height: 2}},
        assetDeliveryState: {state: 'FAILED', errors: [{code: 'A', description: 'B'}]},
        videoDeliveryState: {state: 'FAILED', errors: [{code: 'A', description: 'B'}]},
        uploadOperations: [
          {
            method: 'PUT',
            url: 'https://x.example/',
            offset: 0,
            length: 10,
            requestHeaders: [{name: 'Content-Type', value: 'image/png'}],
          },
        ],
      },
      relationships: {
        appScreenshots: {data: [{type: 'appScreenshots', id: '2'}], meta: {paging: {total: 1}}},
      },
    },
  ],
  included: [{type: 'appScreenshots', id: '2'}],
  links: {next: null},
  meta: {paging: {total: 1}},
}

/** The places of all members and items, as keys that lead there. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [path, ...inside.flatMap(([key, each]) => places(each, [...path, key]))]
}

function withValue(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put
  // An earlier change may have put an array where `length` is a member.
  const isItem = Array.isArray(value) && key !== 'length'
  const copy: object = isItem ? [...value] : {...Object(value)}
  Reflect.set(copy, key, withValue(Reflect.get(copy, key), rest, put))
  return copy
}

const oddAnswer = array(tuple(constantFrom(...places(TRUE_ANSWER)), jsonValue({maxDepth: 3})), {
  minLength: 1,
  maxLength: 3,
}).map((changes) =>
  changes.reduce<unknown>((answer, [place, put]) => withValue(answer, place, put), TRUE_ANSWER),
)

function asAsset(resource: Resource<AssetAttributes>): Resource<AssetAttributes> {
  return resource
}

function read(answer: unknown): void {
  const body = Buffer.from(JSON.stringify(answer))
  const {data, included} = readList(CALL, {status: 200, headers: {}, body})
  for (const each of data) {
    const {attributes} = asAsset(each)
    for (const medium of ['screenshot', 'preview'] as const) {
      const {fileName, fileSize, md5, image} = readAsset(medium, each)
      expect([typeof fileName, typeof fileSize, typeof (md5 ?? '')]).toEqual([
        'string',
        'number',
        'string',
      ])
      expect(typeof (image?.width ?? 0)).toBe('number')
    }
    isUsable(attributes?.uploadOperations, {size: 10, allowLocal: false})
    allIncluded(each, 'appScreenshots', indexIncluded(included ?? []))?.map(({id}) => id.length)
  }
}

/** @returns null for what throws nothing. */
function codeOf(attempt: () => void): unknown {
  try {
    attempt()
    return null
  } catch (error) {
    return error instanceof ConnectionError ? error.code : error
  }
}

test('A true answer is read', () => {
  expect(() => read(TRUE_ANSWER)).not.toThrow()
})

test('Whatever JSON stands in any place of an answer, it is read, or said to be unreadable', () => {
  assert(
    property(oddAnswer, (answer) => {
      expect([null, 'UNREADABLE_ANSWER']).toContain(codeOf(() => read(answer)))
    }),
    {numRuns: 1000},
  )
})

test('Whatever JSON an error is, its reasons are texts', () => {
  const error = record(
    {
      code: jsonValue(),
      detail: jsonValue(),
      meta: oneof(jsonValue(), record({associatedErrors: jsonValue()})),
    },
    {requiredKeys: []},
  )
  assert(
    property(oneof(jsonValue(), record({errors: oneof(jsonValue(), array(error))})), (answer) => {
      for (const {code, description} of readErrorReasons(answer)) {
        expect([typeof code, typeof description]).toEqual(['string', 'string'])
      }
    }),
    {numRuns: 1000},
  )
})

test('Bytes are parsed as JSON.parse does it, unless they are nested or split up without end', () => {
  assert(
    property(jsonValue({maxDepth: 5}), nat(), (value, space) => {
      const text = JSON.stringify(value, null, space % 4)
      expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text))
    }),
  )
  expect(parseJson(Buffer.from(String.raw`{"a":"\"[[[\\","b":["]"]}`))).toEqual({
    a: String.raw`"[[[` + '\\',
    b: [']'],
  })
  expect(parseJson(Buffer.from(`${'['.repeat(100)}${']'.repeat(100)}`))).toBeDefined()
  expect(parseJson(Buffer.from(`${'['.repeat(101)}${']'.repeat(101)}`))).toBeUndefined()
  expect(parseJson(Buffer.from(`[${'[],'.repeat(1_000_000)}0]`))).toBeUndefined()
})

import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {Ajv} from 'ajv'
import {closed} from '../../simulator/http/body-schemas.ts'
import {createClient, reservation, text} from '../../simulator/client.ts'
import {loadContract} from '../../simulator/http/contract.ts'
import {resources} from '../../simulator/http/resource-table.ts'
import {routes} from '../../simulator/http/routes.ts'
import {startSimulator} from '../../simulator/simulator.ts'
import type {Simulator} from '../../simulator/simulator.ts'

const openApi = process.env['ASC_OPENAPI']
const started: {simulator?: Simulator} = {}

beforeAll(async () => {
  started.simulator = await startSimulator({
    processing: 'accept',
    processingMilliseconds: 0,
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [
          {
            versionString: '1.0.0',
            localizations: [
              {
                locale: 'en-US',
                sets: [
                  {type: 'APP_IPHONE_67', assets: [{fileName: 'a.png', md5: 'a', size: 1}]},
                  {type: 'IPHONE_67', assets: [{fileName: 'a.mp4', md5: 'b', size: 1}]},
                ],
              },
            ],
          },
        ],
      },
    ],
  })
})

afterAll(async () => started.simulator?.close())

test('Answers are what Apple’s schemas describe, but for nulls', async () => {
  if (started.simulator === undefined) throw new Error('The simulator did not start.')
  const client = await createClient(started.simulator)
  const {appId, versionId, localizationId} = await client.firstLocalization()
  const sets = `/v1/appStoreVersionLocalizations/${localizationId}`
  const screenshotSets = await client.send(
    'GET',
    `${sets}/appScreenshotSets?include=appScreenshots`,
  )
  const setId = text(screenshotSets.body, 'data', '0', 'id')
  const reserved = await client.send('POST', '/v1/appScreenshots', reservation(setId, 'b.png', 5))
  const preview = await client.send('GET', `${sets}/appPreviewSets?include=appPreviews`)
  const previewId = text(preview.body, 'included', '0', 'id')
  const get = async (path: string) => (await client.send('GET', path)).body

  const answers: readonly (readonly [string, unknown])[] = [
    ['AppsResponse', await get('/v1/apps')],
    ['AppResponse', await get(`/v1/apps/${appId}`)],
    ['AppStoreVersionsResponse', await get(`/v1/apps/${appId}/appStoreVersions?include=app`)],
    ['AppStoreVersionResponse', await get(`/v1/appStoreVersions/${versionId}`)],
    [
      'AppStoreVersionLocalizationsResponse',
      await get(
        `/v1/appStoreVersions/${versionId}/appStoreVersionLocalizations?include=appScreenshotSets,appPreviewSets`,
      ),
    ],
    ['AppScreenshotSetsResponse', screenshotSets.body],
    ['AppPreviewSetsResponse', preview.body],
    ['AppScreenshotResponse', reserved.body],
    ['AppPreviewResponse', await get(`/v1/appPreviews/${previewId}`)],
    ['ErrorResponse', await get('/v1/apps/none')],
  ]
  for (const [schema, body] of answers) {
    const validate = new Ajv({strict: false, validateFormats: false}).compile(closed(schema))
    validate(comparable(body))
    const errors = validate.errors ?? []
    expect({schema, errors}).toEqual({schema, errors: []})
  }
})

const describeWithApple = openApi === undefined ? describe.skip : describe

describeWithApple('Apple’s OpenAPI file', () => {
  test('has every route, filter, value, include and field of the simulator', async () => {
    const contract = await loadContract(openApi)
    const wrong = routes.flatMap(({method, path, filters = {}, include = [], type, list}) => {
      const query = new URLSearchParams()
      for (const [name, values] of Object.entries(filters)) {
        query.set(`filter[${name}]`, values === null ? 'any' : values.join(','))
      }
      if (method === 'GET') {
        const {attributes, relationships} = resources[type]
        query.set(`fields[${type}]`, [...attributes, ...Object.keys(relationships)].join(','))
        if (include.length > 0) query.set('include', include.join(','))
        if (list) query.set('limit', '200')
      }
      return contract({method, path: path.replace('{id}', 'x'), query})
    })
    expect(wrong).toEqual([])
  })

  test('makes a violation of what it does not have', async () => {
    const contract = await loadContract(openApi)
    const faults = (method: string, path: string, query: string) =>
      contract({method, path, query: new URLSearchParams(query)}).length
    expect(faults('GET', '/v1/apps', 'limit=201')).toBe(1)
    expect(faults('GET', '/v1/apps', 'filter[platform]=IOS')).toBe(1)
    expect(faults('GET', '/v1/apps/1/appStoreVersions', 'filter[platform]=IOS,WATCH_OS')).toBe(1)
    expect(faults('GET', '/v1/appScreenshots', '')).toBe(1)
    expect(faults('GET', '/v1/apps/1/appStoreVersions', 'filter[platform]=IOS&limit=200')).toBe(0)
  })
})

/**
 * A body without what Apple's own sample answers have beyond the schemas: nulls, and links in every
 * relationship.
 */
function comparable(value: unknown, parent = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => comparable(each))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([name, each]) => {
    return each !== null && !(parent === 'relationship' && name === 'links')
  })
  const inside = parent === 'relationships' ? 'relationship' : null
  return Object.fromEntries(members.map(([name, each]) => [name, comparable(each, inside ?? name)]))
}

import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {annotated} from '../../helpers/annotated.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {config, costOf, METADATA, planned, reads, sent, storeOf, UNCHANGED} from './declared.ts'

afterAll(closeScenarios)

const FAR = '2099-12-24T09:00:00Z'

test.concurrent('The first run sends copyright, release type and date in one request, and the second one nothing', async () => {
  const {simulator, run} = await scenario(
    config(
      'version:',
      '  copyright: 2026 Example GmbH',
      '  release: scheduled',
      `  earliest-release: ${FAR}`,
      '  phased-release: true',
    ),
    storeOf(),
  )
  const plan = green(await run({...METADATA, mode: 'plan'}))
  expect(plan.writes).toEqual([])
  const first = green(await run(METADATA))
  expect(sent(first)).toEqual(
    expect.arrayContaining([
      [
        'PATCH',
        '/v1/appStoreVersions/:id',
        {copyright: '2026 Example GmbH', releaseType: 'SCHEDULED', earliestReleaseDate: FAR},
      ],
      ['POST', '/v1/appStoreVersionPhasedReleases', {phasedReleaseState: 'INACTIVE'}],
    ]),
  )
  expect(first.writes).toHaveLength(2)
  expect(costOf(plan)).toBe(2)
  expect(planned(plan)).toEqual(planned(first))
  expect(simulator.versions()).toMatchObject([
    {copyright: '2026 Example GmbH', releaseType: 'SCHEDULED'},
  ])
  expect(simulator.records('appStoreVersionPhasedReleases')).toHaveLength(1)

  const second = green(await run(METADATA))
  expect(second.writes).toEqual([])
  expect(planned(second)).toEqual({})
  expect(reads(second)).toEqual(UNCHANGED)
})

test.concurrent('One changed field is one request that carries nothing else', async () => {
  const {simulator, run} = await scenario(
    config('version:', '  copyright: 2026 Example GmbH', '  release: manual'),
    storeOf({}, {copyright: '2025 Example GmbH', releaseType: 'MANUAL'}),
  )
  const done = green(await run(METADATA))
  expect(sent(done)).toEqual([
    ['PATCH', '/v1/appStoreVersions/:id', {copyright: '2026 Example GmbH'}],
  ])
  expect(planned(done)).toEqual({copyright: ['2025 Example GmbH', '2026 Example GmbH']})
  expect(done.report).toContain('release of the version')
  expect(simulator.versions()).toMatchObject([{releaseType: 'MANUAL'}])
})

test.concurrent('Dates that are the same instant are the same, and so is trailing whitespace', async () => {
  const {run} = await scenario(
    {
      ...config(
        'version:',
        '  release: scheduled',
        "  earliest-release: '2099-12-24T10:00:00+01:00'",
      ),
      'metadata/copyright.txt': '2026 Example GmbH \n',
    },
    storeOf(
      {},
      {copyright: '2026 Example GmbH', releaseType: 'SCHEDULED', earliestReleaseDate: FAR},
    ),
  )
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('A phased release that is declared away is deleted, and one that nobody declares stays', async () => {
  const {simulator, run, write} = await scenario(
    config('version:', '  phased-release: true'),
    storeOf(),
  )
  green(await run(METADATA))
  await write(config('version:', '  copyright: 2026 Example GmbH'))
  green(await run(METADATA))
  expect(simulator.records('appStoreVersionPhasedReleases')).toHaveLength(1)
  await write(config('version:', '  phased-release: false'))
  const gone = green(await run(METADATA))
  expect(gone.writes.map(({method}) => method)).toEqual(['DELETE'])
  expect(planned(gone)).toEqual({'phased release': ['yes', 'no']})
  expect(simulator.records('appStoreVersionPhasedReleases')).toEqual([])
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('A new version gets what is declared, whatever the one before it has', async () => {
  const before = {copyright: '2026 Example GmbH', releaseType: 'MANUAL'}
  const {simulator, run} = await scenario(
    config('version:', '  copyright: 2026 Example GmbH', '  phased-release: true'),
    storeOf({
      versions: [{versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION', ...before}],
    }),
  )
  const inputs = {...METADATA, version: '1.0.0', 'create-version': 'true'}
  const plan = green(await run({...inputs, mode: 'plan'}))
  const done = green(await run(inputs))
  expect(plan.plan?.steps.map(({id}) => id)).toEqual(done.plan?.steps.map(({id}) => id))
  expect(done.writes).toHaveLength(costOf(plan))
  expect(simulator.versions().find(({versionString}) => versionString === '1.0.0')).toMatchObject({
    copyright: '2026 Example GmbH',
  })
  expect(simulator.records('appStoreVersionPhasedReleases')).toHaveLength(1)
  expect(green(await run(inputs)).writes).toEqual([])
})

test.concurrent('What Apple refuses is told on its line, and the rest is sent without it', async () => {
  const {simulator, run} = await scenario(
    config(
      'version:',
      '  copyright: 2026 Example GmbH',
      '  release: scheduled',
      '  earliest-release: 2098-12-24T09:00:00Z',
    ),
    storeOf({}, {releaseType: 'SCHEDULED', earliestReleaseDate: FAR}),
  )
  const error = {
    code: 'ENTITY_ERROR.ATTRIBUTE.INVALID',
    title: 'An attribute value is invalid.',
    detail: 'The date is too far away',
    source: {pointer: '/data/attributes/earliestReleaseDate'},
  }
  simulator.faults.add({
    match: {method: 'PATCH', path: 'update-version'},
    effect: {kind: 'status', status: 409, errors: [error]},
  })
  const failed = red(await run(METADATA))
  expect(annotated(failed.stdout)).toContain('error app-store.yml:4')
  expect(annotated(failed.stdout)).not.toContain('error app-store.yml:2')
  expect(simulator.versions()).toMatchObject([{copyright: '2026 Example GmbH'}])
})

import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BuildSeed} from '../../../simulator/store/seeds.ts'
import {annotated} from '../../helpers/annotated.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import {config, costOf, METADATA, planned, reads, sent, storeOf, UNCHANGED} from './declared.ts'

afterAll(closeScenarios)

const LATEST = config('build: latest', 'encryption: {uses-non-exempt-encryption: false}')

/** Builds of version 1.0.0, oldest first; what is not of that version is newer. */
const BUILDS: readonly BuildSeed[] = [
  {number: '40', uploadedDate: '2026-01-01T00:00:00Z'},
  {number: '41', uploadedDate: '2026-01-02T00:00:00Z'},
  {number: '42', uploadedDate: '2026-01-03T00:00:00Z', processingState: 'INVALID'},
  {number: '43', uploadedDate: '2026-01-04T00:00:00Z', expired: true},
  {number: '44', uploadedDate: '2026-01-05T00:00:00Z', version: '1.1.0'},
  {number: '45', uploadedDate: '2026-01-06T00:00:00Z', platform: 'MAC_OS'},
]

/** The number of the build that the version has, and what each build says of encryption. */
function builds({simulator}: Pick<Scenario, 'simulator'>) {
  const all = simulator.records('builds')
  const attached = all.find(({related}) => (related['appStoreVersion'] ?? null) !== null)
  const answers = all.map(({attributes: {version, usesNonExemptEncryption}}) => [
    version,
    usesNonExemptEncryption,
  ])
  return {
    attached: attached?.attributes['version'] ?? null,
    answered: Object.fromEntries(answers.filter(([, answer]) => answer !== null)),
  }
}

test.concurrent('`latest` is the newest build of the version and platform that can be used, and the second run sends nothing', async () => {
  const stage = await scenario(LATEST, storeOf({builds: BUILDS}))
  const {run} = stage
  const plan = green(await run({...METADATA, mode: 'plan'}))
  const first = green(await run(METADATA))
  expect(planned(plan)).toEqual({build: [null, '41'], encryption: [null, 'no']})
  expect(planned(first)).toEqual(planned(plan))
  expect(costOf(plan)).toBe(2)
  expect(sent(first)).toEqual(
    expect.arrayContaining([
      [
        'PATCH',
        '/v1/appStoreVersions/:id/relationships/build',
        {type: 'builds', id: expect.any(String)},
      ],
      ['PATCH', '/v1/builds/:id', {usesNonExemptEncryption: false}],
    ]),
  )
  expect(first.writes).toHaveLength(2)
  expect(builds(stage)).toEqual({attached: '41', answered: {41: false}})

  const second = green(await run(METADATA))
  expect(second.writes).toEqual([])
  expect(reads(second)).toEqual([...UNCHANGED, '/v1/builds'].toSorted())
})

test.concurrent('A build number is exactly that build, and a newer build changes nothing', async () => {
  const stage = await scenario(config("build: '40'"), storeOf({builds: BUILDS}))
  green(await stage.run(METADATA))
  expect(builds(stage)).toEqual({attached: '40', answered: {}})
  stage.simulator.addBuild({number: '46'})
  expect(green(await stage.run(METADATA)).writes).toEqual([])
})

test.concurrent('A newer build takes the place of the one that the version has', async () => {
  const stage = await scenario(
    config('build: latest'),
    storeOf({builds: [{number: '40', uploadedDate: '2026-01-01T00:00:00Z', isAttached: true}]}),
  )
  expect(green(await stage.run(METADATA)).writes).toEqual([])
  stage.simulator.addBuild({number: '41'})
  const done = green(await stage.run(METADATA))
  expect(planned(done)).toEqual({build: ['40', '41']})
  expect(builds(stage)).toMatchObject({attached: '41'})
})

test.concurrent('A build that Apple is still processing is waited for, and no older one is taken', async () => {
  const stage = await scenario(config('build: latest'), storeOf({builds: BUILDS}))
  stage.simulator.addBuild({
    number: '50',
    processingState: 'PROCESSING',
    becomes: {state: 'VALID', milliseconds: 5000},
  })
  green(await stage.run(METADATA))
  expect(builds(stage)).toMatchObject({attached: '50'})
})

test.concurrent('A build that turns out to be invalid gives way to the one before it', async () => {
  const stage = await scenario(config('build: latest'), storeOf({builds: BUILDS}))
  stage.simulator.addBuild({
    number: '50',
    processingState: 'PROCESSING',
    becomes: {state: 'INVALID', milliseconds: 5000},
  })
  green(await stage.run(METADATA))
  expect(builds(stage)).toMatchObject({attached: '41'})
})

test.concurrent('A build that is not processed in time is an error on its line, and nothing is written; a plan shows it', async () => {
  const stage = await scenario(
    config('build: latest', 'version: {copyright: 2026 Example GmbH}'),
    storeOf({builds: BUILDS}),
  )
  stage.simulator.addBuild({number: '50', processingState: 'PROCESSING'})
  const inputs = {...METADATA, 'processing-timeout': '0'}
  const failed = red(await stage.run(inputs))
  expect(annotated(failed.stdout)).toEqual(['error app-store.yml:1'])
  expect(failed.stdout).toContain('still processing build 50')
  expect(failed.writes).toEqual([])
  const plan = green(await stage.run({...inputs, mode: 'plan'}))
  expect(planned(plan)).toMatchObject({build: [null, '50']})
})

const WRONG: readonly (readonly [string, string, readonly BuildSeed[], string])[] = [
  ['there is none', 'latest', [], 'has no build of version 1.0.0'],
  ['none can be used', 'latest', BUILDS.slice(2), '43 (expired) and 42 (INVALID)'],
  ['it is not there', "'9'", BUILDS, '43 (expired), 42 (INVALID), 41 and 40'],
  ['it has expired', "'43'", BUILDS, 'has expired'],
  ['Apple found it invalid', "'42'", BUILDS, 'is INVALID'],
]

test.concurrent.each(WRONG)(
  'A declared build is an error on its line if %s',
  async (_, declared, all, words) => {
    const {run} = await scenario(config(`build: ${declared}`), storeOf({builds: all}))
    const failed = red(await run(METADATA))
    expect(annotated(failed.stdout)).toEqual(['error app-store.yml:1'])
    expect(failed.stdout).toContain(words)
    expect(failed.writes).toEqual([])
  },
)

test.concurrent('Encryption without a declared build goes to the build that the version has', async () => {
  const stage = await scenario(
    config('encryption: {uses-non-exempt-encryption: true}'),
    storeOf({builds: [{number: '40', isAttached: true}, {number: '41'}]}),
  )
  const done = green(await stage.run(METADATA))
  expect(sent(done)).toEqual([['PATCH', '/v1/builds/:id', {usesNonExemptEncryption: true}]])
  expect(builds(stage)).toEqual({attached: '40', answered: {40: true}})
  expect(reads(done)).toEqual(UNCHANGED)
  expect(green(await stage.run(METADATA)).writes).toEqual([])
})

test.concurrent('Encryption that contradicts the build is an error on its line', async () => {
  const {run} = await scenario(
    LATEST,
    storeOf({builds: [{number: '40', usesNonExemptEncryption: true}]}),
  )
  const failed = red(await run(METADATA))
  expect(annotated(failed.stdout)).toEqual(['error app-store.yml:2'])
  expect(failed.writes).toEqual([])
})

test.concurrent('Encryption without any build is a warning on its line', async () => {
  const {run} = await scenario(
    config('encryption: {uses-non-exempt-encryption: false}'),
    storeOf({builds: [{number: '40'}]}),
  )
  const done = green(await run(METADATA))
  expect(annotated(done.stdout)).toEqual(['warning app-store.yml:1'])
  expect(done.writes).toEqual([])
})

test.concurrent('A new version does not have the build of the one before it', async () => {
  const stage = await scenario(
    config('build: latest'),
    storeOf({
      versions: [{versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'}],
      builds: [{number: '39', version: '0.9.0', isAttached: true}, {number: '40'}],
    }),
  )
  const inputs = {...METADATA, version: '1.0.0', 'create-version': 'true'}
  const plan = green(await stage.run({...inputs, mode: 'plan'}))
  const done = green(await stage.run(inputs))
  expect(planned(plan)).toMatchObject({build: [null, '40']})
  expect(done.writes).toHaveLength(costOf(plan))
  expect(green(await stage.run(inputs)).writes).toEqual([])
})

import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {kindOf} from '../../helpers/planned-steps.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario, shots, storeWith, stored, WATCH} from '../../helpers/scenario.ts'
import type {VersionSeed} from '../../../simulator/store/seeds.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'

afterAll(closeScenarios)

const versions = (...seeds: readonly VersionSeed[]): SimulatorOptions => ({
  apps: [{bundleId: 'com.example.app', versions: seeds}],
})
const firstLine = ({summary}: {readonly summary: string}) => summary.split('\n')[0] ?? ''

test.concurrent('The app is the one of exactly this bundle ID, whatever others begin alike', async () => {
  const apps = ['com.example.app.beta', 'com.example.app', 'com.example.app2'].map(
    (bundleId, index) => ({bundleId, id: String(1000 + index)}),
  )
  const {run, requests} = await started({apps})
  green(await run())
  const versionsOf = requests().find(({routeClass}) => routeClass === 'versions')
  expect(versionsOf?.path).toBe('/v1/apps/1001/appStoreVersions')
})

test.concurrent('The app can be named by its Apple ID instead', async () => {
  const {run, simulator} = await started({apps: [{bundleId: 'com.other', id: '4711'}]})
  green(await run({'bundle-id': '', 'app-id': '4711'}))
  expect(simulator.listing()['en-US']?.[WATCH]).toHaveLength(1)
})

test.concurrent.each([
  ['bundle ID', {'bundle-id': 'com.example.ap'}, /no app with the bundle ID com\.example\.ap\b/],
  ['Apple ID', {'bundle-id': '', 'app-id': '99'}, /no app with the Apple ID 99/],
])(
  'An app that the %s does not name is answered with those that exist',
  async (_, inputs, message) => {
    const {run} = await started({
      apps: [{bundleId: 'com.example.app', id: '4711'}, {bundleId: 'com.example.second'}],
    })
    const failed = red(await run(inputs))
    expect(firstLine(failed)).toMatch(message)
    expect(failed.annotations[0]?.message).toContain('com.example.app (4711)')
    expect(failed.annotations[0]?.message).toContain('com.example.second')
    expect(failed.writes).toEqual([])
  },
)

test.concurrent('The app has to be named by one input, not by none and not by two', async () => {
  const {run} = await started()
  const none = red(await run({'bundle-id': ''}))
  expect(none.annotations[0]?.message).toMatch(/`bundle-id`.*`app-id`/)
  const both = red(await run({'app-id': '1'}))
  expect(both.annotations[0]?.message).toMatch(/`bundle-id` or `app-id`, not both/)
})

test.concurrent.each(sampled(['1.2.0', 'v1.2.0', 'V1.2.0', ' 1.2.0 ']))(
  'The version is found as "%s"',
  async (version) => {
    const {run, simulator} = await started(
      versions({versionString: '1.1.0', state: 'READY_FOR_DISTRIBUTION'}, {versionString: '1.2.0'}),
    )
    const {outputs} = green(await run({version, mode: 'plan'}))
    expect(outputs['version-id']).toBe(
      simulator.versions().find(({versionString}) => versionString === '1.2.0')?.id,
    )
  },
)

test.concurrent('The version is the one that can be edited when none is named', async () => {
  const {run, simulator} = await started(
    versions(
      {versionString: '2.0.0', state: 'REJECTED', createdDate: '2025-01-01T00:00:00Z'},
      {
        versionString: '1.0.0',
        state: 'READY_FOR_DISTRIBUTION',
        createdDate: '2026-01-01T00:00:00Z',
      },
      {versionString: '2.1.0', platform: 'MAC_OS'},
    ),
  )
  green(await run())
  expect(simulator.listing('2.0.0')['en-US']?.[WATCH]).toHaveLength(1)
})

test.concurrent('A version that is not there is answered with those that are, and nothing is written', async () => {
  const {run} = await started(
    versions({versionString: '1.0.0', state: 'READY_FOR_DISTRIBUTION'}, {versionString: '1.1.0'}),
  )
  const failed = red(await run({version: '9.9.9'}))
  expect(firstLine(failed)).toMatch(/9\.9\.9.*1\.1\.0 .*1\.0\.0/)
  expect(failed.annotations[0]?.message).toContain('1.0.0 (READY_FOR_DISTRIBUTION)')
  expect(failed.annotations[0]?.message).toContain('create-version')
  expect(failed.writes).toEqual([])
})

test.concurrent('No editable version at all is said so, with those that exist', async () => {
  const {run} = await started(versions({versionString: '1.0.0', state: 'IN_REVIEW'}))
  const failed = red(await run())
  expect(failed.annotations[0]?.message).toMatch(/no editable version.*1\.0\.0 \(IN_REVIEW\)/)
  expect(failed.writes).toEqual([])
})

test.concurrent.each(
  sampled(['WAITING_FOR_REVIEW', 'READY_FOR_DISTRIBUTION', 'PENDING_DEVELOPER_RELEASE']),
)('A version in the state %s is refused by that name, and nothing is written', async (state) => {
  const {run} = await started(versions({versionString: '1.0.0', state}))
  const failed = red(await run({version: '1.0.0'}))
  expect(firstLine(failed)).toContain('❌')
  expect(failed.annotations[0]?.message).toContain(state)
  expect(failed.writes).toEqual([])
  expect(failed.outputs).toMatchObject({changed: 'false', uploaded: '0', 'version-id': ''})
})

test.concurrent.each(
  sampled(['READY_FOR_REVIEW', 'INVALID_BINARY', 'METADATA_REJECTED', 'DEVELOPER_REJECTED']),
)('A version in the state %s is worked on', async (state) => {
  const {run} = await started(versions({versionString: '1.0.0', state}))
  const {outputs} = green(await run({'processing-timeout': '0'}))
  expect(outputs['changed']).toBe('true')
})

test.concurrent('A version that is submitted while the run works ends red, and says so', async () => {
  const {run, simulator} = await started()
  simulator.onApplied(({routeClass}) => {
    const [version] = simulator.versions()
    if (routeClass === 'create-set' && version !== undefined) {
      simulator.setVersionState(version.id, 'WAITING_FOR_REVIEW')
    }
  })
  const failed = red(await run())
  expect(failed.outputs['failed']).toBe('1')
  expect(failed.summary).toMatch(/somebody may have changed or submitted it/)
})

test.concurrent('A new version starts with what the one before it shows, and nothing is sent twice', async () => {
  const {run, simulator} = await started(
    storeWith(await stored({'1.png': 1}), {state: 'READY_FOR_DISTRIBUTION'}),
    {'1.png': 1, '2.png': 2},
  )
  const planned = green(await run({version: 'v1.1.0', 'create-version': 'true', mode: 'plan'}))
  expect(planned.writes).toEqual([])
  expect(simulator.versions()).toHaveLength(1)
  expect(planned.outputs).toMatchObject({changed: 'true', uploaded: '1', unchanged: '1'})

  const made = green(await run({version: 'v1.1.0', 'create-version': 'true'}))
  const kinds = made.writes.map(({routeClass}) => routeClass)
  expect(kinds).toEqual(['create-version', 'reserve', 'commit'])
  expect(made.outputs).toMatchObject({uploaded: '1', unchanged: '1', changed: 'true'})
  expect(made.outputs['version-id']).toBe(
    simulator.versions().find(({versionString}) => versionString === '1.1.0')?.id,
  )
  expect(simulator.listing('1.1.0')['en-US']?.[WATCH]?.map(({fileName}) => fileName)).toEqual([
    '1.png',
    '2.png',
  ])
  expect(simulator.listing('1.0.0')['en-US']?.[WATCH]).toHaveLength(1)
  const kindsAndIds = planned.plan?.steps.map((step) => [kindOf(step), step.id])
  expect(made.plan?.steps.map((step) => [kindOf(step), step.id])).toEqual(kindsAndIds)

  const again = green(await run({version: 'v1.1.0', 'create-version': 'true'}))
  expect(again.writes).toEqual([])
  expect(again.requests).toHaveLength(4)
})

test.concurrent('A version is made even if the folder shows only what it inherits', async () => {
  const {run, simulator} = await started(
    storeWith(await stored({'1.png': 1}), {state: 'READY_FOR_DISTRIBUTION'}),
  )
  const {outputs, writes} = green(await run({version: '1.1', 'create-version': 'true'}))
  expect(outputs).toMatchObject({changed: 'true', uploaded: '0', unchanged: '1'})
  expect(writes).toHaveLength(1)
  expect(simulator.versions()).toHaveLength(2)
})

test.concurrent('A new version is the first of its platform where there is none', async () => {
  const {run, simulator} = await started({apps: [{bundleId: 'com.example.app', versions: []}]})
  const made = green(await run({version: '1.0', 'create-version': 'true'}))
  expect(made.outputs['uploaded']).toBe('1')
  expect(simulator.listing('1.0')['en-US']?.[WATCH]).toHaveLength(1)
})

test.concurrent('A new version cannot stand beside another that is editable, which is named', async () => {
  const {run} = await started(versions({versionString: '1.0.0'}))
  const failed = red(await run({version: '1.1.0', 'create-version': 'true'}))
  expect(failed.annotations[0]?.message).toContain('1.0.0 (PREPARE_FOR_SUBMISSION)')
  expect(failed.writes).toEqual([])
})

test.concurrent('A new version needs a name', async () => {
  const {run} = await started()
  const failed = red(await run({'create-version': 'true'}))
  expect(failed.annotations[0]?.message).toMatch(/`create-version` needs `version`/)
  expect(failed.requests).toEqual([])
})

test.concurrent('A new version is not made when the folder has an error', async () => {
  const {run, write, simulator} = await started(
    versions({versionString: '1.0.0', state: 'READY_FOR_DISTRIBUTION'}),
  )
  await write({[`screenshots/en-US/${WATCH}/bad.png`]: ''})
  const failed = red(await run({version: '1.1.0', 'create-version': 'true'}))
  expect(failed.writes).toEqual([])
  expect(simulator.versions()).toHaveLength(1)
})

test.concurrent('The key may be an individual one, which has no issuer', async () => {
  const {run, simulator} = await started()
  const {keyId, privateKey} = simulator.individualKey
  const inputs = {'issuer-id': '', 'api-key-id': keyId, 'api-private-key': privateKey}
  expect(green(await run(inputs)).outputs['uploaded']).toBe('1')
})

const forms: Readonly<Record<string, (pem: string) => string>> = {
  'PEM with \\n escapes': (pem) => pem.replaceAll('\n', String.raw`\n`),
  'PEM with CRLF': (pem) => pem.replaceAll('\n', '\r\n'),
  'PEM on one line': (pem) => pem.replaceAll('\n', ' '),
  'PEM without its armour': (pem) => pem.replaceAll(/-----.*-----\n/g, ''),
  'base64 of the PEM': (pem) => Buffer.from(pem).toString('base64'),
  'base64 of the PEM in lines of 76': (pem) =>
    Buffer.from(pem)
      .toString('base64')
      .replaceAll(/(.{76})/g, '$1\n'),
  'PEM with a byte order mark': (pem) => `\uFEFF${pem}`,
  'PEM in quotes': (pem) => JSON.stringify(pem),
}
test.concurrent.each(sampled(Object.keys(forms)))('The key may be %s', async (form) => {
  const {run, simulator} = await started()
  const key = forms[form]?.(simulator.key.privateKey) ?? ''
  const {stdout, summary} = green(await run({'api-private-key': key, mode: 'plan'}))
  const [, body = ''] = simulator.key.privateKey.split('\n')
  expect(stdout.includes(body) || summary.includes(body)).toBe(false)
})

test.concurrent.each([
  ['is no key', 'hunter2'],
  ['is a public key', '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQ\n-----END PUBLIC KEY-----'],
])('A key that %s is refused without quoting it', async (_, key) => {
  const {run} = await started()
  const failed = red(await run({'api-private-key': key}))
  expect(failed.requests).toEqual([])
  expect(failed.annotations[0]?.message).toMatch(/private key/i)
  expect(failed.stdout + failed.summary).not.toMatch(/hunter2|MFkwEwYHKoZIzj0CAQ/)
})

test.concurrent('A key that Apple does not know ends the run after two requests, and says what to check', async () => {
  const {run} = await started()
  const failed = red(await run({'api-key-id': 'UNKNOWN000'}))
  expect(failed.requests.length).toBeLessThanOrEqual(2)
  expect(failed.annotations.at(-1)?.message).toMatch(/`?api-key-id`?|key ID/i)
  expect(failed.annotations.at(-1)?.message).toMatch(/issuer/i)
})

/** A scenario with one screenshot, unless more are given. */
async function started(
  options: SimulatorOptions = {},
  files: Readonly<Record<string, number>> = {'1.png': 1},
) {
  const made = await scenario(await shots(files), options)
  return {...made, requests: () => made.simulator.requests}
}

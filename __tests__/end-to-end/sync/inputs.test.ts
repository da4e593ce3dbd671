import {generateKeyPairSync} from 'node:crypto'
import {afterAll, expect, test} from '@jest/globals'
import {image} from '../../helpers/media.ts'
import {kindOf} from '../../helpers/planned-steps.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, place, scenario, shots, WATCH} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const onePicture = await shots({'1.png': 1})
const forkEvent = {
  pull_request: {
    number: 1,
    head: {repo: {full_name: 'someone/app', fork: true}},
    base: {repo: {full_name: 'octo/app', fork: false}},
  },
}

test.concurrent.each(['api-key-id', 'api-private-key'])(
  'An empty %s is named, with the fork that explains it',
  async (input) => {
    const {run, simulator} = await scenario(onePicture)
    const failed = red(await run({[input]: ''}, {event: forkEvent}))
    expect(failed.annotations[0]?.message).toMatch(new RegExp(`\`${input}\` is empty.*fork`))
    expect(failed.annotations[0]?.message).toMatch(/mode: validate/)
    expect(simulator.requests).toEqual([])
  },
)

test.concurrent('An empty secret of a run by Dependabot is explained by that', async () => {
  const {run} = await scenario(onePicture)
  const env = {GITHUB_ACTOR: 'dependabot[bot]'}
  const failed = red(await run({'api-private-key': '  '}, {env}))
  expect(failed.annotations[0]?.message).toMatch(/`api-private-key` is empty.*Dependabot/)
})

test.concurrent('An empty secret without a known cause names the usual ones', async () => {
  const {run} = await scenario(onePicture)
  const failed = red(await run({'api-private-key': ''}))
  expect(failed.annotations[0]?.message).toMatch(/forks.*Dependabot/)
})

test.concurrent('An empty secret is told even if there is no event file', async () => {
  const {run} = await scenario(onePicture)
  const failed = red(
    await run({'api-key-id': ''}, {env: {GITHUB_EVENT_PATH: '/nowhere/event.json'}}),
  )
  expect(failed.annotations[0]?.message).toMatch(/`api-key-id` is empty/)
})

test.concurrent.each(
  sampled<readonly [string, string, RegExp]>([
    ['platform', 'ANDROID', /`platform`.*IOS, MAC_OS, TV_OS, VISION_OS/],
    ['mode', 'dry-run', /`mode`.*sync, plan, validate/],
    ['prune', 'yes', /`prune`.*true or false/],
    ['create-version', '1', /`create-version`.*true or false/],
    ['concurrency', '0', /`concurrency`.*1 to 64/],
    ['concurrency', 'many', /`concurrency`.*1 to 64/],
    ['processing-timeout', '-1', /`processing-timeout`.*minutes/],
    ['processing-timeout', 'soon', /`processing-timeout`.*minutes/],
    ['api-url', 'http://example.com', /`api-url`.*https/],
    ['api-url', 'http://127.0.0.1.example.com', /`api-url`.*https/],
    ['api-url', 'http://localhost@example.com', /`api-url`.*https/],
    ['api-url', 'not an address', /`api-url`.*https/],
    ['api-url', 'ftp://localhost', /`api-url`.*https/],
  ]),
)(
  '%s: %s is refused by the name of the input, before anything is asked',
  async (name, value, message) => {
    const {run, simulator} = await scenario(onePicture)
    const failed = red(await run({[name]: value}))
    expect(failed.annotations[0]?.message).toMatch(message)
    expect(failed.summary.split('\n')[0]).toContain('❌')
    expect(simulator.requests).toEqual([])
  },
)

const otherKey = generateKeyPairSync('ec', {namedCurve: 'P-384'}).privateKey
const P_384 = otherKey.export({type: 'pkcs8', format: 'pem'}).toString()

test.concurrent.each<readonly [string, Inputs, readonly string[]]>([
  ['no key', {'api-private-key': 'words'}, ['api-private-key']],
  ['another key', {'api-private-key': P_384}, ['api-private-key']],
  ['a key that Apple refuses', {'api-key-id': 'OTHER'}, ['api-key-id', 'issuer-id']],
  ['no app', {'bundle-id': ''}, ['bundle-id', 'app-id']],
  ['two names of the app', {'app-id': '1'}, ['bundle-id', 'app-id']],
  ['a bundle ID of no app', {'bundle-id': 'com.example.other'}, ['bundle-id']],
  ['an ID of no app', {'bundle-id': '', 'app-id': '999'}, ['app-id']],
  ['a version that does not exist', {version: '9.9'}, ['version', 'platform']],
  ['a locale that is none', {locales: 'xx'}, ['locales']],
  ['a locale without a folder', {locales: 'fr-FR'}, ['locales']],
  ['a folder that is gone', {previews: 'videos'}, ['previews']],
  ['a folder that is a file', {screenshots: place('1.png')}, ['screenshots']],
  ['folders without files', {screenshots: 'previews'}, ['screenshots', 'previews']],
  ['files of another platform', {platform: 'TV_OS'}, ['platform: IOS']],
  ['a plan file that is gone', {'plan-file': 'gone.json'}, ['plan-file']],
  ['too many shards', {shards: '999'}, ['shards']],
  ['a version to create without a name', {'create-version': 'true'}, ['create-version', 'version']],
])('An error about %s has the names of its inputs in backticks', async (_, inputs, names) => {
  const {run} = await scenario({...onePicture, previews: {folder: true}})
  const {annotations} = red(await run(inputs))
  const messages = annotations.map(({message}) => message).join('\n')
  expect(names.filter((name) => !messages.includes(`\`${name}\``))).toEqual([])
})

test.concurrent('An api-url may end with a slash', async () => {
  const {run, simulator} = await scenario(onePicture)
  const planned = green(await run({mode: 'plan', 'api-url': `${simulator.apiUrl}/`}))
  expect(planned.requests[0]?.target).toMatch(/^\/v1\/apps\?/)
})

test.concurrent('An unknown locale is refused with the nearest right one', async () => {
  const {run} = await scenario(onePicture)
  const failed = red(await run({locales: 'en_US, de'}))
  expect(failed.annotations.map(({message}) => message).join()).toMatch(/en-US/)
  expect(failed.annotations.map(({message}) => message).join()).toMatch(/de-DE/)
  expect(failed.writes).toEqual([])
})

test.concurrent('A wanted locale without a folder is told', async () => {
  const {run} = await scenario(onePicture)
  const {annotations} = await run({locales: 'en-US, fr-FR', mode: 'plan'})
  expect(annotations.map(({message}) => message).join()).toMatch(/fr-FR/)
})

test.concurrent('Two absent roots fail with folder and pattern', async () => {
  const {run} = await scenario({'README.md': 'x'})
  const failed = red(await run())
  expect(failed.annotations[0]?.message).toMatch(/screenshots\/<locale>.*previews\/<locale>/)
  expect(failed.writes).toEqual([])
})

test.concurrent('Folders without one file fail, naming them', async () => {
  const {run} = await scenario({screenshots: {folder: true}, previews: {folder: true}})
  const failed = red(await run())
  expect(failed.annotations[0]?.message).toMatch(/screenshots.*previews/)
})

test.concurrent('A root that is missing though it was named is an error', async () => {
  const {run} = await scenario(onePicture)
  const failed = red(await run({previews: 'videos'}))
  expect(failed.annotations[0]).toMatchObject({file: 'videos'})
  expect(failed.annotations[0]?.message).toMatch(/does not exist.*previews/)
  expect(failed.writes).toEqual([])
})

test.concurrent('A missing root that has the default’s name is fine', async () => {
  const {run} = await scenario(onePicture)
  expect(green(await run({mode: 'plan'})).annotations).toEqual([])
})

test.concurrent('A root outside of the workspace is refused', async () => {
  const {run, workspace} = await scenario(onePicture)
  for (const screenshots of ['../', '/etc']) {
    // oxlint-disable-next-line no-await-in-loop -- the two share a scenario
    const failed = red(await run({screenshots}))
    expect(failed.annotations[0]?.message).toMatch(/workspace/)
    expect(failed.writes).toEqual([])
  }
  expect(workspace).not.toBe('')
})

test.concurrent('A root may be absolute, if it lies in the workspace', async () => {
  const {run, workspace} = await scenario({
    'store/shots/en-US/APP_WATCH_SERIES_3/1.png': await image(312, 390),
  })
  const planned = green(await run({screenshots: `${workspace}/store/shots/`, mode: 'plan'}))
  expect(planned.plan?.steps.map(kindOf)).toEqual(['create set', 'upload screenshot'])
})

test.concurrent('The working directory does not matter, only the workspace', async () => {
  const {run, workspace} = await scenario({[`sub/${place('1.png')}`]: await image(312, 390)})
  const env = {GITHUB_WORKSPACE: `${workspace}/sub`}
  const planned = green(await run({mode: 'plan'}, {env}))
  expect(planned.plan?.steps.at(-1)?.id).toContain(`${WATCH}/1.png`)
})

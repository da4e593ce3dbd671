import {afterAll, expect, test} from '@jest/globals'
import {OUTPUT_NAMES} from '../../helpers/output-names.ts'
import {image, video} from '../../helpers/media.ts'
import {everyKindOfStep} from '../../helpers/every-kind-of-step.ts'
import {isUpload, kindOf} from '../../helpers/planned-steps.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, place, scenario, shot, shots, WATCH} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

test.concurrent('A plan writes nothing, and its steps are those that sync then carries out', async () => {
  const {run, names, assets} = await everyKindOfStep()
  const inputs = {prune: 'true'}
  const planned = green(await run({...inputs, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  expect(planned.parts).toEqual([])
  const done = green(await run(inputs))

  const told = ({plan}: typeof done) => plan?.steps.map((step) => `${kindOf(step)} ${step.id}`)
  expect(told(done)).toEqual(told(planned))
  expect(new Set(planned.plan?.steps.map(kindOf))).toEqual(
    new Set([
      'create locale',
      'create set',
      'delete screenshot',
      'upload screenshot',
      'upload preview',
      'replace screenshot',
      'update poster frame',
      'order set',
    ]),
  )
  const counts = ['changed', 'uploaded', 'deleted', 'reordered', 'unchanged', 'failed']
  const counted = ({outputs}: typeof done) => counts.map((name) => [name, outputs[name]])
  expect(counted(planned)).toEqual(counted(done))
  expect(planned.outputs['version-id']).toBe(done.outputs['version-id'])

  expect(names(WATCH)).toEqual([
    'second.png',
    '2 new.png',
    'dead.png',
    'replaced.png',
    'resumed.png',
  ])
  expect(assets('IPHONE_67', 'ja')[0]?.posterTimeCode).toBe('00:00:04:00')
  expect(planned.summary.split('\n')[0]).toMatch(/Plan: 6 new · 1 replaced · 1 removed · 1 updated/)

  const again = green(await run({...inputs, mode: 'plan'}))
  expect(again.plan?.steps).toEqual([])
  expect(again.outputs['changed']).toBe('false')
})

/** Which requests each kind of step sends; a reservation that was left needs no new one. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  'create locale': ['create-localization'],
  'create set': ['create-set'],
  'delete screenshot': ['delete'],
  'upload screenshot': ['reserve', 'commit'],
  'upload preview': ['reserve', 'commit'],
  'replace screenshot': ['reserve', 'commit'],
  'update poster frame': ['poster'],
  'order set': ['reorder'],
}

test.concurrent('The writes of sync are those of the plan before it, each once and no other', async () => {
  const {run} = await everyKindOfStep()
  const planned = green(await run({prune: 'true', mode: 'plan'}))
  const done = green(await run({prune: 'true'}))
  const expected = (planned.plan?.steps ?? []).flatMap((step) => {
    const writes = WRITES[kindOf(step)] ?? []
    return isUpload(step) && step.detail['resumes'] !== null ? writes.slice(1) : writes
  })
  expect(done.writes.map(({routeClass}) => routeClass).toSorted()).toEqual(expected.toSorted())

  const deletedThen = planned.plan?.steps
    .filter(({action}) => action === 'delete')
    .map(({detail}) => String(detail['assetId']))
  const deletedNow = done.writes
    .filter(({routeClass}) => routeClass === 'delete')
    .map(({path}) => path.split('/').at(-1) ?? '')
  expect(deletedNow.toSorted()).toEqual(deletedThen?.toSorted())
  const fileNames = planned.plan?.steps
    .filter((step) => isUpload(step) && step.detail['resumes'] === null)
    .map(({subject}) => subject.name)
  const reserved = done.writes
    .filter(({routeClass}) => routeClass === 'reserve')
    .map(
      ({body}) => /"fileName":"(?<name>[^"]+)"/u.exec(JSON.stringify(body))?.groups?.['name'] ?? '',
    )
  expect(reserved.toSorted()).toEqual(fileNames?.toSorted())
})

test.concurrent('The plan file has a schema, one upload for each file sent and one delete for each asset removed', async () => {
  const {run} = await everyKindOfStep()
  const {plan, outputs} = green(await run({mode: 'plan', prune: 'true'}))
  expect(plan?.schema).toBe(2)
  const of = (action: string) => plan?.steps.filter((step) => step.action === action).length
  expect(plan?.steps.filter(isUpload)).toHaveLength(Number(outputs['uploaded']))
  expect(of('delete')).toBe(Number(outputs['deleted']))
  expect(of('order')).toBe(Number(outputs['reordered']))
  expect(outputs['plan-path']).toMatch(/\/plan\.json$/)
  const ids = plan?.steps.map(({id}) => id) ?? []
  expect(new Set(ids).size).toBe(ids.length)
})

test.concurrent('A plan of a run without waiting is what that run then does', async () => {
  const {run} = await everyKindOfStep()
  const inputs = {prune: 'true', 'processing-timeout': '0'}
  const planned = green(await run({...inputs, mode: 'plan'}))
  const done = green(await run(inputs))
  const told = ({plan}: typeof done) => plan?.steps.map((step) => `${kindOf(step)} ${step.id}`)
  expect(told(done)).toEqual(told(planned))
})

test.concurrent('Validation needs no secret and no network', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1, '2.png': 2}))
  const secrets = {'api-key-id': '', 'issuer-id': '', 'api-private-key': '', 'bundle-id': ''}
  const checked = green(await run({mode: 'validate', ...secrets}))
  expect(simulator.connections()).toBe(0)
  expect(checked.outputs).toMatchObject({changed: 'false', uploaded: '0', failed: '0'})
  expect(checked.outputs).toMatchObject({'version-id': ''})
  expect(checked.summary.split('\n')[0]).toMatch(/✅ No problems found in 2 files in 1 locale/)
  expect(checked.plan).toMatchObject({schema: 2, steps: []})
})

test.concurrent('Validation tells each bad file with an annotation, and writes all results', async () => {
  const {run, simulator} = await scenario({
    ...(await shots({'good.png': 1})),
    [place('empty.png')]: '',
    [place('wrong size.png')]: await image(100, 100),
    [place('alpha.png')]: await image(312, 390, {alpha: true}),
    [place('named.jpg')]: await shot(2),
    [place('cut.png')]: (await shot(3)).subarray(0, 300),
    [place('lfs.png')]:
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
    'screenshots/en-US/APP_IPHONE_69/1.png': await image(1290, 2796),
    'screenshots/xx-YY/APP_IPHONE_67/1.png': await image(1290, 2796),
    'previews/en-US/IPHONE_67/silent.mp4': await video('silent.mp4'),
  })
  const checked = red(await run({mode: 'validate'}))
  expect(simulator.connections()).toBe(0)
  const errors = checked.annotations.filter(({level}) => level === 'error')
  const about = (file: string) => errors.find((each) => each.file?.startsWith(file))?.message ?? ''
  expect(about(place('empty.png'))).toMatch(/is empty/)
  expect(about(place('wrong size.png'))).toMatch(/100×100.*312×390/)
  expect(about(place('alpha.png'))).toMatch(/alpha/)
  expect(about(place('named.jpg'))).toMatch(/PNG/)
  expect(about(place('cut.png'))).toMatch(/is truncated/)
  expect(about(place('lfs.png'))).toMatch(/lfs: true/)
  expect(about('screenshots/en-US/APP_IPHONE_69')).toMatch(/APP_IPHONE_67/)
  expect(checked.summary).toMatch(/❌ 9 problems/)
  expect(checked.summary).toMatch(/xx-YY/)
  expect(checked.summary).toMatch(/silent\.mp4/)
  expect(checked.outputs['plan-path']).not.toBe('')
})

test.concurrent('A problem of the folder keeps everything from being written, in every mode', async () => {
  const {run} = await scenario({...(await shots({'1.png': 1})), [place('bad.png')]: ''})
  const synced = red(await run())
  expect(synced.writes).toEqual([])
  expect(synced.summary.split('\n')[0]).toMatch(/nothing was uploaded/)
  expect(synced.outputs).toMatchObject({changed: 'false', uploaded: '0'})
  const planned = red(await run({mode: 'plan'}))
  expect(planned.writes).toEqual([])
})

test.concurrent('A run that fails early still writes its summary and every output', async () => {
  const {run} = await scenario(await shots({'1.png': 1}))
  const failed = red(await run({'bundle-id': 'com.example.none'}))
  expect(Object.keys(failed.outputs).toSorted()).toEqual(OUTPUT_NAMES)
  expect(failed.summary.split('\n')[0]).toMatch(/^### ❌ /)
  expect(failed.plan?.steps).toEqual([])
})

test.concurrent('A runner without job summaries and without a temporary folder is no reason to fail', async () => {
  const {run} = await scenario(await shots({'1.png': 1}))
  const env = {GITHUB_STEP_SUMMARY: undefined, RUNNER_TEMP: undefined}
  const {stdout} = green(await run({mode: 'plan'}, {env}))
  expect(stdout).toMatch(/no job summary/)
})

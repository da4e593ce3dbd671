import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../simulator/runner/run-bundle.ts'
import type {Inputs} from '../../simulator/runner/run-bundle.ts'
import {kindOf} from '../helpers/planned-steps.ts'
import {closeScenarios, place, scenario, shots, stored, WATCH} from '../helpers/scenario.ts'
import type {Files, Scenario, ScenarioRun} from '../helpers/scenario.ts'
import type {SimulatorOptions} from '../../simulator/simulator.ts'

afterAll(closeScenarios)

const LOCALES = ['de-DE', 'en-US', 'fr-FR', 'ja', 'ko'] as const

interface Entry {
  readonly locales: string
  readonly shard: number
  readonly shards: number
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'locales' in value && 'shards' in value
}

/** The jobs that GitHub would start. */
function entriesOf({outputs}: ScenarioRun): readonly Entry[] {
  const matrix: unknown = JSON.parse(outputs['matrix'] ?? '')
  const include: unknown =
    typeof matrix === 'object' && matrix !== null && 'include' in matrix ? matrix.include : null
  if (Array.isArray(include) && include.every(isEntry)) return include
  throw new Error(`This is no matrix: ${outputs['matrix']}`)
}

/** More to do in each locale than in the one before it; nothing in ko. */
async function folder(): Promise<Files> {
  const files = await Promise.all(
    LOCALES.map((locale, index) =>
      shots(
        locale === 'ko'
          ? {'1.png': 1}
          : Object.fromEntries(Array.from({length: index + 1}, (_, n) => [`${n}.png`, 10 + n])),
        locale,
      ),
    ),
  )
  return Object.assign({}, ...files)
}

async function store(state?: string): Promise<SimulatorOptions> {
  const assets = {
    'en-US': await stored({'0.png': 99, 'old.png': 98}),
    ko: await stored({'1.png': 1}),
  }
  const localizations = Object.entries(assets).map(([locale, each]) => ({
    locale,
    sets: [{type: WATCH, assets: each}],
  }))
  const version = {versionString: '1.0.0', localizations, ...(state === undefined ? {} : {state})}
  return {apps: [{bundleId: 'com.example.app', versions: [version]}]}
}

/** What the store shows, without Apple's ids. */
function shown({simulator}: Scenario) {
  return Object.entries(simulator.listing())
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([locale, sets]) => [
      locale,
      Object.entries(sets).map(([type, assets]) => [
        type,
        assets.map(({fileName, md5, state}) => `${fileName} ${md5} ${state}`),
      ]),
    ])
}

function stepsOf({plan}: ScenarioRun): readonly string[] {
  return plan?.steps.map((step) => `${kindOf(step)} ${step.id}`) ?? []
}

/** As `strategy.matrix` does: all jobs at the same time. */
function runAll({run}: Scenario, entries: readonly Entry[], inputs: Inputs = {}) {
  return Promise.all(
    entries.map(async ({locales, shards}) =>
      green(await run({...inputs, locales, shards: String(shards)})),
    ),
  )
}

test.concurrent('A matrix of jobs leaves the store as one job does, and no two write to the same locale', async () => {
  const [alone, together] = [
    await scenario(await folder(), await store()),
    await scenario(await folder(), await store()),
  ]
  const single = green(await alone.run({prune: 'true'}))

  const planned = green(await together.run({mode: 'plan', prune: 'true', shards: '3'}))
  expect(planned.outputs['has-changes']).toBe('true')
  const entries = entriesOf(planned)
  expect(entries.map(({shard, shards}) => `${shard} of ${shards}`)).toEqual([
    '1 of 3',
    '2 of 3',
    '3 of 3',
  ])
  const locales = entries.flatMap((entry) => entry.locales.split(','))
  expect(locales.toSorted()).toEqual(['de-DE', 'en-US', 'fr-FR', 'ja'])

  const done = await runAll(together, entries, {prune: 'true'})
  expect(shown(together)).toEqual(shown(alone))

  const steps = done.flatMap(stepsOf)
  expect(steps.toSorted()).toEqual(stepsOf(planned).toSorted())
  expect(new Set(steps).size).toBe(steps.length)
  const uploads = done.map(({outputs}) => Number(outputs['uploaded']))
  expect(uploads.reduce((sum, each) => sum + each)).toBe(Number(single.outputs['uploaded']))
  for (const [index, {plan}] of done.entries()) {
    const own = entries[index]?.locales.split(',') ?? []
    const touched = plan?.steps.map(({id}) => /:(?<locale>[\w-]+)/u.exec(id)?.groups?.['locale'])
    expect(own).toEqual(expect.arrayContaining([...new Set(touched)]))
  }
})

test.concurrent('The same plan is split in the same way', async () => {
  const {run} = await scenario(await folder(), await store())
  const first = green(await run({mode: 'plan', shards: '2'}))
  const second = green(await run({mode: 'plan', shards: '2'}))
  expect(second.outputs['matrix']).toBe(first.outputs['matrix'])
  expect(entriesOf(first)).toHaveLength(2)
})

test.concurrent('A plan with nothing to do has no job, and one with something has one unless told otherwise', async () => {
  const given = await scenario(await folder(), await store())
  const planned = green(await given.run({mode: 'plan'}))
  expect(entriesOf(planned)).toEqual([{locales: 'de-DE,en-US,fr-FR,ja', shard: 1, shards: 1}])
  green(await given.run())
  const again = green(await given.run({mode: 'plan', shards: '3'}))
  expect(again.outputs).toMatchObject({matrix: '{"include":[]}', 'has-changes': 'false'})
})

test.concurrent('A run that fails gives no jobs', async () => {
  const {run, write} = await scenario(await folder())
  await write({[place('bad.png')]: ''})
  const failed = red(await run({mode: 'plan', shards: '3'}))
  expect(failed.outputs).toMatchObject({matrix: '{"include":[]}', 'has-changes': 'false'})
})

test.concurrent.each([0, 300])(
  'Jobs that all want the new version make it once, with lists that lag %d ms',
  async (listLagMilliseconds) => {
    const options = {...(await store('READY_FOR_DISTRIBUTION')), listLagMilliseconds}
    const inputs = {version: '1.1.0', 'create-version': 'true', prune: 'true'}
    const given = await scenario(await folder(), options)
    const planned = green(await given.run({...inputs, mode: 'plan', shards: '3'}))
    expect(planned.plan?.steps.map(kindOf)[0]).toBe('create version')
    await runAll(given, entriesOf(planned), inputs)

    expect(given.simulator.versions().map(({versionString}) => versionString)).toEqual([
      '1.0.0',
      '1.1.0',
    ])
    const creations = given.simulator.requests.filter(
      ({routeClass, status}) => routeClass === 'create-version' && status === 201,
    )
    expect(creations).toHaveLength(1)

    const alone = await scenario(await folder(), await store('READY_FOR_DISTRIBUTION'))
    green(await alone.run(inputs))
    expect(shown(given)).toEqual(shown(alone))
  },
  60_000,
)

test.concurrent('A version that only has to be made is one job', async () => {
  const {run} = await scenario(
    await shots({'1.png': 1}, 'ko'),
    await store('READY_FOR_DISTRIBUTION'),
  )
  const planned = green(
    await run({mode: 'plan', shards: '3', version: '1.1.0', 'create-version': 'true'}),
  )
  expect(entriesOf(planned)).toEqual([{locales: 'ko', shard: 1, shards: 1}])
})

test.concurrent('A job slows down when the budget is enough for it, but not for all that share it', async () => {
  const files = await shots({'1.png': 1, '2.png': 2})
  const alone = await scenario(files, {hourlyLimit: 100})
  expect(green(await alone.run()).stdout).not.toMatch(/are needed/)

  const {start} = await scenario(files, {hourlyLimit: 100})
  const {child, ended} = await start({shards: '40'})
  // It would go on for minutes.
  child.stdout?.on('data', (text) => {
    if (String(text).includes('are needed')) child.kill('SIGKILL')
  })
  expect((await ended).stdout).toMatch(
    /allows \d+ more requests this hour, and about \d+ are needed by 40 jobs together/,
  )
})

test.concurrent.each(['0', '257', 'two'])('shards: %s is refused by its name', async (shards) => {
  const {run} = await scenario(await shots({'1.png': 1}))
  const refused = red(await run({mode: 'plan', shards}))
  expect(refused.annotations[0]?.message).toMatch(/`shards`.*1 to 256/)
  expect(refused.requests).toEqual([])
})

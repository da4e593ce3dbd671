import {createHash} from 'node:crypto'
import {afterAll, expect, test} from '@jest/globals'
import {video} from '../../helpers/media.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {
  closeScenarios,
  scenario,
  shot,
  shots,
  stored,
  storeWith,
  WATCH,
} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'

afterAll(closeScenarios)

type Numbers = Readonly<Record<string, number>>

/** A store that shows some pictures, and a folder that wants others. */
async function given(
  was: Numbers,
  wanted: Numbers,
  options: SimulatorOptions = {},
): Promise<Scenario> {
  return scenario(await shots(wanted), {...storeWith(await stored(was)), ...options})
}

/** The store's set in its order, as names with the numbers of their pictures, given the pictures that can be there. */
async function shown({assets}: Scenario, numbers: readonly number[]): Promise<Numbers> {
  const pictures = await Promise.all(
    numbers.map(async (number) => {
      const md5 = createHash('md5')
        .update(await shot(number))
        .digest('hex')
      return [md5, number] as const
    }),
  )
  const byMd5 = new Map(pictures)
  return Object.fromEntries(
    assets(WATCH).map(({fileName, md5, state}) => {
      if (state !== 'COMPLETE') throw new Error(`${fileName} is ${state}.`)
      return [fileName, byMd5.get(md5 ?? '') ?? -1]
    }),
  )
}

const classes = ({writes}: Awaited<ReturnType<Scenario['run']>>) =>
  writes.map(({routeClass}) => routeClass)

test.concurrent('A changed file takes the place of the old one, which goes only when the new one is complete', async () => {
  const made = await given(
    {'1.png': 1, '2.png': 2, '3.png': 3},
    {
      '1.png': 1,
      '2.png': 22,
      '3.png': 3,
    },
  )
  const seen: string[] = []
  made.simulator.onApplied(({routeClass}) => {
    if (routeClass !== 'delete') return
    const states = made.assets(WATCH).map(({fileName, state}) => `${fileName} ${state}`)
    seen.push(states.join(', '))
  })
  const run = green(await made.run())

  // At the deletion the new 2.png is there and complete, behind the others.
  expect(seen).toEqual(['1.png COMPLETE, 3.png COMPLETE, 2.png COMPLETE'])
  expect(classes(run)).toEqual(['reserve', 'commit', 'delete', 'reorder'])
  expect(Object.entries(await shown(made, [1, 2, 3, 22]))).toEqual([
    ['1.png', 1],
    ['2.png', 22],
    ['3.png', 3],
  ])
  expect(run.outputs).toMatchObject({
    uploaded: '1',
    deleted: '1',
    reordered: '1',
    unchanged: '2',
    failed: '0',
  })
  expect(run.annotations).toEqual([])
  expect(green(await made.run({mode: 'plan'})).plan?.steps).toEqual([])
})

test.concurrent('A changed file that Apple rejects leaves the old one on the store', async () => {
  const made = await given({'1.png': 1}, {'1.png': 11})
  made.simulator.faults.addProcessing({
    fileName: '1.png',
    outcome: [{code: 'IMAGE_ALPHA_NOT_ALLOWED', description: 'IMAGE_ALPHA_NOT_ALLOWED'}],
  })
  const run = red(await made.run())
  expect(await shown(made, [1, 11])).toEqual({'1.png': 1})
  expect(run.outputs).toMatchObject({uploaded: '0', failed: '1', changed: 'false'})

  green(await made.run())
  expect(await shown(made, [1, 11])).toEqual({'1.png': 11})
})

test.concurrent('A changed file whose neighbour Apple rejects leaves both old ones on the store', async () => {
  const made = await given({'1.png': 1, '2.png': 2}, {'1.png': 11, '2.png': 22})
  made.simulator.faults.addProcessing({
    fileName: '1.png',
    outcome: [{code: 'IMAGE_ALPHA_NOT_ALLOWED', description: ''}],
  })
  const run = red(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png', '2.png', '2.png'])
  expect(run.outputs).toMatchObject({uploaded: '1', failed: '1', deleted: '0', changed: 'true'})

  const healed = green(await made.run())
  expect(Object.entries(await shown(made, [1, 2, 11, 22]))).toEqual([
    ['1.png', 11],
    ['2.png', 22],
  ])
  expect(healed.outputs).toMatchObject({uploaded: '1', unchanged: '1', deleted: '2'})
})

test.concurrent('A changed file is found when only the case of its name differs', async () => {
  const made = await given({'Home.PNG': 1}, {'home.png': 2})
  const run = green(await made.run())
  expect(await shown(made, [1, 2])).toEqual({'home.png': 2})
  expect(run.outputs).toMatchObject({uploaded: '1', deleted: '1'})
})

test.concurrent('Without a changed byte, a renamed file is not sent again', async () => {
  const made = await given({'1.png': 1, '2.png': 2}, {'1.png': 1, '2 new name.png': 2})
  const run = green(await made.run())
  expect(run.writes).toEqual([])
  expect(run.outputs).toMatchObject({changed: 'false', unchanged: '2'})
  expect(run.annotations).toEqual([])
})

test.concurrent('Without a changed byte, another order is one request', async () => {
  const made = await given(
    {'a.png': 1, 'b.png': 2, 'c.png': 3},
    {'1.png': 3, '2.png': 1, '3.png': 2},
  )
  const run = green(await made.run())
  expect(classes(run)).toEqual(['reorder'])
  expect(run.requests).toHaveLength(4 + 1)
  expect(made.names(WATCH)).toEqual(['c.png', 'a.png', 'b.png'])
  expect(run.outputs).toMatchObject({changed: 'true', reordered: '1', uploaded: '0'})
  expect(green(await made.run()).writes).toEqual([])
})

test.concurrent('Without a changed byte, two files that swapped their names are only reordered', async () => {
  const made = await given({'1.png': 1, '2.png': 2}, {'1.png': 2, '2.png': 1})
  const run = green(await made.run())
  expect(classes(run)).toEqual(['reorder'])
  expect(Object.values(await shown(made, [1, 2]))).toEqual([2, 1])
  expect(green(await made.run()).writes).toEqual([])
})

test.concurrent('Without a changed byte, the same picture twice in the store stands for the same file twice', async () => {
  const made = await given(
    {'1.png': 7, '2.png': 7, '3.png': 1},
    {'1.png': 7, '2.png': 7, '3.png': 1},
  )
  expect(green(await made.run()).requests).toHaveLength(4)
})

test.concurrent('Without a changed byte, a picture that the folder has once and the store twice is an extra', async () => {
  const made = await given({'1.png': 7, 'copy.png': 7}, {'1.png': 7})
  const run = green(await made.run())
  expect(run.writes).toEqual([])
  expect(run.annotations.map(({level, message}) => [level, message])).toEqual([
    ['warning', expect.stringContaining('copy.png')],
  ])
})

const was = {'old a.png': 1, 'kept.png': 2, 'old b.png': 3}

test.concurrent('Assets that no file stands for stay at the end with a warning that names them', async () => {
  const made = await given(was, {'kept.png': 2, 'new.png': 4})
  const run = green(await made.run())
  expect(made.names(WATCH)).toEqual(['kept.png', 'new.png', 'old a.png', 'old b.png'])
  expect(run.outputs).toMatchObject({uploaded: '1', deleted: '0', reordered: '1'})
  const [warning, ...more] = run.annotations
  expect(warning?.level).toBe('warning')
  expect(warning?.message).toMatch(/old a\.png.*old b\.png.*prune/)
  expect(more).toEqual([])
  expect(run.summary.split('\n')[0]).toContain('⚠️')
  expect(run.summary).toContain('old a.png')

  const again = green(await made.run())
  expect(again.writes).toEqual([])
  expect(again.annotations).toHaveLength(1)
})

test.concurrent('Assets that no file stands for are deleted with prune, when every file is complete', async () => {
  const made = await given(was, {'kept.png': 2, 'new.png': 4})
  const run = green(await made.run({prune: 'TRUE'}))
  expect(made.names(WATCH)).toEqual(['kept.png', 'new.png'])
  expect(classes(run)).toEqual(['reserve', 'commit', 'delete', 'delete'])
  expect(run.outputs).toMatchObject({uploaded: '1', deleted: '2', reordered: '0', unchanged: '1'})
  expect(run.annotations).toEqual([])
})

test.concurrent('Assets that no file stands for survive prune when a file is rejected', async () => {
  const made = await given(was, {'kept.png': 2, 'new.png': 4})
  made.simulator.faults.addProcessing({
    fileName: 'new.png',
    outcome: [{code: 'X', description: ''}],
  })
  const run = red(await made.run({prune: 'true'}))
  expect(made.names(WATCH)).toEqual(['old a.png', 'kept.png', 'old b.png'])
  expect(run.outputs).toMatchObject({deleted: '0', failed: '1'})
})

test.concurrent('Sets and locales that the folder does not name survive prune', async () => {
  const bytes = await shot(1)
  const set = (type: string) => ({type, assets: [{fileName: 'x.png', bytes}]})
  const made = await scenario(await shots({'1.png': 1}), {
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [
          {
            versionString: '1.0.0',
            localizations: [
              {locale: 'en-US', sets: [set(WATCH), set('APP_IPHONE_67')]},
              {locale: 'ja', sets: [set(WATCH)]},
            ],
          },
        ],
      },
    ],
  })
  const run = green(await made.run({prune: 'true'}))
  expect(run.writes).toEqual([])
  expect(made.names('APP_IPHONE_67')).toEqual(['x.png'])
  expect(made.names(WATCH, 'ja')).toEqual(['x.png'])
})

test.concurrent('Previews are replaced, kept in order, and pruned like screenshots', async () => {
  const [one, two, three] = await Promise.all(
    ['iphone.mp4', 'rotated.mp4', 'almost-long-enough.mp4'].map(video),
  )
  const made = await scenario(
    {'previews/en-US/IPHONE_67/1.mp4': two ?? '', 'previews/en-US/IPHONE_67/2.mp4': one ?? ''},
    {
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
                    {
                      type: 'IPHONE_67',
                      assets: [
                        {fileName: '1.mp4', bytes: three ?? Buffer.of()},
                        {fileName: '2.mp4', bytes: one ?? Buffer.of()},
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  )
  const run = green(await made.run({prune: 'true'}))
  expect(classes(run)).toEqual(['reserve', 'commit', 'delete', 'reorder'])
  expect(made.names('IPHONE_67')).toEqual(['1.mp4', '2.mp4'])
  expect(run.outputs).toMatchObject({uploaded: '1', deleted: '1', unchanged: '1', reordered: '1'})
})

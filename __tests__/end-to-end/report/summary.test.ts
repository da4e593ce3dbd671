import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {
  closeScenarios,
  place,
  scenario,
  shot,
  shots,
  stored,
  storeWith,
  WATCH,
} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

test.concurrent('More than ten errors become ten annotations, of which one merges the rest', async () => {
  const names = Array.from({length: 25}, (_, index) => `${index}.png`)
  const {run} = await scenario(
    Object.fromEntries(names.map((name) => [place(name), `not a picture, ${name}`])),
  )
  const failed = red(await run({mode: 'validate'}))
  const lines = failed.stdout.split('\n').filter((line) => line.startsWith('::error'))
  expect(lines.length).toBeLessThanOrEqual(10)
  const told = failed.annotations.map(({message}) => message).join('\n')
  for (const name of names) expect(told).toContain(place(name))
  for (const name of names) expect(failed.summary).toContain(name)
})

test.concurrent('More than ten rejected files do the same after the work', async () => {
  const files = Object.fromEntries(Array.from({length: 6}, (_, index) => [`${index}.png`, index]))
  const {run, simulator} = await scenario({
    ...(await shots(files)),
    ...(await shots(files, 'ja')),
  })
  simulator.faults.addProcessing({
    fileName: /./,
    outcome: [{code: 'IMAGE_ALPHA_NOT_ALLOWED', description: ''}],
    times: 12,
  })
  const failed = red(await run())
  expect(failed.stdout.match(/^::error/gm)?.length).toBeLessThanOrEqual(10)
  const told = failed.annotations.map(({message}) => message).join('\n')
  for (const name of Object.keys(files)) expect(told).toContain(place(name, 'ja'))
})

test.concurrent('A step that is about no file tells what Apple said, and what hangs on it', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1, '2.png': 2}, 'ja'))
  simulator.faults.add({
    match: {path: 'create-localization'},
    times: Number.POSITIVE_INFINITY,
    effect: {
      kind: 'status',
      status: 409,
      errors: [{code: 'STATE_ERROR', title: 'No', detail: 'The locale is asleep.'}],
    },
  })
  const failed = red(await run())
  const told = failed.annotations.map(({message}) => message).join('\n')
  expect(told).toContain('The locale is asleep.')
  expect(failed.summary).toContain('The locale is asleep.')
  expect(failed.outputs).toMatchObject({failed: '2', uploaded: '0', changed: 'false'})
})

test.concurrent('A failed deletion is told though all files are there', async () => {
  const {run, simulator} = await scenario(
    await shots({'1.png': 11}),
    storeWith(await stored({'1.png': 1})),
  )
  simulator.faults.add({
    match: {path: 'delete'},
    times: Number.POSITIVE_INFINITY,
    effect: {kind: 'status', status: 403},
  })
  const failed = red(await run())
  expect(failed.outputs).toMatchObject({uploaded: '1', deleted: '0', failed: '0', changed: 'true'})
  expect(failed.summary.split('\n')[0]).toMatch(/❌ All files are in place, but/)
  expect(failed.annotations.map(({message}) => message).join('\n')).toMatch(/delete.*1\.png/)
})

test.concurrent('Hostile names stay names: no command, no markup, no broken table', async () => {
  const hostile = [
    '`code` | pipe.png',
    '<img src=x onerror=alert(1)>.png',
    '::error::owned.png',
    '](javascript:alert(1)).png',
    '%0A::set-output name=changed::false.png',
    'line\n::error::break.png',
    '\u202Egnp.exe.png',
    '##[error]old.png',
    'quote\'s & "double".png',
  ]
  const {run, names} = await scenario(
    Object.fromEntries(
      await Promise.all(
        hostile.map(async (name, index) => [place(name), await shot(index)] as const),
      ),
    ),
  )
  const first = green(await run())
  expect(first.stdout).not.toMatch(/^::(?!group|endgroup|debug)/m)
  expect(first.stdout).not.toContain('##[')
  expect(first.annotations.filter(({level}) => level === 'error')).toEqual([])
  expect(first.summary).not.toContain('<img src=x')
  expect(first.summary).not.toContain('](javascript')
  expect(first.summary).not.toContain('| pipe')
  expect(first.outputs['changed']).toBe('true')
  expect(names(WATCH)).toHaveLength(hostile.length)

  const second = green(await run())
  expect(second.writes).toEqual([])
})

test.concurrent('Hostile names of the store and of Apple’s texts stay text', async () => {
  const name = '<b>x</b>\n::error::owned.png'
  const {run, simulator} = await scenario(
    await shots({'1.png': 1}),
    storeWith([{fileName: name, bytes: await shot(9)}]),
  )
  simulator.faults.addProcessing({
    fileName: '1.png',
    outcome: [{code: '::error::A', description: '<script>\n::warning::b'}],
  })
  const failed = red(await run())
  expect(failed.summary).not.toMatch(/<b>x|<script>/)
  const errors = failed.annotations.filter(({level}) => level === 'error')
  expect(errors).toHaveLength(2)
  expect(errors[0]?.file).toBe(place('1.png'))
})

test.concurrent('The summary of a changed listing has its verdict first and a table of locale and type', async () => {
  const {run} = await scenario(
    {...(await shots({'1.png': 11, '2.png': 2, '3.png': 3})), ...(await shots({'1.png': 1}, 'ja'))},
    storeWith(await stored({'1.png': 1, '2.png': 2, 'x.png': 4})),
  )
  const {summary, stdout} = green(await run({prune: 'true'}))
  expect(summary.split('\n')[0]).toMatch(
    /^### ✅ .*2 uploaded, 1 replaced, 2 deleted.*in 2 locales, 1 unchanged/,
  )
  const rows = [...summary.matchAll(/<tr><td>(.*?)<\/td>(.*?)<\/tr>/g)].map(([, locale, rest]) => [
    locale,
    [...(rest ?? '').matchAll(/<td align="right">(.*?)<\/td>/g)].map(([, cell]) => cell),
  ])
  expect(rows).toEqual([
    ['en-US', ['2', '1', '2', '1', '·']],
    ['ja', ['1', '·', '·', '·', '·']],
  ])
  expect(stdout).toMatch(/^::group::/m)
  expect(stdout.match(/^::group::/gm)?.length).toBe(stdout.match(/^::endgroup::/gm)?.length)
})

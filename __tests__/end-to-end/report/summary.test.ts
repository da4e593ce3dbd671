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
import {show} from '../../helpers/shown-summary.ts'

afterAll(closeScenarios)

test.concurrent('More than ten errors become ten annotations, of which one says where the rest is', async () => {
  const names = Array.from({length: 25}, (_, index) => `${index}.png`)
  const {run} = await scenario(
    Object.fromEntries(names.map((name) => [place(name), `not a picture, ${name}`])),
  )
  const failed = red(await run({mode: 'validate'}))
  const lines = failed.stdout.split('\n').filter((line) => line.startsWith('::error'))
  expect(lines.length).toBeLessThanOrEqual(10)
  const told = failed.annotations.map(({message}) => message)
  expect(
    told.filter((message) => names.some((name) => message.includes(place(name)))),
  ).toHaveLength(8)
  expect(told).toContain('17 more: see the job summary.')
  expect(failed.summary.match(/is not a readable PNG file/gi)).toHaveLength(1)
  for (const name of names) expect(show(failed.summary).text).toContain(`SERIES_3/${name}`)
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
  const told = failed.annotations.map(({message}) => message)
  expect(told.filter((message) => message.includes('IMAGE_ALPHA_NOT_ALLOWED'))).toHaveLength(8)
  expect(told).toContain('4 more: see the job summary.')
  const {text} = show(failed.summary)
  expect(text.match(/IMAGE_ALPHA_NOT_ALLOWED/g)).toHaveLength(1)
  for (const locale of ['en-US', 'ja']) {
    for (const name of Object.keys(files)) expect(text).toContain(`${locale}/${WATCH}/${name}`)
  }
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
  expect(failed.summary.match(/The locale is asleep\./g)).toHaveLength(1)
  expect(failed.summary).toContain('<details><summary>2 files not uploaded</summary>')
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
  expect(failed.summary.split('\n')[0]).toMatch(
    /^### ❌ Could not delete en-US\/.*1\.png\. 1 replaced\.$/,
  )
  expect(show(failed.summary).text).toMatch(/What failed.*Delete en-US\/.*1\.png.*answered 403/)
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

test.concurrent('The summary of a changed listing has its verdict first, a table of locales and devices, and what is live', async () => {
  const {run} = await scenario(
    {...(await shots({'1.png': 11, '2.png': 2, '3.png': 3})), ...(await shots({'1.png': 1}, 'ja'))},
    storeWith(await stored({'1.png': 1, '2.png': 2, 'x.png': 4})),
  )
  const {summary, stdout} = green(await run({prune: 'true'}))
  const {text} = show(summary)
  expect(text).toMatch(/^\s*✅ .*: 2 new · 1 replaced · 1 removed · 1 new locale · 1 unchanged\./)
  const rows = [...summary.matchAll(/<tr><td>(.*?)<\/td><td>(.*?)<\/td><\/tr>/g)]
  expect(rows.map(([, locale, cell]) => [locale, cell])).toEqual([
    ['English (U.S.) <sub>en-US</sub>', '1 new, 1 replaced, 1 removed'],
    ['Japanese <sub>ja</sub>', '1 new'],
  ])
  const [changes = '', now = ''] = summary.split('#### What version 1.0.0 shows')
  expect(show(changes).text).toContain('1.png replaced in English (U.S.), Apple Watch Series 3')
  expect(show(now).text).toMatch(/English \(U\.S\.\).*1\.png 2\.png 3\.png.*Japanese.*1\.png/)
  const answers = await Promise.all(show(summary).pictures.map((url) => fetch(url)))
  expect(answers.map(({status}) => status)).toEqual(Array.from({length: 7}, () => 200))
  expect(stdout.match(/^::group::/gm)?.length).toBe(stdout.match(/^::endgroup::/gm)?.length)
})

import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../helpers/run-bundle.ts'
import {closeScenarios, place, scenario, shots, stored, storeWith} from '../helpers/scenario.ts'

afterAll(closeScenarios)

test.concurrent.each(['sync', 'plan', 'validate'])('A report comes of mode %s', async (mode) => {
  const {run} = await scenario(
    await shots({'1.png': 11, '2.png': 2, '3.png': 3}),
    storeWith(await stored({'1.png': 1, '2.png': 2})),
  )
  const {report} = green(await run({mode}))
  const embedded = report.match(/src="data:image\/jpeg;base64,[^"]{100,}"/g)
  expect(embedded).toHaveLength(mode === 'validate' ? 3 : 4)
  // Also when Apple no longer has it.
  expect(/class="before">.*?src="data:/s.test(report)).toBe(mode !== 'validate')
  const kinds = [...report.matchAll(/data-kinds="([^"]*)"/g)].map(([, kind]) => kind)
  expect(kinds).toEqual(
    mode === 'validate' ? ['file', 'file', 'file'] : ['replaced', 'unchanged', 'new'],
  )
})

test.concurrent('A report comes of a run that failed, with what Apple said beside the file', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1, '2.png': 2}))
  simulator.faults.addProcessing({
    fileName: '2.png',
    outcome: [{code: 'IMAGE_ALPHA_NOT_ALLOWED', description: ''}],
  })
  const {report} = red(await run())
  expect(report).toMatch(/data-kinds="new problem".*?2\.png.*?IMAGE/s)
  expect(report).not.toMatch(/data-kinds="new problem".*?1\.png.*?IMAGE/s)
})

test.concurrent('A report comes of files that are wrong, and of inputs that are', async () => {
  const {run} = await scenario({...(await shots({'1.png': 1})), [place('2.png')]: 'no picture'})
  const wrongFile = red(await run({mode: 'validate'}))
  expect(wrongFile.report).toMatch(/data-kinds="problem".*?2\.png/s)
  const wrongInput = red(await run({mode: 'everything'}))
  expect(wrongInput.report).toContain('mode')
  expect(wrongInput.report).toContain('class="failure"')
})

import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {annotated} from '../../helpers/annotated.ts'
import {closeScenarios, scenario, shots} from '../../helpers/scenario.ts'
import {EVIL_TEXTS} from '../hostile/evil-texts.ts'
import {METADATA, storeWithTexts, textFiles, UNSET} from './texts.ts'

afterAll(closeScenarios)

test.concurrent('`validate` tells what is wrong on file and line, without a request', async () => {
  const {run} = await scenario({
    ...textFiles('en-US', {
      keywords: `one,\n${'x'.repeat(100)}`,
      promotional_text: 'x'.repeat(171),
      description: `${'x\n'.repeat(2000)}x`,
      release_notes: 'x'.repeat(4000),
      support_url: 'example.com',
      desciption: 'Text',
    }),
    ...textFiles('de', {description: 'Text'}),
  })
  const told = red(await run({...METADATA, mode: 'validate'}))
  expect(told.requests).toEqual([])
  expect(annotated(told.stdout).toSorted()).toEqual([
    'error metadata/en-US/description.txt:2001',
    'error metadata/en-US/keywords.txt:2',
    'error metadata/en-US/promotional_text.txt:1',
    'error metadata/en-US/support_url.txt:1',
    'warning metadata/de',
    'warning metadata/en-US/desciption.txt',
  ])
})

test.concurrent('A text that is too long keeps all of a run from being written', async () => {
  const {simulator, run} = await scenario(
    {
      ...(await shots({'1.png': 1})),
      ...textFiles('en-US', {keywords: 'x'.repeat(101), description: 'New'}),
    },
    storeWithTexts([{locale: 'en-US'}]),
  )
  const refused = red(await run({manage: 'screenshots, metadata'}))
  expect(refused.writes).toEqual([])
  expect(simulator.texts('1.0.0')['en-US']).toEqual(UNSET)
})

test.concurrent('A folder of texts that `manage` names has to be there', async () => {
  const {run} = await scenario(await shots({'1.png': 1}), storeWithTexts([{locale: 'en-US'}]))
  const refused = red(await run(METADATA))
  expect(refused.writes).toEqual([])
  expect(annotated(refused.stdout)).toEqual(['error metadata'])
})

test.concurrent('What’s new is left out of a first version, and said so', async () => {
  const {simulator, run} = await scenario({
    ...textFiles('en-US', {description: 'New', release_notes: 'All of it'}),
    ...textFiles('ja', {release_notes: '速い'}),
  })
  const planned = green(await run({...METADATA, mode: 'plan'}))
  const done = green(await run(METADATA))
  expect(simulator.texts()).toEqual({'en-US': {...UNSET, description: 'New'}})
  for (const {stdout, plan} of [planned, done]) {
    expect(stdout).toContain('it is left out in en-US, ja.')
    expect(plan?.steps.map(({id}) => id)).toEqual(['set-text:en-US/description'])
  }
  expect(green(await run(METADATA)).writes).toEqual([])
})

test.concurrent('Hostile texts are data, in the folder and in the store', async () => {
  const evil = EVIL_TEXTS.join('\n')
  const {simulator, run} = await scenario(
    textFiles('en-US', {description: evil, promotional_text: '::error::x'}),
    storeWithTexts([{locale: 'en-US', texts: {description: `old ${evil}`}}]),
  )
  const planned = green(await run({...METADATA, mode: 'plan'}))
  const done = green(await run(METADATA))
  for (const each of [planned, done]) {
    expect(each.annotations).toEqual([])
    expect(`${each.report}${each.summary}`).not.toMatch(/<script>alert|<img src=x/u)
  }
  expect(simulator.texts('1.0.0')['en-US']).toMatchObject({
    description: evil.replaceAll('\r\n', '\n').trimEnd(),
    promotionalText: '::error::x',
  })
})

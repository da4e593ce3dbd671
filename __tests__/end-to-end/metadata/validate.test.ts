import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {annotated} from '../../helpers/annotated.ts'
import {closeScenarios, scenario, shots} from '../../helpers/scenario.ts'
import {METADATA, storeWithTexts} from '../texts/texts.ts'

afterAll(closeScenarios)

const VALIDATE = {...METADATA, mode: 'validate'} as const

test.concurrent('`validate` tells each mistake in `app-store.yml` on its line, without a request', async () => {
  const {run} = await scenario({
    'app-store.yml': [
      'version:',
      '  copyrigth: 2026 Example GmbH',
      '  release: sometimes',
      'app:',
      '  categories: {primary: BOKS}',
      'age-rating:',
      '  gambling: NONE',
      'review:',
      '  contact:',
      '    phone: "+81-90-0000-0000"',
      '  demo-account: {name: env:NOBODY_SET_THIS}',
      'localizations:',
      '  en-US:',
      `    subtitle: ${'x'.repeat(31)}`,
      '    name: App',
      '  de: {name: App}',
    ].join('\n'),
    'metadata/en-US/name.txt': 'App',
    'metadata/en-US/support_url.txt': 'here',
  })
  const told = red(await run(VALIDATE))
  expect(told.requests).toEqual([])
  expect(annotated(told.stdout).filter((each) => !each.endsWith('undefined'))).toEqual([
    'error app-store.yml:2',
    'error app-store.yml:3',
    'error app-store.yml:5',
    'error app-store.yml:7',
    'error app-store.yml:10',
    'error app-store.yml:14',
    'error app-store.yml:15',
    'error app-store.yml:16',
    'error metadata/en-US/support_url.txt:1',
  ])
  const messages = told.annotations.map(({message}) => message).join('\n')
  expect(messages).toContain('Did you mean copyright?')
  expect(messages).toContain('it must be BOOKS')
  expect(messages).toContain('which metadata/en-US/name.txt declares too')
  expect(messages).toContain('Did you mean de-DE?')
})

test.concurrent('`validate` needs no environment', async () => {
  const {run} = await scenario({
    'app-store.yml': 'review: {demo-account: {required: true, name: env:A, password: env:B}}',
  })
  const told = green(await run(VALIDATE))
  expect(told.annotations).toEqual([])
})

test.concurrent('A mistake in `app-store.yml` keeps all of a run from being written', async () => {
  const {run, simulator} = await scenario(
    {...(await shots({'1.png': 1})), 'app-store.yml': 'version: {copyright: env:NOT_SET}'},
    storeWithTexts([{locale: 'en-US'}]),
  )
  const refused = red(await run({manage: 'screenshots, metadata'}))
  expect(refused.writes).toEqual([])
  expect(annotated(refused.stdout)).toContain('error app-store.yml:1')
  expect(refused.stdout).toContain('the environment variable NOT_SET, which is not set')
  expect(simulator.versions().map(({copyright}) => copyright)).toEqual([null, null])
})

test.concurrent('`config` names another file, below `root`; a missing one is an error', async () => {
  const {run} = await scenario(
    {'store/listing.yml': 'localizations: {en-US: {description: New}}'},
    storeWithTexts([{locale: 'en-US'}]),
  )
  const planned = green(
    await run({...METADATA, root: 'store', config: 'listing.yml', mode: 'plan'}),
  )
  expect(planned.plan?.steps.map(({id}) => id)).toEqual(['set-text:en-US/description'])
  const lost = red(await run({...METADATA, root: 'store', config: 'other.yml', mode: 'validate'}))
  expect(annotated(lost.stdout)).toEqual(['error store/other.yml'])
  const none = red(await run({...METADATA, root: 'store', mode: 'validate'}))
  expect(annotated(none.stdout)).toEqual(['error store/metadata'])
})

test.concurrent('`manage: all` finds `app-store.yml` without a folder of texts', async () => {
  const {run} = await scenario(
    {'app-store.yml': 'localizations: {en-US: {description: New}}'},
    storeWithTexts([{locale: 'en-US'}]),
  )
  const planned = green(await run({manage: 'all', mode: 'plan'}))
  expect(planned.plan?.steps.map(({id}) => id)).toEqual(['set-text:en-US/description'])
})

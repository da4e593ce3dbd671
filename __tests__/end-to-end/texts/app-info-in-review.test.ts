import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {readyApp} from '../../../simulator/seeded-apps.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import {infoTexts, METADATA, textFiles} from './texts.ts'

afterAll(closeScenarios)

const SUBMIT = {...METADATA, submit: 'true'}
const CANCEL = {...METADATA, 'cancel-review': 'true'}
const CHANGED = {
  ...textFiles('en-US', {subtitle: 'New'}),
  'metadata/primary_category.txt': 'NAVIGATION\n',
}

const stepIds = ({plan}: BundleRun) => plan?.steps.map(({id}) => id)

/** A version that waits for review, and a checkout that wants other texts and categories of the app. */
async function changedInReview(): Promise<Scenario> {
  const there = await scenario(textFiles('en-US', {description: 'Text'}), {apps: [readyApp()]})
  green(await there.run(SUBMIT))
  await there.write(CHANGED)
  return there
}

test.concurrent('What differs in the app information of a version in review is a change like any other', async () => {
  const {run} = await changedInReview()
  const refused = red(await run(SUBMIT))
  expect(refused.writes).toEqual([])
  expect(refused.stdout).toMatch(/waiting for review, and 2 changes cannot be made/u)
})

test.concurrent.each([CANCEL, {...CANCEL, ...SUBMIT}])(
  'A plan shows what changes in the app information once the version is taken back: %j',
  async (inputs) => {
    const {run, simulator} = await changedInReview()
    const planned = green(await run({...inputs, mode: 'plan'}))
    const done = green(await run(inputs))
    expect(stepIds(planned)).toContain('set-text:en-US/subtitle')
    expect(stepIds(planned)).toContain('set:app/primaryCategory')
    expect(stepIds(done)).toEqual(stepIds(planned))
    expect(infoTexts(simulator)).toMatchObject({'en-US': {subtitle: 'New'}})
    expect(green(await run(inputs)).writes).toEqual([])
  },
)

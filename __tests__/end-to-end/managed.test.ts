import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shot, shots, WATCH} from '../helpers/scenario.ts'
import {textFiles} from './texts/texts.ts'

afterAll(closeScenarios)

const TEXTS = textFiles('en-US', {description: 'All of it'})

/** The sections that a plan has steps of. */
function sectionsOf({plan}: BundleRun): readonly string[] {
  return [...new Set(plan?.steps.map(({section}) => section))].toSorted()
}

function notices({annotations}: BundleRun): readonly string[] {
  return annotations.filter(({level}) => level === 'notice').map(({message}) => message)
}

test.concurrent('What `manage` does not name is neither read nor touched, and said so where it lies there', async () => {
  const {run} = await scenario({
    ...(await shots({'1.png': 1})),
    ...textFiles('en-US', {description: 'x'.repeat(5000)}),
  })
  const done = green(await run())
  expect(sectionsOf(done)).toEqual(['media'])
  expect(notices(done)).toEqual([
    'metadata is left alone, because `manage` does not name `metadata`.',
  ])
})

test.concurrent('Screenshots that `manage` does not name cost no request, whatever is wrong with them', async () => {
  const {run} = await scenario({...TEXTS, 'screenshots/en-US/no type/1.png': 'no picture'})
  const done = green(await run({manage: 'metadata'}))
  expect(sectionsOf(done)).toEqual(['texts'])
  expect(done.requests.map(({routeClass}) => routeClass)).not.toContain('set-list')
  expect(notices(done)).toEqual([
    'screenshots is left alone, because `manage` does not name `screenshots`.',
  ])
})

test.concurrent('A folder that somebody names and that is not there is an error, and nothing is written', async () => {
  const {run} = await scenario(await shots({'1.png': 1}))
  for (const manage of ['screenshots, metadata', 'screenshots metadata previews']) {
    // oxlint-disable-next-line no-await-in-loop -- one checkout
    const refused = red(await run({manage}))
    expect(refused.writes).toEqual([])
    expect(refused.stdout).toMatch(/metadata: does not exist/)
  }
})

test.concurrent('`manage: all` takes what the root has', async () => {
  const {run, names} = await scenario({...(await shots({'1.png': 1})), ...TEXTS})
  const done = green(await run({manage: 'all'}))
  expect(sectionsOf(done)).toEqual(['media', 'texts'])
  expect(notices(done)).toEqual([])
  expect(names(WATCH)).toEqual(['1.png'])
  expect(green(await run({manage: 'all'})).writes).toEqual([])
})

test.concurrent('`manage: all` without anything to manage says where it has looked', async () => {
  const {run, simulator} = await scenario({'readme.md': 'x'})
  const refused = red(await run({manage: 'all'}))
  expect(refused.stdout).toMatch(/`manage: all` found nothing.*screenshots.*previews.*metadata/)
  expect(simulator.requests).toEqual([])
})

test.concurrent('A name that `manage` does not know is refused with those that it knows', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1}))
  const refused = red(await run({manage: 'screenshots, app-icon'}))
  expect(refused.stdout).toMatch(/`manage`.*screenshots, previews, metadata.*app-icon/)
  expect(simulator.requests).toEqual([])
})

test.concurrent('`root: fastlane` is all that a fastlane user needs', async () => {
  const {run, names, simulator} = await scenario({
    'fastlane/Fastfile': 'lane :release do end',
    'fastlane/screenshots/en-US/1_home.png': await shot(1),
    'fastlane/metadata/en-US/description.txt': 'All of it\n',
    'fastlane/metadata/en-US/name.txt': 'Example\n',
    'fastlane/metadata/copyright.txt': '2026 Example\n',
  })
  const pictures = green(await run({root: 'fastlane'}))
  expect(sectionsOf(pictures)).toEqual(['media'])
  expect(names(WATCH)).toEqual(['1_home.png'])
  const texts = green(await run({root: 'fastlane', manage: 'all'}))
  expect(sectionsOf(texts)).toEqual(['release', 'texts'])
  expect(simulator.texts('1.0.0')).toMatchObject({'en-US': {description: 'All of it'}})
  expect(simulator.versions()).toMatchObject([{copyright: '2026 Example'}])
})

test.concurrent('A root outside of the workspace is refused', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1}))
  expect(red(await run({root: '..'})).stdout).toMatch(/`root` must be a folder in the workspace/)
  expect(simulator.requests).toEqual([])
})

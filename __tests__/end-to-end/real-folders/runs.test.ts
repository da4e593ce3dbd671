import {afterAll, expect, test} from '@jest/globals'
import {image} from '../../helpers/media.ts'
import type {TreeEntry} from '../../helpers/media.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, storeWith} from '../../helpers/scenario.ts'
import {LAYOUTS} from './layouts.ts'

afterAll(closeScenarios)

const screenshots = 'fastlane/screenshots'
const phone = await image()

test.concurrent('A half-framed tree of several platforms is synchronised, and then left alone', async () => {
  const half = LAYOUTS['half framed']?.files ?? {}
  const several = LAYOUTS['for several platforms, seen from iOS']?.files ?? {}
  const {run, names} = await scenario({...several, ...half}, storeWith([]))
  const first = green(await run({screenshots}))
  expect(names('APP_IPHONE_67')).toEqual(['01_Grid_framed.png', '02_Detail.png', 'iphone.png'])
  expect(names('IMESSAGE_APP_IPHONE_67')).toEqual(['1.png'])
  expect(first.summary).toMatch(/^### ✅/u)
  expect(green(await run({screenshots})).writes).toEqual([])
})

test.concurrent("Previews in deliver's layout arrive in the sets that their names say", async () => {
  const layout = LAYOUTS["deliver's previews, with the type in the name"]
  const {run, names} = await scenario(layout?.files ?? {}, storeWith([]))
  green(await run({screenshots, ...layout?.inputs}))
  expect(names('IPHONE_67')).toEqual(['01_IPHONE_67.mp4', '02 iphone_67.MP4'])
  expect(names('IPHONE_65')).toEqual(['APP_IPHONE_65-tour.mp4'])
})

test.concurrent('One finding on many files is one row of the summary, and an annotation a file', async () => {
  const files: Record<string, TreeEntry> = {}
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    files[`${screenshots}/en-US/${name}.png`] = await image(7, 7)
  }
  const {run} = await scenario(files)
  const failed = red(await run({mode: 'validate', screenshots}))
  expect(about(failed.stdout)).toEqual([])
  expect(about(failed.summary)).toEqual([
    expect.stringMatching(
      /^<tr><td><details><summary>5 files<\/summary>.*e\.png.*<\/details><\/td><td>Is 7&#215;7 pixels, /u,
    ),
  ])
  const annotated = failed.annotations.map(({file}) => file).filter((file) => file !== null)
  expect(annotated).toEqual(Object.keys(files))
})

test.concurrent('A note is told in the log and below "Good to know", and annotates nothing', async () => {
  const files: Record<string, TreeEntry> = {[`${screenshots}/en-US/1.png`]: phone}
  for (const name of ['a', 'b', 'c', 'd']) {
    files[`${screenshots}/en-US/${name}.png`] = await image(1280, 800)
  }
  files[`${screenshots}/en-US/e.png`] = await image(2880, 1800)
  const {run} = await scenario(files)
  const validated = green(await run({mode: 'validate', screenshots}))
  expect(validated.annotations).toEqual([])
  expect(validated.stdout).toMatch(/a\.png, .*e\.png: is for MAC_OS, but this run is for IOS/u)
  expect(validated.summary).toMatch(/^### ✅/u)
  expect(validated.summary).not.toContain('#### Problems')
  expect(validated.summary).toMatch(
    /#### Good to know\n\n- <details><summary>Is for MAC.* \(5\)<\/summary>/u,
  )
  expect(validated.report).toContain('Good to know (1)')
})

/** The lines about wrong pixels that are no annotations. */
function about(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.includes('which no display type') && !line.startsWith('::'))
}

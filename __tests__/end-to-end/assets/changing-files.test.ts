import {stat, utimes, writeFile} from 'node:fs/promises'
import path from 'node:path'

import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const LONG_AGO = 1_500_000_000

const FILES = {
  'review-attachments/guide.pdf': 'guide',
  'routing-coverage.geojson':
    '{"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]}',
  'background-assets/Tutorial.aar': 'archive',
} as const

const FAMILIES = {manage: 'review-attachments, routing-coverage, background-assets'}

type Change = (file: string) => Promise<void>

const overwrite: Change = async (file) => writeFile(file, await otherBytes(file))

const CHANGES: readonly (readonly [string, Change, RegExp])[] = [
  ['is overwritten', overwrite, /The file changed during the run/],
  [
    'is overwritten, and its time put back',
    async (file) => {
      await overwrite(file)
      await utimes(file, LONG_AGO, LONG_AGO)
    },
    /CHECKSUM_MISMATCH/,
  ],
]

/** As many as the file has. */
async function otherBytes(file: string): Promise<Buffer> {
  return Buffer.alloc((await stat(file)).size, 'other')
}

test.concurrent.each(CHANGES)(
  'A file of any family that %s between reading and sending fails by its name, and the next run sends the right one',
  async (_, change, words) => {
    const there = await scenario(FILES)
    const names = Object.keys(FILES)
    let changed: Promise<unknown> | null = null
    there.simulator.onApplied(async ({routeClass}) => {
      if (routeClass !== 'reserve') return
      changed ??= Promise.all(names.map(async (name) => change(path.join(there.workspace, name))))
      await changed
    })
    const failed = red(await there.run(FAMILIES))
    expect(changed).not.toBeNull()
    expect(failed.outputs).toMatchObject({uploaded: '0', failed: '3'})
    expect(failed.annotations.flatMap(({file}) => file ?? []).toSorted()).toEqual(names.toSorted())
    for (const {message} of failed.annotations.slice(0, 3)) {
      expect(message).toMatch(words)
    }

    await there.write(FILES)
    expect(green(await there.run(FAMILIES)).outputs).toMatchObject({uploaded: '3', failed: '0'})
    expect(green(await there.run(FAMILIES)).writes).toEqual([])
  },
)

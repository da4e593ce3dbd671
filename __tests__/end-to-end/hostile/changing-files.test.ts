import {execFileSync} from 'node:child_process'
import {appendFile, mkdir, rm, stat, symlink, truncate, utimes, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {afterAll, expect, test} from '@jest/globals'
import {folderWith} from '../../helpers/media.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, place, scenario, shot, shots, WATCH} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const LONG_AGO = 1_500_000_000

const CHANGES: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  'is overwritten with as many bytes': async (file) => writeFile(file, await otherBytes(file)),
  'is overwritten with as many bytes, and its time put back': async (file) => {
    await writeFile(file, await otherBytes(file))
    await utimes(file, LONG_AGO, LONG_AGO)
  },
  shrinks: (file) => truncate(file, 100),
  'is emptied': (file) => truncate(file, 0),
  grows: (file) => appendFile(file, 'more'),
  'is removed': (file) => rm(file),
  'becomes a pipe': async (file) => {
    await rm(file)
    execFileSync('mkfifo', [file])
  },
  'becomes a folder': async (file) => {
    await rm(file)
    await mkdir(file)
  },
  'becomes a link to other bytes outside': async (file) => {
    const bytes = await otherBytes(file)
    const outside = path.join(await folderWith({'x.png': bytes}), 'x.png')
    await utimes(outside, LONG_AGO, LONG_AGO)
    await rm(file)
    await symlink(outside, file)
  },
}

async function otherBytes(file: string): Promise<Buffer> {
  return Buffer.alloc((await stat(file)).size, 'other')
}

test.concurrent.each(Object.entries(CHANGES))(
  'A file that %s between hashing and sending fails by its name, and nothing wrong stays in the store',
  async (_, change) => {
    const made = await scenario(await shots({'1.png': 1, '2.png': 2}))
    const file = path.join(made.workspace, place('2.png'))
    let changed: Promise<unknown> | null = null
    made.simulator.onApplied(async ({routeClass}) => {
      if (routeClass === 'reserve') await (changed ??= change(file))
    })
    const failed = red(await made.run())
    expect(changed).not.toBeNull()
    expect(failed.outputs).toMatchObject({uploaded: '1', failed: '1'})
    const [told, ...others] = failed.annotations.filter((each) => each.file !== null)
    expect(others).toEqual([])
    expect(told?.file).toBe(place('2.png'))
    expect(told?.message).toMatch(
      /The file changed during the run|did not receive the content|Apple rejected/,
    )
    expect(made.names(WATCH)).toEqual(['1.png'])

    await rm(file, {recursive: true, force: true})
    await writeFile(file, await shot(3))
    expect(green(await made.run()).outputs).toMatchObject({uploaded: '1', unchanged: '1'})
    expect(made.names(WATCH)).toEqual(['1.png', '2.png'])
  },
)

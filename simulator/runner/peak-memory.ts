import {readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'

import {folderWith} from '../../__tests__/helpers/media.ts'

/**
 * An expression for the most memory that a process ever had, in kilobytes. `maxRSS` alone begins with what the process
 * had that started it, which for a test runner is more than any run needs; where there is no /proc, it has to do.
 */
export const PEAK_KILOBYTES = `(() => {
  const {existsSync, readFileSync} = process.getBuiltinModule('node:fs')
  const status = '/proc/self/status'
  const peak = existsSync(status) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8')) : null
  return peak === null ? process.resourceUsage().maxRSS : Number(peak[1])
})()`

/** Has a run note how much memory it took. */
export interface MemoryMeter {
  /** For the run. */
  readonly env: Readonly<Record<string, string>>
  /** The most that the run ever had, once it has ended. */
  readonly kilobytes: () => Promise<number>
}

export async function memoryMeter(): Promise<MemoryMeter> {
  const folder = await folderWith({})
  const [note, noted] = [path.join(folder, 'note.cjs'), path.join(folder, 'memory')]
  const write = `process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(noted)}, String(${PEAK_KILOBYTES}))`
  await writeFile(note, `process.on('exit', () => ${write})`)
  return {
    env: {NODE_OPTIONS: `--require=${note}`},
    kilobytes: async () => Number(await readFile(noted, 'utf8')),
  }
}

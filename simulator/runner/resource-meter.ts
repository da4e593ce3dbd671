import {mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

/**
 * The most memory that a process ever had. `maxRSS` alone begins with what the process had that started it, which for a
 * test runner is more than any run needs; where there is no /proc, it has to do.
 */
const NOTE = `const {existsSync, readFileSync, writeFileSync} = process.getBuiltinModule('node:fs')
process.on('exit', () => {
  const usage = process.resourceUsage()
  const status = '/proc/self/status'
  const peak = existsSync(status) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8')) : null
  const peakKilobytes = peak === null ? usage.maxRSS : Number(peak[1])
  const cpuSeconds = (usage.userCPUTime + usage.systemCPUTime) / 1e6
  writeFileSync(FILE, JSON.stringify({peakKilobytes, cpuSeconds}))
})`

export interface ResourceUsage {
  /** The most memory that the process ever had. */
  readonly peakKilobytes: number
  /** Of all threads, user and system. */
  readonly cpuSeconds: number
}

/** Has a run note what it took of the machine. */
export interface ResourceMeter {
  /** For the run. */
  readonly env: Readonly<Record<string, string>>
  /** What the run took, once it has ended. */
  readonly usage: () => Promise<ResourceUsage>
}

/** @param options - More of Node's options for the run. */
export async function resourceMeter(options = ''): Promise<ResourceMeter> {
  const folder = await mkdtemp(path.join(tmpdir(), 'meter-'))
  const [note, noted] = [path.join(folder, 'note.cjs'), path.join(folder, 'usage.json')]
  await writeFile(note, NOTE.replace('FILE', JSON.stringify(noted)))
  return {
    env: {NODE_OPTIONS: `--require=${note} ${options}`.trim()},
    usage: async () => JSON.parse(await readFile(noted, 'utf8')),
  }
}

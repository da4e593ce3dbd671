import {mkdtemp, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

/** Writes a file that later steps may use, and that no other step of this job overwrites. @returns its absolute path. */
export async function writeOutputFile(name: string, text: string): Promise<string> {
  const parent = process.env['RUNNER_TEMP'] ?? tmpdir()
  const file = path.join(await mkdtemp(path.join(parent, 'app-store-sync-')), name)
  await writeFile(file, text)
  return file
}

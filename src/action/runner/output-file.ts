import {mkdtemp, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

/** Writes a file for later steps, in a new folder so that no other step overwrites it. @returns its absolute path. */
export async function writeOutputFile(name: string, text: string): Promise<string> {
  const parent = process.env['RUNNER_TEMP'] ?? tmpdir()
  const file = path.join(await mkdtemp(path.join(parent, 'app-store-sync-')), name)
  await writeFile(file, text)
  return file
}

import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {availableParallelism, tmpdir} from 'node:os'
import path from 'node:path'

import {makeFolders} from './folders.ts'
import {measureCells} from './measure.ts'
import {performancePage} from './page.ts'
import {measuresTable} from './table.ts'

const PAGE = path.join(import.meta.dirname, '../../../docs/performance.md')

export interface CompareOptions {
  /** Leaves out the runs that take minutes. */
  readonly quick: boolean
  /** Writes docs/performance.md. */
  readonly write: boolean
}

/**
 * Measures the action beside two other clients, and prints the table.
 *
 * @throws if the page is to be written from a quick run, or a client fails.
 */
export async function compare({quick, write}: CompareOptions): Promise<void> {
  if (quick && write) throw new Error('The page needs all runs: leave out --quick or --write.')
  const folder = await mkdtemp(path.join(tmpdir(), 'benchmark-'))
  try {
    const cells = await measureCells(await makeFolders(folder), {quick})
    console.log(measuresTable(cells))
    if (!write) return
    const {version: node, platform} = process
    await writeFile(PAGE, performancePage(cells, {cores: availableParallelism(), node, platform}))
  } finally {
    await rm(folder, {recursive: true})
  }
}

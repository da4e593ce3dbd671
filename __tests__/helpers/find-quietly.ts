import {jest} from '@jest/globals'
import {findFiles} from '../../src/files/discover/find-files.ts'

/** Discovery without the debug lines that the toolkit writes for each pattern. */
export async function findQuietly(root: string, workspace: string) {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    return await findFiles(root, workspace, new AbortController().signal)
  } finally {
    write.mockRestore()
  }
}

import {jest} from '@jest/globals'
import {findFiles} from '../../src/action/find-files.ts'

/** Discovery without the debug lines that the toolkit writes for each pattern. */
export async function findQuietly(...given: Parameters<typeof findFiles>) {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    return await findFiles(...given)
  } finally {
    write.mockRestore()
  }
}

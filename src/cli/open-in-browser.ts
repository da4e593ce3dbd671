import {execFile} from 'node:child_process'
import {promisify} from 'node:util'

/** The program of each system that opens a file with what people chose for it. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
}

/**
 * @param file - Absolute path of a page.
 * @returns whether it could be opened.
 */
export async function openInBrowser(file: string): Promise<boolean> {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  return promisify(execFile)(program, [...args, file]).then(
    () => true,
    // Explorer ends with 1 also when it has opened the file.
    () => process.platform === 'win32',
  )
}

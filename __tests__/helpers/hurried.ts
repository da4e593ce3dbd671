import path from 'node:path'
import {pathToFileURL} from 'node:url'

/** The environment of a bundle whose timeouts and patience end thirty times sooner. */
export const hurried = {
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'hurry.ts')).href}`,
}

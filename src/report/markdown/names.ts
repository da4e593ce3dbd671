import {asText} from '../escape.ts'

/** Folders that are shown before the name of a file: `en-US/iphone-6.9/02.png`. */
const SHOWN_FOLDERS = 2

/** A path as code. That of a file is shortened; the whole path appears under the pointer. */
export function asPath(path: string): string {
  const parts = path.split('/')
  const isFile = /\.\w+$/u.test(path)
  const short = isFile ? parts.slice(-SHOWN_FOLDERS - 1).join('/') : path
  return short === path
    ? `<code>${asText(path)}</code>`
    : `<code title="${asText(path)}">${asText(short)}</code>`
}

const MAX_NAMES = 200

/** A line that unfolds into a list. */
export function folded(summary: string, names: readonly string[]): string {
  const left = names.length - MAX_NAMES
  const lines = [...names.slice(0, MAX_NAMES), ...(left > 0 ? [`and ${left} more`] : [])]
  return `<details><summary>${summary}</summary>${lines.join('<br>')}</details>`
}

import type {WriteStream} from 'node:tty'
import {styleText} from 'node:util'

import {createLogUpdate} from 'log-update'

type Style = Parameters<typeof styleText>[0]

/** What is printed: lines that stay and, in a terminal, some below them that change. */
export interface Screen {
  /** Whether it is a terminal, where lines can change. */
  readonly isLive: boolean
  readonly print: (line: string) => void
  /** A text in a style, where styles are wanted. */
  readonly styled: (style: Style, text: string) => string
  /** Returns the lines that change, without the status, each time that they are drawn. */
  readonly show: (lines: () => readonly string[]) => void
  /** The last of the lines that change; null for none. */
  readonly status: (line: string | null) => void
  /** Takes the lines that change away. */
  readonly clear: () => void
}

/** @param stream - Standard output or standard error. */
export function createScreen(stream: WriteStream): Screen {
  const isLive = stream.isTTY && process.env['TERM'] !== 'dumb'
  const update = createLogUpdate(stream)
  let shown = nothing
  let status: string | null = null
  const draw = () => {
    const lines = status === null ? shown() : [...shown(), status]
    if (lines.length === 0) update.clear()
    else update(lines.join('\n'))
  }
  return {
    isLive,
    print(line) {
      if (isLive) update.clear()
      stream.write(`${line}\n`)
      if (isLive) draw()
    },
    // Knows NO_COLOR and FORCE_COLOR.
    styled: (style, text) => styleText(style, text, {stream}),
    show(lines) {
      shown = lines
      if (isLive) draw()
    },
    status(line) {
      status = line
      if (isLive) draw()
    },
    clear() {
      shown = nothing
      status = null
      if (!isLive) return
      update.clear()
      // Shows the cursor again.
      update.done()
    },
  }
}

function nothing(): readonly string[] {
  return []
}

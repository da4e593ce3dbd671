import type {WriteStream} from 'node:tty'

/**
 * Drops the workflow commands that `@actions/glob` writes for debugging: outside of GitHub, nobody reads them, and the
 * output may be JSON. Nothing of ours begins like one; see `asLine`.
 */
export function quietenCommands(stream: WriteStream): void {
  const write = stream.write.bind(stream)
  stream.write = (chunk: unknown, ...rest: unknown[]) =>
    typeof chunk === 'string' && chunk.startsWith('::')
      ? true
      : Reflect.apply(write, stream, [chunk, ...rest])
}

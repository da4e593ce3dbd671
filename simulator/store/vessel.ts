import {createHash} from 'node:crypto'
import {constants, createReadStream} from 'node:fs'
import {open, readFile, rm} from 'node:fs/promises'

/** Holds the bytes of one asset. */
export interface Vessel {
  write(offset: number, bytes: Uint8Array): Promise<void>
  /** Lower-case hex. */
  md5(): Promise<string>
  /** Null when there are no bytes, or they were let go. */
  bytes(): Promise<Uint8Array | null>
  /** Where the bytes lie on disk; null when they are in memory. */
  readonly file: string | null
  /** Lets go what need not be kept after processing. */
  settle(): Promise<void>
}

/** A vessel in memory: for tests that want to see the bytes again. */
export function memoryVessel(size: number, initial: Uint8Array | null = null): Vessel {
  const held: {bytes: Uint8Array | null} = {bytes: initial}
  return {
    file: null,
    async write(offset, bytes) {
      held.bytes ??= new Uint8Array(size)
      held.bytes.set(bytes, offset)
    },
    async md5() {
      return createHash('md5')
        .update(held.bytes ?? new Uint8Array(0))
        .digest('hex')
    },
    async bytes() {
      return held.bytes
    },
    async settle() {},
  }
}

/** A vessel on disk, so that many large videos leave memory flat; gone once processed. */
export function fileVessel(file: string): Vessel {
  return {
    file,
    async write(offset, bytes) {
      // Parts come concurrently: none may truncate what another has written.
      const handle = await open(file, constants.O_RDWR | constants.O_CREAT)
      try {
        await handle.write(bytes, 0, bytes.byteLength, offset)
      } finally {
        await handle.close()
      }
    },
    async md5() {
      const hash = createHash('md5')
      for await (const chunk of createReadStream(file)) hash.update(chunk)
      return hash.digest('hex')
    },
    async bytes() {
      return readFile(file).catch(() => null)
    },
    async settle() {
      await rm(file, {force: true})
    },
  }
}

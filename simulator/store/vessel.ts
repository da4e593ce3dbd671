import {createHash} from 'node:crypto'
import {constants, createReadStream} from 'node:fs'
import {open, readFile, rm} from 'node:fs/promises'

/** Holds the bytes of one asset. */
export interface Vessel {
  write(offset: number, bytes: Uint8Array): Promise<void>
  /** Lower-case hex; null if the bytes were let go. */
  md5(): Promise<string | null>
  /** Lower-case hex; null if the bytes were let go. */
  sha256(): Promise<string | null>
  /** Null when there are no bytes, or they were let go. */
  bytes(): Promise<Uint8Array | null>
  /** Where the bytes lie on disk; null when they are in memory. */
  readonly file: string | null
  /** What is known of bytes that were let go as they came; null when they were kept. */
  readonly digests: readonly PartDigest[] | null
  /** Lets go what need not be kept after processing. */
  settle(): Promise<void>
}

/** The hash of a part. */
export interface PartDigest {
  /** In bytes. */
  readonly offset: number
  /** In bytes. */
  readonly length: number
  /** Lower-case hex. */
  readonly sha256: string
}

/** A vessel that hashes each part and lets it go: for files larger than the disk. */
export function digestVessel(): Vessel {
  const digests: PartDigest[] = []
  return {
    file: null,
    digests,
    async write(offset, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      digests.push({offset, length: bytes.byteLength, sha256})
    },
    md5: async () => null,
    sha256: async () => null,
    bytes: async () => null,
    async settle() {},
  }
}

/** A vessel in memory: for tests that want to see the bytes again. */
export function memoryVessel(size: number, initial: Uint8Array | null = null): Vessel {
  const held: {bytes: Uint8Array | null} = {bytes: initial}
  return {
    file: null,
    digests: null,
    async write(offset, bytes) {
      held.bytes ??= new Uint8Array(size)
      held.bytes.set(bytes, offset)
    },
    md5: async () => hash('md5', [held.bytes ?? new Uint8Array(0)]),
    sha256: async () => hash('sha256', [held.bytes ?? new Uint8Array(0)]),
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
    digests: null,
    async write(offset, bytes) {
      // Parts come concurrently: none may truncate what another has written.
      const handle = await open(file, constants.O_RDWR | constants.O_CREAT)
      try {
        await handle.write(bytes, 0, bytes.byteLength, offset)
      } finally {
        await handle.close()
      }
    },
    md5: () => hash('md5', createReadStream(file)),
    sha256: () => hash('sha256', createReadStream(file)),
    async bytes() {
      return readFile(file).catch(() => null)
    },
    async settle() {
      await rm(file, {force: true})
    },
  }
}

async function hash(
  algorithm: 'md5' | 'sha256',
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string> {
  const sum = createHash(algorithm)
  for await (const piece of pieces) sum.update(piece)
  return sum.digest('hex')
}

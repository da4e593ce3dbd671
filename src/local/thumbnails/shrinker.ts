import {once} from 'node:events'
import path from 'node:path'
import {Worker} from 'node:worker_threads'

import type {Picture, Shrunk} from './worker/index.ts'

/** Beside this file in the sources, and beside the bundle as well: `npm run build` bundles it by itself. */
const WORKER = new URL(`worker/index${path.extname(import.meta.url)}`, import.meta.url)

/** Makes pictures small in a thread of its own, one after the other. */
export interface Shrinker {
  /**
   * @param signal - Ends the wait at once, and the thread with it, whatever the decoder is doing.
   * @returns null for what cannot be made small, or not in time.
   */
  shrink(picture: Picture, signal: AbortSignal): Promise<Shrunk>
  /** Ends the thread. */
  close(): Promise<void>
}

/** A thread is started with the first picture, and anew after one that took too long or brought it down. */
export function createShrinker(): Shrinker {
  let worker: Worker | null = null
  const close = async () => {
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  return {
    close,
    async shrink(picture, signal) {
      // What the decoder says of damaged files is not for the log of the run.
      worker ??= new Worker(WORKER, {stdout: true, stderr: true})
      const over = new AbortController()
      const until = {signal: AbortSignal.any([signal, over.signal])}
      try {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(picture)
        return await Promise.race([
          once(worker, 'message', until).then(([shrunk]: Shrunk[]) => shrunk ?? null),
          once(worker, 'exit', until).then(() => Promise.reject(new Error('The thread ended.'))),
        ])
      } catch {
        // Too late, or the decoder has brought its thread down.
      } finally {
        over.abort()
      }
      await close()
      return null
    },
  }
}

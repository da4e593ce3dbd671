import {once} from 'node:events'
import path from 'node:path'
import {Worker} from 'node:worker_threads'

import type {Picture, Shrunk} from './worker/index.ts'

/**
 * Beside this file in the sources, and beside the bundle as well: `npm run build` bundles it by itself. With an address
 * that it can work out, `ncc` would copy the file as it is instead.
 */
function workerFile(here = import.meta.url): URL {
  return new URL(`worker/index${path.extname(here)}`, here)
}

/** Makes pictures small in a thread of its own, one after the other. */
export interface Shrinker {
  /**
   * @param patience - How long the decoder may take, in milliseconds; what it is doing then ends.
   * @param signal - Ends it at once.
   * @returns null for what cannot be made small, or not in time.
   */
  shrink(picture: Picture, patience: number, signal: AbortSignal): Promise<Shrunk>
  /** Ends the thread. */
  close(): Promise<void>
}

/** A thread is started with the first picture, and anew after one that took too long or brought it down. */
export function createShrinker(): Shrinker {
  let worker: Worker | null = null
  const start = async (signal: AbortSignal): Promise<Worker> => {
    // What the decoder says of damaged files is not for the log of the run.
    const started = new Worker(workerFile(), {stdout: true, stderr: true})
    worker = started
    // A thread that fails ends, which is all that there is to know.
    started.on('error', () => undefined)
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    // The first message says that it is ready.
    await answerOf(started, signal)
    return started
  }
  const close = async () => {
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  return {
    close,
    async shrink(picture, patience, signal) {
      try {
        const ready = worker ?? (await start(signal))
        const answer = answerOf(ready, AbortSignal.any([signal, AbortSignal.timeout(patience)]))
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        ready.postMessage(picture)
        return await answer
      } catch {
        // Too late, or the decoder has brought its thread down.
        await close()
        return null
      }
    },
  }
}

/** @throws if the thread ends or fails first, or the signal is aborted. */
async function answerOf(worker: Worker, signal: AbortSignal): Promise<Shrunk> {
  const over = new AbortController()
  const until = {signal: AbortSignal.any([signal, over.signal])}
  try {
    return await Promise.race([
      once(worker, 'message', until).then(([answer]: Shrunk[]) => answer ?? null),
      once(worker, 'exit', until).then(() => Promise.reject(new Error('The thread ended.'))),
    ])
  } finally {
    over.abort()
  }
}

import {once} from 'node:events'
import path from 'node:path'
import {Worker} from 'node:worker_threads'

import type {ShrinkRequest, Shrunk} from './worker/index.ts'

/**
 * The worker is next to this file in the sources, and next to the bundle in `dist`, where `npm run build` bundles it
 * separately. The URL is computed so that `ncc` cannot resolve it: it would copy the unbundled file.
 */
function workerFile(here = import.meta.url): URL {
  return new URL(`worker/index${path.extname(here)}`, here)
}

/** The decoder has memory of its own. */
const LIMITS = {maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 2}

/** Shrinks pictures in its own thread, one at a time. */
export interface Shrinker {
  /**
   * @param timeout - How long the decoder may take, in milliseconds. After that it is stopped.
   * @param signal - Stops at once.
   * @returns null if the picture cannot be shrunk, or not in time.
   */
  shrink(picture: ShrinkRequest, timeout: number, signal: AbortSignal): Promise<Shrunk>
  /** Ends the thread. */
  close(): Promise<void>
}

/** The thread starts with the first picture, and again after a picture that took too long or crashed it. */
export function createShrinker(): Shrinker {
  let worker: Worker | null = null
  const start = async (signal: AbortSignal): Promise<Worker> => {
    // Keeps the decoder's output about damaged files out of the log.
    const started = new Worker(workerFile(), {stdout: true, stderr: true, resourceLimits: LIMITS})
    worker = started
    // Ignored: a thread that fails also exits, which is handled below.
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
    async shrink(picture, timeout, signal) {
      try {
        const ready = worker ?? (await start(signal))
        const answer = answerOf(ready, AbortSignal.any([signal, AbortSignal.timeout(timeout)]))
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        ready.postMessage(picture)
        return await answer
      } catch {
        // Too late, or the decoder has crashed the thread.
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

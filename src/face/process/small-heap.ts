import {setFlagsFromString} from 'node:v8'

/**
 * Makes V8 collect garbage early. Thousands of requests create a lot of it, and by default V8 lets the heap grow to
 * five times what a run needs, which is too much for a small runner.
 *
 * V8 reads both flags whenever it resizes the heap, so they take effect at run time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=50')
}

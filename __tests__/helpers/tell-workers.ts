// Loaded before the bundle: each worker thread that it starts is a line on stderr.

import threads from 'node:worker_threads'

if (threads.isMainThread) {
  Object.assign(threads, {
    Worker: class extends threads.Worker {
      constructor(...options: ConstructorParameters<typeof threads.Worker>) {
        super(...options)
        process.stderr.write('A worker starts.\n')
      }
    },
  })
}

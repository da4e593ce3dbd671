// Loaded before the bundle: its timeouts and its patience end thirty times sooner.

const realTimeout = globalThis.setTimeout
Object.assign(globalThis, {
  setTimeout: <Rest extends unknown[]>(
    callback: (...rest: Rest) => void,
    milliseconds = 0,
    ...rest: Rest
  ) => realTimeout(callback, milliseconds / 30, ...rest),
})

const realSignal = AbortSignal.timeout.bind(AbortSignal)
// Takes whole numbers only.
AbortSignal.timeout = (milliseconds) => realSignal(Math.ceil(milliseconds / 30))

const realTime = performance.now.bind(performance)
performance.now = () => realTime() * 30

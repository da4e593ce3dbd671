import {syncBuiltinESMExports} from 'node:module'
import timers from 'node:timers/promises'

// Loaded before the bundle: makes its hours pass in seconds. Its sockets still live in real time.

const speed = Number(process.env['CLOCK_SPEED'])
const start = Number(process.env['CLOCK_START'])

const realDate = Date.now.bind(Date)
Date.now = () => start + (realDate() - start) * speed

const realTime = performance.now.bind(performance)
performance.now = () => realTime() * speed

const realTimeout = timers.setTimeout
Object.assign(timers, {
  setTimeout: <T>(milliseconds: number, ...rest: [T?, object?]) =>
    realTimeout(milliseconds / speed, ...rest),
})
syncBuiltinESMExports()

import {setTimeout as pause} from 'node:timers/promises'
import sharp from 'sharp'
import {createClient} from './client.ts'
import {startSimulator} from './simulator.ts'
import type {Simulator, SimulatorOptions} from './simulator.ts'

const running: Simulator[] = []

/** Starts a simulator that {@link closeAll} ends. */
export async function start(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({processingMilliseconds: 1, ...options})
  running.push(simulator)
  return simulator
}

/** As {@link start}, with a client and one set of the type in the first localization. */
export async function startWithSet(type: string, options: SimulatorOptions = {}) {
  const simulator = await start(options)
  const client = await createClient(simulator)
  const {localizationId} = await client.firstLocalization()
  return {simulator, client, setId: await client.createSet(localizationId, type)}
}

/** Ends all simulators, and throws what they noted against their clients or themselves. */
export async function closeAll(): Promise<void> {
  const ended = running.splice(0)
  await Promise.all(ended.map((simulator) => simulator.close()))
  const wrong = ended.flatMap(({violations, contractViolations}) => [
    ...violations,
    ...contractViolations,
  ])
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}

/** Resolves when every asset of the type is processed. */
export async function settled(simulator: Simulator, type: string): Promise<void> {
  const done = () => {
    const states = simulator.listing()['en-US']?.[type]?.map(({state}) => state) ?? []
    return states.every((state) => state === 'COMPLETE' || state === 'FAILED')
  }
  while (!done()) await pause(5)
}

/** A PNG; four channels are those with alpha. */
export async function picture(width: number, height: number, channels: 3 | 4): Promise<Buffer> {
  const background = {r: 20, g: 90, b: 160, alpha: 0.5}
  return sharp({create: {width, height, channels, background}}).png().toBuffer()
}

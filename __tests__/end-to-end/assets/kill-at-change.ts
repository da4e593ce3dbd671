import {once} from 'node:events'

import {expect} from '@jest/globals'

import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import type {Scenario} from '../../helpers/scenario.ts'

/** Runs the action and kills it without warning once the store has made the nth change, before it is answered. */
export async function killAtChange(
  {simulator, start}: Scenario,
  nth: number,
  inputs: Inputs,
): Promise<void> {
  const {child, ended} = await start(inputs)
  let seen = 0
  simulator.onApplied(async ({host, method}) => {
    if (host !== 'api' || method === 'GET') return
    seen += 1
    if (seen !== nth) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  })
  const {code} = await ended
  expect(code).toBeNull()
}

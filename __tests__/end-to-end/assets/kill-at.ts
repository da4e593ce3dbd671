import {expect} from '@jest/globals'

import type {RouteClass} from '../../../simulator/http/routes.ts'
import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import type {Scenario} from '../../helpers/scenario.ts'

/** Runs the action and kills it without warning when the store has carried out the nth request of a kind. */
export async function killAt(
  {simulator, start}: Scenario,
  {kind, nth = 1}: {readonly kind: RouteClass; readonly nth?: number},
  inputs: Inputs = {},
): Promise<void> {
  const {child, ended} = await start(inputs)
  let seen = 0
  simulator.onApplied(({routeClass}) => {
    if (routeClass === kind) seen += 1
    if (seen === nth) child.kill('SIGKILL')
  })
  const {code} = await ended
  expect(code).toBeNull()
}

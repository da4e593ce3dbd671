import {setTimeout as delay} from 'node:timers/promises'

import {expect, test} from '@jest/globals'

import {localizationStep} from '../../src/core/localization-step.ts'
import type {Pending} from '../../src/core/section.ts'
import {createDecisionWaiter} from '../../src/core/settle.ts'

const TIMEOUT = 1000
const PAST_THE_TIME = TIMEOUT + 200

function pendingStep(id: string): Pending {
  return {resourceId: id, step: {...localizationStep('en-US', []), id}}
}

/** Sends one file; during the first look, which outlasts the time, `meanwhile` happens. The second look accepts all. */
async function endingOfFirst(
  meanwhile: (settling: ReturnType<typeof createDecisionWaiter>) => void,
) {
  let looks = 0
  const settling = createDecisionWaiter({
    timeout: TIMEOUT,
    signal: new AbortController().signal,
    performer: {
      async settle(_group, pending) {
        looks += 1
        if (looks > 1) return new Map(pending.map(({step}) => [step.id, {state: 'done'}] as const))
        await delay(PAST_THE_TIME)
        meanwhile(settling)
        return new Map()
      },
    },
  })
  settling.begin('set')
  const ending = settling.ending('set', pendingStep('first'))
  settling.sent('set')
  return ending
}

test('A file is given up when a look ends past the time', async () => {
  expect(await endingOfFirst(() => undefined)).toEqual({state: 'unfinished'})
})

test('Apple’s time begins anew with a file that is sent during a slow look', async () => {
  const ending = await endingOfFirst((settling) => {
    settling.begin('set')
    settling.sent('set')
  })
  expect(ending).toEqual({state: 'done'})
})

test('Nothing is given up while a file of the group is still being sent', async () => {
  const ending = await endingOfFirst((settling) => {
    settling.begin('set')
    setTimeout(() => settling.sent('set'), 100)
  })
  expect(ending).toEqual({state: 'done'})
})

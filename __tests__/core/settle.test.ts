import {setTimeout as delay} from 'node:timers/promises'

import {expect, test} from '@jest/globals'

import {createProcessing} from '../../src/core/settle.ts'
import type {Pending} from '../../src/core/section.ts'

const TIMEOUT = 1000
const PAST_THE_TIME = TIMEOUT + 200

function pendingUpload(id: string): Pending {
  return {
    resourceId: id,
    step: {
      kind: 'create-localization',
      section: 'media',
      id,
      locale: 'en-US',
      type: null,
      fileName: null,
      needs: [],
      cost: 1,
      reason: '',
    },
  }
}

/** Sends one file; during the first look, which outlasts the time, `meanwhile` happens. The second look accepts all. */
async function outcomeOfFirst(meanwhile: (send: ReturnType<typeof createProcessing>) => void) {
  let looks = 0
  const processing = createProcessing({
    timeout: TIMEOUT,
    signal: new AbortController().signal,
    section: {
      async verify(_group, pending) {
        looks += 1
        if (looks > 1) return new Map(pending.map(({step}) => [step.id, {state: 'done'}] as const))
        await delay(PAST_THE_TIME)
        meanwhile(processing)
        return new Map()
      },
    },
  })
  processing.begin('set')
  const outcome = processing.outcome('set', pendingUpload('first'))
  processing.sent('set')
  return outcome
}

test('A file is given up when a look ends past the time', async () => {
  expect(await outcomeOfFirst(() => undefined)).toEqual({state: 'unfinished'})
})

test('Apple’s time begins anew with a file that is sent during a slow look', async () => {
  const outcome = await outcomeOfFirst((processing) => {
    processing.begin('set')
    processing.sent('set')
  })
  expect(outcome).toEqual({state: 'done'})
})

test('Nothing is given up while a file of the group is still being sent', async () => {
  const outcome = await outcomeOfFirst((processing) => {
    processing.begin('set')
    setTimeout(() => processing.sent('set'), 100)
  })
  expect(outcome).toEqual({state: 'done'})
})

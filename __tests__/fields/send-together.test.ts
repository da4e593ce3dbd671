import {describe, expect, it} from '@jest/globals'

import {ApiError} from '../../src/connect/errors.ts'
import type {AppleReason} from '../../src/core/vocabulary.ts'
import {sendTogether} from '../../src/fields/send-together.ts'
import type {Values} from '../../src/fields/send-together.ts'

const ALL = {a: 1, b: 2, c: 3}

function reason(pointer: string, code = 'ENTITY_ERROR.ATTRIBUTE.INVALID'): AppleReason {
  return {code, description: 'No.', pointer}
}

/** A store that refuses what these reasons are about, as long as it is sent. */
function refusing(...reasons: readonly AppleReason[]) {
  const sent: Values<number>[] = []
  const send = async (values: Values<number>) => {
    sent.push(values)
    const own = reasons.filter(({pointer = ''}) =>
      Object.keys(values).includes(pointer.split('/')[3] ?? ''),
    )
    if (own.length > 0) {
      throw new ApiError('PATCH /v1/x', 409, {reasons: own, retryAfter: null})
    }
    return 'taken'
  }
  return {sent, send}
}

describe('Values that are sent together', () => {
  it('are sent once if Apple takes them', async () => {
    const {sent, send} = refusing()
    expect(await sendTogether(ALL, send)).toEqual({answer: 'taken', refused: new Map()})
    expect(sent).toEqual([ALL])
  })

  it('are sent again without those that Apple names', async () => {
    const {sent, send} = refusing(reason('/data/attributes/a'), reason('/data/relationships/c'))
    const {answer, refused} = await sendTogether(ALL, send)
    expect(answer).toBe('taken')
    expect([...refused.keys()]).toEqual(['a', 'c'])
    expect(sent).toEqual([ALL, {b: 2}])
  })

  it('are not sent again if Apple names all of them', async () => {
    const {sent, send} = refusing(
      ...Object.keys(ALL).map((name) => reason(`/data/attributes/${name}`)),
    )
    expect((await sendTogether(ALL, send)).answer).toBeNull()
    expect(sent).toEqual([ALL])
  })

  it('fail together if Apple names none of them, or a required one', async () => {
    const nobody = new ApiError('PATCH /v1/x', 409, {reasons: [reason('/data')], retryAfter: null})
    await expect(sendTogether(ALL, () => Promise.reject(nobody))).rejects.toBe(nobody)
    const {send} = refusing(reason('/data/attributes/a'))
    await expect(sendTogether(ALL, send, ['a'])).rejects.toBeInstanceOf(ApiError)
  })

  it('are sent again without a locked one that only the words name', async () => {
    const description = "Attribute 'a' cannot be edited at this time"
    const sent: Values<number>[] = []
    const {refused} = await sendTogether(ALL, async (values) => {
      sent.push(values)
      if (!('a' in values)) return 'taken'
      const reasons = [{code: 'STATE_ERROR', description}]
      throw new ApiError('PATCH /v1/x', 409, {reasons, retryAfter: null})
    })
    expect([...refused.keys()]).toEqual(['a'])
    expect(sent).toEqual([ALL, {b: 2, c: 3}])
  })

  it('say of a locked one what to do', async () => {
    const {send} = refusing(reason('/data/attributes/a', 'STATE_ERROR'))
    const {refused} = await sendTogether(ALL, send)
    expect(refused.get('a')?.remedy).toContain('cannot be changed in the present state')
  })
})

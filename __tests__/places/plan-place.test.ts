import {describe, expect, it} from '@jest/globals'

import {planPlace} from '../../src/places/plan-place.ts'
import {FAILED, OPEN, placeWith, PROCESSING, storedFile, UNKNOWN, wantedFile} from './places.ts'

const WAITS = {prune: false, waits: true}
const PRUNES = {prune: true, waits: true}

const a = wantedFile('a.pdf', 'text a')
const b = wantedFile('b.pdf', 'text b')
const old = storedFile('old', 'A.pdf', 'old text')
const extra = storedFile('extra', 'x.pdf', 'x')

const UPLOAD_A = 'upload:attachments/a.pdf'
const UPLOAD_B = 'upload:attachments/b.pdf'
const DELETE_OLD = 'delete:attachments/old'

/** The needs of each step. */
function needsOf(...given: Parameters<typeof planPlace>) {
  return Object.fromEntries(planPlace(...given).steps.map(({id, needs}) => [id, needs]))
}

describe('A place for many', () => {
  it('gets the new file before the old one goes, and does not wait for the others with it', () => {
    expect(needsOf(placeWith([a, b], [old]), WAITS, ['version'])).toEqual({
      [UPLOAD_A]: ['version'],
      [UPLOAD_B]: ['version'],
      [DELETE_OLD]: ['version', UPLOAD_A],
    })
  })

  it('is pruned once every file is complete', () => {
    expect(needsOf(placeWith([a, b], [extra]), PRUNES, [])).toMatchObject({
      'delete:attachments/extra': [UPLOAD_A, UPLOAD_B],
    })
  })

  it('loses records without content at once, and uploads do not wait for it', () => {
    const records = [
      {...old, ...FAILED},
      {...extra, ...OPEN},
    ]
    expect(needsOf(placeWith([a], records), PRUNES, [])).toEqual({
      [DELETE_OLD]: [],
      'delete:attachments/extra': [],
      [UPLOAD_A]: [],
    })
  })

  it('keeps what a file replaces as long as this run does not see the file complete', () => {
    const {steps, diagnostics} = planPlace(
      placeWith([a], [old, extra]),
      {prune: true, waits: false},
      [],
    )
    expect(steps.map(({id}) => id)).toEqual([UPLOAD_A])
    expect(diagnostics).toMatchObject([
      {severity: 'warning', code: 'old-stays', what: expect.stringContaining('A.pdf, x.pdf')},
    ])
  })

  it.each([
    ['is still processing the new file', PROCESSING, 'until Apple has processed'],
    ['does not say what it has done with it', UNKNOWN, 'does not say whether it has processed a'],
  ])('keeps it too while Apple %s', (_, state, words) => {
    const sent = storedFile('sent', 'a.pdf', 'text a', state)
    const {steps, diagnostics} = planPlace(placeWith([a], [old, sent, extra]), PRUNES, [])
    expect(steps).toEqual([])
    expect(diagnostics).toMatchObject([{code: 'old-stays', what: expect.stringContaining(words)}])
  })

  it('loses what a file replaces at once if the file is complete: an earlier run was interrupted', () => {
    const sent = storedFile('sent', 'a.pdf', 'text a')
    expect(needsOf(placeWith([a], [old, sent]), {prune: false, waits: false}, [])).toEqual({
      [DELETE_OLD]: [],
    })
  })

  it('keeps what only the store has, and says so', () => {
    const {steps, settled} = planPlace(
      placeWith([a], [storedFile('1', 'a.pdf', 'text a'), extra]),
      WAITS,
      [],
    )
    expect(steps).toEqual([])
    expect(settled.map(({state, resourceId}) => [state, resourceId])).toEqual([
      ['unchanged', '1'],
      ['extra', 'extra'],
    ])
  })
})

describe('A place for one', () => {
  it('is empty before the new file comes', () => {
    expect(needsOf(placeWith([a], [old], 'one'), WAITS, ['version'])).toEqual({
      [DELETE_OLD]: ['version'],
      [UPLOAD_A]: ['version', DELETE_OLD],
    })
    expect(needsOf(placeWith([a], [{...old, ...FAILED}], 'one'), WAITS, [])).toEqual({
      [DELETE_OLD]: [],
      [UPLOAD_A]: [DELETE_OLD],
    })
  })

  it('is not touched if it has something whose state is unknown', () => {
    const {steps, diagnostics} = planPlace(
      placeWith([a], [{...old, ...UNKNOWN}], 'one'),
      PRUNES,
      [],
    )
    expect(steps).toEqual([])
    expect(diagnostics).toMatchObject([{severity: 'error', code: 'unknown-asset'}])
  })

  it('is not touched while Apple may be processing the file', () => {
    const record = storedFile('1', 'a.pdf', 'text x', {...PROCESSING, md5: null})
    const {steps, settled} = planPlace(placeWith([a], [record], 'one'), PRUNES, [])
    expect(steps).toEqual([])
    expect(settled).toMatchObject([{state: 'undecided', resourceId: '1'}])
  })
})

it('An upload says what it replaces, what it fills, and what it costs', () => {
  const open = storedFile('open', 'b.pdf', 'text b', {...OPEN, resumable: true})
  const {steps} = planPlace(placeWith([a, b], [old, open]), WAITS, [])
  expect(steps).toMatchObject([
    {action: 'replace', cost: {writes: 2, bytes: 6}, resource: null, reason: 'Content changed'},
    {action: 'upload', cost: {writes: 1, bytes: 6}, resource: {id: 'open'}},
    {action: 'delete', cost: {writes: 1, bytes: 0}, resource: {id: 'old'}},
  ])
})

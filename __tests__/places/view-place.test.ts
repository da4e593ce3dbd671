import {expect, it} from '@jest/globals'

import {planPlace} from '../../src/places/plan-place.ts'
import {cardsOfPlace} from '../../src/places/view-place.ts'
import {FAILED, placeWith, storedFile, wantedFile} from './places.ts'

const a = wantedFile('a.pdf', 'text a')
const b = wantedFile('b.pdf', 'text b')
const c = wantedFile('c.pdf', 'text c')
const stored = [
  storedFile('old b', 'B.pdf', 'old'),
  storedFile('a', 'a.pdf', 'text a'),
  storedFile('extra', 'x.pdf', 'x'),
  storedFile('dead', 'c.pdf', 'text c', FAILED),
]
const place = placeWith([a, b, c], stored)

/** What a reader sees of each card. */
function shown(prune: boolean) {
  const plan = planPlace(place, {prune, waits: true}, [])
  return cardsOfPlace(place, plan).map(({name, state, before, after, steps}) => ({
    name,
    state,
    before,
    after,
    steps,
  }))
}

it('Every file has a card, then comes what only the store has', () => {
  expect(shown(false)).toEqual([
    {name: 'a.pdf', state: 'unchanged', before: null, after: {id: 'a'}, steps: []},
    {
      name: 'b.pdf',
      state: 'replaced',
      before: {id: 'old b', name: 'B.pdf'},
      after: {step: 'upload:attachments/b.pdf'},
      steps: ['upload:attachments/b.pdf', 'delete:attachments/old b'],
    },
    {
      name: 'c.pdf',
      state: 'new',
      before: null,
      after: {step: 'upload:attachments/c.pdf'},
      steps: ['upload:attachments/c.pdf'],
    },
    {name: 'x.pdf', state: 'extra', before: null, after: {id: 'extra'}, steps: []},
  ])
})

it('What is pruned has a card, but not what nobody ever saw', () => {
  expect(shown(true).slice(3)).toEqual([
    {
      name: 'x.pdf',
      state: 'deleted',
      before: {id: 'extra', name: 'x.pdf'},
      after: null,
      steps: ['delete:attachments/extra'],
    },
  ])
})

it('Each replaced file is shown with the one of its own name, in whatever case', () => {
  const two = placeWith(
    [a, b],
    [storedFile('old b', 'B.PDF', 'old'), storedFile('old a', 'A.PDF', 'older')],
  )
  const cards = cardsOfPlace(two, planPlace(two, {prune: false, waits: true}, []))
  expect(cards.map(({name, before}) => [name, before?.id])).toEqual([
    ['a.pdf', 'old a'],
    ['b.pdf', 'old b'],
  ])
})

it('Without the store nothing is compared', () => {
  expect(cardsOfPlace(place, null)).toMatchObject([
    {name: 'a.pdf', state: 'file', file: {path: 'attachments/a.pdf', bytes: 6}, steps: []},
    {name: 'b.pdf', state: 'file'},
    {name: 'c.pdf', state: 'file'},
  ])
})

it('What Apple is still processing is undecided', () => {
  const unsure = placeWith(
    [a],
    [storedFile('1', 'a.pdf', 'text x', {md5: null, delivery: {state: 'processing'}})],
  )
  const plan = planPlace(unsure, {prune: false, waits: true}, [])
  expect(cardsOfPlace(unsure, plan)).toMatchObject([{state: 'undecided', after: {id: '1'}}])
})

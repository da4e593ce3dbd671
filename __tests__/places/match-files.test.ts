import {describe, expect, it} from '@jest/globals'

import {matchFiles} from '../../src/places/match-files.ts'
import {FAILED, OPEN, placeWith, PROCESSING, storedFile, UNKNOWN, wantedFile} from './places.ts'

const a = wantedFile('a.pdf', 'text a')
const b = wantedFile('b.pdf', 'text b')

/** The result by Apple's id. */
function match(...given: Parameters<typeof placeWith>) {
  const {matched, undecided, resumed, ...lists} = matchFiles(placeWith(...given))
  const pairs = (all: typeof matched) =>
    Object.fromEntries([...all].map(([{name}, {id}]) => [name, id]))
  const full = {
    matched: pairs(matched),
    undecided: pairs(undecided),
    resumed: pairs(resumed),
    ...Object.fromEntries(
      Object.entries(lists).map(([name, records]) => [name, records.map(({id}) => id)]),
    ),
  }
  return Object.fromEntries(
    Object.entries(full).filter(([, value]) => Object.keys(value).length > 0),
  )
}

describe('A file and a record are matched', () => {
  it('by checksum, whatever their names are', () => {
    expect(match([a], [storedFile('1', 'other.pdf', 'text a')])).toEqual({matched: {'a.pdf': '1'}})
  })

  it('by name first, where several records have the bytes', () => {
    const records = [storedFile('1', 'x.pdf', 'text a'), storedFile('2', 'A.PDF', 'text a')]
    expect(match([a], records)).toEqual({matched: {'a.pdf': '2'}, extras: ['1']})
  })

  it('one to one, where several files have the same bytes', () => {
    const twin = wantedFile('twin.pdf', 'text a')
    expect(match([a, twin], [storedFile('1', 'x.pdf', 'text a')])).toEqual({
      matched: {'a.pdf': '1'},
    })
  })

  it('not if the record has the name of another file, which it would be taken for', () => {
    const swapped = [storedFile('1', 'a.pdf', 'text b'), storedFile('2', 'b.pdf', 'text a')]
    expect(match([a, b], swapped)).toEqual({superseded: ['1', '2']})
  })

  it('while Apple processes it, and if its state is unknown, as long as a checksum proves it', () => {
    expect(match([a], [storedFile('1', 'a.pdf', 'text a', PROCESSING)])).toEqual({
      matched: {'a.pdf': '1'},
    })
    expect(match([a], [storedFile('1', 'a.pdf', 'text a', UNKNOWN)])).toEqual({
      matched: {'a.pdf': '1'},
    })
  })

  it('perhaps, without a checksum: if name and size are right, and Apple has not finished', () => {
    const record = storedFile('1', 'a.pdf', 'text x', {...PROCESSING, md5: null})
    expect(match([a], [record])).toEqual({undecided: {'a.pdf': '1'}})
    expect(match([a], [{...record, fileSize: 7}])).toEqual({superseded: ['1']})
    expect(match([a], [{...record, fileName: 'x.pdf'}])).toEqual({extras: ['1']})
  })

  it('to be filled, if the reservation still takes it', () => {
    const open = storedFile('1', 'a.pdf', 'text x', OPEN)
    expect(match([a], [{...open, resumable: true}])).toEqual({resumed: {'a.pdf': '1'}})
    expect(match([a], [open])).toEqual({dead: ['1']})
    expect(match([a], [{...open, resumable: true, fileSize: 9}])).toEqual({dead: ['1']})
  })
})

describe('A record without a file', () => {
  it('is in the way in a place for many only if it has the name of a file', () => {
    const records = [
      storedFile('1', 'a.pdf', 'old', FAILED),
      storedFile('2', 'x.pdf', 'old', FAILED),
      storedFile('3', 'a.pdf', 'old'),
      storedFile('4', 'x.pdf', 'old'),
    ]
    expect(match([a], records)).toEqual({dead: ['1'], superseded: ['3'], extras: ['2', '4']})
  })

  it('is always in the way in a place for one', () => {
    expect(match([a], [storedFile('1', 'x.pdf', 'old')], 'one')).toEqual({superseded: ['1']})
    expect(match([a], [storedFile('1', 'x.pdf', 'old', FAILED)], 'one')).toEqual({dead: ['1']})
  })

  it('is left alone if its state is unknown, whatever its name', () => {
    const records = [storedFile('1', 'a.pdf', 'old', UNKNOWN), storedFile('2', 'x', 'x', UNKNOWN)]
    expect(match([a], records)).toEqual({unknown: ['1', '2']})
    expect(match([a], records.slice(0, 1), 'one')).toEqual({unknown: ['1']})
  })
})

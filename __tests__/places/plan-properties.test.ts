import {expect, it} from '@jest/globals'
import * as fc from 'fast-check'

import {fileDetailSchema} from '../../src/places/detail.ts'
import type {FileDetail} from '../../src/places/detail.ts'
import type {Place, WantedFile} from '../../src/places/place.ts'
import {planPlace} from '../../src/places/plan-place.ts'
import type {Step} from '../../src/core/step.ts'
import {hasContent, haveSameName, holds, nameKey} from '../../src/transfer/stored-file.ts'
import type {StoredFile} from '../../src/transfer/stored-file.ts'
import {FAILED, OPEN, placeWith, PROCESSING, storedFile, UNKNOWN, wantedFile} from './places.ts'

/** CI runs ten times as many. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 250)

const STATES = {complete: {}, open: OPEN, failed: FAILED, processing: PROCESSING, unknown: UNKNOWN}

const names = fc.constantFrom('a.pdf', 'A.pdf', 'b.pdf', 'c.pdf', 'd.zip')
/** Few, so that files and records often hold the same, and often do not. */
const texts = fc.constantFrom('1', '22', '33', '4444')

interface Case {
  readonly place: Place
  readonly policy: {readonly prune: boolean; readonly waits: boolean}
  /** After how many steps the first run is killed. */
  readonly killedAfter: number
}

const cases: fc.Arbitrary<Case> = fc.constantFrom<Place['holds']>('one', 'many').chain((capacity) =>
  fc.record({
    place: fc
      .record({
        files: fc.uniqueArray(fc.record({name: names, text: texts}), {
          minLength: 1,
          maxLength: capacity === 'one' ? 1 : 4,
          selector: ({name}) => nameKey(name),
        }),
        records: fc.array(
          fc.record({
            name: names,
            text: texts,
            state: fc.constantFrom(...Object.values(STATES)),
            showsChecksum: fc.boolean(),
            resumable: fc.boolean(),
          }),
          {maxLength: capacity === 'one' ? 1 : 6},
        ),
      })
      .map(({files, records}) =>
        placeWith(
          files.map(({name, text}) => wantedFile(name, text)),
          records.map(({name, text, state, showsChecksum, resumable}, index) => {
            const record = storedFile(`record ${index}`, name, text, state)
            const isOpen = record.delivery.state === 'open'
            return {
              ...record,
              md5: showsChecksum ? record.md5 : null,
              resumable: isOpen && resumable,
            }
          }),
          capacity,
        ),
      ),
    policy: fc.record({prune: fc.boolean(), waits: fc.boolean()}),
    killedAfter: fc.nat(8),
  }),
)

/** A store that carries out steps as Apple does, and notes what must never happen. */
function carryOut(
  {place, policy, killedAfter}: Case,
  round: number,
): {readonly stored: readonly StoredFile[]; readonly wrongs: readonly string[]} {
  const {files} = place
  let stored = [...place.stored]
  const wrongs: string[] = []
  const done = new Set<string>()
  const add = ({detail, subject}: Step<FileDetail>, isWhole: boolean) => {
    if (detail.kind !== 'upload') return
    const id = detail.resumes ?? `made in round ${round} by ${subject.name}`
    if (place.holds === 'one' && stored.some((each) => each.id !== id)) wrongs.push('no room')
    const {size: fileSize, md5} = detail.content
    const made = {...storedFile(id, subject.name, ''), fileSize, md5}
    const state = isWhole ? (policy.waits ? {} : PROCESSING) : {...OPEN, resumable: round % 2 === 0}
    stored = [...stored.filter((each) => each.id !== id), {...made, ...state}]
  }
  const remove = ({id, detail}: Step<FileDetail>) => {
    if (detail.kind !== 'delete') return
    const record = stored.find((each) => each.id === detail.assetId)
    if (record === undefined) wrongs.push(`${id} deletes nothing`)
    if (record?.delivery.state === 'unknown') wrongs.push(`${id} deletes an unknown state`)
    stored = stored.filter((each) => each !== record)
    if (place.holds === 'one' || record === undefined || !hasContent(record)) return
    const successor = files.find((file) => haveSameName(file, record))
    const awaited = successor === undefined ? files : [successor]
    const isThere = (file: WantedFile) =>
      stored.some((each) => holds(each, file) && each.delivery.state === 'complete')
    if (!awaited.every(isThere)) wrongs.push(`${id} comes before the new file is complete`)
  }
  const steps = planPlace(place, policy, []).steps.map((step): Step<FileDetail> => {
    return {...step, detail: fileDetailSchema.parse(step.detail)}
  })
  for (const [index, step] of steps.entries()) {
    if (index > killedAfter) break
    if (!step.needs.every((need) => done.has(need))) wrongs.push(`${step.id} lacks its needs`)
    add(step, index < killedAfter)
    if (index < killedAfter) remove(step)
    done.add(step.id)
  }
  return {stored, wrongs}
}

/** Time passes: Apple finishes what it processes, and shows every checksum. */
function later(stored: readonly StoredFile[], original: readonly StoredFile[]) {
  return stored.map((record): StoredFile => {
    if (record.delivery.state === 'complete' && record.md5 !== null) return record
    if (record.delivery.state !== 'processing' && record.delivery.state !== 'complete')
      return record
    const hidden = storedFile('', '', 'x'.repeat(record.fileSize)).md5
    const isOriginal = original.some(({id}) => id === record.id)
    const md5 = record.md5 ?? (isOriginal ? hidden : null)
    return {...record, md5, delivery: {state: 'complete'}, isProcessed: true}
  })
}

function unknownIn(stored: readonly StoredFile[]): readonly string[] {
  return stored.filter(({delivery}) => delivery.state === 'unknown').map(({id}) => id)
}

/** What is not as the folder says, although nothing is left to do. */
function wrongsIn(
  place: Place,
  original: readonly StoredFile[],
  {prune, waits}: Case['policy'],
): readonly string[] {
  const {files, stored} = place
  const {settled, diagnostics} = planPlace(place, {prune, waits}, [])
  const hasUnknown = unknownIn(stored).length > 0
  // A place for one is not touched then.
  if (diagnostics.some(({severity}) => severity === 'error')) {
    return hasUnknown && place.holds === 'one' ? [] : ['refused for nothing']
  }
  const isNamed = (record: StoredFile) => files.some((file) => haveSameName(file, record))
  const isWanted = (record: StoredFile) => files.some((file) => holds(record, file))
  // What may be there, in a state that App Store Connect does not report, without a checksum.
  const undecided = settled.filter(({state}) => state === 'undecided')
  const sure = files.filter(({name}) => !undecided.some(({subject}) => subject.name === name))
  const missing = sure.filter((file) => !stored.some((record) => holds(record, file)))
  const twins = sure.filter((file) => stored.filter((each) => haveSameName(file, each)).length > 1)
  const old = stored.filter((record) => isNamed(record) && !isWanted(record))
  const kept = (records: readonly StoredFile[]) =>
    records
      .filter((each) => each.delivery.state !== 'unknown' && !isNamed(each))
      .map(({id}) => id)
      .join()
  return [
    ...missing.map(({name}) => `${name} is missing`),
    ...(hasUnknown ? [] : twins.map(({name}) => `${name} is there twice`)),
    ...(hasUnknown ? [] : old.map(({id}) => `${id} is still there`)),
    ...(place.holds === 'one' && stored.length !== 1 ? ['not one'] : []),
    ...(place.holds === 'many' && !prune && kept(stored) !== kept(original) ? ['extras went'] : []),
    ...(prune && !hasUnknown && stored.length !== files.length ? ['extras stayed'] : []),
  ]
}

/** The first one may be killed, and some need Apple to finish before they can go on. */
const ROUNDS = 5

it('However a run ends, the next ones make the place what the folder says, and delete nothing too early', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const original = given.place.stored
      let {place} = given
      for (let round = 0; round < ROUNDS; round += 1) {
        const killedAfter = round === 0 ? given.killedAfter : Number.POSITIVE_INFINITY
        const {stored, wrongs} = carryOut({...given, place, killedAfter}, round)
        expect(wrongs).toEqual([])
        place = {...place, stored: later(stored, original)}
      }
      expect(planPlace(place, given.policy, []).steps).toEqual([])
      expect(unknownIn(place.stored)).toEqual(unknownIn(original))
      expect(wrongsIn(place, original, given.policy)).toEqual([])
    }),
    {numRuns: RUNS},
  )
})

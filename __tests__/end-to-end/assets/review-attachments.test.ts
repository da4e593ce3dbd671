import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {kindsOf} from './kinds-of.ts'
import {addDetail, at, attachments, ATTACHMENTS, names, PRIVATE} from './review-attachments.ts'
import {announcedWrites, stepsOf} from './steps-of.ts'

afterAll(closeScenarios)

test.concurrent('A first run makes the review detail and uploads the files, a second one sends three requests that write nothing', async () => {
  const there = await scenario({
    [at('guide.pdf')]: 'guide',
    [at('log.CRASH')]: 'log',
    [at('README.txt')]: 'for us',
    [at('.DS_Store')]: 'x',
    [at('Thumbs.db')]: 'x',
  })
  const {run, simulator} = there
  const first = green(await run(ATTACHMENTS))
  expect(first.outputs).toMatchObject({uploaded: '2', changed: 'true', failed: '0'})
  expect(kindsOf(first).toSorted()).toEqual(
    ['create-record', 'reserve', 'reserve', 'commit', 'commit'].toSorted(),
  )
  const [detail, ...others] = simulator.records('appStoreReviewDetails')
  expect(others).toEqual([])
  expect(detail?.related).toEqual({appStoreVersion: simulator.versions()[0]?.id})
  expect(Object.values(detail?.attributes ?? {}).every((value) => value === null)).toBe(true)
  expect(attachments(there)).toMatchObject([
    {fileName: 'guide.pdf', state: 'COMPLETE', detail: detail?.id},
    {fileName: 'log.CRASH', state: 'COMPLETE', detail: detail?.id},
  ])

  const second = green(await run(ATTACHMENTS))
  expect(second.writes).toEqual([])
  expect(second.requests).toHaveLength(3)
  expect(second.outputs).toMatchObject({uploaded: '0', unchanged: '2', changed: 'false'})
})

test.concurrent('A changed file takes the place of the old one, which goes once the new one is complete; the others are not sent', async () => {
  const there = await scenario({[at('a.pdf')]: 'new', [at('b.pdf')]: 'same'})
  addDetail(there, [
    {fileName: 'A.pdf', bytes: Buffer.from('old')},
    {fileName: 'b.pdf', bytes: Buffer.from('same')},
  ])
  const run = green(await there.run(ATTACHMENTS))
  expect(kindsOf(run)).toEqual(['reserve', 'commit', 'delete'])
  expect(run.outputs).toMatchObject({uploaded: '1', deleted: '1', unchanged: '1'})
  expect(names(there)).toEqual(['a.pdf', 'b.pdf'])
  expect(run.summary).toContain('1 replaced')
  expect(green(await there.run(ATTACHMENTS)).writes).toEqual([])
})

test.concurrent('A renamed file is the same attachment, but two files that swap their names are not', async () => {
  const there = await scenario({[at('other.pdf')]: 'one'})
  addDetail(there, [{fileName: 'one.pdf', bytes: Buffer.from('one')}])
  expect(green(await there.run(ATTACHMENTS)).writes).toEqual([])

  const swapped = await scenario({[at('a.pdf')]: 'was b', [at('b.pdf')]: 'was a'})
  addDetail(swapped, [
    {fileName: 'a.pdf', bytes: Buffer.from('was a')},
    {fileName: 'b.pdf', bytes: Buffer.from('was b')},
  ])
  green(await swapped.run(ATTACHMENTS))
  const [a, b, ...others] = attachments(swapped)
  expect(others).toEqual([])
  expect([a?.fileName, b?.fileName]).toEqual(['a.pdf', 'b.pdf'])
  expect(a?.md5).toBe('c44c08b0763d9761931af46565b7f8d4')
  expect(green(await swapped.run(ATTACHMENTS)).writes).toEqual([])
})

test.concurrent('What only the store has stays without prune, is named, and goes with it', async () => {
  const there = await scenario({[at('a.pdf')]: 'a'})
  addDetail(there, [
    {fileName: 'a.pdf', bytes: Buffer.from('a')},
    {fileName: 'by hand.pdf', bytes: Buffer.from('by hand')},
  ])
  const kept = green(await there.run(ATTACHMENTS))
  expect(kept.writes).toEqual([])
  expect(kept.summary).toContain('by hand.pdf')

  const pruned = green(await there.run({...ATTACHMENTS, prune: 'true'}))
  expect(kindsOf(pruned)).toEqual(['delete'])
  expect(pruned.outputs).toMatchObject({deleted: '1', unchanged: '1', changed: 'true'})
  expect(names(there)).toEqual(['a.pdf'])
})

test.concurrent('A file that Apple does not accept is named with the code; its record goes, the old one and the others stay', async () => {
  const there = await scenario({[at('a.pdf')]: 'new', [at('b.pdf')]: 'b'})
  addDetail(there, [{fileName: 'a.pdf', bytes: Buffer.from('old')}])
  there.simulator.faults.addProcessing({
    fileName: 'a.pdf',
    outcome: [{code: 'ATTACHMENT_UNREADABLE', description: 'The file is encrypted.'}],
  })
  const refused = red(await there.run({...ATTACHMENTS, prune: 'true'}))
  expect(refused.annotations).toMatchObject([
    {
      level: 'error',
      file: at('a.pdf'),
      message: expect.stringContaining('ATTACHMENT_UNREADABLE (The file is encrypted)'),
    },
    {level: 'error', file: null, message: '1 of 2 files failed. 1 new.'},
  ])
  expect(refused.outputs).toMatchObject({uploaded: '1', failed: '1', deleted: '0'})
  const old = attachments(there).find(({fileName}) => fileName === 'a.pdf')
  expect(old?.fileSize).toBe(3)
  expect(old?.md5).toBe('149603e6c03516362a8da23f624db945')
  expect(names(there)).toEqual(['a.pdf', 'b.pdf'])
  green(await there.run(ATTACHMENTS))
  expect(names(there)).toEqual(['a.pdf', 'b.pdf'])
})

test.concurrent('A plan shows what a sync then does, down to the number of writes', async () => {
  const there = await scenario({[at('a.pdf')]: 'a', [at('b.pdf')]: 'b'})
  const planned = green(await there.run({...ATTACHMENTS, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  const done = green(await there.run(ATTACHMENTS))
  expect(stepsOf(done)).toEqual(stepsOf(planned))
  expect(planned.plan?.steps.map(({action, subject}) => `${action} ${subject.name}`)).toEqual([
    'create ',
    'upload a.pdf',
    'upload b.pdf',
  ])
  expect(done.writes).toHaveLength(announcedWrites(planned))

  await there.write({[at('a.pdf')]: 'other'})
  const change = green(await there.run({...ATTACHMENTS, mode: 'plan'}))
  const changed = green(await there.run(ATTACHMENTS))
  expect(stepsOf(changed)).toEqual(stepsOf(change))
  expect(changed.writes).toHaveLength(announcedWrites(change))
})

test.concurrent('Contact and demo account are neither asked for, nor sent, nor shown', async () => {
  const there = await scenario({[at('a.pdf')]: 'a'})
  const detail = addDetail(there)
  const run = green(await there.run(ATTACHMENTS))
  const [record] = there.simulator.records('appStoreReviewDetails')
  expect(record).toMatchObject({id: detail, attributes: PRIVATE})
  const asked = run.requests.map(({target, body}) => JSON.stringify([target, body]))
  expect(asked.filter((each) => /contact|demo|notes/iu.test(each))).toEqual([])
  const limited = asked.filter((each) => each.includes('include=appStoreReviewDetail'))
  expect(limited).not.toEqual([])
  for (const each of limited) {
    expect(decodeURIComponent(each)).toContain(
      'fields[appStoreReviewDetails]=appStoreReviewAttachments',
    )
  }
  const shown = [run.stdout, run.stderr, run.summary, run.report, JSON.stringify(run.plan)].join('')
  const leaked = Object.values(PRIVATE).filter((value) => shown.includes(String(value)))
  expect(leaked.filter((value) => value !== true)).toEqual([])
})

test.concurrent('More attachments than fit into one answer are all seen', async () => {
  const all = Array.from({length: 205}, (_, index) => `${index}.pdf`)
  const there = await scenario(Object.fromEntries(all.map((name) => [at(name), name])))
  addDetail(
    there,
    all.map((fileName) => ({fileName, bytes: Buffer.from(fileName)})),
  )
  const run = green(await there.run(ATTACHMENTS))
  expect(run.writes).toEqual([])
  expect(run.outputs).toMatchObject({unchanged: '205'})
})

test.concurrent('Together with the routing app coverage it costs no request more to find both', async () => {
  const there = await scenario({
    [at('a.pdf')]: 'a',
    'routing-coverage.geojson':
      '{"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]}',
  })
  const both = {manage: 'review-attachments, routing-coverage'}
  expect(green(await there.run(both)).outputs).toMatchObject({uploaded: '2', failed: '0'})
  const again = green(await there.run(both))
  expect(again.writes).toEqual([])
  expect(again.requests).toHaveLength(3)
  expect(again.outputs).toMatchObject({unchanged: '2', changed: 'false'})
})

test.concurrent('Answers full of nulls lead to no wrong deletion', async () => {
  const there = await scenario(
    {[at('a.pdf')]: 'a'},
    {
      disguise: ({fileName}) =>
        fileName === 'null.pdf'
          ? {fileName: null, fileSize: null, sourceFileChecksum: null, assetDeliveryState: null}
          : {uploadOperations: null},
    },
  )
  addDetail(there, [
    {fileName: 'a.pdf', bytes: Buffer.from('a')},
    {fileName: 'null.pdf', bytes: Buffer.from('null')},
  ])
  const run = green(await there.run({...ATTACHMENTS, prune: 'true'}))
  expect(run.writes).toEqual([])
  expect(run.annotations).toMatchObject([
    {level: 'warning', message: expect.stringContaining('keeps a file without a name')},
  ])
  expect(names(there)).toEqual(['a.pdf', 'null.pdf'])
})

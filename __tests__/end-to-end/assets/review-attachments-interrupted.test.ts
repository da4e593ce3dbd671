import {writeFile} from 'node:fs/promises'
import path from 'node:path'

import {afterAll, expect, test} from '@jest/globals'

import {createClient} from '../../../simulator/client.ts'
import type {RouteClass} from '../../../simulator/http/routes.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario, storeWith} from '../../helpers/scenario.ts'
import {killAt} from './kill-at.ts'
import {kindsOf} from './kinds-of.ts'
import {
  addAttachment,
  addDetail,
  at,
  attachments,
  ATTACHMENTS,
  names,
} from './review-attachments.ts'

afterAll(closeScenarios)

const bytes = (text: string) => Buffer.from(text)

/** A list that leaves everything out. */
const NONE = {
  kind: 'rewrite',
  change: () => ({data: [], links: {self: 'https://api.appstoreconnect.apple.com/v1/x'}}),
} as const

test.concurrent.each<[RouteClass, number]>(
  sampled([
    ['create-record', 1],
    ['reserve', 1],
    ['reserve', 3],
    ['part', 2],
    ['commit', 1],
    ['commit', 3],
    ['delete', 1],
  ]),
)(
  'A run that was killed at %s number %i is finished by the next one, and nothing is there twice',
  async (kind, nth) => {
    const there = await scenario({
      [at('a.pdf')]: 'new a',
      [at('b.pdf')]: 'new b',
      [at('c.pdf')]: 'c',
    })
    if (kind !== 'create-record') {
      addDetail(there, [
        {fileName: 'a.pdf', bytes: bytes('old a')},
        {fileName: 'b.pdf', bytes: bytes('old b')},
      ])
    }
    await killAt(there, {kind, nth}, ATTACHMENTS)
    green(await there.run(ATTACHMENTS))
    expect(attachments(there)).toMatchObject([
      {fileName: 'a.pdf', fileSize: 5, state: 'COMPLETE'},
      {fileName: 'b.pdf', fileSize: 5, state: 'COMPLETE'},
      {fileName: 'c.pdf', fileSize: 1, state: 'COMPLETE'},
    ])
    expect(there.simulator.records('appStoreReviewDetails')).toHaveLength(1)
    expect(green(await there.run(ATTACHMENTS)).writes).toEqual([])
  },
)

test.concurrent.each<[string, RouteClass]>(
  sampled([
    ['POST of the review detail', 'create-record'],
    ['POST of a reservation', 'reserve'],
    ['PATCH of the commit', 'commit'],
    ['DELETE of the old file', 'delete'],
  ]),
)('A lost answer to the %s makes no twin', async (_, kind) => {
  const there = await scenario(
    {[at('a.pdf')]: 'new', [at('b.pdf')]: 'b'},
    {listLagMilliseconds: 700},
  )
  if (kind !== 'create-record') addDetail(there, [{fileName: 'a.pdf', bytes: bytes('old')}])
  const lost = there.simulator.faults.add({
    match: {host: 'api', path: kind},
    effect: {kind: 'reset', when: 'after'},
  })
  green(await there.run(ATTACHMENTS))
  expect(lost()).toBe(1)
  expect(names(there)).toEqual(['a.pdf', 'b.pdf'])
  expect(attachments(there).every(({state}) => state === 'COMPLETE')).toBe(true)
  expect(there.simulator.records('appStoreReviewDetails')).toHaveLength(1)
  expect(green(await there.run(ATTACHMENTS)).writes).toEqual([])
})

test.concurrent('A reservation whose answer was lost and that no look finds is removed when it shows', async () => {
  const there = await scenario({[at('a.pdf')]: 'a'})
  addDetail(there)
  // The first read is for the plan, the next three look for it.
  there.simulator.faults.add({
    match: {host: 'api', path: 'records'},
    nth: 2,
    times: 3,
    effect: NONE,
  })
  const lost = there.simulator.faults.add({
    match: {host: 'api', path: 'reserve'},
    effect: {kind: 'reset', when: 'after'},
  })
  const run = green(await there.run(ATTACHMENTS))
  expect(lost()).toBe(1)
  expect(kindsOf(run)).toEqual(['reserve', 'reserve', 'commit', 'delete'])
  expect(attachments(there)).toMatchObject([{fileName: 'a.pdf', state: 'COMPLETE'}])
})

test.concurrent('A review detail that somebody else makes at the same time is used', async () => {
  const there = await scenario({[at('a.pdf')]: 'a'})
  let made: string | null = null
  there.simulator.faults.add({
    match: {host: 'api', path: 'create-record'},
    effect: {
      kind: 'status',
      status: 409,
      errors: [
        {
          code: 'STATE_ERROR.ALREADY_EXISTS',
          title: 'The request cannot be fulfilled because of the state of another resource.',
          detail: 'There is one already.',
        },
      ],
    },
  })
  there.simulator.onApplied(({routeClass}) => {
    if (routeClass === 'versions') made ??= addDetail(there)
  })
  green(await there.run(ATTACHMENTS))
  expect(attachments(there)).toMatchObject([{fileName: 'a.pdf', detail: made}])
})

test.concurrent('What an interrupted run left is filled, waited for or removed, not made twice', async () => {
  const there = await scenario({
    [at('open.pdf')]: 'open',
    [at('failed.pdf')]: 'failed',
    [at('expired.pdf')]: 'expired',
  })
  addDetail(there, [
    {fileName: 'open.pdf', size: 4, state: 'AWAITING_UPLOAD'},
    {fileName: 'failed.pdf', size: 6, state: 'FAILED', md5: 'f'.repeat(32)},
    {fileName: 'expired.pdf', size: 7, state: 'AWAITING_UPLOAD', expires: 1_700_000_000},
  ])
  const [, , open] = attachments(there)
  const run = green(await there.run(ATTACHMENTS))
  expect(kindsOf(run).filter((kind) => kind === 'delete')).toHaveLength(2)
  expect(kindsOf(run).filter((kind) => kind === 'reserve')).toHaveLength(2)
  expect(names(there)).toEqual(['expired.pdf', 'failed.pdf', 'open.pdf'])
  expect(attachments(there)[2]).toMatchObject({id: open?.id, state: 'COMPLETE'})
})

test.concurrent('An open upload that a list still shows although it is gone is no failure', async () => {
  const there = await scenario({[at('a.pdf')]: 'a'})
  const gone = addAttachment(there, addDetail(there), {
    fileName: 'a.pdf',
    size: 1,
    state: 'AWAITING_UPLOAD',
  })
  const person = await createClient(there.simulator)
  let removed = false
  there.simulator.onApplied(async ({routeClass}) => {
    if (routeClass !== 'records' || removed) return
    removed = true
    await person.send('DELETE', `/v1/appStoreReviewAttachments/${gone}`)
  })
  green(await there.run(ATTACHMENTS))
  expect(removed).toBe(true)
  expect(attachments(there)).toMatchObject([{fileName: 'a.pdf', state: 'COMPLETE'}])
})

test.concurrent('A file that Apple is still processing is waited for, and not sent again', async () => {
  const there = await scenario({[at('a.pdf')]: 'a'}, {processingMilliseconds: 4000})
  addDetail(there, [{fileName: 'a.pdf', bytes: bytes('a'), state: 'UPLOAD_COMPLETE'}])
  const run = green(await there.run(ATTACHMENTS))
  expect(run.writes).toEqual([])
  expect(run.outputs).toMatchObject({unchanged: '1'})
})

test.concurrent('Without waiting the old file stays, and the next run removes it', async () => {
  const there = await scenario({[at('a.pdf')]: 'new'}, {processingMilliseconds: 4000})
  addDetail(there, [{fileName: 'a.pdf', bytes: bytes('old')}])
  const first = green(await there.run({...ATTACHMENTS, 'processing-timeout': '0'}))
  expect(kindsOf(first)).toEqual(['reserve', 'commit'])
  expect(first.annotations).toMatchObject([
    {level: 'warning', message: expect.stringContaining('keeps the old a.pdf until Apple')},
  ])
  expect(names(there)).toEqual(['a.pdf', 'a.pdf'])
  const second = green(await there.run(ATTACHMENTS))
  expect(kindsOf(second)).toEqual(['delete'])
  expect(attachments(there)).toMatchObject([{fileName: 'a.pdf', state: 'COMPLETE'}])
  expect(attachments(there)[0]?.md5).toBe('22af645d1859cb5ca6da0c484f1f37ea')
})

test.concurrent('A file whose state App Store Connect does not report is never deleted', async () => {
  const there = await scenario(
    {[at('a.pdf')]: 'a'},
    {
      disguise: ({fileName}) =>
        fileName === 'strange.pdf' ? {assetDeliveryState: {state: 'NEW'}} : {},
    },
  )
  addDetail(there, [{fileName: 'strange.pdf', bytes: bytes('strange')}])
  const run = green(await there.run({...ATTACHMENTS, prune: 'true'}))
  expect(kindsOf(run)).toEqual(['reserve', 'commit'])
  expect(run.annotations).toMatchObject([
    {level: 'warning', message: expect.stringContaining('keeps strange.pdf')},
  ])
  expect(names(there)).toEqual(['a.pdf', 'strange.pdf'])
})

test.concurrent('A file that somebody adds by hand during the run stays', async () => {
  const there = await scenario({[at('a.pdf')]: 'new'})
  const detail = addDetail(there, [{fileName: 'a.pdf', bytes: bytes('old')}])
  let added = false
  there.simulator.onApplied(({routeClass}) => {
    if (routeClass !== 'commit' || added) return
    added = true
    addAttachment(there, detail, {fileName: 'by hand.pdf', bytes: bytes('by hand')})
  })
  green(await there.run({...ATTACHMENTS, prune: 'true'}))
  expect(names(there)).toEqual(['a.pdf', 'by hand.pdf'])
})

test.concurrent('A file that somebody removes by hand during the run is told as missing, and comes back with the next run', async () => {
  const there = await scenario({[at('a.pdf')]: 'new', [at('b.pdf')]: 'b'})
  const detail = addDetail(there)
  const gone = addAttachment(there, detail, {fileName: 'b.pdf', bytes: bytes('b')})
  const person = await createClient(there.simulator)
  let removed = false
  there.simulator.onApplied(async ({routeClass}) => {
    if (routeClass !== 'reserve' || removed) return
    removed = true
    await person.send('DELETE', `/v1/appStoreReviewAttachments/${gone}`)
  })
  const run = red(await there.run(ATTACHMENTS))
  expect(run.annotations[0]).toMatchObject({
    file: at('b.pdf'),
    message: expect.stringContaining('somebody removed it during this run'),
  })
  expect(names(there)).toEqual(['a.pdf'])
  green(await there.run(ATTACHMENTS))
  expect(names(there)).toEqual(['a.pdf', 'b.pdf'])
})

test.concurrent('A file that vanishes while Apple processes it is a failure that says so', async () => {
  const there = await scenario({[at('a.pdf')]: 'a', [at('b.pdf')]: 'b'})
  addDetail(there)
  there.simulator.faults.add({
    match: {host: 'api', path: 'records'},
    nth: 2,
    times: Number.POSITIVE_INFINITY,
    effect: NONE,
  })
  const run = red(await there.run(ATTACHMENTS))
  expect(run.annotations.map(({file}) => file)).toEqual([at('a.pdf'), at('b.pdf'), null])
  expect(run.annotations[0]?.message).toContain('no longer in App Store Connect')
})

const NEW_VERSION = {...ATTACHMENTS, version: '1.1.0', 'create-version': 'true'}

test.concurrent.each([
  ['inherits the review detail', true],
  ['starts without a review detail', false],
])('A new version that %s gets the attachments, as approved', async (_, newVersionInherits) => {
  const there = await scenario(
    {[at('a.pdf')]: 'a'},
    {...storeWith([], {state: 'READY_FOR_DISTRIBUTION'}), newVersionInherits},
  )
  if (newVersionInherits) addDetail(there, [{fileName: 'old.pdf', bytes: bytes('old')}])
  const planned = green(await there.run({...NEW_VERSION, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  await writeFile(path.join(there.workspace, 'approved.json'), JSON.stringify(planned.plan))
  const done = green(await there.run({...NEW_VERSION, 'plan-file': 'approved.json'}))
  expect(done.outputs).toMatchObject({uploaded: '1'})
  const [, version] = there.simulator.versions()
  const detail = there.simulator
    .records('appStoreReviewDetails')
    .find(({related}) => related['appStoreVersion'] === version?.id)
  expect(attachments(there).find(({detail: id}) => id === detail?.id)?.fileName).toBe('a.pdf')
  expect(green(await there.run(NEW_VERSION)).writes).toEqual([])
})

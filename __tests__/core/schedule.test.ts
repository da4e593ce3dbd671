import {setImmediate as nextTurn} from 'node:timers/promises'

import {describe, expect, it} from '@jest/globals'

import {ExpectedError} from '../../src/core/expected-error.ts'
import {barrier, schedule} from '../../src/core/schedule.ts'
import type {ScheduleOptions} from '../../src/core/schedule.ts'
import {performAtOnce} from '../../src/core/section.ts'
import type {Performer} from '../../src/core/section.ts'
import type {Reference, Step} from '../../src/core/step.ts'
import {quietProgress} from '../helpers/quiet-progress.ts'
import {fakeStep, localStep} from './fake-sections.ts'

class RefusedError extends ExpectedError {
  readonly code = 'REFUSED'
}

interface World {
  /** What is done, step by step: `begin <id>` and `end <id>`. */
  readonly events: string[]
  readonly expected: number[]
  readonly options: ScheduleOptions
}

/** A world in which steps take a moment, and those whose ids begin with `bad` fail. */
function world(overrides: Partial<ScheduleOptions> = {}): World {
  const events: string[] = []
  const expected: number[] = []
  const perform = async ({id}: Step) => {
    events.push(`begin ${id}`)
    await nextTurn()
    if (id.startsWith('bad')) throw new RefusedError(`${id} was refused.`, {remedy: 'Ask again.'})
    events.push(`end ${id}`)
    return `made by ${id}`
  }
  return {
    events,
    expected,
    options: {
      performerOf: () => performAtOnce(perform),
      processingTimeout: 60_000,
      signal: new AbortController().signal,
      progress: quietProgress(),
      expect: (writes) => expected.push(writes),
      ...overrides,
    },
  }
}

function statusesOf(results: Awaited<ReturnType<typeof schedule>>) {
  return Object.fromEntries([...results].map(([id, {status}]) => [id, status]))
}

describe('steps', () => {
  it('start as soon as those that they need are done, and together where they need nothing', async () => {
    const {events, options} = world()
    const steps = [
      fakeStep('a'),
      fakeStep('b'),
      fakeStep('c', {needs: ['a']}),
      fakeStep('d', {needs: ['c', 'b']}),
    ]
    await schedule(steps, options)
    expect(events.slice(0, 2)).toEqual(['begin a', 'begin b'])
    expect(events.indexOf('begin c')).toBeGreaterThan(events.indexOf('end a'))
    expect(events.indexOf('begin d')).toBeGreaterThan(events.indexOf('end c'))
  })

  it('are carried out by their own sections, in one run and whoever comes first', async () => {
    const done: string[] = []
    const asked: string[] = []
    const {options} = world({
      performerOf(section) {
        asked.push(section)
        return performAtOnce(async ({id}) => {
          done.push(`${section} ${id}`)
          return null
        })
      },
    })
    const steps = [
      fakeStep('a', {section: 'texts'}),
      fakeStep('b', {section: 'media', needs: ['a']}),
      fakeStep('c', {section: 'version'}),
      fakeStep('d', {section: 'texts', needs: ['b']}),
    ]
    await schedule(steps, options)
    expect(done.toSorted()).toEqual(['media b', 'texts a', 'texts d', 'version c'])
    expect(asked.toSorted()).toEqual(['media', 'texts', 'version'])
  })

  it('that fail stop only those that need them, and each says why', async () => {
    const {events, options} = world()
    const steps = [
      fakeStep('bad'),
      fakeStep('needs bad', {needs: ['bad']}),
      fakeStep('needs that', {needs: ['needs bad']}),
      fakeStep('good'),
      fakeStep('needs good', {needs: ['good']}),
    ]
    const results = await schedule(steps, options)
    expect(statusesOf(results)).toEqual({
      bad: 'failed',
      'needs bad': 'skipped',
      'needs that': 'skipped',
      good: 'done',
      'needs good': 'done',
    })
    expect(events).not.toContain('begin needs bad')
    expect(results.get('bad')).toMatchObject({
      failure: {
        code: 'REFUSED',
        what: 'bad was refused.',
        next: 'Ask again.',
        about: {step: 'bad'},
      },
    })
    expect(results.get('needs bad')).toMatchObject({
      failure: {code: 'SKIPPED', what: expect.stringContaining('update bad')},
    })
  })

  it('do not begin when they need something that nobody plans', async () => {
    const {events, options} = world()
    const results = await schedule([fakeStep('a', {needs: ['nobody']})], options)
    expect(results.get('a')).toMatchObject({
      status: 'skipped',
      failure: {what: expect.stringContaining('nobody')},
    })
    expect(events).toEqual([])
  })

  it('cost the writes that they say, and those that are skipped give theirs back', async () => {
    const {expected, options} = world()
    const steps = [
      fakeStep('bad', {cost: {writes: 2, bytes: 9}}),
      fakeStep('skipped', {needs: ['bad'], cost: {writes: 3, bytes: 9}}),
    ]
    await schedule(steps, options)
    expect(expected).toEqual([5, -3])
  })

  it('are told when they start and end, each with its result, and one that is skipped never starts', async () => {
    const told: string[] = []
    const {options} = world({
      progress: quietProgress({
        started: ({id}) => told.push(`${id} started`),
        ended: ({id}, {status}) => told.push(`${id} ${status}`),
      }),
    })
    await schedule([fakeStep('bad'), fakeStep('skipped', {needs: ['bad']})], options)
    expect(told).toEqual(['bad started', 'bad failed', 'skipped skipped'])
  })

  it('are in processing from when they are sent until Apple has decided', async () => {
    const told: string[] = []
    const performer: Performer = {
      perform: async () => ({state: 'pending', resourceId: '1'}),
      groupOf: () => 'ja',
      settle: async (_group, pending) => {
        told.push('asked')
        return new Map(pending.map(({step}) => [step.id, {state: 'done'}]))
      },
      lost: () => [],
      pictures: new Map(),
    }
    const {options} = world({
      performerOf: () => performer,
      progress: quietProgress({
        processing(names) {
          told.push(`${names.join()} in processing`)
          return {[Symbol.dispose]: () => told.push(`${names.join()} decided`)}
        },
        ended: ({id}) => told.push(`${id} ended`),
      }),
    })
    await schedule([fakeStep('tour')], options)
    expect(told).toEqual(['tour in processing', 'asked', 'tour decided', 'tour ended'])
  })

  it('do not begin after the run was cancelled', async () => {
    const cancelled = new AbortController()
    const {events, options} = world({signal: cancelled.signal})
    const performerOf = () =>
      performAtOnce(async ({id}) => {
        events.push(`begin ${id}`)
        cancelled.abort()
        return null
      })
    const steps = [fakeStep('a'), fakeStep('b', {needs: ['a']})]
    const results = await schedule(steps, {...options, performerOf})
    expect(events).toEqual(['begin a'])
    expect(results.get('b')).toMatchObject({status: 'failed', failure: {code: 'CANCELLED'}})
  })
})

describe('a barrier', () => {
  const media = [
    localStep('media 1', 'ja', {section: 'media'}),
    localStep('media 2', 'en-US', {section: 'media', needs: ['media 1']}),
  ]

  it('lets a step begin when all steps of a section are done', async () => {
    const {events, options} = world()
    const submit = fakeStep('submit', {section: 'submission', needs: [barrier('media')]})
    await schedule([submit, ...media, fakeStep('text')], options)
    expect(barrier('media')).toBe('section:media')
    expect(events.indexOf('begin submit')).toBeGreaterThan(events.indexOf('end media 2'))
  })

  it('skips the step when one step of the section did not end well, and names it', async () => {
    const {options} = world()
    const bad = localStep('bad', 'ja', {section: 'media'})
    const submit = fakeStep('submit', {section: 'submission', needs: [barrier('media')]})
    const results = await schedule([...media, bad, submit, fakeStep('text')], options)
    expect(statusesOf(results)).toMatchObject({submit: 'skipped', 'media 2': 'done', text: 'done'})
    expect(results.get('submit')).toMatchObject({
      failure: {what: expect.stringContaining('update bad')},
    })
  })

  it('is open where the section has nothing to do', async () => {
    const {options} = world()
    const submit = fakeStep('submit', {needs: [barrier('media')]})
    expect(statusesOf(await schedule([submit], options))).toEqual({submit: 'done'})
  })
})

/** Steps of these ids, each told what this reference is to. */
async function resolve(reference: Reference, steps: readonly Step[]) {
  const found: string[] = []
  const {options} = world({
    performerOf: (section, idOf) =>
      performAtOnce(async ({id}) => {
        if (section === 'texts') found.push(idOf(reference))
        return id === 'nothing' ? null : `made by ${id}`
      }),
  })
  const results = await schedule(steps, options)
  return {found, results}
}
const userOf = (step: string) => fakeStep('user', {needs: [step]})

describe('a reference', () => {
  it('to a step is to what it made, whichever section made it', async () => {
    const maker = localStep('maker', 'ja', {section: 'version'})
    const {found} = await resolve({step: 'maker'}, [maker, userOf('maker')])
    expect(found).toEqual(['made by maker'])
  })

  it('to what exists is to that', async () => {
    const {found} = await resolve({id: '7'}, [fakeStep('user')])
    expect(found).toEqual(['7'])
  })

  it.each(['nothing', 'nobody'])('to a step that made nothing is a bug: %s', async (id) => {
    const steps = [fakeStep('nothing', {section: 'version'}), userOf('nothing')]
    const {results} = await resolve({step: id}, steps)
    expect(results.get('user')).toMatchObject({status: 'failed', failure: {code: 'bug'}})
  })
})

/** A performer whose steps are pending in a group until `settle` settles them. */
function waiting(settle: Performer['settle']): ScheduleOptions['performerOf'] {
  return () => ({
    ...performAtOnce(async () => null),
    perform: async ({id}) => ({state: 'pending', resourceId: `made by ${id}`}),
    groupOf: () => 'group',
    settle,
  })
}
const accept: Performer['settle'] = async (_group, pending) =>
  new Map(pending.map(({step}) => [step.id, {state: 'done'}] as const))

describe('what Apple processes', () => {
  it('is done when Apple accepts it, and only then what needs it begins', async () => {
    const looks: (readonly string[])[] = []
    const performerOf = waiting(async (group, pending) => {
      looks.push(pending.map(({resourceId}) => resourceId))
      return accept(group, pending)
    })
    const steps = [fakeStep('a'), fakeStep('b'), fakeStep('c', {needs: ['a', 'b']})]
    const {options} = world({performerOf})
    expect(statusesOf(await schedule(steps, options))).toEqual({a: 'done', b: 'done', c: 'done'})
    expect(looks).toEqual([['made by a', 'made by b'], ['made by c']])
  })

  it.each(['failed', 'rejected'] as const)('is %s when Apple says so', async (state) => {
    const failure = {severity: 'error', code: 'BAD', what: 'No.', next: '', about: null} as const
    const performerOf = waiting(
      async (_group, pending) =>
        new Map(pending.map(({step}) => [step.id, {state, failure}] as const)),
    )
    const results = await schedule([fakeStep('a')], world({performerOf}).options)
    expect(results.get('a')).toEqual({status: state, failure})
  })

  it('is unfinished when the time is up', async () => {
    const performerOf = waiting(async () => new Map())
    const {options} = world({performerOf, processingTimeout: 100})
    const results = await schedule([fakeStep('a'), fakeStep('b', {needs: ['a']})], options)
    expect(results.get('a')).toMatchObject({
      status: 'unfinished',
      failure: {code: 'STILL_PROCESSING', about: {step: 'a'}},
    })
    expect(results.get('b')).toMatchObject({status: 'skipped'})
  })

  it('is done at once when the run does not wait', async () => {
    const performerOf = waiting(async () => {
      throw new Error('Nobody asked for it.')
    })
    const {options} = world({performerOf, processingTimeout: 0})
    expect(await schedule([fakeStep('a')], options)).toEqual(
      new Map([['a', {status: 'done', resourceId: 'made by a'}]]),
    )
  })
})

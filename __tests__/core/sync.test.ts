import {setTimeout as delay} from 'node:timers/promises'

import {describe, expect, it, test} from '@jest/globals'

import type {AnySection} from '../../src/core/any-section.ts'
import type {Diagnostic} from '../../src/core/diagnostic.ts'
import {localizationStep, localizationStepId} from '../../src/core/localization-step.ts'
import {EMPTY_PLAN, isRefused} from '../../src/core/plan.ts'
import type {Plan} from '../../src/core/plan.ts'
import {performAtOnce} from '../../src/core/section.ts'
import type {Reference, Step} from '../../src/core/step.ts'
import {sync} from '../../src/core/sync.ts'
import type {SyncOptions} from '../../src/core/sync.ts'
import type {View} from '../../src/core/view.ts'
import {quietProgress} from '../helpers/quiet-progress.ts'
import {fakeSection, fakeStep, localStep} from './fake-sections.ts'

const app = {id: '1', bundleId: 'com.example.app', name: 'App', primaryLocale: 'en-US'}
const version = {id: '7', versionString: '1.0.0', state: 'PREPARE_FOR_SUBMISSION'}
const refusal: Diagnostic = {severity: 'error', code: 'X', what: 'No.', next: '', about: null}
const ignore = () => undefined

async function run(sections: readonly AnySection[], overrides: Partial<SyncOptions> = {}) {
  const {signal} = new AbortController()
  return sync({
    sections: await Promise.all(sections.map((section) => section.find(signal))),
    target: {
      app: async () => app,
      version: async () => version,
      localizations: async () => [],
    },
    policy: {prune: false, waits: true},
    apply: true,
    approved: null,
    unmanaged: null,
    includesUnlocalized: true,
    processingTimeout: 60_000,
    signal,
    progress: quietProgress(),
    show: ignore,
    expect: ignore,
    copyPictures: async () => new Map(),
    ...overrides,
  })
}

function planOf(...steps: readonly Step[]): Plan {
  return {...EMPTY_PLAN, steps}
}

function ids({plan}: Awaited<ReturnType<typeof run>>): readonly string[] {
  return plan?.steps.map(({id}) => id) ?? []
}

function statuses({results}: Awaited<ReturnType<typeof run>>) {
  return Object.fromEntries([...(results ?? [])].map(([id, {status}]) => [id, status]))
}

/** A section that notes each step that it carries out, as `<section> <step>`; those whose ids begin with `bad` fail. */
function noting(
  events: string[],
  name: string,
  overrides: Parameters<typeof fakeSection>[1] = {},
): AnySection {
  return fakeSection(name, {
    perform: () =>
      performAtOnce(async ({id}) => {
        events.push(`${name} ${id}`)
        if (id.startsWith('bad')) throw new Error(`${id} failed.`)
        return `made by ${id}`
      }),
    ...overrides,
  })
}

test('A run does not wait for copies of pictures: those that are there when the work is done are kept', async () => {
  const image = {
    templateUrl: 'https://pictures.example/{w}x{h}bb.{f}',
    width: 1,
    height: 1,
    videoUrl: null,
  }
  const section = fakeSection('media', {
    plan: () =>
      planOf(
        localStep('delete', 'en-US', {section: 'media', action: 'delete', resource: {id: 'old'}}),
      ),
    pictures: () =>
      new Map([
        ['old', image],
        ['stays', image],
      ]),
  })
  const asked: string[] = []
  const synced = await run([section], {
    copyPictures: (pictures, drop) => {
      asked.push(...pictures.keys())
      return new Promise((resolve) => {
        drop.addEventListener('abort', () => resolve(new Map([['old', 'data:image/jpeg;base64,']])))
      })
    },
  })
  expect(statuses(synced)).toEqual({delete: 'done'})
  expect([...synced.copies.keys()]).toEqual(['old'])
  expect(asked).toEqual(['old'])
})

/** A step of a section, named as the section, in a locale that has to be added. */
function inNewLocale(name: string): Plan {
  return planOf(
    localizationStep('ja', []),
    localStep(name, 'ja', {section: name, needs: [localizationStepId('ja')]}),
  )
}

const checklist = (title: string): View => ({shape: 'checklist', title, items: []})

describe('several sections', () => {
  it('are carried out in one run, each step by its own section', async () => {
    const events: string[] = []
    const synced = await run([
      noting(events, 'media', {
        plan: () => planOf(localStep('upload', 'ja', {section: 'media'})),
      }),
      noting(events, 'texts', {plan: () => planOf(localStep('text', 'ja'), fakeStep('rating'))}),
    ])
    expect(ids(synced)).toEqual(['upload', 'text', 'rating'])
    expect(events.toSorted()).toEqual(['media upload', 'texts rating', 'texts text'])
    expect(statuses(synced)).toEqual({upload: 'done', text: 'done', rating: 'done'})
  })

  it('share the step that adds a locale: it is carried out once, by the section that it is of', async () => {
    const events: string[] = []
    const made = new Map<string, string>()
    const needing = (name: string) =>
      fakeSection(name, {
        plan: () => inNewLocale(name),
        perform: ({idOf}) =>
          performAtOnce(async ({id}) => {
            made.set(id, idOf({step: localizationStepId('ja')}))
            return null
          }),
      })
    const synced = await run([
      noting(events, 'version', {opens: true}),
      needing('media'),
      needing('texts'),
    ])
    expect(ids(synced)).toEqual(['create-localization:ja', 'media', 'texts'])
    expect(events).toEqual(['version create-localization:ja'])
    expect([...made]).toEqual([
      ['media', 'made by create-localization:ja'],
      ['texts', 'made by create-localization:ja'],
    ])
  })

  it('wait for those that they name in `after`, and do not begin when one of those fails', async () => {
    const events: string[] = []
    const submission = noting(events, 'submission', {
      after: ['media'],
      plan: () => planOf(fakeStep('submit', {section: 'submission'})),
    })
    const media = (id: string) =>
      fakeSection('media', {
        plan: () => planOf(localStep(id, 'ja', {section: 'media'})),
        perform: () =>
          performAtOnce(async () => {
            await delay(50)
            if (id === 'bad') throw new Error('It failed.')
            events.push('media is done')
            return null
          }),
      })
    await run([submission, media('upload')])
    expect(events).toEqual(['media is done', 'submission submit'])
    expect(statuses(await run([submission, media('bad')]))).toEqual({
      bad: 'failed',
      submit: 'skipped',
    })
  })

  it('may add a locale before those that they name in `after` are done with it', async () => {
    const events: string[] = []
    await run([
      noting(events, 'version', {opens: true}),
      noting(events, 'later', {after: ['media'], plan: () => inNewLocale('later')}),
      noting(events, 'media', {plan: () => inNewLocale('media')}),
    ])
    expect(events).toEqual(['version create-localization:ja', 'media media', 'later later'])
  }, 10_000)

  it('go on when a step of another one fails', async () => {
    const synced = await run([
      noting([], 'media', {
        plan: () =>
          planOf(
            localStep('bad', 'ja', {section: 'media'}),
            localStep('next', 'ja', {section: 'media', needs: ['bad']}),
          ),
      }),
      noting([], 'texts', {plan: () => planOf(localStep('text', 'ja'))}),
    ])
    expect(statuses(synced)).toEqual({bad: 'failed', next: 'skipped', text: 'done'})
  })

  it('show what became of their plans', async () => {
    const shown: (readonly View[])[] = []
    const sections = ['media', 'texts'].map((name) =>
      fakeSection(name, {view: () => [checklist(name)]}),
    )
    const {views} = await run(sections, {apply: false, show: (each) => shown.push(each)})
    expect(views).toEqual([checklist('media'), checklist('texts')])
    expect(shown).toEqual([views])
  })
})

/** A version that does not exist yet, and a section that has its plan from what it reads. */
function opening(events: string[], step = 'create-version') {
  let isThere = false
  const versionSection = fakeSection('version', {
    opens: true,
    plan: () => (isThere ? EMPTY_PLAN : planOf(fakeStep(step, {section: 'version'}))),
    perform: () =>
      performAtOnce(async ({id}) => {
        events.push(`version ${id}`)
        if (id.startsWith('bad')) throw new Error(`${id} failed.`)
        isThere = true
        return 'new version'
      }),
  })
  const texts = noting(events, 'texts', {
    async read() {
      events.push(`read ${isThere ? 'anew' : 'before'}`)
      return null
    },
    plan: (_wanted, _have, {openingSteps}) =>
      planOf(localStep(`text needs [${openingSteps.join()}]`, 'ja', {needs: openingSteps})),
  })
  const target: SyncOptions['target'] = {
    app: async () => app,
    version: async () => ({...version, id: isThere ? '8' : null}),
    localizations: async () => [],
  }
  return {sections: [texts, versionSection], target}
}

describe('a section that opens', () => {
  it('is carried out first, and the others are then read and planned anew', async () => {
    const events: string[] = []
    const {sections, target} = opening(events)
    const synced = await run(sections, {target})
    expect(events).toEqual([
      'read before',
      'version create-version',
      'read anew',
      'texts text needs []',
    ])
    expect(ids(synced)).toEqual(['create-version', 'text needs []'])
    expect(statuses(synced)).toEqual({'create-version': 'done', 'text needs []': 'done'})
    expect(synced.results?.get('create-version')).toMatchObject({resourceId: 'new version'})
    expect(synced.version?.id).toBe('8')
  })

  it('is only planned where nothing is carried out, and comes before everything else', async () => {
    const events: string[] = []
    const {sections, target} = opening(events)
    const synced = await run(sections, {target, apply: false})
    expect(events).toEqual(['read before'])
    expect(ids(synced)).toEqual(['create-version', 'text needs [create-version]'])
    expect(synced).toMatchObject({results: null, version: {id: null}})
  })

  it('ends the run when it fails: nothing can be planned without it', async () => {
    const events: string[] = []
    const {sections, target} = opening(events, 'bad')
    await expect(run(sections, {target})).rejects.toThrow('bad failed.')
    expect(events).toEqual(['read before', 'version bad'])
  })

  it('is not carried out when another section refuses', async () => {
    const events: string[] = []
    const {sections, target} = opening(events)
    const refusing = fakeSection('media', {
      plan: () => ({...EMPTY_PLAN, diagnostics: [refusal]}),
    })
    const synced = await run([...sections, refusing], {target})
    expect(events).toEqual(['read before'])
    expect(synced.results).toBeNull()
  })

  it('stays done, and is told, when what is planned anew is refused', async () => {
    const events: string[] = []
    const {sections, target} = opening(events)
    const approved = {
      source: 'plan.json',
      app,
      version: {id: null, versionString: '1.0.0'},
      steps: [
        fakeStep('create-version', {section: 'version'}),
        localStep('text needs [create-version]', 'ja'),
      ],
    }
    const synced = await run(sections, {target, approved})
    expect(events).toEqual(['read before', 'version create-version', 'read anew'])
    expect(statuses(synced)).toEqual({'create-version': 'done'})
    expect(synced.plan?.diagnostics.map(({code}) => code)).toEqual([
      'not-as-approved',
      'not-as-approved',
    ])
  })

  it('looks up no version where no section belongs to one', async () => {
    const target: SyncOptions['target'] = {
      app: async () => app,
      version: () => Promise.reject(new Error('Nobody needs it.')),
      localizations: () => Promise.reject(new Error('Nobody needs them.')),
    }
    const assets = fakeSection('assets', {scope: 'app'})
    expect(await run([assets], {target})).toMatchObject({app, version: null})
  })
})

describe('references between steps', () => {
  it('are resolved by what the steps of any section have made', async () => {
    const found: string[] = []
    const reference: Reference = {step: 'reserve'}
    await run([
      noting([], 'media', {plan: () => planOf(localStep('reserve', 'ja', {section: 'media'}))}),
      fakeSection('texts', {
        plan: () => planOf(localStep('use', 'ja', {needs: ['reserve']})),
        perform: ({idOf}) =>
          performAtOnce(async () => {
            found.push(idOf(reference))
            return null
          }),
      }),
    ])
    expect(found).toEqual(['made by reserve'])
  })
})

describe('a plan that is refused', () => {
  const warning: Diagnostic = {...refusal, severity: 'warning', what: 'Look.'}
  const planned = planOf(localStep('text', 'ja'))
  const approved = {source: 'plan.json', app, version, steps: []}

  it.each([
    ['by its section', {plan: () => ({...planned, diagnostics: [refusal]})}, {}],
    ['for a bad file', {plan: () => planned, check: async () => [refusal]}, {}],
    ['because it was not approved', {plan: () => planned}, {approved}],
  ])('%s writes nothing, in no section', async (_, overrides, options) => {
    const events: string[] = []
    const refused: boolean[] = []
    const synced = await run(
      [
        noting(events, 'texts', overrides),
        noting(events, 'media', {
          plan: () => planOf(localStep('upload', 'ja', {section: 'media'})),
        }),
      ],
      {
        ...options,
        progress: quietProgress({
          begin: (plan) => refused.push(isRefused(plan)),
          started: ({id}) => events.push(id),
        }),
      },
    )
    expect(events).toEqual([])
    expect(refused).toEqual([true])
    expect(synced.results).toBeNull()
    expect(synced.plan?.diagnostics.some(({severity}) => severity === 'error')).toBe(true)
  })

  it('for a bad file has nothing to do, and says what is wrong with the file', async () => {
    const section = fakeSection('texts', {
      plan: () => ({...planned, diagnostics: [warning]}),
      check: async () => [warning, refusal],
    })
    const {plan, diagnostics} = await run([section])
    expect(plan).toMatchObject({steps: [], diagnostics: [refusal]})
    expect(diagnostics).toEqual([warning])
  })

  it('does not keep what only is a warning from being carried out', async () => {
    const section = fakeSection('texts', {
      plan: () => ({...planned, diagnostics: [warning]}),
      check: async () => [warning],
    })
    const synced = await run([section])
    expect(statuses(synced)).toEqual({text: 'done'})
    expect(synced).toMatchObject({plan: {diagnostics: [warning]}, diagnostics: [warning]})
  })
})

describe('a job that does not do the rest', () => {
  const steps = planOf(localStep('text', 'ja'), fakeStep('rating'))

  it('leaves out what has no locale', async () => {
    const events: string[] = []
    const synced = await run([noting(events, 'texts', {plan: () => steps})], {
      includesUnlocalized: false,
    })
    expect(ids(synced)).toEqual(['text'])
    expect(events).toEqual(['texts text'])
  })

  it('makes what has to be there first all the same', async () => {
    const events: string[] = []
    let isThere = false
    const versionSection = fakeSection('version', {
      opens: true,
      plan: () => (isThere ? EMPTY_PLAN : planOf(fakeStep('create', {section: 'version'}))),
      perform: () =>
        performAtOnce(async () => {
          events.push('version create')
          isThere = true
          return 'new version'
        }),
    })
    const texts = noting(events, 'texts', {plan: () => steps})
    await run([versionSection, texts], {includesUnlocalized: false})
    expect(events).toEqual(['version create', 'texts text'])
  })

  it('is held against its part of an approved plan', async () => {
    const approved = {source: 'plan.json', app, version, steps: steps.steps}
    const texts = fakeSection('texts', {plan: () => steps})
    expect(statuses(await run([texts], {includesUnlocalized: false, approved}))).toEqual({
      text: 'done',
    })
    const all = await run([texts], {approved})
    expect(statuses(all)).toEqual({text: 'done', rating: 'done'})
  })
})

const textPlan = (text: string) => planOf(localStep('text', 'ja', {detail: {text}}))

describe('what an approval covers', () => {
  it('is what the section of each step says', async () => {
    const section = (text: string) =>
      fakeSection('texts', {
        plan: () => textPlan(text),
        facts: ({detail}) => ({text: JSON.stringify(detail)}),
      })
    const approved = {source: 'plan.json', app, version, ...textPlan('old')}
    expect(statuses(await run([section('old')], {approved}))).toEqual({text: 'done'})
    const {plan} = await run([section('new')], {approved})
    expect(plan?.diagnostics).toMatchObject([
      {code: 'not-as-approved', what: expect.stringContaining(': text changed')},
    ])
  })
})

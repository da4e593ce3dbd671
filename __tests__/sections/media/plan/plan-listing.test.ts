import {describe, expect, it} from '@jest/globals'

import type {ActualAsset, DesiredFile} from '../../../../src/sections/media/listing.ts'
import {isError} from '../../../../src/core/diagnostic.ts'
import type {Plan, Settled} from '../../../../src/core/plan.ts'
import type {Action, Step} from '../../../../src/core/step.ts'
import {mediaDetailSchema} from '../../../../src/sections/media/plan/detail.ts'
import {planListing} from '../../../../src/sections/media/plan/plan-listing.ts'
import type {Policy} from '../../../../src/core/policy.ts'
import {asset, file, listing, POLICY, reservation, set} from './listings.ts'

function planFor(
  files: readonly DesiredFile[],
  assets: readonly ActualAsset[] | null,
  policy: Partial<Policy> = {},
): Plan {
  return planListing({sets: [set(files)]}, listing(assets), {...POLICY, ...policy})
}

/** Steps as short words, such as `upload 1.png` and `create set APP_IPHONE_67`. */
function words(plan: Plan): readonly string[] {
  return plan.steps.map((step) => {
    const {action, subject} = step
    const noun = action === 'create' || action === 'update' ? [subject.noun] : []
    const cause = causeOf(step)
    return [
      action,
      ...noun,
      subject.name === '' ? (subject.place?.split('/')[1] ?? '') : subject.name,
      ...(cause === null ? [] : [`(${cause})`]),
    ].join(' ')
  })
}

function causeOf({section, detail}: Step): string | null {
  const own = section === 'media' ? mediaDetailSchema.parse(detail) : null
  return own?.kind === 'delete' ? own.cause : null
}

function stepOf(plan: Plan, action: Action, name = ''): Step {
  const step = plan.steps.find((each) => each.action === action && each.subject.name === name)
  if (step === undefined) throw new Error(`no ${action} of ${name}`)
  return step
}

function settled(plan: Plan, state: Settled['state']): readonly Settled[] {
  return plan.settled.filter((each) => each.state === state)
}

const idsOf = (all: readonly Settled[]) => all.map(({resourceId}) => resourceId)
const namesOf = (all: readonly Settled[]) => all.map(({subject}) => subject.name)
const refusals = ({diagnostics}: Plan) => diagnostics.filter(isError)

/** What a reader is told beside the steps, each with its place. */
function notes({diagnostics}: Plan): readonly string[] {
  return diagnostics
    .filter((each) => !isError(each))
    .map(({about, what}) =>
      [about !== null && 'place' in about ? about.place : '', what].join(' ').trim(),
    )
}

const names = (count: number, prefix = '') =>
  Array.from({length: count}, (_, index) => `${prefix}${index + 1}.png`)

describe('what the store already has', () => {
  it('plans nothing when every file is there in its order', () => {
    const plan = planFor([file('1.png'), file('2.png')], [asset('1.png'), asset('2.png')])
    expect(plan.steps).toEqual([])
    expect(idsOf(settled(plan, 'unchanged'))).toEqual(['#1.png', '#2.png'])
  })

  it('takes a renamed file for what it is, because its bytes are there', () => {
    expect(words(planFor([file('new.png', 'same')], [asset('old.png', 'same')]))).toEqual([])
  })

  it('only reorders when two files have swapped their names', () => {
    const plan = planFor(
      [file('1.png', 'b'), file('2.png', 'a')],
      [asset('1.png', 'a'), asset('2.png', 'b')],
    )
    expect(words(plan)).toEqual(['order APP_IPHONE_67'])
  })

  it('pairs equal files with equal assets one to one, by position', () => {
    const plan = planFor(
      [file('1.png', 'same'), file('2.png', 'same')],
      [asset('1.png', 'same'), asset('x.png', 'same')],
    )
    expect(words(plan)).toEqual([])
    expect(idsOf(settled(plan, 'unchanged'))).toEqual(['#1.png', '#x.png'])
  })

  it('sends the second of two equal files when the store has only one', () => {
    const plan = planFor([file('1.png', 'same'), file('2.png', 'same')], [asset('1.png', 'same')])
    expect(words(plan)).toEqual(['upload 2.png'])
  })

  it('leaves a file alone that Apple is processing, and does not call it unchanged', () => {
    const plan = planFor(
      [file('1.png')],
      [asset('1.png', '1.png', {delivery: {state: 'processing'}, md5: null})],
    )
    expect(words(plan)).toEqual([])
    expect([settled(plan, 'unchanged').length, settled(plan, 'undecided').length]).toEqual([0, 1])
  })

  it('counts a complete asset without a checksum as different', () => {
    const plan = planFor([file('1.png')], [asset('1.png', '1.png', {md5: null})])
    expect(words(plan)).toEqual(['replace 1.png', 'delete 1.png (superseded)'])
  })
})

describe('what App Store Connect does not tell the state of', () => {
  const unknown = {delivery: {state: 'unknown'}, isProcessed: false} as const

  it('is there if its checksum is that of a file', () => {
    const plan = planFor([file('1.png')], [asset('1.png', '1.png', unknown)], {prune: true})
    expect(words(plan)).toEqual([])
    expect(settled(plan, 'unchanged')).toHaveLength(1)
  })

  it('is undecided if only name and size are those of a file', () => {
    const plan = planFor([file('1.png')], [asset('1.png', '1.png', {...unknown, md5: null})])
    expect(words(plan)).toEqual([])
    expect(settled(plan, 'undecided')).toHaveLength(1)
  })

  it('stays behind the files whatever its name, also with prune, and is named', () => {
    const plan = planFor(
      [file('1.png'), file('2.png', 'new')],
      [asset('x.png', 'x', unknown), asset('1.png'), asset('2.png', 'old', unknown)],
      {prune: true},
    )
    expect(words(plan)).toEqual(['upload 2.png', 'order APP_IPHONE_67'])
    expect(stepOf(plan, 'order')).toMatchObject({
      detail: {
        order: [
          {asset: {id: '#1.png'}},
          {asset: {step: 'upload:en-US/APP_IPHONE_67/2.png'}},
          {asset: {id: '#x.png'}},
          {asset: {id: '#2.png'}},
        ],
      },
    })
    expect(namesOf(settled(plan, 'unclear'))).toEqual(['x.png', '2.png'])
    expect(notes(plan).join()).toMatch(/keeps x\.png.*keeps 2\.png/)
  })

  it('never makes room in a full set', () => {
    const plan = planFor(
      names(10).map((name) => file(name, `new ${name}`)),
      names(10).map((name) => asset(name, name, name === '3.png' ? unknown : {})),
      {prune: true},
    )
    expect(plan.steps).toEqual([])
    expect(refusals(plan)).toMatchObject([
      {code: 'set-too-full', next: expect.stringContaining('does not report their state')},
    ])
  })

  it('keeps what a file replaces, because the file may not be shown yet', () => {
    const plan = planFor(
      [file('1.png', 'new')],
      [asset('1.png', 'old'), asset('1.png', 'new', {...unknown, id: 'new'})],
    )
    expect(words(plan)).toEqual([])
    expect(idsOf(settled(plan, 'unclear'))).toEqual(['#1.png'])
    expect(notes(plan).join()).toContain('whether it has processed 1.png')
  })
})

describe('places to create', () => {
  it('creates the set before it sends anything', () => {
    const plan = planFor([file('1.png')], null)
    expect(words(plan)).toEqual(['create set APP_IPHONE_67', 'upload 1.png'])
    expect(stepOf(plan, 'upload', '1.png').needs).toEqual(['create-set:en-US/APP_IPHONE_67'])
  })

  it('creates a missing locale once, before its sets', () => {
    const sets = [
      set([file('1.png')], {locale: 'de-DE'}),
      set([file('2.png')], {locale: 'de-DE', type: 'APP_IPHONE_65'}),
    ]
    const plan = planListing({sets}, listing([]), POLICY)
    expect(words(plan)).toEqual([
      'create locale de-DE',
      'create set APP_IPHONE_65',
      'upload 2.png',
      'create set APP_IPHONE_67',
      'upload 1.png',
    ])
    expect(stepOf(plan, 'create').needs).toEqual(['create-localization:de-DE'])
  })

  it('puts what has to be there first, such as the version, before everything else', () => {
    const openingSteps = ['create-version:2.0.0']
    const desired = {sets: [set([file('1.png')]), set([file('1.png')], {locale: 'ja'})]}
    const plan = planListing(desired, listing(null), {...POLICY, openingSteps})
    expect(words(plan)).toEqual([
      'create set APP_IPHONE_67',
      'upload 1.png',
      'create locale ja',
      'create set APP_IPHONE_67',
      'upload 1.png',
    ])
    expect(stepOf(plan, 'create').needs).toEqual(openingSteps)
    expect(stepOf(plan, 'create', 'ja')).toMatchObject({section: 'version', needs: openingSteps})
  })
})

describe('what replaces what', () => {
  it('deletes an asset of the same name only after every file of the set is complete', () => {
    const plan = planFor([file('1.png', 'new'), file('2.png')], [asset('1.png', 'old')])
    expect(words(plan)).toEqual(['replace 1.png', 'upload 2.png', 'delete 1.png (superseded)'])
    expect(stepOf(plan, 'delete', '1.png').needs).toEqual([
      'upload:en-US/APP_IPHONE_67/1.png',
      'upload:en-US/APP_IPHONE_67/2.png',
    ])
  })

  it('heals a run that was killed between the new asset and the end of the old one', () => {
    const plan = planFor(
      [file('1.png', 'new')],
      [asset('1.png', 'old', {id: 'old'}), asset('1.png', 'new', {id: 'new'})],
    )
    expect(words(plan)).toEqual(['delete 1.png (superseded)'])
  })

  it('leaves an asset alone that bears the name of a file which the store has under another name', () => {
    const plan = planFor(
      [file('1.png', 'b'), file('2.png', 'c')],
      [asset('1.png', 'a'), asset('2.png', 'b'), asset('3.png', 'c')],
    )
    expect(words(plan)).toEqual(['order APP_IPHONE_67'])
    expect(namesOf(settled(plan, 'extra'))).toEqual(['1.png'])
  })

  it('leaves an asset alone that came under the name of a file after the file itself', () => {
    const plan = planFor(
      [file('1.png'), file('2.png')],
      [asset('1.png'), asset('2.png'), asset('1.png', 'by hand', {id: 'third'})],
    )
    expect(words(plan)).toEqual([])
    expect(idsOf(settled(plan, 'extra'))).toEqual(['third'])
  })

  it('needs the same picture under the same name only once', () => {
    const plan = planFor([file('1.png')], [asset('1.png'), asset('1.png', '1.png', {id: 'twin'})])
    expect(words(plan)).toEqual(['delete 1.png (superseded)'])
  })

  it('pairs equal files by name where the store has fewer of them, so that the right one is sent', () => {
    const plan = planFor(
      [file('1.png', 'same'), file('2.png', 'same')],
      [asset('1.png', 'old'), asset('2.png', 'same')],
    )
    expect(words(plan)).toEqual([
      'replace 1.png',
      'delete 1.png (superseded)',
      'order APP_IPHONE_67',
    ])
  })

  it('takes of equal pictures the one whose name no file that is sent will take', () => {
    const plan = planFor(
      [file('1.png', 'x'), file('2.png', 'y'), file('3.png', 'x')],
      [asset('2.png', 'x'), asset('3.png', 'y'), asset('1.png', 'y')],
    )
    expect(words(plan)).toEqual(['replace 3.png', 'delete 3.png (superseded)'])
    expect(idsOf(settled(plan, 'unchanged'))).toEqual(['#2.png', '#1.png'])
  })

  it('takes of equal pictures the one whose name only a file takes that has a reservation before it', () => {
    const files = [file('2.png', 'a'), file('1.png', 'same'), file('3.png', 'c')]
    const [open, one, two] = [
      reservation('2.png', 'a'),
      asset('3.png', 'same'),
      asset('2.png', 'same', {id: 'two'}),
    ]
    const plan = planFor(files, [open, one, two])
    expect(idsOf(settled(plan, 'unchanged'))).toEqual(['two'])
    expect(words(plan)).toContain('delete 3.png (superseded)')
    // The next run sees it the same way.
    const filled = [asset('2.png', 'a', {id: 'one'}), two, asset('3.png', 'c')]
    expect(words(planFor(files, filled))).toEqual([])
  })

  it('orders what was replaced before the picture of its name, whichever file that stands for', () => {
    const plan = planFor(
      [file('1.png'), file('2.png', 'same'), file('3.png', 'same'), file('4.png')],
      [
        asset('3.png', 'old', {id: 'old'}),
        asset('3.png', 'same'),
        asset('2.png', 'same'),
        asset('1.png'),
      ],
      {waits: false},
    )
    expect(stepOf(plan, 'order')).toMatchObject({
      detail: {
        order: [
          {asset: {id: '#1.png'}},
          {asset: {id: 'old'}},
          {asset: {id: '#3.png'}},
          {asset: {id: '#2.png'}},
          {asset: {step: 'upload:en-US/APP_IPHONE_67/4.png'}},
        ],
      },
    })
  })

  it('matches names whatever their case and Unicode form', () => {
    const plan = planFor([file('Ä.png', 'new')], [asset('a\u0308.PNG', 'old')])
    expect(words(plan)).toEqual(['replace Ä.png', 'delete a\u0308.PNG (superseded)'])
  })

  it('keeps what no file stands for, behind the files, and says so', () => {
    const plan = planFor([file('1.png')], [asset('extra.png'), asset('1.png')])
    expect(words(plan)).toEqual(['order APP_IPHONE_67'])
    expect(stepOf(plan, 'order')).toMatchObject({
      detail: {order: [{asset: {id: '#1.png'}}, {asset: {id: '#extra.png'}}]},
    })
    expect(namesOf(settled(plan, 'extra'))).toEqual(['extra.png'])
  })

  it('deletes what no file stands for only with prune, and last', () => {
    const plan = planFor([file('1.png')], [asset('extra.png')], {prune: true})
    expect(words(plan)).toEqual(['upload 1.png', 'delete extra.png (pruned)'])
    expect(settled(plan, 'extra')).toEqual([])
  })
})

describe('what interrupted runs leave', () => {
  it('fills a usable reservation with the name and size of a file', () => {
    const plan = planFor([file('1.png')], [reservation('1.png')])
    expect(stepOf(plan, 'upload', '1.png')).toMatchObject({
      cost: {writes: 1},
      detail: {resumes: '#1.png'},
    })
    expect(words(plan)).toEqual(['upload 1.png'])
  })

  it('deletes a reservation that cannot be filled any more, and reserves anew', () => {
    const plan = planFor([file('1.png')], [reservation('1.png', '1.png', {resumable: false})])
    expect(words(plan)).toEqual(['delete 1.png (dead)', 'upload 1.png'])
    expect(stepOf(plan, 'upload', '1.png').needs).toEqual(['delete:en-US/APP_IPHONE_67/#1.png'])
  })

  it('deletes a reservation of another size, and one that is left over', () => {
    const plan = planFor(
      [file('1.png')],
      [reservation('1.png', 'longer than it was'), reservation('1.png', '1.png', {id: 'good'})],
    )
    expect(words(plan)).toEqual(['delete 1.png (dead)', 'upload 1.png'])
    expect(stepOf(plan, 'upload', '1.png')).toMatchObject({detail: {resumes: 'good'}})
  })

  it('deletes a failed asset with the name of a file, and sends the file again', () => {
    const failed = asset('1.png', '1.png', {delivery: {state: 'failed', reasons: []}})
    expect(words(planFor([file('1.png')], [failed]))).toEqual([
      'delete 1.png (dead)',
      'upload 1.png',
    ])
  })

  it('leaves a reservation of another name alone without prune', () => {
    const plan = planFor([file('1.png')], [asset('1.png'), reservation('other.png')])
    expect(words(plan)).toEqual([])
    expect(namesOf(settled(plan, 'extra'))).toEqual(['other.png'])
  })

  it('names a reservation that it fills by the step in the order, because it may have to be made anew', () => {
    const plan = planFor([file('1.png'), file('2.png')], [asset('2.png'), reservation('1.png')])
    expect(words(plan)).toEqual(['upload 1.png', 'order APP_IPHONE_67'])
    expect(stepOf(plan, 'order')).toMatchObject({
      detail: {
        order: [{asset: {step: 'upload:en-US/APP_IPHONE_67/1.png'}}, {asset: {id: '#2.png'}}],
      },
    })
  })
})

describe('full sets', () => {
  it('makes room for one file by deleting the asset that it replaces, and says so', () => {
    const files = names(10).map((name) => file(name, name === '7.png' ? 'new' : name))
    const plan = planFor(
      files,
      names(10).map((name) => asset(name)),
    )
    expect(words(plan)).toEqual(['delete 7.png (room)', 'replace 7.png', 'order APP_IPHONE_67'])
    expect(notes(plan)).toEqual([
      'en-US/APP_IPHONE_67 is full: 7.png is deleted before Apple has processed the new files',
    ])
  })

  it('replaces a whole full set in two rounds, so that half of it is always there', () => {
    const files = names(10).map((name) => file(name, `new ${name}`))
    const plan = planFor(
      files,
      names(10).map((name) => asset(name)),
    )
    expect(words(plan)).toEqual([
      ...names(5).map((name) => `delete ${name} (room)`),
      ...names(5).map((name) => `replace ${name}`),
      ...names(10)
        .slice(5)
        .map((name) => `delete ${name} (room)`),
      ...names(10)
        .slice(5)
        .map((name) => `replace ${name}`),
    ])
    const second = stepOf(plan, 'delete', '6.png')
    for (const name of names(5)) {
      expect(second.needs).toContain(`upload:en-US/APP_IPHONE_67/${name}`)
    }
  })

  it('refuses files and kept assets that are more than Apple allows, and writes nothing', () => {
    const plan = planFor(
      names(8).map((name) => file(name)),
      names(3, 'extra').map((name) => asset(name)),
    )
    expect(plan.steps).toEqual([])
    expect(refusals(plan)).toMatchObject([
      {code: 'set-too-full', about: {path: 'screenshots/en-US/APP_IPHONE_67'}},
    ])
  })

  it('uses free places first, and then parts with what has been replaced already', () => {
    const files = names(10).map((name) => file(name, `new ${name}`))
    const plan = planFor(
      files,
      names(9).map((name) => asset(name)),
    )
    expect(words(plan).slice(0, 3)).toEqual([
      'replace 1.png',
      'delete 1.png (room)',
      'delete 2.png (room)',
    ])
    expect(stepOf(plan, 'replace', '1.png').needs).toEqual([])
  })

  it('makes room by what is pruned when nothing is replaced', () => {
    const plan = planFor(
      names(10).map((name) => file(name)),
      [...names(9).map((name) => asset(name)), asset('extra.png')],
      {prune: true},
    )
    expect(words(plan)).toEqual(['delete extra.png (room)', 'upload 10.png'])
  })
})

describe('without waiting', () => {
  it('leaves the old asset to the next run, and says so', () => {
    const plan = planFor([file('1.png', 'new')], [asset('1.png', 'old')], {waits: false})
    expect(words(plan)).toEqual(['replace 1.png'])
    expect(notes(plan).join()).toContain('the next run deletes it')
  })

  it('deletes the old asset when the new one is complete', () => {
    const plan = planFor(
      [file('1.png', 'new')],
      [asset('1.png', 'old'), asset('1.png', 'new', {id: 'new'})],
      {waits: false},
    )
    expect(words(plan)).toEqual(['delete 1.png (superseded)'])
  })

  it('keeps the old asset while the new one is still being processed', () => {
    const plan = planFor(
      [file('1.png', 'new')],
      [asset('1.png', 'old'), asset('1.png', 'new', {delivery: {state: 'processing'}})],
      {waits: false},
    )
    expect(words(plan)).toEqual([])
    expect(settled(plan, 'unchanged')).toHaveLength(1)
  })

  it('empties no full set further than one round', () => {
    const files = names(10).map((name) => file(name, `new ${name}`))
    const plan = planFor(
      files,
      names(10).map((name) => asset(name)),
      {waits: false},
    )
    expect(plan.steps.filter(({action}) => action === 'delete')).toHaveLength(5)
    expect(plan.steps.filter(({action}) => action === 'replace')).toHaveLength(5)
    expect(notes(plan).join()).toContain('the next run uploads them')
  })
})

describe('poster frames', () => {
  const poster = {timeCode: '00:00:05:10', frameRate: 30}
  const preview = {type: 'IPHONE_67', medium: 'preview'} as const
  const planPreview = (
    files: readonly DesiredFile[],
    assets: readonly ActualAsset[],
    policy: Partial<Policy> = {},
  ) => planListing({sets: [set(files, preview)]}, listing(assets, preview), {...POLICY, ...policy})

  it('sets the poster of a new video once it is complete', () => {
    const plan = planPreview([file('1.mp4', '1.mp4', {poster})], [])
    expect(words(plan)).toEqual(['upload 1.mp4', 'update poster frame 1.mp4'])
    expect(stepOf(plan, 'update', '1.mp4').needs).toEqual(['upload:en-US/IPHONE_67/1.mp4'])
  })

  it('sets a changed poster without sending the video again', () => {
    const shown = asset('1.mp4', '1.mp4', {posterTimeCode: '00:00:09:00'})
    expect(words(planPreview([file('1.mp4', '1.mp4', {poster})], [shown]))).toEqual([
      'update poster frame 1.mp4',
    ])
  })

  it.each(['00:00:05:10', '00:00:05:11', '00:00:05:09'])(
    'takes %s for the wanted frame, because Apple may round to a neighbour',
    (posterTimeCode) => {
      const shown = asset('1.mp4', '1.mp4', {posterTimeCode})
      expect(words(planPreview([file('1.mp4', '1.mp4', {poster})], [shown]))).toEqual([])
    },
  )

  it('leaves the poster as it is when the folder does not speak of it', () => {
    const shown = asset('1.mp4', '1.mp4', {posterTimeCode: '00:00:09:00'})
    expect(words(planPreview([file('1.mp4')], [shown]))).toEqual([])
  })

  it('leaves the poster of a new video to the next run when this one does not wait', () => {
    const plan = planPreview([file('1.mp4', '1.mp4', {poster})], [], {waits: false})
    expect(words(plan)).toEqual(['upload 1.mp4'])
    expect(notes(plan).join()).toContain('set by the next run')
  })
})

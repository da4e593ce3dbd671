import {describe, expect, test} from '@jest/globals'
import * as fc from 'fast-check'

import {localizationStepId} from '../../../src/core/localization-step.ts'
import {isRefused} from '../../../src/core/plan.ts'
import type {Plan} from '../../../src/core/plan.ts'
import {describeStep} from '../../../src/core/step.ts'
import type {InfoLocalization, Localization} from '../../../src/core/target.ts'
import {FIELDS} from '../../../src/metadata/text-fields.ts'
import {textDetailSchema} from '../../../src/sections/texts/detail.ts'
import type {TextDetail} from '../../../src/sections/texts/detail.ts'
import type {HaveTexts} from '../../../src/sections/texts/have-texts.ts'
import {planTexts} from '../../../src/sections/texts/plan.ts'
import {viewTexts} from '../../../src/sections/texts/view.ts'
import type {WantedTexts} from '../../../src/sections/texts/wanted-texts.ts'

/** CI runs ten times as many. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 250)

type Texts = Readonly<Record<string, string | null>>

function wantedTexts(locales: Readonly<Record<string, Texts>>): WantedTexts {
  return Object.entries(locales).flatMap(([locale, texts]) => {
    const own = FIELDS.flatMap((field) => {
      const text = texts[field.attribute] ?? ''
      return text === ''
        ? []
        : [{field, value: text, at: {path: `metadata/${locale}/${field.file}`}, isSecret: false}]
    })
    return own.length === 0 ? [] : [{locale, texts: own}]
  })
}

function stored(locales: Readonly<Record<string, Texts>>): HaveTexts {
  const all = Object.entries(locales)
  return {
    localizations: all.map(([locale, texts]): Localization => ({
      id: `id-${locale}`,
      locale,
      attributes: texts,
      sets: {},
    })),
    info: {
      id: 'info',
      state: 'PREPARE_FOR_SUBMISSION',
      isEditable: true,
      localizations: all.map(([locale, texts]): InfoLocalization => ({
        id: `info-${locale}`,
        locale,
        attributes: texts,
      })),
      categories: {},
      ageRating: null,
    },
    primaryLocale: 'en-US',
    isNewVersion: false,
    isInReview: false,
    isFirstVersion: false,
  }
}

const plan = (
  wanted: Readonly<Record<string, Texts>>,
  have: Readonly<Record<string, Texts>>,
  openingSteps: readonly string[] = [],
) =>
  planTexts(wantedTexts(wanted), stored(have), {
    isNewVersion: openingSteps.length > 0,
    openingSteps,
  })

describe('A plan of texts', () => {
  test('has a step for each text that differs, and one write for those of a locale', () => {
    const {steps, settled} = plan(
      {'en-US': {description: 'New', keywords: 'a,b', supportUrl: 'https://a.b'}},
      {'en-US': {description: 'Old', keywords: 'a,b', supportUrl: null}, ja: {keywords: 'x'}},
    )
    const common = {section: 'texts', action: 'update', needs: [], resource: {id: 'id-en-US'}}
    const subject = {noun: 'text', locale: 'en-US', place: 'en-US'}
    expect(steps).toEqual([
      {
        ...common,
        id: 'set-text:en-US/description',
        subject: {...subject, name: 'description', file: {path: 'metadata/en-US/description.txt'}},
        before: {text: 'Old'},
        after: {text: 'New'},
        reason: 'Text changed',
        cost: {writes: 1, bytes: 0},
        detail: {kind: 'text', locale: 'en-US', attribute: 'description', text: 'New'},
      },
      {
        ...common,
        id: 'set-text:en-US/supportUrl',
        subject: {...subject, name: 'support URL', file: {path: 'metadata/en-US/support_url.txt'}},
        before: null,
        after: {text: 'https://a.b'},
        reason: 'Not in App Store Connect yet',
        cost: {writes: 0, bytes: 0},
        detail: {kind: 'text', locale: 'en-US', attribute: 'supportUrl', text: 'https://a.b'},
      },
    ])
    expect(settled).toEqual([
      {
        section: 'texts',
        state: 'unchanged',
        subject: {...subject, name: 'keywords', file: {path: 'metadata/en-US/keywords.txt'}},
        resourceId: null,
      },
    ])
    expect(steps.map(describeStep)).toEqual([
      'update en-US/description',
      'update en-US/support URL',
    ])
  })

  test.each(['a\nb', 'a\nb\n \n', 'a\r\nb\r\n'])(
    'does not mind line ends, and whitespace at the end, of what the store has: %j',
    (description) => {
      const {steps, settled} = plan({ja: {description: 'a\nb'}}, {ja: {description}})
      expect([steps.length, settled.length]).toEqual([0, 1])
    },
  )

  test('adds a locale that the version does not have, once and before its texts', () => {
    const {steps} = plan({ja: {description: '文', keywords: '語'}}, {'en-US': {}}, ['create:1.0'])
    expect(steps.map(({id, needs, resource, cost}) => [id, needs, resource, cost.writes])).toEqual([
      [localizationStepId('ja'), ['create:1.0'], null, 1],
      ['set-text:ja/description', [localizationStepId('ja')], {step: localizationStepId('ja')}, 1],
      ['set-text:ja/keywords', [localizationStepId('ja')], {step: localizationStepId('ja')}, 0],
    ])
  })

  test('expects a new version to start with all texts of the one before it but for what’s new', () => {
    const texts = Object.fromEntries(FIELDS.map(({attribute}) => [attribute, 'http://a.b']))
    const {steps, settled} = plan({ja: texts}, {ja: texts}, ['create-version:1.0'])
    expect(steps).toMatchObject([
      {id: 'set-text:ja/whatsNew', needs: ['create-version:1.0'], before: null},
    ])
    expect(settled).toHaveLength(10)
  })

  test('has details that its schema takes', () => {
    const {steps} = plan({ja: {whatsNew: '速い'}}, {ja: {}})
    expect(steps.map(({detail}) => textDetailSchema.parse(detail))).toEqual([
      {kind: 'text', locale: 'ja', attribute: 'whatsNew', text: '速い'},
    ])
    const wrong = {kind: 'text', locale: 'ja', attribute: 'copyright', text: 'x'}
    expect(textDetailSchema.safeParse(wrong).success).toBe(false)
  })
})

const LOCALES = ['en-US', 'de-DE', 'ja']
/** Few enough that folder and store often have the same. */
const texts = fc.record(
  Object.fromEntries(
    FIELDS.map(({attribute}) => [
      attribute,
      fc.constantFrom(...(attribute === 'name' ? ['a', 'b\nc'] : ['a', 'b\nc', null])),
    ]),
  ),
)
const some = fc.dictionary(fc.constantFrom(...LOCALES), texts)

describe('For any folder and store', () => {
  test('each text that differs is planned, once, and nothing else', () => {
    fc.assert(
      fc.property(some, some, (wanted, have) => {
        const {steps, settled} = plan(wanted, have)
        const all = wantedTexts(wanted).flatMap(({locale, texts: own}) =>
          own.map(({field, value}) => {
            const isSame = (have[locale]?.[field.attribute] ?? null) === value
            return {id: `set-text:${locale}/${field.attribute}`, isSame}
          }),
        )
        const ids = steps.map(({id}) => id).filter((id) => id.startsWith('set-text:'))
        const differing = all.filter(({isSame}) => !isSame).map(({id}) => id)
        expect(ids.toSorted()).toEqual(differing.toSorted())
        expect(settled).toHaveLength(all.filter(({isSame}) => isSame).length)
      }),
      {numRuns: RUNS},
    )
  })

  test('a locale costs one write for the texts of an owner, and one more if the version lacks it', () => {
    fc.assert(
      fc.property(some, some, (wanted, have) => {
        const {steps} = plan(wanted, have)
        for (const [locale, own] of Map.groupBy(steps, ({subject}) => subject.locale)) {
          const writes = own.reduce((sum, {cost}) => sum + cost.writes, 0)
          const changed = own.flatMap(({detail}) => textDetailSchema.safeParse(detail).data ?? [])
          const owners = new Set(changed.flatMap((each) => ownerOf(each)))
          const isMissing = have[locale ?? ''] === undefined
          expect(writes).toBe(owners.size + (isMissing && owners.has('version') ? 1 : 0))
        }
      }),
      {numRuns: RUNS},
    )
  })

  test('there is nothing left to do when the plan has been carried out', () => {
    fc.assert(
      fc.property(some, some, (wanted, have) => {
        const done = plan(wanted, have)
        const again = plan(wanted, carriedOut(have, done))
        expect(again.steps).toEqual([])
        expect(isRefused(again)).toBe(false)
      }),
      {numRuns: RUNS},
    )
  })

  test('every step comes after those that it needs', () => {
    fc.assert(
      fc.property(some, some, (wanted, have) => {
        const seen = new Set<string>()
        for (const {id, needs} of plan(wanted, have).steps) {
          expect(needs.filter((need) => !seen.has(need))).toEqual([])
          seen.add(id)
        }
      }),
      {numRuns: RUNS},
    )
  })

  test('the view has every text of the folder, with what happens to it', () => {
    fc.assert(
      fc.property(some, some, (wanted, have) => {
        const made = plan(wanted, have)
        const fields = viewTexts(wantedTexts(wanted), made).flatMap(({groups}) =>
          groups.flatMap((group) => group.fields),
        )
        const changed = fields.filter(({state}) => state === 'changed')
        const steps = made.steps.filter(({id}) => id.startsWith('set-text:'))
        const shown = changed.flatMap((field) => field.steps)
        expect(shown.toSorted()).toEqual(steps.map(({id}) => id).toSorted())
        expect(fields.filter(({state}) => state === 'unchanged')).toHaveLength(made.settled.length)
        expect(fields).toHaveLength(steps.length + made.settled.length)
      }),
      {numRuns: RUNS},
    )
  })
})

test('A view shows before and after, and only the folder where nothing was compared', () => {
  const wanted = {'en-US': {description: 'New', keywords: 'a'}}
  const made = plan(wanted, {'en-US': {description: 'Old', keywords: 'a'}})
  const common = {place: 'en-US', locale: 'en-US', language: 'English (U.S.)'}
  const description = {
    name: 'description',
    after: 'New',
    file: {path: 'metadata/en-US/description.txt'},
  }
  const keywords = {name: 'keywords', after: 'a', file: {path: 'metadata/en-US/keywords.txt'}}
  expect(viewTexts(wantedTexts(wanted), made)).toEqual([
    {
      shape: 'texts',
      groups: [
        {
          ...common,
          fields: [
            {
              ...description,
              state: 'changed',
              before: 'Old',
              steps: ['set-text:en-US/description'],
            },
            {...keywords, state: 'unchanged', before: 'a', steps: []},
          ],
        },
      ],
    },
  ])
  expect(viewTexts(wantedTexts(wanted), null)[0]?.groups[0]?.fields).toEqual([
    {...description, state: 'file', before: null, steps: []},
    {...keywords, state: 'file', before: null, steps: []},
  ])
  expect(viewTexts([], null)).toEqual([])
})

function ownerOf(detail: TextDetail): readonly string[] {
  return detail.kind === 'text'
    ? FIELDS.filter(({attribute}) => attribute === detail.attribute).map(({owner}) => owner)
    : []
}

/** What the store has when every step has been carried out. */
function carriedOut(
  have: Readonly<Record<string, Texts>>,
  {steps}: Plan,
): Readonly<Record<string, Texts>> {
  const after: Record<string, Texts> = {...have}
  for (const {section, subject, detail} of steps) {
    const locale = subject.locale ?? ''
    after[locale] ??= {}
    const text = section === 'texts' ? textDetailSchema.parse(detail) : null
    if (text?.kind === 'text') after[locale] = {...after[locale], [text.attribute]: text.text}
  }
  return after
}

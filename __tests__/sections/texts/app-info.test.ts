import {describe, expect, test} from '@jest/globals'

import {localizationStepId} from '../../../src/core/localization-step.ts'
import type {AppInfo} from '../../../src/core/target.ts'
import {FIELDS} from '../../../src/metadata/text-fields.ts'
import type {TextFieldName} from '../../../src/metadata/text-fields.ts'
import type {HaveTexts} from '../../../src/sections/texts/have-texts.ts'
import {planTexts} from '../../../src/sections/texts/plan.ts'
import {requirementsOfTexts} from '../../../src/sections/texts/requirements.ts'
import {viewTexts} from '../../../src/sections/texts/view.ts'
import type {WantedTexts} from '../../../src/sections/texts/wanted-texts.ts'

type Texts = Readonly<Partial<Record<TextFieldName, string>>>
type ByLocale = Readonly<Record<string, Texts>>

function wantedTexts(locales: ByLocale, isSecret = false): WantedTexts {
  return Object.entries(locales).map(([locale, texts]) => ({
    locale,
    texts: FIELDS.flatMap((field) => {
      const value = texts[field.attribute]
      return value === undefined ? [] : [{field, value, at: {path: `${locale}.txt`}, isSecret}]
    }),
  }))
}

interface Stored extends Partial<Omit<HaveTexts, 'localizations' | 'info'>> {
  readonly version?: ByLocale
  /** Null: there is none. */
  readonly info?: ByLocale | null
  readonly state?: Partial<AppInfo>
}

function stored({version = {}, info = {}, state = {}, ...more}: Stored): HaveTexts {
  return {
    localizations: Object.entries(version).map(([locale, attributes]) => ({
      id: `version-${locale}`,
      locale,
      attributes: {...attributes},
      sets: {},
    })),
    info:
      info === null
        ? null
        : {
            id: 'info',
            state: 'PREPARE_FOR_SUBMISSION',
            isEditable: true,
            localizations: Object.entries(info).map(([locale, attributes]) => ({
              id: `info-${locale}`,
              locale,
              attributes: {...attributes},
            })),
            categories: {},
            ageRating: null,
            ...state,
          },
    primaryLocale: 'en-US',
    isNewVersion: false,
    isInReview: false,
    isFirstVersion: false,
    ...more,
  }
}

const plan = (wanted: WantedTexts, have: HaveTexts) =>
  planTexts(wanted, have, {
    isNewVersion: have.isNewVersion,
    openingSteps: have.isNewVersion ? ['create-version:2.0'] : [],
  })

/** The detail of the step that adds Japanese to the app info. */
function createdInJapanese(english: Texts, have: HaveTexts): unknown {
  const {steps} = plan(wantedTexts({'en-US': english, ja: {subtitle: '新'}}), have)
  return steps.find(({id}) => id === 'create-app-info:ja')?.detail
}

describe('A locale that the app info lacks', () => {
  const have = stored({version: {'en-US': {}}, info: {'en-US': {name: 'Old'}}})

  test('comes after that of the version, which may bring it along', () => {
    const wanted = wantedTexts({ja: {subtitle: '新', description: '文'}})
    expect(plan(wanted, have).steps.map(({id, needs, cost}) => [id, needs, cost.writes])).toEqual([
      [localizationStepId('ja'), [], 1],
      ['set-text:ja/description', [localizationStepId('ja')], 1],
      ['create-app-info:ja', [localizationStepId('ja')], 1],
      ['set-text:ja/subtitle', ['create-app-info:ja'], 0],
    ])
  })

  test('needs no locale of the version that nothing adds', () => {
    const wanted = wantedTexts({ja: {subtitle: '新', whatsNew: '速い'}})
    const {steps} = plan(wanted, {...have, isFirstVersion: true})
    expect(steps.map(({id, needs}) => [id, needs])).toEqual([
      ['create-app-info:ja', []],
      ['set-text:ja/subtitle', ['create-app-info:ja']],
    ])
  })

  test('starts with the name that the folder declares in the primary locale, else the store’s', () => {
    expect(createdInJapanese({name: 'New'}, have)).toMatchObject({name: 'New'})
    expect(createdInJapanese({}, have)).toMatchObject({name: 'Old'})
  })

  test('is not added without any name, and that is a warning', () => {
    const nameless = stored({version: {'en-US': {}}, info: {}})
    const {steps, diagnostics} = plan(wantedTexts({ja: {subtitle: '新'}}), nameless)
    expect(steps).toEqual([])
    expect(diagnostics).toMatchObject([{severity: 'warning', code: 'no-app-name'}])
  })
})

describe('An app info that cannot be changed', () => {
  const live = {state: 'READY_FOR_DISTRIBUTION', isEditable: false}
  const wanted = wantedTexts({'en-US': {name: 'New', subtitle: 'Same'}})
  const info = {'en-US': {name: 'Old', subtitle: 'Same'}}

  test('keeps its texts, with one warning that names those that differ', () => {
    const {steps, settled, diagnostics} = plan(wanted, stored({info, state: live}))
    expect(steps).toEqual([])
    expect(settled.map(({subject}) => subject.name)).toEqual(['subtitle'])
    expect(diagnostics).toMatchObject([{severity: 'warning', code: 'app-info-locked'}])
    expect(diagnostics[0]?.what).toContain('so these stay as they are: name of en-US.')
  })

  test('is no matter if nothing differs', () => {
    const same = wantedTexts({'en-US': {name: 'Old', subtitle: 'Same'}})
    expect(plan(same, stored({info, state: live})).diagnostics).toEqual([])
  })

  test('gets a successor with a new version', () => {
    const have = stored({version: {'en-US': {}}, info, state: live, isNewVersion: true})
    const {steps, diagnostics} = plan(wanted, have)
    expect(diagnostics).toEqual([])
    expect(steps.map(({id, needs}) => [id, needs])).toEqual([
      ['set-text:en-US/name', ['create-version:2.0']],
    ])
  })
})

test('A secret is in no step and no view', () => {
  const wanted = wantedTexts({'en-US': {name: 'codename', description: 'codename'}}, true)
  const have = stored({
    version: {'en-US': {description: 'former'}},
    info: {'en-US': {name: 'former'}},
  })
  const made = plan(wanted, have)
  expect(made.steps).toHaveLength(2)
  const said = JSON.stringify([made, viewTexts(wanted, made), viewTexts(wanted, null)])
  expect(said).toContain('(hidden)')
  expect(said).not.toMatch(/codename|former/u)
})

function items(wanted: WantedTexts, have: HaveTexts) {
  return requirementsOfTexts({wanted, have, plan: plan(wanted, have)})
}

describe('What Apple needs of the texts', () => {
  const full = {
    description: 'Text',
    keywords: 'a',
    supportUrl: 'https://a.b',
    whatsNew: 'Faster',
  }
  const privacy = {'en-US': {name: 'App', privacyPolicyUrl: 'https://a.b/p'}}
  test('is done if the store has it in every locale', () => {
    const have = stored({version: {'en-US': full, ja: full}, info: privacy})
    expect(items([], have)).toEqual(
      ['Description', 'Keywords', 'Support URL', "What's new", 'Privacy policy URL'].map(
        (name) => ({name, state: 'done', next: '', file: null}),
      ),
    )
  })

  test.each(['description', 'keywords', 'supportUrl', 'whatsNew'] as const)(
    'is missing in a locale without %s, unless the folder has it',
    (name) => {
      const {[name]: text, ...rest} = full
      const have = stored({version: {'en-US': full, ja: rest}, info: privacy})
      const missing = items([], have).filter(({state}) => state === 'missing')
      expect(missing).toHaveLength(1)
      expect(missing[0]?.next).toContain('Missing in ja: add ')
      expect(missing[0]?.next).toContain('`localizations.ja.')
      const wanted = wantedTexts({ja: {[name]: text}})
      const done = items(wanted, have)
      expect(done.filter(({state}) => state !== 'done')).toEqual([])
      expect(done.flatMap(({file}) => file ?? [])).toEqual([{path: 'ja.txt'}])
    },
  )

  test('counts the locales that are added', () => {
    const have = stored({version: {'en-US': full}, info: privacy})
    const missing = items(wantedTexts({ja: {description: '文'}}), have)
    expect(missing.flatMap(({name, state}) => (state === 'missing' ? name : []))).toEqual([
      'Keywords',
      'Support URL',
      "What's new",
    ])
  })

  test('is no news of a first version, and of a new one not the old news', () => {
    const {whatsNew: _, ...first} = full
    const have = stored({version: {'en-US': first}, info: privacy, isFirstVersion: true})
    expect(items([], have).map(({name}) => name)).not.toContain("What's new")
    const next = stored({version: {'en-US': full}, info: privacy, isNewVersion: true})
    expect(items([], next).find(({name}) => name === "What's new")?.state).toBe('missing')
  })

  test('is a privacy policy in the primary locale', () => {
    const have = stored({version: {'en-US': full}, info: {'en-US': {name: 'App'}}})
    expect(items([], have).at(-1)).toMatchObject({name: 'Privacy policy URL', state: 'missing'})
    const wanted = wantedTexts({'en-US': {privacyPolicyUrl: 'https://a.b'}})
    expect(items(wanted, have).at(-1)).toMatchObject({state: 'done', file: {path: 'en-US.txt'}})
    expect(items([], stored({version: {'en-US': full}, info: null})).at(-1)?.state).toBe('missing')
  })
})

import * as z from 'zod'

import {asAnySection} from '../../src/core/any-section.ts'
import type {AnySection} from '../../src/core/any-section.ts'
import {EMPTY_PLAN} from '../../src/core/plan.ts'
import {performAtOnce} from '../../src/core/section.ts'
import type {Section} from '../../src/core/section.ts'
import type {Step} from '../../src/core/step.ts'

/** A step without a locale, of the section `texts`. */
export function fakeStep(id: string, overrides: Partial<Step> = {}): Step {
  return {
    id,
    section: 'texts',
    action: 'update',
    needs: [],
    subject: {noun: 'text', name: id, locale: null, place: null, file: null},
    before: null,
    after: null,
    reason: '',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: null,
    ...overrides,
  }
}

/** {@link fakeStep} in a locale. */
export function localStep(id: string, locale: string, overrides: Partial<Step> = {}): Step {
  const step = fakeStep(id, overrides)
  return {...step, subject: {...step.subject, locale}}
}

/** A section that wants nothing, has nothing and does nothing but what is said. */
export function fakeSection(
  name: string,
  overrides: Partial<Section<null, null, unknown>> = {},
): AnySection {
  return asAnySection({
    name,
    after: [],
    opens: false,
    scope: 'locales',
    detail: z.unknown(),
    find: async () => ({wanted: null, locales: [], diagnostics: [], summary: null}),
    read: async () => null,
    check: async () => [],
    plan: () => EMPTY_PLAN,
    perform: () => performAtOnce(async ({id}) => `made by ${id}`),
    facts: () => ({}),
    view: () => [],
    pictures: () => new Map(),
    ...overrides,
  })
}

import {describe, expect, it} from '@jest/globals'

import {fieldDetailSchema} from '../../src/fields/detail.ts'
import {
  fieldOf,
  isSameInstant,
  isSameValue,
  secretsIn,
  settingOf,
  shownValue,
} from '../../src/fields/field.ts'
import type {FieldValue} from '../../src/fields/field.ts'
import {changedFields, planFields} from '../../src/fields/plan-fields.ts'
import type {FieldGroup} from '../../src/fields/plan-fields.ts'

const AT = {path: 'app-store.yml', line: 2}

function declared(id: string, value: FieldValue, isSecret = false) {
  return fieldOf(id, {value, isSecret, at: AT})
}

describe('The value of a field', () => {
  it.each([
    ['copyright', '2026 Example GmbH', false, '2026 Example GmbH'],
    ['releaseType', 'AFTER_APPROVAL', false, 'after-approval'],
    ['phasedRelease', true, false, 'yes'],
    ['phasedRelease', false, false, 'no'],
    ['primarySubcategoryOne', null, false, '(none)'],
    ['demoAccountPassword', 'correct-horse', true, '(hidden)'],
  ])('%s %s (secret: %s) is shown as %s', (id, value, isSecret, words) => {
    expect(declared(id, value, isSecret).map(shownValue)).toEqual([words])
  })

  it('is none of a setting that nobody declares', () => {
    expect(fieldOf('copyright', null)).toEqual([])
    expect(fieldOf('copyright', undefined)).toEqual([])
  })

  it('belongs to a setting that exists', () => {
    expect(() => settingOf('nothing')).toThrow('There is no setting nothing.')
  })
})

describe('Two values', () => {
  it.each([
    ['a', 'a \n', true],
    ['', null, true],
    ['a\r\nb', 'a\nb', true],
    [false, null, false],
    [true, true, true],
    ['a', 'b', false],
  ])('%j and %j are the same: %s', (one, other, expected) => {
    expect(isSameValue(one, other)).toBe(expected)
  })

  it.each([
    ['2026-12-24T09:00:00Z', '2026-12-24T01:00:00-08:00', true],
    ['2026-12-24T09:00:00Z', '2026-12-24T09:00:00.000+00:00', true],
    ['2026-12-24T09:00:00Z', '2026-12-24T09:00:00-08:00', false],
    ['2026-12-24T09:00:00Z', null, false],
  ])('%s and %s are the same instant: %s', (one, other, expected) => {
    expect(isSameInstant(one, other)).toBe(expected)
  })
})

describe('A group of fields', () => {
  const group: FieldGroup = {
    section: 'review',
    group: 'appStoreReviewDetails',
    place: 'review',
    fields: [
      ...declared('contactFirstName', 'Ada'),
      ...declared('demoAccountName', 'demo'),
      ...declared('demoAccountPassword', 'correct-horse', true),
    ],
    stored: {contactFirstName: 'Ada', demoAccountPassword: 'former-horse'},
    resource: {id: '1'},
    needs: ['first'],
  }

  it('has a step for each field that differs, and the first one costs the request', () => {
    const {steps, settled} = planFields(group)
    const values = steps.map(({detail}) => fieldDetailSchema.parse(detail).value)
    expect(steps.map(({id, cost}, index) => [id, cost.writes, values[index]])).toEqual([
      ['set:review/demoAccountName', 1, 'demo'],
      ['set:review/demoAccountPassword', 0, undefined],
    ])
    expect(steps.map(({subject}) => subject.file)).toEqual([AT, AT])
    expect(settled.map(({subject}) => subject.name)).toEqual(['first name of the review contact'])
    expect(JSON.stringify(steps)).not.toMatch(/horse/u)
  })

  it('costs nothing if another step sends it', () => {
    const {steps} = planFields({...group, writes: 0})
    expect(steps.map(({cost}) => cost.writes)).toEqual([0, 0])
  })

  it('hides what the store has of a secret', () => {
    expect(secretsIn(group.fields, group.stored)).toEqual(['former-horse'])
    expect(changedFields(group).map(({name}) => name)).toEqual([
      'demoAccountName',
      'demoAccountPassword',
    ])
  })
})

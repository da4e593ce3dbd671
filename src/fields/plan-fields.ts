import type {Plan, Settled} from '../core/plan.ts'
import type {Reference, Step, Subject} from '../core/step.ts'
import type {FieldDetail} from './detail.ts'
import {isSet, shownValue, valueWords} from './field.ts'
import type {Field, FieldValues} from './field.ts'

/** Declared fields that are sent in one request. */
export interface FieldGroup {
  /** Name of the section. */
  readonly section: string
  /** Unique in the section. */
  readonly group: string
  /** As in the subjects of the steps. */
  readonly place: string
  readonly fields: readonly Field[]
  /** What the store has, by name of the field. */
  readonly stored: FieldValues
  readonly resource: Reference
  /** What must be done before any of them is sent. */
  readonly needs: readonly string[]
  /** How many requests it takes to send them; 0 if the step that makes the resource does. Default 1. */
  readonly writes?: number
}

/** Plans a step for each field that differs in the store. The first one costs the request that sends all of them. */
export function planFields(group: FieldGroup): Plan {
  const {section, stored} = group
  const changed = changedFields(group)
  const unchanged = group.fields.filter((field) => !changed.includes(field))
  return {
    steps: changed.map((field, index): Step<FieldDetail> => {
      const before = stored[field.name] ?? null
      return {
        id: fieldStepId(section, field.name),
        section,
        action: 'update',
        needs: group.needs,
        subject: subjectOf(group, field),
        before: isSet(before) ? {text: valueWords(field, before)} : null,
        after: {text: shownValue(field)},
        reason: isSet(before) ? 'Value changed' : 'Not in App Store Connect yet',
        cost: {writes: index === 0 ? (group.writes ?? 1) : 0, bytes: 0},
        resource: group.resource,
        detail: {
          kind: 'field',
          group: group.group,
          name: field.name,
          ...(field.isSecret ? {} : {value: field.value}),
        },
      }
    }),
    settled: unchanged.map((field): Settled => {
      const resourceId = 'id' in group.resource ? group.resource.id : null
      return {section, state: 'unchanged', subject: subjectOf(group, field), resourceId}
    }),
    diagnostics: [],
  }
}

/** The fields whose values differ in the store. */
export function changedFields({
  fields,
  stored,
}: Pick<FieldGroup, 'fields' | 'stored'>): readonly Field[] {
  return fields.filter(({name, value, isSame}) => !isSame(value, stored[name] ?? null))
}

/** The id of the step that sets a field. @param name - Apple's name of it. */
export function fieldStepId(section: string, name: string): string {
  return `set:${section}/${name}`
}

function subjectOf({place}: Pick<FieldGroup, 'place'>, {setting, at}: Field): Subject {
  return {noun: 'setting', name: setting.words, locale: null, place, file: at}
}

import type {Plan} from '../core/plan.ts'
import type {ChecklistItem} from '../core/view.ts'
import {isSet, settingOf} from './field.ts'
import type {Field, FieldValue} from './field.ts'
import {fieldStepId} from './plan-fields.ts'

/** What a run knows of a section's fields. */
export interface KnownFields {
  /** Name of the section. */
  readonly section: string
  /** Everything that the section declares. */
  readonly fields: readonly Field[]
  readonly plan: Pick<Plan, 'steps'>
}

/** The value of a field after the run: what a step sets, or what the store has. @param name - Apple's. */
export function valueAfter(
  {section, fields, plan}: KnownFields,
  name: string,
  stored: FieldValue | undefined,
): FieldValue {
  const isPlanned = plan.steps.some(({id}) => id === fieldStepId(section, name))
  const field = fields.find((each) => each.name === name)
  return isPlanned && field !== undefined ? field.value : (stored ?? null)
}

/**
 * Something that Apple needs a value of.
 *
 * @param id - Of its setting.
 * @param item - Name in the list, Apple's name of the field if it is not the id, and what the store has.
 */
export function fieldRequirement(
  known: KnownFields,
  id: string,
  {
    title,
    name = id,
    stored,
  }: {
    readonly title: string
    readonly name?: string
    readonly stored: FieldValue | undefined
  },
): ChecklistItem {
  const isDone = isSet(valueAfter(known, name, stored))
  return {
    name: title,
    state: isDone ? 'done' : 'missing',
    next: isDone ? '' : `Add ${howToDeclare(id)}`,
    file: known.fields.find((field) => field.name === name)?.at ?? null,
  }
}

/** Where a setting can be declared: `version.copyright` in `app-store.yml`, or copyright.txt. */
export function howToDeclare(id: string): string {
  const {key, file} = settingOf(id)
  const inConfig = `\`${key.join('.')}\` to app-store.yml`
  return file === null ? inConfig : `${inConfig}, or ${file} to the folder of \`metadata\``
}

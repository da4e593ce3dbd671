import type {Plan} from '../core/plan.ts'
import {textFieldOf} from '../core/shown-text.ts'
import type {TextDiffs} from '../core/view.ts'
import {shownValue} from './field.ts'
import type {Field} from './field.ts'
import {fieldStepId} from './plan-fields.ts'

/** Declared fields as the report shows them. */
export interface FieldPlace {
  /** As in the subjects of the steps. */
  readonly place: string
  /** What the fields belong to, in words. */
  readonly title: string
  readonly fields: readonly Field[]
}

/**
 * Every declared field, before and after.
 *
 * @param plan - Null if the store was not read. Then nothing is compared.
 */
export function viewFields(
  section: string,
  places: readonly FieldPlace[],
  plan: Plan | null,
): readonly TextDiffs[] {
  const steps = new Map((plan?.steps ?? []).map((step) => [step.id, step]))
  const unchanged = new Set(
    (plan?.settled ?? [])
      .filter((each) => each.section === section && each.state === 'unchanged')
      .map(({subject}) => subject.name),
  )
  const groups = places
    .filter(({fields}) => fields.length > 0)
    .map(({place, title, fields}) => ({
      place,
      locale: null,
      language: title,
      fields: fields.map((field) =>
        textFieldOf(
          {name: field.setting.words, text: shownValue(field), file: field.at},
          steps.get(fieldStepId(section, field.name)),
          unchanged.has(field.setting.words),
        ),
      ),
    }))
  return groups.length === 0 ? [] : [{shape: 'texts', groups}]
}

import {byLanguage, languageOf} from '../../apple/locales.ts'
import type {Plan} from '../../core/plan.ts'
import type {Step} from '../../core/step.ts'
import type {TextDiffs, TextField} from '../../core/view.ts'
import {TEXTS, textStepId} from './plan.ts'
import type {WantedText, WantedTexts} from './wanted-texts.ts'

/**
 * Every text of the folder, before and after.
 *
 * @param plan - Null if the store was not read. Then nothing is compared.
 */
export function viewTexts(wanted: WantedTexts, plan: Plan | null): readonly TextDiffs[] {
  const steps = new Map((plan?.steps ?? []).map((step) => [step.id, step]))
  const unchanged = new Set(
    (plan?.settled ?? [])
      .filter(({section, state}) => section === TEXTS && state === 'unchanged')
      .map(({subject}) => subject.file?.path),
  )
  const groups = wanted.toSorted(byLanguage).map(({locale, texts}) => ({
    place: locale,
    locale,
    language: languageOf(locale),
    fields: texts.map((text) => {
      const step = steps.get(textStepId(locale, text.field))
      return step === undefined
        ? unchangedField(text, unchanged.has(text.path))
        : changed(text, step)
    }),
  }))
  return groups.length === 0 ? [] : [{shape: 'texts', groups}]
}

function changed({field, text, path}: WantedText, {id, before}: Step): TextField {
  return {
    name: field.words,
    state: 'changed',
    before: before !== null && 'text' in before ? before.text : null,
    after: text,
    file: {path},
    steps: [id],
  }
}

function unchangedField({field, text, path}: WantedText, isUnchanged: boolean): TextField {
  return {
    name: field.words,
    state: isUnchanged ? 'unchanged' : 'file',
    before: isUnchanged ? text : null,
    after: text,
    file: {path},
    steps: [],
  }
}

import {byLanguage, languageOf} from '../../apple/locales.ts'
import type {Plan} from '../../core/plan.ts'
import {textFieldOf} from '../../core/shown-text.ts'
import type {TextDiffs} from '../../core/view.ts'
import {shownText} from '../../metadata/metadata.ts'
import {TEXTS, textStepId} from './text-steps.ts'
import type {WantedTexts} from './wanted-texts.ts'

/**
 * Every declared text, before and after.
 *
 * @param plan - Null if the store was not read. Then nothing is compared.
 */
export function viewTexts(wanted: WantedTexts, plan: Plan | null): readonly TextDiffs[] {
  const steps = new Map((plan?.steps ?? []).map((step) => [step.id, step]))
  const unchanged = new Set(
    (plan?.settled ?? [])
      .filter(({section, state}) => section === TEXTS && state === 'unchanged')
      .map(({subject: {locale, name}}) => `${locale}/${name}`),
  )
  const groups = wanted.toSorted(byLanguage).map(({locale, texts}) => ({
    place: locale,
    locale,
    language: languageOf(locale),
    fields: texts.map((text) =>
      textFieldOf(
        {name: text.field.words, text: shownText(text), file: text.at},
        steps.get(textStepId(locale, text.field)),
        unchanged.has(`${locale}/${text.field.words}`),
      ),
    ),
  }))
  return groups.length === 0 ? [] : [{shape: 'texts', groups}]
}

import {localizationStep, localizationStepId} from '../../core/localization-step.ts'
import {joinPlans} from '../../core/plan.ts'
import type {Plan, Settled} from '../../core/plan.ts'
import type {Policy} from '../../core/policy.ts'
import type {Step, Subject} from '../../core/step.ts'
import type {Localization} from '../../core/target.ts'
import {storedText} from '../../files/stored-text.ts'
import type {TextDetail} from './detail.ts'
import type {Field} from './fields.ts'
import type {LocaleTexts, WantedText, WantedTexts} from './wanted-texts.ts'

/** The name of the section. */
export const TEXTS = 'texts'

/**
 * Plans a step for each text that differs in the store. The texts of a locale are sent together: the first step costs
 * the one write.
 *
 * @param have - The locales of the version or, while it does not exist, of its predecessor.
 */
export function planTexts(
  wanted: WantedTexts,
  have: readonly Localization[],
  policy: Pick<Policy, 'isNewVersion' | 'openingSteps'>,
): Plan {
  const localizations = new Map(have.map((each) => [each.locale, each]))
  return joinPlans(
    wanted.map((each) => planLocale(each, localizations.get(each.locale) ?? null, policy)),
  )
}

function planLocale(
  {locale, texts}: LocaleTexts,
  localization: Localization | null,
  {isNewVersion, openingSteps}: Pick<Policy, 'isNewVersion' | 'openingSteps'>,
): Plan {
  const compared = texts.map((wanted) => {
    const {attribute, isInherited} = wanted.field
    const isGone = isNewVersion && !isInherited
    return {wanted, before: isGone ? null : storedText(localization?.attributes[attribute] ?? null)}
  })
  const changed = compared.filter(({wanted, before}) => wanted.text !== before)
  const unchanged = compared.filter(({wanted, before}) => wanted.text === before)
  const isMissing = localization === null && changed.length > 0
  const needs = isMissing ? [localizationStepId(locale)] : openingSteps
  const resource =
    localization === null ? {step: localizationStepId(locale)} : {id: localization.id}
  return {
    steps: [
      ...(isMissing ? [localizationStep(locale, openingSteps)] : []),
      ...changed.map(({wanted, before}, index): Step<TextDetail> => {
        const {field, text} = wanted
        return {
          id: textStepId(locale, field),
          section: TEXTS,
          action: 'update',
          needs,
          subject: subjectOf(locale, wanted),
          before: before === null ? null : {text: before},
          after: {text},
          reason: before === null ? 'Not in App Store Connect yet' : 'Text changed',
          cost: {writes: index === 0 ? 1 : 0, bytes: 0},
          resource,
          detail: {locale, attribute: field.attribute, text},
        }
      }),
    ],
    settled: unchanged.map(({wanted}): Settled => {
      const subject = subjectOf(locale, wanted)
      return {section: TEXTS, state: 'unchanged', subject, resourceId: null}
    }),
    diagnostics: [],
  }
}

export function textStepId(locale: string, {attribute}: Pick<Field, 'attribute'>): string {
  return `set-text:${locale}/${attribute}`
}

function subjectOf(locale: string, {field, path}: WantedText): Subject {
  return {noun: 'text', name: field.words, locale, place: locale, file: {path}}
}

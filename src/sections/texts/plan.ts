import {localizationStep, localizationStepId} from '../../core/localization-step.ts'
import {joinPlans} from '../../core/plan.ts'
import type {Plan} from '../../core/plan.ts'
import type {Policy} from '../../core/policy.ts'
import {noteAt} from '../../files/diagnostic-at.ts'
import type {HaveTexts} from './have-texts.ts'
import {planInfoTexts} from './plan-info.ts'
import {compareTexts, settledTexts, textSteps} from './text-steps.ts'
import {textsOf} from './wanted-texts.ts'
import type {LocaleTexts, WantedTexts} from './wanted-texts.ts'

type OwnPolicy = Pick<Policy, 'isNewVersion' | 'openingSteps'>

/**
 * Plans a step for each text that differs in the store. The texts of a locale are sent together, those of the version
 * and those of the app info by themselves: the first step of each costs the one write.
 */
export function planTexts(wanted: WantedTexts, have: HaveTexts, policy: OwnPolicy): Plan {
  const version = joinPlans(wanted.map((each) => planVersionTexts(each, have, policy)))
  const before = new Set(version.steps.map(({id}) => id))
  return joinPlans([
    version,
    planInfoTexts(wanted, have, {...policy, before}),
    leftOut(wanted, have),
  ])
}

function planVersionTexts(
  texts: LocaleTexts,
  {localizations, isFirstVersion}: HaveTexts,
  {isNewVersion, openingSteps}: OwnPolicy,
): Plan {
  const {locale} = texts
  const localization = localizations.find((each) => each.locale === locale) ?? null
  const own = textsOf('version', texts).filter(
    ({field}) => !(isFirstVersion && field.attribute === 'whatsNew'),
  )
  const compared = compareTexts(locale, own, localization?.attributes ?? {}, isNewVersion)
  const isMissing = localization === null && compared.changed.length > 0
  const created = localizationStepId(locale)
  return {
    steps: [
      ...(isMissing ? [localizationStep(locale, openingSteps)] : []),
      ...textSteps(compared, {
        needs: isMissing ? [created] : openingSteps,
        resource: localization === null ? {step: created} : {id: localization.id},
        writes: 1,
      }),
    ],
    settled: settledTexts(compared),
    diagnostics: [],
  }
}

/** App Store Connect refuses all texts of a locale for what's new on a first version, so it is not sent, and said so. */
function leftOut(wanted: WantedTexts, {isFirstVersion}: HaveTexts): Plan {
  const news = wanted.flatMap(({locale, texts}) =>
    texts.flatMap(({field, at}) => (field.attribute === 'whatsNew' ? [{locale, at}] : [])),
  )
  const [first] = news
  if (!isFirstVersion || first === undefined) return {steps: [], settled: [], diagnostics: []}
  const locales = news.map(({locale}) => locale).join(', ')
  const note = noteAt(first.at.path, {
    ...(first.at.line === undefined ? {} : {line: first.at.line}),
    code: 'whats-new-left-out',
    what: `has what's new, which App Store Connect does not take for the first version of an app; it is left out in ${locales}`,
    next: '',
  })
  return {steps: [], settled: [], diagnostics: [note]}
}
